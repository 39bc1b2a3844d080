import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, instant } from '../../../../shared/calendar/day.ts';
import { applyMapping, isMappedBy } from '../../../../shared/intake/mapping/apply-mapping.ts';
import type { Mapping } from '../../../../shared/intake/mapping/mapping.ts';
import { openText } from '../../../../shared/intake/open/text.ts';
import { readOpened } from '../../../../shared/intake/read-upload.ts';
import { from } from '../readers/return-tables.ts';
import { linesOf, reconciles } from '../uploads-to-read.ts';
import { MAPPING, openedOf, sheetOf, TRACKER } from './tracker.ts';

const icb = (mapping: Mapping | null = MAPPING, asAt: string | null = null) =>
  from('icb', {
    sender: { role: 'icb', org: 'QHM' },
    mapping,
    asAt: asAt === null ? null : day(asAt),
    isRegistered: () => true,
  });
const readTracker = (context = icb(), rows: readonly (readonly string[])[] = TRACKER) =>
  readOpened(openedOf(sheetOf(rows)), context);

describe("an ICB's tracker, as it is", () => {
  test('is read under our headings and in our words, each row under its own number', () => {
    const read = readTracker();
    expect(read).toMatchObject({ kind: 'status-return', rows: 4, refused: null });
    const said = read.taken.flatMap(({ row, statements }) =>
      statements.map(({ practice, kind, asAt, values }) => [row, practice, kind, asAt, values]),
    );
    expect(said).toMatchObject([
      [6, 'A81001', 'declared-status', '2023-12-10', { status: 'live' }],
      [7, 'A81002', 'pause-letter', '2023-12-10', { sentOn: '2022-10-31' }],
      [7, 'A81002', 'declared-status', '2023-12-10', { status: 'paused' }],
      [8, 'A81003', 'plan', '2023-12-10', { targetOn: '2024-03-31' }],
      [8, 'A81003', 'declared-status', '2023-12-10', { status: 'working-towards' }],
    ]);
    expect(reconciles(read)).toBe(true);
  });

  test('a row of which its words leave nothing is told so', () => {
    expect(readTracker().problems).toMatchObject([
      { row: 9, problem: 'the row names a practice and says nothing of it' },
    ]);
  });

  test('the practice speaks through its ICB', () => {
    const [row] = readTracker().taken;
    expect(row?.statements[0]).toMatchObject({ onBehalfOf: 'A81001' });
  });

  test('its sender is told by which mapping, of which day, and what was ignored', () => {
    const warnings = readTracker().warnings.map(({ row, warning }) => [row, warning]);
    expect(warnings).toEqual([
      [
        0,
        'the file was read by the column mapping saved for ICB QHM; as_at_date is 10 December 2023 in every row',
      ],
      [
        5,
        '"PCN" (column 1), "Practice name" (column 3), "RAG" (column 5), "Notes" (column 8) are not columns of this file and were ignored',
      ],
      [8, expect.stringContaining('read as empty')],
    ]);
  });

  test('the day is the one given for the upload, where one was', () => {
    const read = readTracker(icb(MAPPING, '2023-12-04'));
    expect(read.taken[0]?.statements[0]?.asAt).toBe('2023-12-04');
  });

  test('without its mapping it is refused, and nothing is taken', () => {
    const read = readTracker(icb(null));
    expect(read.taken).toEqual([]);
    expect(read.refused).not.toBeNull();
  });

  test('the same as CSV, where a row that is too short still costs only itself', () => {
    const lines = TRACKER.map((cells) => cells.map((cell) => `"${cell}"`).join(','));
    const opened = openText(new TextEncoder().encode(linesOf(...lines, 'South PCN,A81005')));
    const read = readOpened(opened, icb());
    expect(read.taken.map(({ row }) => row)).toEqual([6, 7, 8]);
    expect(read.problems.find(({ row }) => row === 10)?.problem).toBe(
      'the row has 2 cells, fewer than the 8 of this file',
    );
  });

  test('of several sheets the one that is headed so is read', () => {
    const summary = sheetOf(
      [
        ['Total', '4'],
        ['Live', '1'],
      ],
      { name: 'Summary' },
    );
    const opened = openedOf(summary, sheetOf(TRACKER, { name: 'Tracker' }));
    expect(isMappedBy(opened, MAPPING)).toBe(true);
    expect(readOpened(opened, icb()).taken).toHaveLength(3);
  });
});

