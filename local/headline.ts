import type { CoverageColumn, CoverageRow } from '../shared/coverage/coverage-row.ts';
import { inWords } from '../shared/coverage/figure-words.ts';

/** The national headline in two sentences: practices with their bounds, then patients. */
export function headline(row: CoverageRow): string {
  const said = (column: CoverageColumn) => inWords(column, row[column]);
  const bounds = `between ${said('live_pct_lower')} and ${said('live_pct_upper')}, unknowns counted both ways; switch-ons since the latest extracts are not in it`;
  return [
    `${said('as_at')}: ${said('live')} of ${said('practices')} ${row.denominator} practices are live (${said('live_pct')}; ${bounds}).`,
    `They have ${said('patients_live')} of ${said('patients')} registered patients (${said('patients_live_pct')}).`,
  ].join('\n');
}
