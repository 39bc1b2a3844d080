import { type Day, longDay } from '../calendar/day.ts';
import type { CoverageColumn, CoverageRow } from './coverage-row.ts';

import { hasDecimal, type Shown } from './disclosure/shown-count.ts';

type Figure = CoverageRow[CoverageColumn];

/** A whole number with commas over 999, as the NHS service manual writes it: `23,500,000`. */
export function counted(figure: number): string {
  return String(figure).replace(/\B(?=(\d{3})+$)/g, ',');
}

/**
 * A figure of a row as people read it: as `inWords`, and the share of accounts below England with its
 * decimal place only where the row has the people for one.
 */
export function figureInWords(row: CoverageRow, column: CoverageColumn): string {
  const figure = row[column];
  const isWhole =
    column === 'accounts_pct' &&
    row.scope_type !== 'national' &&
    !hasDecimal(row.online_accounts as Shown);
  return isWhole && typeof figure === 'number' ? `${figure}%` : inWords(column, figure);
}

/**
 * A figure as people read it, by the NHS service manual: `4,500`, `81.1%`, `4 December 2023`,
 * `No data` for what is not there. Texts, `[c]` among them, stay as they are.
 */
export function inWords(column: CoverageColumn, figure: Figure): string {
  if (figure === null) return 'No data';
  if (column === 'as_at' || column === 'target_date') return longDay(figure as Day);
  if (typeof figure === 'string') return figure;
  // A target is announced as a whole number; a measured share always shows its one decimal.
  if (column === 'target_pct') return `${figure}%`;
  return column.includes('_pct') ? `${figure.toFixed(1)}%` : counted(figure);
}

/** A change with its sign, a true minus sign among them: `+35`, `−2`, `0`. */
export function changeInWords(change: number): string {
  const size = numberInWords(Math.abs(change));
  return change > 0 ? `+${size}` : change < 0 ? `−${size}` : size;
}

/** Commas over 999 in the whole part; decimals, where there are any, as they are. */
export function numberInWords(number: number): string {
  if (number < 0) return `−${numberInWords(-number)}`;
  const [whole, decimals] = String(number).split('.');
  return decimals === undefined ? counted(Number(whole)) : `${counted(Number(whole))}.${decimals}`;
}
