import { type Day, longDay } from '../../../shared/calendar/day.ts';
import type { CoverageRow, ScopeType } from '../../../shared/coverage/coverage-row.ts';
import { CAUSE_WORDS } from '../../../shared/coverage/moved/cause-words.ts';
import { CAUSES } from '../../../shared/coverage/moved/leg.ts';
import type { MovementRow } from '../../../shared/coverage/moved/movement.ts';
import { byCodeNotKnownLast } from '../../../shared/coverage/scopes.ts';
import type { Column, Row, Table } from '../../../shared/coverage/table.ts';

/** The figures of both ends of one cut, and what lies between them. */
type Movement = {
  readonly from: Day;
  readonly to: Day;
  readonly by: ScopeType;
  readonly before: readonly CoverageRow[];
  readonly after: readonly CoverageRow[];
  readonly rows: readonly MovementRow[];
};

const SAYS = 'What stood before, what each cause added or took away, and what stands now.';
const SHOWN = ['practices', 'live', 'patients', 'patients_live'] as const;

/** The movement so that it adds up before the eyes: of England a row for each cause, else a row for each place. */
export function movedSums(movement: Movement): Table {
  return movement.by === 'national' ? causeByCause(movement) : placeByPlace(movement);
}

function causeByCause({ from, to, before, after, rows }: Movement): Table {
  const whole = (row: CoverageRow | undefined, on: Day) => ({
    cause: `On ${longDay(on)}`,
    ...Object.fromEntries(SHOWN.map((key) => [key, row?.[key] ?? 0])),
  });
  const causes = CAUSES.map((cause): Row => {
    const row = rows.find((one) => one.cause === cause);
    const changes = SHOWN.map((key) => [key, changed(row?.[`${key}_change`])]);
    return {
      cause: CAUSE_WORDS[cause].name,
      cause_code: cause,
      moved: row?.practices_moved ?? 0,
      ...Object.fromEntries(changes),
    };
  });
  return {
    name: 'sums',
    title: 'What changed, by cause',
    says: SAYS,
    columns: [
      { key: 'cause', heading: 'Cause', holds: 'text' },
      { key: 'moved', heading: 'Practices that moved', holds: 'count' },
      { key: 'practices', heading: 'Practices', holds: 'number' },
      { key: 'live', heading: 'Live', holds: 'number' },
      { key: 'patients', heading: 'Registered patients', holds: 'number' },
      { key: 'patients_live', heading: 'Patients at live practices', holds: 'number' },
    ],
    rows: [whole(before[0], from), ...causes, whole(after[0], to)],
  };
}

/** Zero has no sign, also where it was taken away. */
function changed(change: number | undefined): number {
  return change === undefined || change === 0 ? 0 : change;
}

function placeByPlace({ from, to, by, before, after, rows }: Movement): Table {
  const causes = CAUSES.filter((cause) =>
    rows.some((row) => row.cause === cause && row.live_change !== 0),
  );
  const byPlace = Map.groupBy(rows, ({ scope_code }) => scope_code);
  const liveIn = new Map(before.map(({ scope_code, live }) => [String(scope_code), live]));
  const now = new Map(after.map((row) => [String(row.scope_code), row]));
  const names = new Map([...before, ...after].map((row) => [String(row.scope_code), row]));
  const codes = [...byPlace.keys()].sort(byCodeNotKnownLast);
  return {
    name: 'sums',
    title: 'What changed, place by place',
    says: SAYS,
    columns: [
      { key: 'scope_code', heading: 'Code', holds: 'code' },
      { key: 'scope_name', heading: 'Name', holds: 'text' },
      { key: 'moved', heading: 'Practices that moved', holds: 'count' },
      { key: 'live_before', heading: `Live on ${longDay(from)}`, holds: 'count' },
      ...causes.map(
        (cause): Column => ({ key: cause, heading: CAUSE_WORDS[cause].name, holds: 'change' }),
      ),
      { key: 'live_after', heading: `Live on ${longDay(to)}`, holds: 'count' },
    ],
    rows: codes.map((code): Row => {
      const own = byPlace.get(code)!;
      const of = (cause: string) => own.find((row) => row.cause === cause);
      return {
        scope_type: by,
        scope_code: code,
        scope_name: names.get(code)?.scope_name ?? null,
        moved: of('total')?.practices_moved ?? 0,
        live_before: liveIn.get(code) ?? 0,
        ...Object.fromEntries(causes.map((cause) => [cause, changed(of(cause)?.live_change)])),
        live_after: now.get(code)?.live ?? 0,
      };
    }),
  };
}
