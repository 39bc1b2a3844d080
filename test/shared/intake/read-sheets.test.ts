import { describe, expect, test } from 'vitest';
import type { Opened, Sheet } from '../../../shared/intake/open/opened.ts';
import { kindOf, readOpened } from '../../../shared/intake/read-upload.ts';
import { from } from './readers/return-tables.ts';
import { reconciles } from './uploads-to-read.ts';

type Made = Partial<Omit<Sheet, 'rows'>> & { rows?: readonly (readonly string[])[]; from?: number };
/** A sheet whose rows follow one another, each as wide as the widest, as they come from a workbook. */
function sheet({ rows = [], from: first = 1, ...over }: Made): Sheet {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const wide = rows.map((cells) => [...cells, ...Array<string>(width - cells.length).fill('')]);
  const numbered = wide.map((cells, i) => ({ row: first + i, cells }));
  return { name: 'Sheet1', hidden: false, broken: [], refused: null, ...over, rows: numbered };
}
const workbook = (...sheets: readonly Sheet[]): Opened => ({
  as: 'sheets',
  sheets,
  asides: [],
  warnings: [],
});
const read = (...sheets: readonly Sheet[]) => readOpened(workbook(...sheets), from('icb'));
const said = (result: ReturnType<typeof read>) => result.warnings.map(({ warning }) => warning);

const HEADER = ['Practice Code', 'As-at\nDate ', 'declared_status'];
const LIVE = ['A81001', '2023-12-04', 'live'];
const PAUSED = ['A81002', '2023-12-04', 'paused'];

describe('the header is found below titles', () => {
  test.each<[string, Made, number[]]>([
    ['in the first row', { rows: [HEADER, LIVE] }, [2]],
    [
      'below two titles, wider than they are',
      { rows: [['Our tracker'], ['As at', '4 December 2023'], HEADER, LIVE, PAUSED] },
      [4, 5],
    ],
    ['in a sheet that begins further down', { rows: [HEADER, LIVE], from: 7 }, [8]],
    ['below titles wider than the table', { rows: [['a', 'b', 'c', 'd', 'e'], HEADER, LIVE] }, [3]],
    [
      'with notes beside the rows',
      {
        rows: [
          [...HEADER, '', ''],
          [...LIVE, '', 'rang them'],
        ],
      },
      [2],
    ],
  ])('%s', (_, made, rows) => {
    const result = read(sheet(made));
    expect(result).toMatchObject({ kind: 'status-return', problems: [], refused: null });
    expect(result.taken.map(({ row }) => row)).toEqual(rows);
    expect(reconciles(result)).toBe(true);
  });

  test('and what is wrong with it is told with its row', () => {
    const rows = [['Title'], ['Practice code', 'declared status'], ['A81001', 'live']];
    expect(read(sheet({ rows, from: 3 })).refused).toMatchObject({ row: 4, column: 'as_at_date' });
  });
});

describe('of several sheets one is read', () => {
  const other = sheet({ name: 'Notes to all', rows: [['Fill in the next sheet']] });

  test.each<[string, Sheet[], string, RegExp | null]>([
    [
      'the one with a header',
      [other, sheet({ name: 'Two', rows: [HEADER, LIVE] })],
      'A81001',
      /^the sheet "Two" was read, out of 2$/,
    ],
    [
      'a visible one before a hidden one',
      [
        sheet({ name: 'Old', hidden: true, rows: [HEADER, PAUSED] }),
        sheet({ name: 'New', rows: [HEADER, LIVE] }),
      ],
      'A81001',
      /^the sheet "New" was read, out of 2; not read: "Old" \(status-return\)/,
    ],
    [
      'one with rows before one with a header alone',
      [sheet({ name: 'Empty', rows: [HEADER] }), sheet({ name: 'Full', rows: [HEADER, LIVE] })],
      'A81001',
      /^the sheet "Full" was read/,
    ],
    [
      'the first of two alike',
      [
        sheet({ name: 'One', rows: [HEADER, LIVE] }),
        sheet({ name: 'Two', rows: [HEADER, PAUSED] }),
      ],
      'A81001',
      /^the sheet "One" was read, out of 2; not read: "Two"/,
    ],
    [
      'a hidden one if there is no other',
      [other, sheet({ name: 'H', hidden: true, rows: [HEADER, LIVE] })],
      'A81001',
      /^the sheet "H", which is hidden, was read/,
    ],
  ])('%s', (_, sheets, practice, warning) => {
    const result = read(...sheets);
    expect(result.taken.map(({ statements }) => statements[0]?.practice)).toEqual([practice]);
    expect(said(result)[0]).toMatch(warning!);
    expect(kindOf(workbook(...sheets))).toBe('status-return');
  });

  test('and only its own cells are told of', () => {
    const warnings = (warning: string) => [{ row: 2, column: 'B', warning }];
    const result = read(
      sheet({ name: 'Old', hidden: true, rows: [HEADER], warnings: warnings('of the old one') }),
      sheet({ name: 'New', rows: [HEADER, LIVE], warnings: warnings('of the new one') }),
    );
    expect(said(result)).toContain('of the new one');
    expect(said(result)).not.toContain('of the old one');
  });
});

describe('a workbook with none of ours is refused', () => {
  test('with the row that comes nearest to a header, and what it lacks', () => {
    const rows = [['Our tracker'], ['Practice code', 'supplier', 'Date'], ['A81001', 'TPP', 'x']];
    expect(read(sheet({ rows }))).toMatchObject({
      kind: null,
      taken: [],
      refused: {
        row: 2,
        problem: expect.stringMatching(
          /^row 2 is not the header of a file that is taken: it comes nearest to status-return, and lacks as_at_date$/,
        ),
        remedy: expect.stringContaining('pcn-membership: Partner Organisation Code'),
      },
    });
  });

  test('with what every kind is headed by, where nothing comes near', () => {
    const { refused } = read(
      sheet({ hidden: true, rows: [HEADER.slice(0, 1)] }),
      sheet({ rows: [['Sums'], ['1']] }),
    );
    expect(refused?.problem).toMatch(/^the first row is not the header of a file that is taken$/);
  });
});
