import { DENOMINATORS } from '../../coverage/coverage-row.ts';
import { CAUSES } from '../../coverage/moved/leg.ts';
import { percentage } from '../../coverage/percentage.ts';
import type { Cell, Row, Table } from '../../coverage/table.ts';
import type { Release } from '../release.ts';
import { MOVEMENT_OF } from '../release-of.ts';

/** Counts that add up over the rows of a cut. Counts of people do not: they are rounded and hidden below England. */
const ADDING = [
  'practices',
  'live',
  'restricted',
  'declared_live',
  'opt_in',
  'scheduled',
  'paused_by_letter',
  'paused_with_plan',
  'working_towards',
  'reverted',
  'incomplete',
  'conflict',
  'no_evidence',
  'unreviewed',
  'no_document',
  'out_of_scope',
  'patients',
  'patients_live',
  'patients_outside',
] as const;
const STATUS_COUNTS = [
  'live',
  'opt_in',
  'scheduled',
  'paused_by_letter',
  'working_towards',
  'reverted',
  'incomplete',
  'conflict',
  'no_evidence',
] as const;
const MOVING = ['practices', 'live', 'patients', 'patients_live'] as const;

/** The release of the whole, and the coverage of the earlier day: what the sums of one release are held against. */
export type Against = { readonly national: Release; readonly before: readonly Row[] };

/**
 * Every sum of a release that does not add up, each as a sentence that names it: none for a sound one.
 * register = in + out + unknown, practices = the nine statuses, levels = the whole, then + who moved = now.
 * (Issue: reconciliation inside the run.)
 */
export function brokenSums(release: Release, against: Against): readonly string[] {
  return [
    ...brokenRows(release),
    ...brokenLevels(release),
    ...brokenDenominators(release),
    ...brokenMovement(release, against.before),
    ...brokenSteps(release),
    ...brokenTrend(release),
    ...brokenLists(release),
    ...brokenAgainst(release, against.national),
  ];
}

function brokenRows({ tables: { coverage } }: Release): string[] {
  return coverage.rows.flatMap((row) => {
    const at = placeOf(row);
    return [
      ...unequal(
        `practices of ${at}`,
        row['practices']!,
        sum(STATUS_COUNTS.map((s) => row[s]!)),
        'its nine statuses',
      ),
      ...unequal(
        `the share of live practices of ${at}`,
        row['live_pct']!,
        percentage(Number(row['live']), Number(row['practices'])),
        'its counts',
      ),
      ...unequal(
        `the share of patients of ${at}`,
        row['patients_live_pct']!,
        percentage(Number(row['patients_live']), Number(row['patients'])),
        'its counts',
      ),
      ...over(
        `patients at live practices of ${at}`,
        row['patients_live']!,
        row['patients']!,
        'its patients',
      ),
      ...over(
        `restricted practices of ${at}`,
        row['restricted']!,
        row['live']!,
        'its live practices',
      ),
    ];
  });
}

/** The rows of every cut add up to the whole: England, or the ICB whose release it is. */
function brokenLevels({ head, tables: { coverage } }: Release): string[] {
  return DENOMINATORS.flatMap((denominator) => {
    const rows = coverage.rows.filter((row) => row['denominator'] === denominator);
    const whole = rows.find((row) => row['scope_code'] === head.scope.code);
    if (whole === undefined) return [`there is no row for ${head.scope.code} (${denominator})`];
    const levels = [...new Set(rows.map((row) => row['scope_type']))];
    return levels.flatMap((level) => {
      const cut = rows.filter((row) => row['scope_type'] === level);
      return ADDING.flatMap((count) =>
        unequal(
          `${count} of ${head.scope.code} (${denominator})`,
          whole[count]!,
          sum(cut.map((row) => row[count]!)),
          `the rows by ${level}`,
        ),
      );
    });
  });
}

