import { COVERAGE_COLUMNS, type CoverageRow } from './coverage-row.ts';

/** The rows as a JSON array of objects, keys in column order, two spaces deep; ends with a line feed. */
export function coverageJson(rows: readonly CoverageRow[]): string {
  return `${JSON.stringify(rows, [...COVERAGE_COLUMNS], 2)}\n`;
}
