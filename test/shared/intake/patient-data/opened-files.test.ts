import { expect, test } from 'vitest';
import { open } from '../../../../shared/intake/open/open.ts';
import { cell, LAST, p, part, table, words } from '../open/make-docx.ts';
import { line, makePdf } from '../open/make-pdf.ts';
import { row, texts, workbook, zipped } from '../open/workbook.ts';
import { screened } from './files.ts';

const SOLID = '9434765919';
const NUMBER = 'an NHS number';
const BIRTH = 'a name beside a date of birth';
const COMMENT =
  '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><commentList><comment ref="A1"><text><t>ask 943 476 5919</t></text></comment></commentList></comments>';

const header = texts(1, 'practice_code', 'as_at_date');
const xlsx = (...sheets: Parameters<typeof workbook>[0]['sheets'] & object) =>
  zipped(workbook({ sheets }));
const docx = (body: string) =>
  zipped({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': part('document', `<w:body>${body}${LAST}</w:body>`),
  });
const inCells = (...contents: readonly string[]) =>
  table(...contents.map((text) => cell(p(words(text)))));

test.each([
  [
    'a number in a hidden sheet of a workbook',
    xlsx({ rows: header }, { state: 'veryHidden', rows: row(4, `<c><v>${SOLID}</v></c>`) }),
    { what: NUMBER, where: 'sheet 2, row 4, column 1' },
  ],
  [
    'a number with an exponent in the XML of a cell',
    xlsx({ rows: header + row(2, '<c><v>9.434765919E9</v></c>') }),
    { what: NUMBER, where: 'sheet 1, row 2, column 1' },
  ],
  [
    'a comment that no sheet of the workbook names',
    zipped(workbook({ sheets: [{ rows: header }], more: { 'xl/comments1.xml': COMMENT } })),
    { what: NUMBER, where: 'a hidden part of the file' },
  ],
  [
    'a number over several runs of a Word file',
    docx(p(words('about 943 4') + words('76 59') + words('19'))),
    { what: NUMBER, where: 'paragraph 1' },
  ],
  [
    'a digit in each of ten cells of a Word table',
    docx(p(words('Form')) + inCells(...SOLID)),
    { what: NUMBER, where: expect.stringMatching(/^paragraph \d+$/) },
  ],
  [
    'a label and a day in two cells of a Word table',
    docx(inCells('Date of birth', '12/03/1956')),
    { what: BIRTH, where: expect.stringMatching(/^paragraph \d+$/) },
  ],
  [
    'a number over two lines of a page',
    makePdf({
      pages: [
        line('Please do not switch on automatic access.', { at: [72, 700] }),
        line('It is about 943 476', { at: [72, 700] }) + line('5919 only.', { at: [72, 686] }),
      ],
    }),
    { what: NUMBER, where: 'page 2' },
  ],
])('%s', async (_, bytes, hit) => {
  expect(screened(await open(bytes))).toEqual(hit);
});
