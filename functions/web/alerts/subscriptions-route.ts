import * as z from 'zod';
import type { Member } from '../../../shared/access/member.ts';
import { countOf } from '../../../shared/alert/messages/subject-line.ts';
import { counted } from '../../../shared/coverage/figure-words.ts';
import type { Row } from '../../../shared/coverage/table.ts';
import type { WebDeps } from '../deps.ts';
import { wordFor } from '../list/asked-words.ts';
import { type Answer, type Asked, reading, type View } from '../route.ts';
import { lookAtAlerts } from './look.ts';
import { maySubscribe } from './subscription-place.ts';
import { subscriptionTable } from './subscription-table.ts';

const Says = z.object({
  in_force: z.int(),
  ended: z.int(),
});
type Says = z.infer<typeof Says>;

/** `/subscriptions`: who is told of alerts at the member's place. */
export const subscriptionsRoute = reading({
  path: '/subscriptions',
  about: 'Who is told of alerts at your place, of which, and how soon',
  ask: z.object({}),
  action: 'subscribe',
  on: async () => ({ kind: 'own' }),
  answers: Says,
  answer: answerOf,
  page: subscriptionsView,
});

async function answerOf(
  deps: WebDeps,
  { member, moment }: Pick<Asked, 'member' | 'moment'>,
): Promise<Answer<Says>> {
  const all = await subscriptionsOf(deps, member, moment);
  const inForce = all.filter(({ endedOn }) => endedOn === null);
  const ended = all.filter(({ endedOn }) => endedOn !== null);
  const suppressed = await deps.subscriptions.suppressed();
  return {
    says: { in_force: inForce.length, ended: ended.length },
    tables: [subscriptionTable([...inForce, ...ended], suppressed)],
  };
}

async function subscriptionsOf(deps: WebDeps, member: Member, moment: Asked['moment']) {
  const { england } = await lookAtAlerts(deps, moment);
  const all = await deps.subscriptions.all();
  return all.filter((one) => maySubscribe(member, one, england));
}

const DONE: Readonly<Record<string, string>> = {
  ended: 'The subscription has ended. Nothing is sent for it any more.',
};

function subscriptionsView({ says, tables }: Answer<Says>, { query }: Asked): View {
  const { in_force, ended } = says;
  const also = ended === 0 ? '' : ` ${counted(ended)} ${ended === 1 ? 'has' : 'have'} ended.`;
  return {
    view: 'alerts/subscriptions.njk',
    title: 'Subscriptions',
    data: {
      done: wordFor(DONE, query.get('done')),
      summary: `${countOf(in_force, 'subscription')} in force.${also}`,
      rows: (tables[0]?.rows ?? []).map(rowView),
      csv: '/subscriptions?format=csv',
    },
  };
}

function rowView(row: Row) {
  const state = String(row['state']);
  return [
    { text: String(row['to']), href: `/subscriptions/${row['subscription']}` },
    { text: String(row['about']) },
    { text: String(row['paces']) },
    {
      text:
        row['audience'] === 'Commissioner'
          ? String(row['channel'])
          : `${row['channel']}, to the practice itself`,
    },
    { text: state },
  ];
}
