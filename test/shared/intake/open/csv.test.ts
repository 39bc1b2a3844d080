import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../../shared/intake/open/csv.ts';

const rowsOf = (text: string) => readCsv(text).records.map(({ row, cells }) => [row, ...cells]);
const brokenOf = (text: string) => readCsv(text).broken.map(({ row, problem }) => [row, problem]);

const OPEN = 'a quotation mark is opened in this row and not closed';
const AFTER = 'text follows a closing quotation mark';
const INSIDE = 'a quotation mark stands inside a cell that is not in quotation marks';

describe('a file that is as it should be', () => {
  test.each<[string, string, (string | number)[][]]>([
    [
      'LF',
      'a,b\n1,2\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'no line end after the last row',
      'a,b\n1,2',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'CRLF',
      'a,b\r\n1,2\r\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'CR',
      'a,b\r1,2\r',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'mixed line ends',
      'a\r\n1\r2\n3',
      [
        [1, 'a'],
        [2, '1'],
        [3, '2'],
        [4, '3'],
      ],
    ],
    [
      'a byte order mark',
      '\uFEFFa,b\n1,2',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'blank rows count and hold nothing',
      'a,b\n\n1,2\n,\n\n3,4\n\n\n',
      [
        [1, 'a', 'b'],
        [3, '1', '2'],
        [6, '3', '4'],
      ],
    ],
    [
      'quotes around a comma',
      'a,b\n"1, one",2',
      [
        [1, 'a', 'b'],
        [2, '1, one', '2'],
      ],
    ],
    ['a comma last in a quoted cell', '"HALL,",b\n', [[1, 'HALL,', 'b']]],
    ['doubled quotes', '"say ""yes""",b\n', [[1, 'say "yes"', 'b']]],
    ['blanks around quotes', 'a, "1" ,b\n', [[1, 'a', '1', 'b']]],
    [
      'a row over several lines is one row',
      'a,b\n"1\r\n\r\n2",x\n3,y',
      [
        [1, 'a', 'b'],
        [2, '1\r\n\r\n2', 'x'],
        [3, '3', 'y'],
      ],
    ],
    [
      'ragged rows are left as they are',
      'a,b\n1\n1,2,3',
      [
        [1, 'a', 'b'],
        [2, '1'],
        [3, '1', '2', '3'],
      ],
    ],
    ['nothing', '', []],
  ])('%s', (_, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
    expect(readCsv(text)).toMatchObject({ broken: [], refused: null });
  });
});

describe('a row with bad quotes costs no other row', () => {
  test.each<[string, string[], number[], [number, string][]]>([
    ['never closed, last row', ['1,x', '2,"y'], [1, 2], [[3, OPEN]]],
    ['never closed, in the middle', ['1,x', '2,"y', '3,z', '4,z'], [1, 2, 4, 5], [[3, OPEN]]],
    [
      'never closed, twice',
      ['1,"x', '2,y', '3,"z', '4,z'],
      [1, 3, 5],
      [
        [2, OPEN],
        [4, OPEN],
      ],
    ],
    ['never closed, in the first cell', ['"1,x', '2,y'], [1, 3], [[2, OPEN]]],
    [
      'never closed, and a good row over several lines below',
      ['1,"x', '2,"y', 'y"', '3,z'],
      [1, 3, 4],
      [[2, OPEN]],
    ],
    [
      'closed by a quote rows below, so that a row would swallow others',
      ['A81001,"x', 'A81002,y', 'A81003,z"', 'A81004,z'],
      [1, 3, 5],
      [
        [2, OPEN],
        [4, INSIDE],
      ],
    ],
    ['text after a quote', ['1,"x"y', '2,z'], [1, 3], [[2, AFTER]]],
    ['text after a quote and a blank', ['1,"x" y', '2,z'], [1, 3], [[2, AFTER]]],
    ['a quote inside a cell', ['1,x"y', '2,z'], [1, 3], [[2, INSIDE]]],
    [
      'bad rows only',
      ['1,x"y', '2,"z"z'],
      [1],
      [
        [2, INSIDE],
        [3, AFTER],
      ],
    ],
    ['blank rows before it count', ['', '', '1,"x', '2,y'], [1, 5], [[4, OPEN]]],
  ])('%s', (_, lines, rows, broken) => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['a,b', ...lines].join(end);
      expect(rowsOf(text).map(([row]) => row)).toEqual(rows);
      expect(brokenOf(text)).toEqual(broken);
    }
  });

  test('a few bad rows among many', () => {
    const lines = Array.from({ length: 2_000 }, (_, i) => `${i},"x"`);
    for (const bad of [0, 700, 701, 1_999]) lines[bad] = `${bad},"x`;
    const { records, broken } = readCsv(`a,b\n${lines.join('\n')}`);
    expect(records).toHaveLength(2_001 - 4);
    expect(broken.map(({ row }) => row)).toEqual([2, 702, 703, 2_001]);
  });

  test('what is said of a bad row names the remedy and repeats nothing of it', () => {
    const [problem] = readCsv('a,b\n1,"Jane Doe').broken;
    expect(problem).toMatchObject({ row: 2, column: null, found: null });
    expect(problem?.remedy).toContain('Take the quotation mark out');
  });
});

describe('the text of what could not be taken apart is kept for screening', () => {
  test.each<[string, string, { row: number; text: string }[]]>([
    ['nothing of a good file', 'a,b\n1,2\n', []],
    ['a bad row', 'a,b\n1,x"y\n2,z\n', [{ row: 2, text: '1,x"y\n' }]],
    ['a quote that stays open', 'a,b\n1,"x\n2,z', [{ row: 2, text: '1,"x\n' }]],
    [
      'all that comes after too many bad rows',
      `${'a"b\n'.repeat(5_001)}the rest\nof it`,
      [{ row: 5_002, text: 'the rest\nof it' }],
    ],
    [
      'all of a file of too many lines',
      '\n'.repeat(300_000),
      [{ row: 1, text: '\n'.repeat(300_000) }],
    ],
  ])('%s', (_, text, unread) => {
    const read = readCsv(text);
    expect(read.unread.slice(-1)).toEqual(unread);
    expect(read.unread.slice(0, read.broken.length).map(({ row }) => row)).toEqual(
      read.broken.map(({ row }) => row),
    );
  });
});

test('a file whose quotes are wrong throughout is refused', () => {
  const { refused } = readCsv('a"b\n'.repeat(5_001));
  expect(refused?.problem).toContain('more than 5000 rows');
});

describe('a file that would come to too many rows or cells is refused before it is taken apart', () => {
  test.each([
    ['line feeds', 'a,b\n'.repeat(50_001), 'has 50,001 lines, and at most 50,000 are taken'],
    ['returns alone', '\r'.repeat(20_000_000), 'has 20,000,000 lines'],
    ['CRLF counts once', 'a\r\n'.repeat(50_001), 'has 50,001 lines'],
    ['commas', ','.repeat(20_000_000), 'has 20,000,000 cells, and at most 500,000 are taken'],
  ])('%s', (_, text, problem) => {
    expect(readCsv(text)).toMatchObject({
      records: [],
      broken: [],
      refused: { problem: expect.stringContaining(problem) },
    });
  });

  test('one of so many lines as are taken is taken', () => {
    expect(readCsv('a\n'.repeat(50_000))).toMatchObject({ refused: null });
  });
});
