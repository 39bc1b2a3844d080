import { describe, expect, test } from 'vitest';
import { readUpload } from '../../../shared/intake/read-upload.ts';
import { from } from './readers/return-tables.ts';
import { epraccurRow, linesOf, readText, reconciles } from './uploads-to-read.ts';

const RETURN = 'practice_code,as_at_date,declared_status';
const EXTRACT = 'practice_code,system_supplier,extract_date,default_access';
const LIVE = 'A81001,04/12/2023,live';
const asPractice = (text: string) => readText(text, from('practice'));
const rowsTaken = (text: string) => asPractice(text).taken.map(({ row }) => row);

describe('recognised by content', () => {
  test.each([
    ['status-return', linesOf(RETURN, LIVE)],
    ['supplier-extract', linesOf(EXTRACT, 'A81001,TPP,04/12/2023,on')],
    [
      'succession',
      linesOf('predecessor_code,successor_code,effective_date', 'A81001,A81002,01/04/2023'),
    ],
    [
      'exemptions',
      linesOf(
        'practice_code,level,reason,approved_by,start_date,end_date',
        'A81001,icb,moving,a lead,01/11/2023,31/03/2024',
      ),
    ],
    [
      'list-size',
      linesOf(
        'PUBLICATION,EXTRACT_DATE,TYPE,CCG_CODE,ONS_CCG_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS',
        'GP_PRAC_PAT_LIST,01May2022,GP,16C,E38000247,A81001,ZZ99 9ZZ,ALL,ALL,5983',
      ),
    ],
    [
      'practice-map',
      linesOf(
        'EXTRACT_DATE,PRACTICE_CODE,PCN_CODE,PCN_NAME,SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_NAME,ICB_CODE,ICB_NAME,COMM_REGION_CODE,COMM_REGION_NAME',
        '01Aug2023,A81001,U89141,A PCN,16C,Tees,QHM,North,Y63,North',
      ),
    ],
    ['epraccur', linesOf(epraccurRow())],
  ])('%s', (kind, text) => {
    expect(readText(text)).toMatchObject({ kind, rows: 1, problems: [], refused: null });
    expect(readText(text).taken).toHaveLength(1);
  });
});

describe('written in many ways, read the same', () => {
  const plain = asPractice(linesOf(RETURN, LIVE, 'A81002,05/12/2023,paused'));

  test.each([
    ['a byte order mark', `\uFEFF${RETURN}\n${LIVE}\nA81002,05/12/2023,paused\n`],
    ['CRLF', `${RETURN}\r\n${LIVE}\r\nA81002,05/12/2023,paused\r\n`],
    ['CR', `${RETURN}\r${LIVE}\rA81002,05/12/2023,paused\r`],
    ['mixed line ends', `${RETURN}\r\n${LIVE}\rA81002,05/12/2023,paused\n`],
    ['no last line end', `${RETURN}\n${LIVE}\nA81002,05/12/2023,paused`],
    [
      'quotes',
      `"practice_code","as_at_date",declared_status\n${LIVE}\n"A81002",05/12/2023,"paused"`,
    ],
    ['empty cells beyond the last column', `${RETURN},,\n${LIVE},,\nA81002,05/12/2023,paused,,\n`],
    ['empty cells in the rows alone', `${RETURN}\n${LIVE},,\nA81002,05/12/2023,paused\n`],
    ['blank lines at the end', `${RETURN}\n${LIVE}\nA81002,05/12/2023,paused\n\n,,\n\n`],
  ])('%s', (_, text) => {
    expect(asPractice(text)).toEqual(plain);
  });

  test('a blank row in between counts as a row and is none of the file', () => {
    const text = linesOf(RETURN, LIVE, '', ',,', 'A81002,05/12/2023,paused');
    expect(rowsTaken(text)).toEqual([2, 5]);
    expect(asPractice(text).rows).toBe(2);
  });

  test('Windows-1252, and says so', () => {
    const bytes = Buffer.from(`${RETURN},comment\n${LIVE},caf\xe9\n`, 'latin1');
    const read = readUpload(bytes, from('practice'));
    expect(read).toMatchObject({ rows: 1, problems: [], refused: null });
    expect(read.warnings[0]).toMatchObject({
      row: 0,
      warning: expect.stringContaining('Windows-1252'),
    });
  });
});

