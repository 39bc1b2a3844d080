import { day, type Instant, isDay, longDay } from '../../calendar/day.ts';
import { changeInWords, numberInWords } from '../../coverage/figure-words.ts';
import type { Cell, Column, Holds, Row } from '../../coverage/table.ts';
import { isWholeShare } from '../whole-share.ts';

/**
 * A cell as people read it, by the NHS service manual: `4,500`, `81.1%`, `4 December 2023`,
 * `+35`, `No data` for what is not there. Texts, `[c]` among them, stay as they are.
 */
export function cellInWords(cell: Cell, holds: Holds): string {
  if (cell === null) return 'No data';
  if (typeof cell === 'string') return holds === 'day' && isDay(cell) ? longDay(cell) : cell;
  if (holds === 'share') return `${cell.toFixed(1)}%`;
  if (holds === 'target') return `${cell}%`;
  if (holds === 'change') return changeInWords(cell);
  return numberInWords(cell);
}

/**
 * A row's cell in words. Below England a share of people has its decimal only where they are many
 * (disclosure control), as in the coverage columns that give it.
 */
export function cellOf(row: Row, { key, holds }: Column): string {
  const isWhole = isWholeShare(row, { key });
  return cellInWords(row[key] ?? null, isWhole ? 'target' : holds);
}

/** A moment by UTC, which no summer time changes: `4 December 2023, 06:00 UTC`. */
export function momentInWords(at: Instant): string {
  return `${longDay(day(at.slice(0, 10)))}, ${at.slice(11, 16)} UTC`;
}

/** `a, b and c`. */
export function listInWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
