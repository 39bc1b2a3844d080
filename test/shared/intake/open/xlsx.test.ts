import { describe, expect, test } from 'vitest';
import type { OpenedSheets } from '../../../../shared/intake/open/opened.ts';
import { openXlsx } from '../../../../shared/intake/open/xlsx.ts';
import { type Parts, partsOf, relation, relations, row, texts, workbook } from './workbook.ts';

function opened(parts: Parts): OpenedSheets {
  const file = openXlsx(partsOf(parts));
  if (file.as !== 'sheets') throw new Error(JSON.stringify(file));
  return file;
}

type Made = Parameters<typeof workbook>[0];
const sheetOf = (rows: string, over: Made = {}) =>
  opened(workbook({ ...over, sheets: [{ rows }] })).sheets[0]!;
const cellOf = (cell: string, over: Made = {}) => sheetOf(row(1, cell), over).rows[0]?.cells[0];
const refusedOf = (parts: Parts) => {
  const file = openXlsx(partsOf(parts));
  return file.as === 'refused' ? file.refused.problem : `opened as ${file.as}`;
};
const asidesOf = (made: Made) => opened(workbook(made)).asides;

describe('a cell', () => {
  const strings = ['<t>plain</t>', '<r><t>EM</t></r><r><rPr><b/></rPr><t>IS</t></r>'];
  const formats = ['0%', 'dd/mm/yyyy', 'dd/mm/yyyy hh:mm'];

  test.each([
    ['a shared text', '<c t="s"><v>0</v></c>', 'plain'],
    ['a text in pieces', '<c t="s"><v>1</v></c>', 'EMIS'],
    ['a text of its own', '<c t="inlineStr"><is><t>own</t></is></c>', 'own'],
    ['one in pieces', '<c t="inlineStr"><is><r><t>o</t></r><r><t>wn</t></r></is></c>', 'own'],
    ['how a text is spoken', '<c t="inlineStr"><is><t>own</t><rPh><t>oh</t></rPh></is></c>', 'own'],
    ['the text of a formula', '<c t="str"><f>A2</f><v>live</v></c>', 'live'],
    ['the number of a formula', '<c><f>1+1</f><v>2</v></c>', '2'],
    ['a number', '<c><v>1234</v></c>', '1234'],
    ['a number stored as text', '<c t="inlineStr"><is><t>01234</t></is></c>', '01234'],
    ['a sum', '<c><v>0.30000000000000004</v></c>', '0.3'],
    ['a number with an exponent', '<c><v>1.3647310000001E+15</v></c>', '1364731000000100'],
    ['a number that is none', '<c><v>abc</v></c>', 'abc'],
    ['a percentage', '<c s="1"><v>0.85</v></c>', '85%'],
    ['a day', '<c s="2"><v>45264</v></c>', '2023-12-04'],
    ['a day with a time', '<c s="3"><v>45264.5</v></c>', '2023-12-04T12:00'],
    ['a day as ISO', '<c t="d"><v>2023-12-04T00:00:00</v></c>', '2023-12-04'],
    ['a day and time as ISO', '<c t="d"><v>2023-12-04T17:05:00</v></c>', '2023-12-04T17:05:00'],
    ['true', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['false', '<c t="b"><v>0</v></c>', 'FALSE'],
    ['spaces around', '<c t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>', 'a'],
    ['a line feed', '<c t="inlineStr"><is><t>a&#10;b</t></is></c>', 'a\nb'],
    ['marked text', '<c t="inlineStr"><is><t><![CDATA[<b>]]></t></is></c>', '<b>'],
    ['a style that is not there', '<c s="99"><v>5</v></c>', '5'],
  ])('%s', (_, cell, text) => {
    expect(cellOf(cell, { strings, formats })).toBe(text);
  });

  test('of a workbook that counts from 1904', () => {
    const settings = '<workbookPr date1904="1"/>';
    expect(cellOf('<c s="2"><v>43802</v></c>', { formats, settings })).toBe('2023-12-04');
  });

  test('with a built-in format', () => {
    const more = {
      'xl/styles.xml':
        '<styleSheet><cellXfs><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>',
    };
    expect(cellOf('<c><v>45264</v></c>', { more })).toBe('2023-12-04');
    expect(cellOf('<c s="1"><v>0.5</v></c>', { more })).toBe('50%');
  });
});

describe('read as empty, and told', () => {
  test.each([
    ['an error', '<c t="e"><v>#N/A</v></c>', /cell B2 holds the error #N\/A and was read as empty/],
    ['an error of a formula', '<c t="e"><f>A9</f><v>#REF!</v></c>', /#REF!/],
    ['a formula never worked out', '<c><f>A9</f></c>', /formula without a stored result/],
    ['a shared one', '<c><f t="shared" si="0"/></c>', /formula without a stored result/],
    ['a date of 0', '<c s="1"><f>A9</f><v>0</v></c>', /0 as a date/],
  ])('%s', (_, cell, warning) => {
    const rows = row(2, `<c><v>1</v></c>${cell}`);
    const sheet = sheetOf(rows, { formats: ['dd/mm/yyyy'] });
    expect(sheet.rows[0]?.cells).toEqual(['1']);
    expect(sheet.warnings).toMatchObject([
      { row: 2, column: 'B', warning: expect.stringMatching(warning) },
    ]);
  });

  test('the same of many cells is told once', () => {
    const error = '<c t="e"><v>#N/A</v></c>';
    const sheet = sheetOf(
      row(1, '<c><v>1</v></c>') + row(3, error.repeat(3)) + row(9, error.repeat(6)),
    );
    expect(sheet.warnings).toEqual([
      {
        row: 3,
        column: 'A',
        warning:
          'cell A3 holds the error #N/A and was read as empty (also B3, C3, A9, B9, C9 and 3 more)',
      },
    ]);
  });

  test('what claims to be an error and is text stays, to be screened', () => {
    expect(cellOf('<c t="e"><v>Jane Doe</v></c>')).toBe('Jane Doe');
  });
});

test('a rounded or shortened code is told, with its cell', () => {
  const rows = row(4, '<c r="AB4"><v>1364731000000100</v></c>') + texts(5, '1.36473E+15');
  expect(sheetOf(rows).warnings).toMatchObject([
    { row: 4, column: 'AB', warning: expect.stringContaining('SNOMED code 1364731000000104') },
    { row: 5, column: 'A', warning: expect.stringContaining('exponent') },
  ]);
});

describe('rows and columns', () => {
  test('are numbered as the program shows them, blank ones left out', () => {
    const rows =
      texts(3, 'title') +
      row(4, '<c r="A4" s="0"/>') +
      texts(7, '', 'b') +
      row(9, '<c r="C9"><v>1</v></c>') +
      row(1_000_000, '<c r="XFD1000000"/>');
    expect(sheetOf(rows).rows).toEqual([
      { row: 3, cells: ['title', '', ''] },
      { row: 7, cells: ['', 'b', ''] },
      { row: 9, cells: ['', '', '1'] },
    ]);
  });

  test('without numbers follow one another', () => {
    expect(
      sheetOf('<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>').rows,
    ).toEqual([
      { row: 1, cells: ['1', '', '3'] },
      { row: 2, cells: ['4', '', ''] },
    ]);
  });

  test.each([
    ['rows out of order', row(2, '<c><v>1</v></c>') + row(1, '<c><v>1</v></c>')],
    ['a row beyond the last', row(1_048_577, '<c><v>1</v></c>')],
    ['a column beyond the last', row(1, '<c r="XFE1"><v>1</v></c>')],
    ['a cell in no row', '<c><v>1</v></c>'],
    ['a row in a row', '<row><row><c><v>1</v></c></row><c><v>2</v></c></row>'],
    ['a cell without a column', row(1, '<c r="1"><v>1</v></c>')],
  ])('%s: damaged', (_, rows) => {
    expect(refusedOf(workbook({ sheets: [{ rows }] }))).toMatch(/damaged/);
  });
});

describe('sheets', () => {
  test('come all, in their order, hidden ones marked', () => {
    const sheets = [{}, { state: 'hidden' }, { name: 'Very', state: 'veryHidden' }] as const;
    expect(opened(workbook({ sheets })).sheets).toMatchObject([
      { name: 'Sheet1', hidden: false, refused: null, broken: [] },
      { name: 'Sheet2', hidden: true },
      { name: 'Very3', hidden: true },
    ]);
  });

  test('with other prefixes, capital letters in names and paths from the root', () => {
    const parts = workbook({ sheets: [{ rows: texts(1, 'x') }] });
    const { 'xl/worksheets/sheet1.xml': sheet, ...rest } = parts;
    const { 'xl/workbook.xml': book } = parts;
    const more = {
      'XL/Worksheets/Sheet1.xml': sheet!
        .replaceAll(/<(\/?)(?=[a-z])/g, '<$1x:')
        .replace('xmlns=', 'xmlns:x='),
      'xl/workbook.xml': book!.replaceAll('r:id', 'rel:id').replaceAll('xmlns:r', 'xmlns:rel'),
      'xl/_rels/workbook.xml.rels': relations(
        relation('s1', 'worksheet', '/xl/worksheets/sheet1.xml'),
      ),
    };
    expect(opened({ ...rest, ...more }).sheets[0]?.rows[0]?.cells).toEqual(['x']);
  });

  test.each<[string, Parts, RegExp]>([
    ['none with anything in it', workbook({ sheets: [{ rows: '' }] }), /workbook is empty/],
    ['none listed', { ...workbook({}), 'xl/workbook.xml': '<workbook/>' }, /workbook is empty/],
    ['no workbook', { 'xl/worksheets/sheet1.xml': '<a/>' }, /damaged/],
    [
      'a sheet that is not there',
      workbook({
        more: { 'xl/_rels/workbook.xml.rels': relations(relation('s1', 'worksheet', 'x.xml')) },
      }),
      /damaged/,
    ],
    [
      'XML that is not closed',
      workbook({ more: { 'xl/worksheets/sheet1.xml': '<worksheet>' } }),
      /damaged/,
    ],
    ['a tower of elements', workbook({ more: { 'xl/a.xml': '<a>'.repeat(1_000) } }), /damaged/],
    ['bytes that are no text', workbook({ more: { 'xl/styles.xml': '' } }), /damaged/],
    [
      'one part listed twice',
      workbook({
        sheets: [{}, {}],
        more: {
          'xl/_rels/workbook.xml.rels': relations(
            relation('s1', 'worksheet', 'worksheets/sheet1.xml'),
            relation('s2', 'worksheet', 'worksheets/sheet1.xml'),
          ),
        },
      }),
      /damaged/,
    ],
  ])('%s: refused', (_, parts, problem) => {
    expect(refusedOf(parts)).toMatch(problem);
  });
});

describe('a workbook with too much in it is refused whole', () => {
  const many = (count: number, text: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => text(i + 1)).join('');

  test.each<[string, Made, RegExp]>([
    [
      'rows',
      { sheets: [{ rows: many(50_001, (i) => row(i, '<c><v>1</v></c>')) }] },
      /more than 50,000 rows/,
    ],
    [
      'cells far to the right',
      { sheets: [{ rows: many(40, (i) => row(i, `<c r="XFD${i}"><v>1</v></c>`)) }] },
      /more than 500,000 cells/,
    ],
    [
      'cells once every row is as wide as the widest',
      {
        sheets: [
          {
            rows: many(40, (i) => row(i, i === 1 ? '<c r="XFD1"><v>1</v></c>' : '<c><v>1</v></c>')),
          },
        ],
      },
      /more than 500,000 cells/,
    ],
    [
      'cells in all sheets together',
      {
        sheets: [1, 2].map(() => ({
          rows: many(20, (i) => row(i, `<c r="XFD${i}"><v>1</v></c>`)),
        })),
      },
      /more than 500,000 cells/,
    ],
    [
      'letters',
      { sheets: [{ rows: many(11, (i) => texts(i, 'x'.repeat(1_000_000))) }] },
      /more than 10,000,000 letters/,
    ],
    [
      'comments',
      {
        more: {
          'xl/worksheets/_rels/sheet1.xml.rels': relations(relation('c', 'comments', '../c.xml')),
          'xl/c.xml': `<comments>${many(20_001, (i) => `<comment ref="A${i}"><text><t>x</t></text></comment>`)}</comments>`,
        },
      },
      /more than 20,000 comments/,
    ],
  ])('%s', (_, made, problem) => {
    expect(refusedOf(workbook(made))).toMatch(problem);
  });
});

describe('what stands beside the cells comes as asides', () => {
  const beside = (xml: string): Made => ({ sheets: [{ beside: xml }] });
  const commented = (part: string, type = 'comments'): Made => ({
    more: {
      'xl/worksheets/_rels/sheet1.xml.rels': relations(relation('c', type, '../comments1.xml')),
      'xl/comments1.xml': part,
    },
  });

  test.each<[string, Made, string, string]>([
    ['the name of a sheet', { sheets: [{ name: 'Jo Doe ' }] }, 'the name of sheet 1', 'Jo Doe 1'],
    [
      'a name given to cells',
      {
        settings: '<definedNames><definedName name="NHS">Sheet1!$A$1</definedName></definedNames>',
      },
      'a name or a path kept in the workbook',
      'NHS | Sheet1!$A$1',
    ],
    [
      'the folder it was saved in',
      { settings: '<x:absPath xmlns:x="y" url="C:\\Patients\\"/>' },
      'a name or a path kept in the workbook',
      'C:\\Patients\\',
    ],
    [
      'a comment in pieces',
      commented(
        '<comments><commentList><comment ref="B7"><text><r><t>943 476</t></r><r><t> 5919</t></r></text></comment></commentList></comments>',
      ),
      'a comment on sheet 1, cell B7',
      '943 476 5919',
    ],
    [
      'the author of a comment',
      commented('<comments><authors><author>Jo Doe</author></authors></comments>'),
      'a comment on sheet 1',
      'Jo Doe',
    ],
    [
      'a thread',
      commented(
        '<ThreadedComments><threadedComment ref="C1" id="{1}"><text>asked</text></threadedComment></ThreadedComments>',
        'threadedComment',
      ),
      'a comment on sheet 1, cell C1',
      'asked',
    ],
    [
      'a header',
      beside(
        '<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"&amp;12Jo &amp;K00FF00Doe&amp;R&amp;P</oddHeader></headerFooter>',
      ),
      'the header or footer of sheet 1',
      'Jo  Doe',
    ],
    [
      'a drop-down list',
      beside(
        '<dataValidations><dataValidation prompt="Pick one" sqref="A1"><formula1>"on,off"</formula1></dataValidation></dataValidations>',
      ),
      'a drop-down list, prompt, link or filter of sheet 1',
      'Pick one | "on,off"',
    ],
    [
      'what a filter keeps',
      beside(
        '<autoFilter><filterColumn><filters><filter val="Jo Doe"/></filters></filterColumn></autoFilter>',
      ),
      'a drop-down list, prompt, link or filter of sheet 1',
      'Jo Doe',
    ],
    [
      'a number typed into a formula',
      {
        sheets: [
          {
            rows: row(
              1,
              '<c r="D1"><f>IF(A1="943 476 5919",SUM(A1:A100000),4123456789)</f><v>1</v></c>',
            ),
          },
        ],
      },
      'the formula of cell D1 on sheet 1',
      '"943 476 5919" | 100000 | 4123456789',
    ],
    [
      'a text no cell shows',
      {
        strings: ['<t>left</t>', '<t>shown</t>', '<t>behind</t>'],
        sheets: [{ rows: row(1, '<c t="s"><v>1</v></c>') }],
      },
      'a text that no cell shows any more, and that the file still holds',
      'left | behind',
    ],
    [
      'properties',
      { more: { 'docProps/core.xml': '<p><dc:title xmlns:dc="x">Jo Doe</dc:title></p>' } },
      'the document properties',
      'Jo Doe',
    ],
    [
      'own properties',
      {
        more: {
          'docProps/custom.xml': '<p><property name="NHS"><lpwstr>943</lpwstr></property></p>',
        },
      },
      'the document properties',
      'NHS | 943',
    ],
    [
      'a text box',
      {
        more: {
          'xl/drawings/drawing1.xml':
            '<d><p><r><t>Jo </t></r><r><t>Doe</t></r></p><cNvPr name="Box 1" descr="a face"/></d>',
        },
      },
      'a text box, or the description of a picture',
      'Jo Doe | Box 1 | a face',
    ],
    [
      'a text box of the old kind',
      {
        more: {
          'xl/drawings/v.vml':
            '<xml><v:textbox><div>Jo <br>Doe</div></v:textbox><x:ClientData><x:Anchor>943, 476, 5919</x:Anchor></x:ClientData></xml>',
        },
      },
      'a text box',
      '| Jo  | Doe |',
    ],
    [
      'the copy that a pivot table keeps',
      {
        more: {
          'xl/pivotCache/pivotCacheRecords1.xml':
            '<p><r><s v="Jo Doe"/><n v="4123456789"/></r></p>',
        },
      },
      'a pivot table, which keeps a copy of the rows that it counts',
      'Jo Doe | 4123456789',
    ],
    [
      'the history of changes',
      { more: { 'xl/revisions/revisionLog1.xml': '<l><nc><is><t>Jo Doe</t></is></nc></l>' } },
      'the history of changes that the workbook keeps',
      'Jo Doe',
    ],
    [
      'a hyperlink',
      {
        more: {
          'xl/worksheets/_rels/sheet1.xml.rels': relations(
            relation('h', 'hyperlink', 'mailto:a@b.c?subject=943%20476%205919', 'External'),
          ),
        },
      },
      'a hyperlink',
      'mailto:a@b.c?subject=943 476 5919',
    ],
    [
      'a sheet that is listed nowhere',
      { more: { 'xl/worksheets/sheet9.xml': '<worksheet><c><v>4123456789</v></c></worksheet>' } },
      'a hidden part of the file',
      '4123456789',
    ],
    [
      'a form left in the file',
      { more: { 'customXml/item1.xml': '<form><name>Jo Doe</name></form>' } },
      'data that a form or a server left in the file',
      'Jo Doe',
    ],
  ])('%s', (_, made, where, text) => {
    expect(asidesOf(made)).toContainEqual({ where, text });
  });

  test('and nothing else does', () => {
    expect(asidesOf({})).toEqual([{ where: 'the name of sheet 1', text: 'Sheet1' }]);
  });
});
