import * as z from 'zod';
import { may } from '../../../shared/access/may.ts';
import type { Member } from '../../../shared/access/member.ts';
import type { Links } from '../../../shared/alert/messages/links.ts';
import { type Sight, sightOn } from '../../../shared/alert/sight.ts';
import type { Subscription } from '../../../shared/alert/subscription.ts';
import { samePace } from '../../../shared/alert/subscriptions/with-paces.ts';
import { toldBy } from '../../../shared/alert/told.ts';
import { addDays, type Day, isDay } from '../../../shared/calendar/day.ts';
import { isMonday, mondayOf } from '../../../shared/calendar/week.ts';
import { byCodeUnits } from '../../../shared/coverage/by-code-units.ts';
import type { RunClocks } from '../../../shared/store/alert-ports.ts';
import { objectReports } from '../../../shared/store/object-reports.ts';
import { tellingOf } from '../../alert/due-messages.ts';
import { headlinesOf } from '../../alert/headlines.ts';
import type { WebDeps } from '../deps.ts';
import { IcbAsked } from '../list/asked-words.ts';
import { type Answer, type Asked, reading } from '../route.ts';
import type { Known } from '../world.ts';
import { digestView } from './digest-page.ts';
import { DigestJson, DigestSays } from './digest-says.ts';
import { digestTable } from './digest-table.ts';
import { type Look, lookAtAlerts } from './look.ts';

const A_MONDAY = 'Write the Monday of a week, as 2023-12-04';

const Ask = z.object({
  icb: IcbAsked.describe('Whose digest, by the ICB’s code; your own where it is left out'),
  week: z
    .string()
    .refine((text) => text === '' || (isDay(text) && isMonday(text)), A_MONDAY)
    .transform((text) => (isDay(text) ? text : undefined))
    .optional()
    .describe('Of which week, by its Monday; that of the last run where it is left out'),
});
type Ask = z.output<typeof Ask>;

/** `/digest`: the weekly digest of an ICB as it would be sent; nothing is sent. */
export const digestRoute = reading({
  path: '/digest',
  about: 'The weekly digest of one ICB, as it would be sent; nothing is sent',
  ask: Ask,
  action: 'subscribe',
  async on(_, { ask, member }) {
    const code = icbAsked(ask, member);
    return code === null ? { kind: 'own' } : { kind: 'icb', code };
  },
  answers: DigestSays,
  answer: answerOf,
  page: digestView,
});

function icbAsked({ icb }: Ask, { scope }: Pick<Member, 'scope'>): string | null {
  return icb ?? (scope.type === 'icb' ? scope.code : null);
}

async function answerOf(
  deps: WebDeps,
  { ask, member, moment }: Asked<Ask>,
): Promise<Answer<DigestSays> | null> {
  const look = await lookAtAlerts(deps, moment);
  const icb = icbAsked(ask, member);
  const icbs = icbsIn(look, member);
  const { lastRun } = look;
  const nothing = { icb, week: null, digest: null, text: null, icbs, weeks: [] };
  if (lastRun === undefined) return { says: nothing, tables: [] };
  const last = mondayOf(lastRun.validAt);
  const weeks = [0, 7, 14, 21].map((days) => addDays(last, -days));
  if (icb === null) return { says: { ...nothing, weeks }, tables: [] };
  const week = ask.week ?? last;
  // A week that has not come is as little there as an ICB that is none.
  if (week > last || !icbs.some(({ code }) => code === icb)) return null;
  const message = await digestOf(deps, look, { icb, week });
  const digest = message === null ? null : DigestJson.parse(message.json);
  return {
    says: { icb, week, digest, text: message?.text ?? null, icbs, weeks },
    tables: digest === null ? [] : [digestTable(digest)],
  };
}

function icbsIn({ england }: Look, member: Member): DigestSays['icbs'] {
  const codes = new Set(england.practices.flatMap(({ place }) => place.icb ?? []));
  return [...codes]
    .filter((code) => may(member, 'subscribe', { kind: 'icb', code }))
    .sort(byCodeUnits)
    .map((code) => ({ code, name: england.names.icb.get(code) ?? code }));
}

async function digestOf(
  { reports, episodes, madeUp }: WebDeps,
  { england, lastRun }: Look,
  { icb, week }: { readonly icb: string; readonly week: Day },
) {
  const headlines = (week: Day) => headlinesOf(objectReports(reports), week);
  const sight = sightOf(england.known, lastRun!);
  const tell = await tellingOf(
    { episodes, headlines, links: () => NO_LINKS, madeUp },
    { sight, episodes: await episodes.open(), week },
  );
  const messages = await tell(forNobody(icb, addDays(week, -7)), toldBy([]));
  return messages.find(({ kind }) => kind === 'digest') ?? null;
}

/** The last sight of the facts as they were read last: it takes a second, and the digests of all ICBs share it. */
const sights = new WeakMap<Known, Sight>();

function sightOf(known: Known, { validAt, knownAt }: RunClocks): Sight {
  const kept = sights.get(known);
  if (kept?.clocks.validAt === validAt && kept.clocks.knownAt === knownAt) return kept;
  const sight = sightOn(known.byPractice, { validAt, knownAt, rulesAt: validAt });
  sights.set(known, sight);
  return sight;
}

/** Links of a mail are of its own subscription, which nobody has here. */
const NO_LINKS: Links = { episode: () => null, unsubscribe: null, all: null, submit: null };

/** A subscription for nobody, to see the digest of a place with. */
function forNobody(icb: string, since: Day): Subscription {
  return {
    id: `preview-${icb}`,
    channel: { type: 'email', to: 'nobody@preview.example' },
    audience: 'commissioner',
    scope: { type: 'icb', code: icb },
    paces: samePace('weekly'),
    saysNothingNew: true,
    since,
    token: 'preview-preview-preview',
    endedOn: null,
  };
}
