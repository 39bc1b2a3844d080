import type { Clocks } from '../shared/calendar/clocks.ts';
import { longDay } from '../shared/calendar/day.ts';
import { counted } from '../shared/coverage/figure-words.ts';
import type { Table } from '../shared/coverage/table.ts';
import { type Flip, flipCounts } from '../shared/coverage/what-if/impact.ts';
import { flipsTable } from '../shared/coverage/what-if/what-if-tables.ts';
import { cellInWords } from '../shared/release/page/cell-words.ts';
import { tableText } from './table-text.ts';

/** Practices that a page lists; a file has them all. */
const MOST_LISTED = 40;

export type WhatIf = {
  readonly at: Clocks;
  /** What is assumed, a sentence each. */
  readonly assumed: readonly string[];
  /** What of it has no effect, and why. */
  readonly noted: readonly string[];
  readonly figures: Table;
  readonly flips: readonly Flip[];
};

/** A what-if as people read it: what is assumed, the figures, how many change and how, and which. */
export function whatIfPage({ at, assumed, noted, figures, flips }: WhatIf): string {
  const { validAt, rulesAt } = at;
  const rules = rulesAt === validAt ? 'that day' : longDay(rulesAt);
  return [
    `What if, on ${longDay(validAt)} under the rules of ${rules}:`,
    ...assumed.map((one) => `- ${one}`),
    ...(noted.length === 0 ? [] : ['', ...noted.map((one) => `Note: ${one}`)]),
    '',
    ...(figures.rows.length === 0 ? [] : [tableText(inFigures(figures), KEYS), '']),
    ...flipLines(flips),
    '',
    'Nothing was written. Every practice and column: --format csv or json',
  ].join('\n');
}

const KEYS = ['scope_code', 'scope_name', 'figure', 'before', 'after', 'change'];

/** The same, with shares as shares: one column holds counts and percentages. */
function inFigures(figures: Table): Table {
  const rows = figures.rows.map((row) => {
    const holds = String(row['figure']).includes('_pct') ? 'share' : 'count';
    const [before, after] = [row['before'] ?? null, row['after'] ?? null];
    return { ...row, before: cellInWords(before, holds), after: cellInWords(after, holds) };
  });
  return { ...figures, rows };
}

/** How practices change, most frequent first, then the first of them one a line. */
export function flipLines(flips: readonly Flip[], most = MOST_LISTED): readonly string[] {
  if (flips.length === 0) return ['No practice changes its status, a label or a signal.'];
  const counts = flipCounts(flips).map(({ how, practices }) => `  ${counted(practices)}: ${how}`);
  const listed = flips.slice(0, most);
  const keys = ['practice_code', 'practice_name', 'icb_code', 'patients', 'changes'];
  const isCut = listed.length < flips.length;
  return [
    `${counted(flips.length)} ${flips.length === 1 ? 'practice changes' : 'practices change'}:`,
    ...counts,
    '',
    tableText(flipsTable(listed), keys),
    ...(isCut ? [`… and ${counted(flips.length - listed.length)} more`] : []),
  ];
}
