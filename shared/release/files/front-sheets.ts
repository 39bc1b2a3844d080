import type { WriteSheet } from 'hucre/xlsx';
import { longDay } from '../../calendar/day.ts';
import type { Table } from '../../coverage/table.ts';
import type { ReleaseHead } from '../release.ts';
import { plainSheet, sheetNameOf } from './table-sheet.ts';

/** What the workbook is, in a small table. */
export function coverSheet(head: ReleaseHead): WriteSheet {
  const { week, scope, version, note, clocks, comparedWith, codeVersion } = head;
  const place =
    scope.name === null
      ? scope.code
      : scope.code === 'ENGLAND'
        ? scope.name
        : `${scope.name} (${scope.code})`;
  return plainSheet(head, {
    name: 'cover',
    title: `Automatic access to GP records: coverage in ${place}`,
    says: 'How many GP practices give patients automatic access to new entries in their record. Management information, not official statistics.',
    headings: ['About this release', 'Detail'],
    widths: [30, 90],
    rows: [
      ['Week', longDay(week)],
      ['Place', place],
      ['Version', version],
      ['Why this version', note ?? 'The first of this week.'],
      ['The day it is about', longDay(clocks.validAt)],
      ['As known at', momentOf(clocks.knownAt)],
      ['Under the rules of', longDay(clocks.rulesAt)],
      [
        'Compared with',
        `${longDay(comparedWith.validAt)}, as known at ${momentOf(comparedWith.knownAt)}`,
      ],
      ['Code version', codeVersion],
      ['How to check a copy', 'rollout verify FOLDER, with manifest.json beside this file.'],
    ],
  });
}

/** A link to every sheet that follows. */
export function contentsSheet(head: ReleaseHead, tables: readonly Table[]): WriteSheet {
  const rows = [
    ['notes', 'Notes and shorthand'],
    ...tables.map(({ name, title }) => [sheetNameOf(name), title]),
  ];
  return plainSheet(head, {
    name: 'contents',
    title: 'Contents',
    says: 'Each name is a link to its sheet.',
    headings: ['Sheet', 'What it shows'],
    widths: [24, 90],
    rows,
    linked: true,
  });
}

function momentOf(instant: string): string {
  return `${longDay(instant.slice(0, 10) as ReleaseHead['week'])} ${instant.slice(11, 16)} UTC`;
}
