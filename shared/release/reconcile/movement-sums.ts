import { CAUSES } from '../../coverage/moved/leg.ts';
import type { Cell, Row } from '../../coverage/table.ts';
import type { Release } from '../release.ts';
import { MOVEMENT_OF } from '../release-of.ts';
import { MOVING, STATUS_COUNTS, sum, unequal } from './compare.ts';

/** Then + every cause = now, in practices and in patients, for each place that the movement table has. */
export function brokenMovement(
  { head, tables: { movement, coverage } }: Release,
  before: readonly Row[],
): string[] {
  const open = (rows: readonly Row[]) =>
    new Map(rows.filter((row) => row['denominator'] === 'open').map((row) => [placeKey(row), row]));
  const [then, now] = [open(before), open(coverage.rows)];
  const moved = new Map<string, Row[]>();
  for (const row of movement.rows) {
    if (!(CAUSES as readonly Cell[]).includes(row['cause']!)) continue;
    const rows = moved.get(placeKey(row)) ?? [];
    rows.push(row);
    moved.set(placeKey(row), rows);
  }
  const shown = new Set<string>(MOVEMENT_OF[head.scope.type]);
  const places = [...new Set([...then.keys(), ...now.keys()])].filter((key) =>
    shown.has(key.split(' ')[0]!),
  );
  return places.flatMap((key) =>
    MOVING.flatMap((count) =>
      unequal(
        `${count} of ${key}`,
        now.get(key)?.[count] ?? 0,
        sum([
          then.get(key)?.[count] ?? 0,
          ...(moved.get(key) ?? []).map((row) => row[`${count}_change`]!),
        ]),
        'what it was and who moved',
      ),
    ),
  );
}

/** Every step of every practice adds up to the total of who moved; an ICB's log also has those who left it or came. */
export function brokenSteps({ head, tables: { moved, movement } }: Release): string[] {
  if (head.scope.type === 'icb') return [];
  const total = movement.rows.find(
    (row) => row['cause'] === 'total' && row['scope_code'] === 'ENGLAND',
  );
  return MOVING.map((count) => `${count}_change`).flatMap((change) =>
    unequal(
      `${change} of who moved`,
      total?.[change] ?? 0,
      sum(moved.rows.map((row) => row[change]!)),
      'the steps of the practices',
    ),
  );
}

/** In every week and place the nine statuses add up to the practices. */
export function brokenTrend({ tables: { trend } }: Release): string[] {
  return trend.rows.flatMap((row) =>
    unequal(
      `practices of ${row['scope_code']} in the week of ${row['week']}`,
      row['practices']!,
      sum(STATUS_COUNTS.map((status) => row[status]!)),
      'its nine statuses',
    ),
  );
}

function placeKey(row: Row): string {
  return `${row['scope_type']} ${row['scope_code']}`;
}
