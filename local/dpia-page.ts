import { isDay, longDay } from '../shared/calendar/day.ts';
import type { DpiaColumn, DpiaRow } from '../shared/coverage/dpia-register.ts';
import { counted } from './words.ts';

/** What the table shows of each; CSV and JSON have every column. */
const SHOWN: readonly (readonly [heading: string, column: DpiaColumn])[] = [
  ['ICB', 'icb_code'],
  ['Code', 'practice_code'],
  ['Name', 'practice_name'],
  ['Completed', 'completed_on'],
  ['Signed', 'signed'],
  ['Outcome', 'outcome'],
  ['Review on', 'review_on'],
  ['Overdue', 'review_overdue'],
  ['Documents', 'documents_seen'],
  ['Review', 'review'],
  ['Replied', 'replied_on'],
  ['Source', 'source'],
];
const LONGEST = 32;

/** The register of DPIAs for a terminal: a line for each practice, and how many there are. */
export function dpiaPage(rows: readonly DpiaRow[]): string {
  if (rows.length === 0) return 'No DPIA is known of any such practice on that day.';
  const cells = [
    SHOWN.map(([heading]) => heading),
    ...rows.map((row) => SHOWN.map(([, column]) => worded(row[column]))),
  ];
  const widths = SHOWN.map((_, i) => Math.max(...cells.map((line) => line[i]!.length)));
  const lines = cells.map((line) =>
    line
      .map((text, i) => text.padEnd(widths[i]!))
      .join('  ')
      .trimEnd(),
  );
  const total = `${counted(rows.length, 'practice')} with a DPIA. Every column: --format csv or json`;
  return [...lines, '', total].join('\n');
}

function worded(value: DpiaRow[DpiaColumn]): string {
  if (value === null) return 'No data';
  const text = String(value);
  if (isDay(text)) return longDay(text);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
