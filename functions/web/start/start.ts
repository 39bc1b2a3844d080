import * as z from 'zod';
import { may } from '../../../shared/access/may.ts';
import { ROLES } from '../../../shared/access/member.ts';
import { longDay } from '../../../shared/calendar/day.ts';
import type { PracticeOnDay } from '../../../shared/coverage/practice-on-day.ts';
import type { Table } from '../../../shared/coverage/table.ts';
import { sentenceCase } from '../../../shared/state/words.ts';
import { placesFor } from '../frame.ts';
import { type Answer, reading, type View } from '../route.ts';
import { tableView } from '../table-view.ts';

const Says = z.object({
  name: z.string(),
  role: z.enum(ROLES),
  on: z.string(),
  places: z.array(z.object({ href: z.string(), text: z.string(), about: z.string() })),
});
type Says = z.infer<typeof Says>;

/** People who act for practices see theirs at once; lists of an ICB's have a page of their own. */
const FEW = 60;

/** The start page: who is signed in, their practices where these are few, and what they can do here. */
export const startRoute = reading({
  path: '/',
  about: 'Who you are here, your practices, and what you can do.',
  action: 'read-guidance',
  ask: z.object({}),
  on: async () => ({ kind: 'guidance' }),
  answers: Says,
  async answer(deps, { member, clocks }) {
    const { name, role, scope } = member;
    const isOfPractices = scope.type === 'practices' || scope.type === 'pcn';
    const onDay = isOfPractices ? await deps.world.on(clocks) : null;
    const own = (onDay?.practices ?? []).filter(({ decision, place }) =>
      may(member, 'read-practice', { kind: 'practice', code: decision.practice, ...place }),
    );
    const places = placesFor(member).map(({ href, text, about }) => ({ href, text, about }));
    return {
      says: { name, role, on: clocks.validAt, places },
      tables: isOfPractices ? [practicesTable(own.slice(0, FEW))] : [],
    };
  },
  page: startView,
});

function practicesTable(practices: readonly PracticeOnDay[]): Table {
  return {
    name: 'practices',
    title: 'Your practices',
    says: 'Each practice for which you act, and its status.',
    columns: [
      { key: 'practice_code', heading: 'Practice', holds: 'code' },
      { key: 'practice_name', heading: 'Name', holds: 'text' },
      { key: 'status', heading: 'Status', holds: 'text' },
      { key: 'since', heading: 'Since', holds: 'day' },
      { key: 'signals', heading: 'To act on', holds: 'text' },
    ],
    rows: practices.map(({ decision, name }) => ({
      practice_code: decision.practice,
      practice_name: name,
      status: sentenceCase(decision.status),
      since: decision.since,
      signals: decision.signals.map(sentenceCase).join('; ') || 'Nothing',
    })),
  };
}

function startView({ says, tables: [own] }: Answer<Says>): View {
  const isOne = own?.rows.length === 1;
  const list =
    own === undefined
      ? null
      : tableView(own, {
          href: (row, key) =>
            key === 'practice_code' ? `/practices/${String(row['practice_code'])}` : null,
        });
  return {
    view: 'start/start.njk',
    title: isOne ? 'Your practice' : 'Start',
    data: { ...says, on: longDay(says.on as never), list, isEmpty: own?.rows.length === 0 },
  };
}
