import type { Table } from '../../coverage/table.ts';
import { picked, type Week } from './rows.ts';
import { type AnnouncedTarget, stoodOn, targetInWords } from './targets.ts';

const KEYS = [
  ...['week', 'practices', 'live', 'live_pct'],
  ...['patients', 'patients_live', 'patients_live_pct'],
];

/** What the chart of coverage is drawn from: rows of the table `trend`, with the targets that stood in each week. */
export function coverageByWeek(
  trend: Table,
  weeks: readonly Week[],
  targets: readonly AnnouncedTarget[],
): Table {
  const { columns, rows } = picked(trend, { keys: KEYS, rows: weeks });
  const stood = weeks.map(({ week }) => targets.filter((target) => stoodOn(target, week)));
  return {
    name: 'coverage-by-week',
    title: 'Coverage by week and announced targets',
    says: 'One row for each week, of open practices. A target stands from the day on which it is announced until it is replaced or withdrawn, also when its date has passed.',
    columns: [...columns, { key: 'targets', heading: 'Targets that stood', holds: 'text' }],
    rows: rows.map((row, i) => ({
      ...row,
      targets: stood[i]!.map(targetInWords).join('; ') || null,
    })),
  };
}
