import { type Day, longDay } from '../../../shared/calendar/day.ts';
import type { CoverageRow } from '../../../shared/coverage/coverage-row.ts';
import { byCodeNotKnownLast } from '../../../shared/coverage/scopes.ts';
import type { Cell, Column, Holds, Row, Table } from '../../../shared/coverage/table.ts';
import { coverageTableOf } from '../../../shared/release/tables/coverage.ts';

/** What of each row is held against the other week. */
const COMPARED = [
  'live',
  'live_pct',
  'practices',
  'opt_in',
  'scheduled',
  'paused_by_letter',
  'working_towards',
  'reverted',
  'incomplete',
  'conflict',
  'no_evidence',
  'patients',
  'patients_live',
  'patients_live_pct',
] as const satisfies readonly (keyof CoverageRow)[];

type Sides = {
  readonly from: Day;
  readonly to: Day;
  readonly before: readonly CoverageRow[];
  readonly after: readonly CoverageRow[];
};

/** The rows of two weeks side by side, with the difference; a place that one of them does not have has no figures there. */
export function compareTable({ from, to, before, after }: Sides): Table {
  const { columns } = coverageTableOf([]);
  const earlier = byCode(before);
  const later = byCode(after);
  const codes = [...new Set([...earlier.keys(), ...later.keys()])].sort(byCodeNotKnownLast);
  return {
    name: 'compare',
    title: `${longDay(from)} and ${longDay(to)}`,
    says: 'One row for each place: its figures in both weeks, and the later less the earlier; of percentages in points.',
    columns: [
      { key: 'scope_type', heading: 'Level', holds: 'text' },
      { key: 'scope_code', heading: 'Code', holds: 'code' },
      { key: 'scope_name', heading: 'Name', holds: 'text' },
      ...COMPARED.flatMap((key) => {
        const { heading, holds } = columns.find((column) => column.key === key)!;
        return threeOf({ key, heading, holds }, from, to);
      }),
    ],
    rows: codes.map((code) => rowOf(earlier.get(code), later.get(code))),
  };
}

function byCode(rows: readonly CoverageRow[]): ReadonlyMap<string, CoverageRow> {
  return new Map(rows.map((row) => [String(row.scope_code), row]));
}

function threeOf({ key, heading, holds }: Column, from: Day, to: Day): readonly Column[] {
  const isShare = holds === 'share';
  const change: { heading: string; holds: Holds } = isShare
    ? { heading: `${heading}, change in points`, holds: 'change' }
    : { heading: `${heading}, change`, holds: 'change' };
  return [
    { key: `${key}_from`, heading: `${heading}, ${longDay(from)}`, holds },
    { key: `${key}_to`, heading: `${heading}, ${longDay(to)}`, holds },
    { key: `${key}_change`, ...change },
  ];
}

function rowOf(before: CoverageRow | undefined, after: CoverageRow | undefined): Row {
  const { scope_type, scope_code, scope_name } = (after ?? before)!;
  const row: Record<string, Cell> = { scope_type, scope_code, scope_name };
  for (const key of COMPARED) {
    const [was, is] = [before?.[key] ?? null, after?.[key] ?? null];
    row[`${key}_from`] = was;
    row[`${key}_to`] = is;
    row[`${key}_change`] = differenceOf(was, is);
  }
  return row;
}

/** To one decimal, as the percentages have it. */
function differenceOf(was: Cell, is: Cell): number | null {
  if (typeof was !== 'number' || typeof is !== 'number') return null;
  return Math.round((is - was) * 10) / 10;
}
