import type { Mapping } from '../../../../shared/intake/mapping/mapping.ts';
import type { OpenedSheets, Sheet } from '../../../../shared/intake/open/opened.ts';

/** Rows of cells as an opened sheet has them: blank rows are left out and keep their number. */
export function sheetOf(rows: readonly (readonly string[])[], over: Partial<Sheet> = {}): Sheet {
  const filled = rows
    .map((cells, at) => ({ row: at + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  return { name: null, hidden: false, rows: filled, broken: [], refused: null, ...over };
}

export function openedOf(...sheets: readonly Sheet[]): OpenedSheets {
  return { as: 'sheets', sheets, asides: [], warnings: [] };
}

/**
 * An ICB's tracker as people keep it: a title over merged cells, a row of groups above the headings,
 * the network merged over its practices, words and colours of its own, a total at the end.
 */
export const TRACKER = [
  ['NENC record access tracker', '', '', '', '', '', '', ''],
  ['Last edited by the digital team', '', '', '', '', '', '', ''],
  ['', '', '', '', '', '', '', ''],
  ['', '', '', 'Where it is', '', 'Letter', 'Plan', ''],
  [
    'PCN',
    'Practice ODS',
    'Practice name',
    'Current\nstatus',
    'RAG',
    'Date letter sent',
    'Target go-live',
    'Notes',
  ],
  ['North PCN', 'a81001', 'The Surgery', 'Gone live - full', 'Green', '', '', ''],
  ['', 'A81002', 'Other Surgery', 'Paused (letter)', 'Red', '31/10/2022', '', 'rang them'],
  ['', 'A81003', 'Third Surgery', 'Engaging', 'Amber', 'n/a', '31/03/2024', ''],
  ['South PCN', 'A81004', 'Fourth Surgery', 'No contact', 'Red', '', '', ''],
] as const;

/** What that ICB saved for it. */
export const MAPPING: Mapping = {
  kind: 'status-return',
  sender: { role: 'icb', org: 'QHM' },
  columns: {
    'Practice ODS': 'practice_code',
    'Current status': 'declared_status',
    'Date letter sent': 'letter_sent_date',
    'Target go-live': 'plan_target_date',
  },
  words: {
    declared_status: {
      'Gone live - full': 'live',
      'Paused (letter)': 'paused',
      Engaging: 'working towards',
      'No contact': '',
    },
  },
  fixed: { as_at_date: 'as-at' },
};