function brokenDenominators({ head, tables }: Release): string[] {
  const { denominators, denominator: each, coverage } = tables;
  return DENOMINATORS.flatMap((name) => {
    const rows = denominators.rows.filter((row) => row['denominator'] === name);
    const inside = rows.filter((row) => row['verdict'] === 'in');
    const whole = coverage.rows.find(
      (row) => row['scope_code'] === head.scope.code && row['denominator'] === name,
    );
    const listed = (verdict: string) => each.rows.filter((row) => row[name] === verdict).length;
    return [
      ...unequal(
        `the register (${name})`,
        each.rows.length,
        sum(rows.map((row) => row['practices']!)),
        'in, out and unknown',
      ),
      ...unequal(
        `the register (${name})`,
        each.rows.length,
        sum(['in', 'out', 'unknown'].map(listed)),
        'its practices in, out and unknown',
      ),
      ...unequal(
        `practices (${name})`,
        whole?.['practices'] ?? null,
        sum(inside.map((row) => row['practices']!)),
        'the practices in the denominator',
      ),
      ...unequal(
        `patients (${name})`,
        whole?.['patients'] ?? null,
        sum(inside.map((row) => row['patients']!)),
        'those of the practices in the denominator',
      ),
    ];
  });
}

/** Then + every cause = now, in practices and in patients, for each place that the movement table has. */
function brokenMovement(
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
function brokenSteps({ head, tables: { moved, movement } }: Release): string[] {
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

function brokenTrend({ tables: { trend } }: Release): string[] {
  return trend.rows.flatMap((row) =>
    unequal(
      `practices of ${row['scope_code']} in the week of ${row['week']}`,
      row['practices']!,
      sum(STATUS_COUNTS.map((status) => row[status]!)),
      'its nine statuses',
    ),
  );
}

/** What is listed practice by practice, or aged, or drawn by week, adds up to the headline of open practices. */
function brokenLists({ head, tables }: Release): string[] {
  const isHead = (row: Row) => row['scope_code'] === head.scope.code;
  const whole = tables.coverage.rows.find((row) => isHead(row) && row['denominator'] === 'open');
  if (whole === undefined) return [];
  const open = tables.practices.rows.filter((row) => row['in_open'] === 'yes');
  const last = tables.trend.rows.filter(isHead).at(-1);
  const fresh = tables.freshness.rows.find(isHead);
  return [
    ...unequal('open practices', whole['practices']!, open.length, 'the list of practices'),
    ...unequal(
      'live practices',
      whole['live']!,
      open.filter((row) => row['status'] === 'live').length,
      'the list of practices',
    ),
    ...unequal(
      'patients',
      whole['patients']!,
      sum(open.map((row) => row['patients']!)),
      'the list of practices',
    ),
    ...MOVING.flatMap((count) =>
      unequal(count, whole[count]!, last?.[count] ?? null, 'the last week of the trend'),
    ),
    ...unequal(
      'open practices',
      whole['practices']!,
      fresh === undefined ? null : sum(AGES.map((age) => fresh[age]!)),
      'the ages of what was last heard',
    ),
  ];
}

const AGES = [
  'days_0_to_7',
  'days_8_to_14',
  'days_15_to_28',
  'days_29_to_45',
  'over_45_days',
  'never',
];

/** An ICB's own row says the same as its row in England's release, in everything that is not kept confidential. */
function brokenAgainst({ head, tables }: Release, national: Release): string[] {
  if (head.scope.type === 'national') return [];
  return DENOMINATORS.flatMap((denominator) => {
    const row = rowOf(tables.coverage, head.scope.code, denominator);
    const same = rowOf(national.tables.coverage, head.scope.code, denominator);
    return tables.coverage.columns.flatMap(({ key }) =>
      unequal(
        `${key} (${denominator})`,
        row?.[key] ?? null,
        same?.[key] ?? null,
        'the row in England’s release',
      ),
    );
  });
}

function rowOf(table: Table, code: string, denominator: string): Row | undefined {
  return table.rows.find((row) => row['scope_code'] === code && row['denominator'] === denominator);
}

function placeOf(row: Row): string {
  return `${row['scope_code']} (${row['scope_type']}, ${row['denominator']})`;
}

function placeKey(row: Row): string {
  return `${row['scope_type']} ${row['scope_code']}`;
}

function sum(cells: readonly Cell[]): number {
  return cells.reduce<number>((total, cell) => total + Number(cell), 0);
}

function unequal(what: string, is: Cell, parts: Cell, ofWhat: string): string[] {
  return is === parts ? [] : [`${what}: ${is}, but ${ofWhat} give ${parts}`];
}

function over(what: string, is: Cell, most: Cell, ofWhat: string): string[] {
  return Number(is) <= Number(most) ? [] : [`${what}: ${is}, more than ${ofWhat}: ${most}`];
}
