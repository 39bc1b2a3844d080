import type { WriteSheet } from 'hucre/xlsx';
import type { Table } from '../../coverage/table.ts';
import type { ReleaseHead } from '../release.ts';
import { plainSheet } from './table-sheet.ts';

/** One numbered note of the workbook; a text that several columns share is one note. */
export type Note = { readonly number: number; readonly text: string };

/** Gathers the notes of all columns, numbered in the order in which they are first met. */
export function notesOf(tables: readonly Table[]): readonly Note[] {
  const texts = new Set(tables.flatMap(({ columns }) => columns.flatMap(({ note }) => note ?? [])));
  return [...texts].map((text, at) => ({ number: at + 1, text }));
}

/** The sheet of notes, the shorthand first. */
export function notesSheet(head: ReleaseHead, notes: readonly Note[]): WriteSheet {
  return plainSheet(head, {
    name: 'notes',
    title: 'Notes',
    says: 'The headings of the other sheets name these notes in square brackets.',
    headings: ['Note', 'Meaning'],
    widths: [12, 110],
    rows: [
      [
        '[c]',
        'Confidential: a count of 1 to 7 people, or one from which such a count could be worked out.',
      ],
      ['[x]', 'Not available: there is none, or nobody has said.'],
      ...notes.map(({ number, text }) => [`[note ${number}]`, text]),
    ],
  });
}
