import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverage } from '../../../shared/coverage/coverage.ts';
import { coverageCsv } from '../../../shared/coverage/coverage-csv.ts';
import { coverageJson } from '../../../shared/coverage/coverage-json.ts';
import {
  COVERAGE_COLUMNS,
  type CoverageColumn,
  type CoverageRow,
  DENOMINATORS,
  type Denominator,
  SCOPE_TYPES,
  type ScopeType,
} from '../../../shared/coverage/coverage-row.ts';
import { placeNames } from '../../../shared/coverage/names.ts';
import type { PracticeOnDay } from '../../../shared/coverage/practice-on-day.ts';
import { anyPractice, policy } from './practices.ts';

const names = placeNames([]);
const inForce = policy({ targets: [[90, '2024-03-31']] });

const anyPractices = fc.array(anyPractice, { maxLength: 25 });
const anyBy = fc.constantFrom(...SCOPE_TYPES);
const anyDenominator = fc.constantFrom(...DENOMINATORS);

function rows(practices: readonly PracticeOnDay[], by: ScopeType, denominator: Denominator) {
  return coverage(practices, { by, denominator, policy: inForce, names });
}

/** Asserts a law of the rows for any practices, cut and denominator. */
function forAnyRows(law: (rows: readonly CoverageRow[], practices: PracticeOnDay[]) => void) {
  fc.assert(
    fc.property(anyPractices, anyBy, anyDenominator, (practices, by, denominator) => {
      law(rows(practices, by, denominator), practices);
    }),
  );
}

const sum = (row: CoverageRow, columns: readonly CoverageColumn[]) =>
  columns.reduce((total, column) => total + Number(row[column]), 0);

const STATUS_COLUMNS = [
  'live',
  'opt_in',
  'scheduled',
  'paused_by_letter',
  'working_towards',
  'reverted',
  'conflict',
  'incomplete',
  'no_evidence',
] as const;
/** Counts that are never suppressed. */
const COUNTS = [
  ...STATUS_COLUMNS,
  'practices',
  'restricted',
  'declared_live',
  'paused_with_plan',
  'unreviewed',
  'no_document',
  'out_of_scope',
  'patients',
  'patients_live',
  'patients_outside',
] as const;

describe('for any practices, in every cut and under every denominator', () => {
  test('practices are the sum of the statuses', () => {
    forAnyRows((found) => {
      for (const row of found) expect(sum(row, STATUS_COLUMNS)).toBe(row.practices);
    });
  });

  test('each part is no more than its whole', () => {
    forAnyRows((found) => {
      for (const row of found) {
        expect(row.restricted).toBeLessThanOrEqual(Number(row.live));
        expect(row.declared_live).toBeLessThanOrEqual(Number(row.practices) - Number(row.live));
        expect(row.paused_with_plan).toBeLessThanOrEqual(Number(row.paused_by_letter));
        expect(row.patients_live).toBeLessThanOrEqual(Number(row.patients));
      }
    });
  });

  test('the share of live practices lies between its bounds', () => {
    forAnyRows((found) => {
      for (const row of found.filter((r) => r.practices !== 0)) {
        expect(row.live_pct_lower).toBeLessThanOrEqual(Number(row.live_pct));
        expect(row.live_pct).toBeLessThanOrEqual(Number(row.live_pct_upper));
        expect(row.live_pct_upper).toBeLessThanOrEqual(100);
      }
    });
  });

  test('a percentage is null exactly where its denominator is 0', () => {
    forAnyRows((found) => {
      for (const row of found) {
        for (const column of ['live_pct', 'live_pct_lower', 'live_pct_upper'] as const) {
          expect(row[column] === null).toBe(row.practices === 0);
        }
        expect(row.patients_live_pct === null).toBe(row.patients === 0);
      }
    });
  });

  test('every practice and every registered patient is accounted for once', () => {
    forAnyRows((found, practices) => {
      const total = (column: CoverageColumn) =>
        found.reduce((t, row) => t + Number(row[column]), 0);
      const patients = practices.reduce((t, p) => t + p.patients, 0);
      const out = practices.filter((p) => p.decision.status === 'out-of-scope');
      expect(total('patients') + total('patients_outside')).toBe(patients);
      expect(total('out_of_scope')).toBe(out.length);
    });
  });

  test('no small count of people is shown below national level', () => {
    forAnyRows((found) => {
      for (const row of found.filter((r) => r.scope_type !== 'national')) {
        for (const column of ['online_accounts', 'accounts_with_access'] as const) {
          const isFew = typeof row[column] === 'number' && row[column] >= 1 && row[column] <= 7;
          expect(isFew).toBe(false);
          if (row[column] === '[c]') expect(row.accounts_pct).toBe('[c]');
        }
      }
    });
  });
});

test('the rows of every cut add up to England', () => {
  fc.assert(
    fc.property(anyPractices, anyBy, anyDenominator, (practices, by, denominator) => {
      const [england] = rows(practices, 'national', denominator);
      const cut = rows(practices, by, denominator);
      for (const column of COUNTS) {
        const total = cut.reduce((t, row) => t + Number(row[column]), 0);
        expect(total, column).toBe(england![column]);
      }
    }),
  );
});

test('the order of the practices changes nothing', () => {
  const shuffledToo = anyPractices.chain((practices) =>
    fc.tuple(
      fc.constant(practices),
      fc.shuffledSubarray(practices, { minLength: practices.length }),
    ),
  );
  fc.assert(
    fc.property(shuffledToo, anyBy, anyDenominator, ([practices, shuffled], by, denominator) => {
      expect(rows(shuffled, by, denominator)).toEqual(rows(practices, by, denominator));
    }),
  );
});

test('CSV and JSON carry the same values, column by column', () => {
  forAnyRows((found) => {
    const fromJson = JSON.parse(coverageJson(found)) as CoverageRow[];
    expect(fromJson).toEqual(found);
    const fromCsv: string[][] = parse(coverageCsv(found));
    expect(fromCsv).toEqual([
      [...COVERAGE_COLUMNS],
      ...fromJson.map((row) => COVERAGE_COLUMNS.map((column) => String(row[column] ?? ''))),
    ]);
  });
});