describe('a bad row costs no other', () => {
  test.each<[string, string, RegExp]>([
    ['too few cells', 'A81002,05/12/2023', /2 cells, fewer than the 3/],
    ['too many cells', 'A81002,05/12/2023,paused,x', /4 cells, more than the 3/],
    ['a quote never closed', 'A81002,05/12/2023,"paused', /opened in this row and not closed/],
    ['text after a quote', 'A81002,05/12/2023,"paused"x', /follows a closing quotation mark/],
    ['a malformed code', 'A8100,05/12/2023,paused', /not a practice code/],
    ['an impossible date', 'A81002,31/02/2023,paused', /impossible date/],
    ['a date after receipt', 'A81002,11/12/2023,paused', /in the future/],
    ['a status not known', 'A81002,05/12/2023,thinking', /declared_status is not one of/],
  ])('%s', (_, bad, problem) => {
    const read = asPractice(linesOf(RETURN, LIVE, bad, 'A81002,06/12/2023,paused'));
    expect(read.taken.map(({ row }) => row)).toEqual([2, 4]);
    expect(read.problems).toMatchObject([{ row: 3, problem: expect.stringMatching(problem) }]);
    expect(read.problems[0]?.remedy).not.toBe('');
    expect(reconciles(read)).toBe(true);
  });

  test('counts that do not add up', () => {
    const header = `${EXTRACT},online_accounts,accounts_with_access`;
    const row = 'A81001,TPP,04/12/2023,on,900,1000';
    const read = readText(linesOf(header, row), from('supplier'));
    expect(read.problems).toMatchObject([{ row: 2, column: 'accounts_with_access' }]);
  });

  test('an ambiguous date is read with the day first', () => {
    const [row] = asPractice(linesOf(RETURN, 'A81001,04/03/2023,live')).taken;
    expect(row?.statements[0]?.asAt).toBe('2023-03-04');
  });

  test('a well-formed code that the register does not list is kept and warned of', () => {
    const read = asPractice(linesOf(RETURN, 'A89999,04/12/2023,live'));
    expect(read.taken).toHaveLength(1);
    expect(read.warnings).toMatchObject([{ row: 2, column: 'practice_code' }]);
  });

  test('duplicate rows are told apart, contradictory ones kept with a warning', () => {
    const read = asPractice(
      linesOf(RETURN, LIVE, LIVE, 'A81001,4 December 2023,Live', 'A81001,04/12/2023,paused'),
    );
    expect(read.taken.map(({ row }) => row)).toEqual([2, 5]);
    expect(read.duplicates).toEqual([
      { row: 3, of: 2 },
      { row: 4, of: 2 },
    ]);
    expect(read.warnings).toMatchObject([
      { row: 5, warning: expect.stringContaining('rows 2 and 5') },
    ]);
    expect(reconciles(read)).toBe(true);
  });
});

describe('a file that cannot be used is refused, with the reason and the remedy', () => {
  test.each<[string, string, string | null, number, RegExp]>([
    ['empty', '', null, 0, /the file is empty/],
    ['a header alone', linesOf(RETURN), 'status-return', 0, /a header and no rows/],
    [
      'another header',
      linesOf('name,size', 'x,1'),
      null,
      1,
      /not the header of a file that is taken$/,
    ],
    [
      'a required column missing',
      linesOf('practice_code,declared_status', 'A81001,live'),
      'status-return',
      1,
      /as_at_date is missing/,
    ],
    [
      'a header that comes near',
      linesOf('practice_code,supplier,date', 'A81001,TPP,04/12/2023'),
      null,
      1,
      /nearest to status-return, and lacks as_at_date/,
    ],
    ['no header', linesOf(LIVE, LIVE), null, 1, /names a practice, so the header may be missing/],
    [
      'semicolons',
      linesOf(RETURN.replaceAll(',', ';'), LIVE.replaceAll(',', ';')),
      null,
      1,
      /separated by semicolons/,
    ],
    ['tabs', linesOf(RETURN.replaceAll(',', '\t'), 'x'), null, 1, /separated by tabs/],
    [
      'a broken header',
      linesOf('"practice_code"x,as_at_date', LIVE),
      null,
      1,
      /follows a closing quotation mark/,
    ],
    [
      'a broken header over a good one',
      linesOf('"x"x', RETURN, LIVE),
      null,
      2,
      /follows a closing/,
    ],
    ['one cell', 'x', null, 0, /not the header/],
    ['NUL bytes', linesOf(`${RETURN}\0`, LIVE), null, 0, /NUL bytes/],
    [
      'quotes wrong throughout',
      `${RETURN}\n${'a"b\n'.repeat(5_001)}`,
      'status-return',
      5_002,
      /more than 5000 rows/,
    ],
  ])('%s', (_, text, kind, rows, problem) => {
    const read = asPractice(text);
    expect(read).toMatchObject({ kind, rows, taken: [], duplicates: [], problems: [] });
    expect(read.refused?.problem).toMatch(problem);
    expect(read.refused?.remedy).not.toBe('');
  });

  test('but a stray NUL byte costs only its own row', () => {
    const read = asPractice(linesOf(RETURN, 'A81001,\0,live', LIVE));
    expect(read).toMatchObject({ rows: 2, refused: null, taken: [{ row: 3 }] });
    expect(read.problems.map((problem) => problem.row)).toEqual([2]);
    expect(read.problems[0]?.problem).toMatch(/NUL byte/);
  });

  test('the remedy for a header that is none names every kind and its headings', () => {
    const { remedy } = asPractice(linesOf('x,y', '1,2')).refused!;
    for (const kind of [
      'status-return: practice_code, as_at_date;',
      'supplier-extract: ',
      'epraccur: ',
    ]) {
      expect(remedy).toContain(kind);
    }
  });

  test('nothing of a first row that is no header is repeated', () => {
    const read = asPractice(linesOf('Jane Doe,943 476 5919', LIVE));
    expect(JSON.stringify(read.refused)).not.toMatch(/Jane|943/);
  });

  test('a supplier extract from a practice', () => {
    const read = asPractice(linesOf(EXTRACT, 'A81001,TPP,04/12/2023,on'));
    expect(read).toMatchObject({ kind: 'supplier-extract', rows: 1, taken: [] });
    expect(read.refused?.problem).toContain('not taken from a practice');
  });
});