describe('headings', () => {
  const rowsUnder = (header: readonly string[], ...rows: (readonly string[])[]) =>
    sheetOf([header, ...rows]);

  test.each(['PRACTICE ods', 'practice-ods', 'Practice\nODS ', 'practice_ods *'])(
    '%j counts as Practice ODS',
    (heading) => {
      const sheet = rowsUnder([heading, 'current status'], ['A81001', 'Engaging']);
      const { sheet: mapped } = applyMapping(sheet, MAPPING, day('2023-12-04'));
      expect(mapped.rows.map(({ cells }) => cells)).toEqual([
        ['practice_code', 'declared_status', 'as_at_date'],
        ['A81001', 'working towards', '2023-12-04'],
      ]);
    },
  );

  test('ours still count, and a column of the file is not fixed over', () => {
    const header = ['Practice ODS', 'declared_status', 'As at date'];
    const sheet = rowsUnder(header, ['A81001', 'gone LIVE full', '01/12/2023']);
    const { sheet: mapped, warnings } = applyMapping(sheet, MAPPING, day('2023-12-04'));
    expect(mapped.rows[1]?.cells).toEqual(['A81001', 'live', '01/12/2023']);
    expect(warnings[0]?.warning).not.toContain('in every row');
    expect(warnings.map(({ warning }) => warning).join()).not.toContain('declared_status');
  });

  test('one that the mapping names and the file lacks is told of, with its column', () => {
    const sheet = rowsUnder(['Practice ODS', 'Current status'], ['A81001', 'Engaging']);
    const { warnings } = applyMapping(sheet, MAPPING, day('2023-12-04'));
    expect(warnings.slice(1).map(({ row, warning }) => [row, warning])).toEqual([
      [1, expect.stringMatching(/reads letter_sent_date under "Date letter sent", and no column/)],
      [1, expect.stringMatching(/reads plan_target_date under "Target go-live"/)],
    ]);
  });

  test('both our name and theirs for one column refuse the file', () => {
    const header = ['Practice ODS', 'practice_code', 'Current status'];
    const opened = openedOf(rowsUnder(header, ['A81001', 'A81001', 'Engaging']));
    expect(readOpened(opened, icb()).refused).toMatchObject({
      column: 'practice_code',
      problem: expect.stringContaining('twice (columns 1 and 2)'),
    });
  });

  test.each([
    ['our own return', ['practice_code', 'as_at_date', 'declared_status']],
    ['another file', ['Practice ODS', 'List size']],
    ['an extract', ['practice_code', 'system_supplier', 'extract_date', 'default_access']],
  ])('%s is not read by the mapping', (_, header) => {
    const sheet = rowsUnder(header, ['A81001', 'x', 'y', 'z'].slice(0, header.length));
    expect(isMappedBy(openedOf(sheet), MAPPING)).toBe(false);
    expect(applyMapping(sheet, MAPPING, day('2023-12-04'))).toEqual({ sheet, warnings: [] });
  });

  test('the names that every object has are no words of a mapping', () => {
    const sheet = rowsUnder(
      ['Practice ODS', 'Current status'],
      ['A81001', 'constructor'],
      ['A81002', '__proto__'],
    );
    const { sheet: mapped } = applyMapping(sheet, MAPPING, day('2023-12-04'));
    expect(mapped.rows.slice(1).map(({ cells }) => cells[1])).toEqual(['constructor', '__proto__']);
  });

  test('a word that is nothing but a sign is one too', () => {
    const words = { declared_status: { '–': '', '*': 'live' } };
    const sheet = rowsUnder(['Practice ODS', 'Current status'], ['A81001', ' * '], ['A81002', '–']);
    const { sheet: mapped } = applyMapping(sheet, { ...MAPPING, words }, day('2023-12-04'));
    expect(mapped.rows.slice(1).map(({ cells }) => cells[1])).toEqual(['live', '']);
  });
});

describe('laws', () => {
  const cell = fc.constantFrom('', 'A81001', 'A81002', 'Engaging', 'Green', '31/10/2022', 'x,"y');
  const anyRows = fc.array(fc.array(cell, { minLength: 1, maxLength: 9 }), { maxLength: 12 });

  test('every row of a tracker is taken, a duplicate or rejected, whatever its cells', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const header = TRACKER[4];
        const read = readTracker(icb(), [header, ...rows]);
        expect(reconciles(read)).toBe(true);
      }),
    );
  });

  test('mapping what is mapped already changes no cell', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const on = day('2023-12-04');
        const once = applyMapping(sheetOf([TRACKER[4], ...rows]), MAPPING, on).sheet;
        expect(applyMapping(once, MAPPING, on).sheet).toEqual(once);
      }),
    );
  });
});

test('the day of a summer night is the London one', () => {
  const receivedAt = instant('2023-07-01T23:30:00Z');
  const read = readTracker({ ...icb(), receivedAt });
  expect(read.taken[0]?.statements[0]?.asAt).toBe('2023-07-02');
});
