import { DENOMINATORS } from '../../coverage/coverage-row.ts';
import { percentage } from '../../coverage/percentage.ts';
import type { Row, Table } from '../../coverage/table.ts';
import type { Release } from '../release.ts';
import { over, STATUS_COUNTS, sum, unequal } from './compare.ts';
import { brokenLists } from './list-sums.ts';
import { brokenMovement, brokenSteps, brokenTrend } from './movement-sums.ts';

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
