import { may } from '../../../shared/access/may.ts';
import { byCodeUnits } from '../../../shared/coverage/by-code-units.ts';
import type { PracticeOnDay } from '../../../shared/coverage/practice-on-day.ts';
import type { Table } from '../../../shared/coverage/table.ts';
import { SIGNALS, type Signal, STATUSES, type Status } from '../../../shared/state/decision.ts';
import { sentenceCase } from '../../../shared/state/words.ts';
import type { WebDeps } from '../deps.ts';
import { partOf } from '../list/part-of-list.ts';
import { type Answer, type Asked, reading } from '../route.ts';
import { isAsked, ListAsk } from './list-ask.ts';
import { listView } from './list-page.ts';
import { ListSays } from './list-says.ts';
import { sortKey } from './list-sort.ts';

/** `/practices`: the practices that somebody may see, searched, filtered and sorted. */
export const listRoute = reading({
  path: '/practices',
  about: 'The practices that you may see: search, filter, sort.',
  clocks: true,
  keep: true,
  ask: ListAsk,
  action: 'read-practices',
  on: async () => ({ kind: 'own' }),
  answers: ListSays,
  answer: answerOf,
  page: listView,
});

async function answerOf(deps: WebDeps, asked: Asked<ListAsk>): Promise<Answer<ListSays>> {
  const { ask, member, clocks, query } = asked;
  const { practices } = await deps.world.on(clocks);
  const seen = practices.filter(({ decision, place }) =>
    may(member, 'read-practice', { kind: 'practice', code: decision.practice, ...place }),
  );
  const { status: _, ...beside } = ask;
  const inAnyStatus = seen.filter(isAsked(beside));
  const shown = ask.status === undefined ? inAnyStatus : seen.filter(isAsked(ask));
  const keyOf = sortKey(ask.sort ?? 'practice_code', ask.order ?? 'ascending');
  const keyed = shown.map((practice) => ({ practice, key: keyOf(practice) }));
  keyed.sort((a, b) => byCodeUnits(a.key, b.key));
  const part = partOf(keyed, { keyOf: ({ key }) => key, query });
  return {
    says: {
      as_at: clocks.validAt,
      practices: shown.length,
      patients: shown.reduce((sum, { patients }) => sum + patients, 0),
      by_status: byStatus(inAnyStatus),
      signals: signalsOf(seen),
      page: part.page,
      pages: part.pages,
    },
    tables: [tableOf(part.rows.map(({ practice }) => practice))],
    next: part.next,
  };
}

function byStatus(practices: readonly PracticeOnDay[]): ListSays['by_status'] {
  const counts = new Map<Status, number>();
  for (const { decision } of practices) {
    counts.set(decision.status, (counts.get(decision.status) ?? 0) + 1);
  }
  return STATUSES.flatMap((status) => {
    const count = counts.get(status);
    return count === undefined ? [] : [{ status, practices: count }];
  });
}

function signalsOf(practices: readonly PracticeOnDay[]): Signal[] {
  const found = new Set(practices.flatMap(({ decision }) => decision.signals));
  return SIGNALS.filter((signal) => found.has(signal));
}

/** The rows as page, JSON and CSV have them. */
function tableOf(practices: readonly PracticeOnDay[]): Table {
  return {
    name: 'practices',
    title: 'Practices',
    says: 'One row for each practice.',
    columns: [
      { key: 'practice_code', heading: 'Practice', holds: 'code' },
      { key: 'practice_name', heading: 'Name', holds: 'text' },
      { key: 'status', heading: 'Status', holds: 'text' },
      { key: 'since', heading: 'Since', holds: 'day' },
      { key: 'sub_icb_code', heading: 'Sub-ICB', holds: 'code' },
      { key: 'pcn_code', heading: 'PCN', holds: 'code' },
      { key: 'system_supplier', heading: 'System supplier', holds: 'text' },
      { key: 'patients', heading: 'Registered patients', holds: 'count' },
      { key: 'signals', heading: 'To act on', holds: 'text' },
    ],
    rows: practices.map(({ decision, name, place, supplier, patients, listed }) => ({
      practice_code: decision.practice,
      practice_name: name,
      status: sentenceCase(decision.status),
      since: decision.since,
      sub_icb_code: place.subIcb,
      pcn_code: place.pcn,
      system_supplier: supplier,
      patients: listed ? patients : null,
      signals: decision.signals.map(sentenceCase).join('; ') || 'None',
    })),
  };
}
