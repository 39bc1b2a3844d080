import { parse } from 'csv-parse/sync';
import { type CellValue, openXlsx, readXlsx, saveXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { SenderRole } from '../../../../shared/evidence/fact.ts';
import { open } from '../../../../shared/intake/open/open.ts';
import { screenForPatientData } from '../../../../shared/intake/patient-data/screen.ts';
import { readOpened, readUpload } from '../../../../shared/intake/read-upload.ts';
import { RETURN_COLUMNS, RETURN_KINDS } from '../../../../shared/intake/readers/return-columns.ts';
import { parseBritishDate } from '../../../../shared/intake/table/british-date.ts';
import {
  NOTES_SHEET,
  type TemplateColumn,
  templateColumns,
} from '../../../../shared/intake/template/template.ts';
import { templateCsv } from '../../../../shared/intake/template/template-csv.ts';
import { templateXlsx } from '../../../../shared/intake/template/template-xlsx.ts';
import { from } from '../readers/return-tables.ts';

const SENT_BY: Readonly<Record<string, SenderRole>> = {
  'status-return': 'practice',
  'supplier-extract': 'supplier',
  succession: 'national',
  exemptions: 'national',
};

/** What somebody types into a cell of a spreadsheet, as the spreadsheet then holds it. */
function typed({ holds, example }: TemplateColumn): CellValue {
  if (holds === 'count') return Number(example.replace(/\D/g, ''));
  if (holds !== 'day' && holds !== 'day and time') return example;
  const date = parseBritishDate(example);
  if (!date.ok) throw new Error(`${example} is no day`);
  return new Date(`${date.day}T${date.time ?? '00:00'}:00Z`);
}

/** A template with one row filled in, saved by another program than ours. */
async function filledIn(kind: (typeof RETURN_KINDS)[number]): Promise<Uint8Array> {
  const workbook = await openXlsx(await templateXlsx(kind));
  workbook.sheets[0]!.rows[1] = templateColumns(kind).map(typed);
  return saveXlsx(workbook);
}

describe.each(RETURN_KINDS)('the template of a %s', (kind) => {
  const context = from(SENT_BY[kind]!);
  const columns = templateColumns(kind);

  test('as CSV, filled in with its own examples, is accepted without a word', () => {
    const examples = columns.map(({ example }) => `"${example}"`).join(',');
    const bytes = new TextEncoder().encode(`${templateCsv(kind)}${examples}\r\n`);
    const read = readUpload(bytes, context);
    expect(read).toMatchObject({ kind, rows: 1, problems: [], warnings: [], refused: null });
    expect(read.taken).toHaveLength(1);
  });

  test('as CSV holds no row that could be read by mistake', () => {
    const read = readUpload(new TextEncoder().encode(templateCsv(kind)), context);
    expect(read.refused?.problem).toBe('the file has a header and no rows');
  });

  test('as XLSX, filled in with its own examples, says the same as the CSV', async () => {
    const read = readOpened(await open(await filledIn(kind)), context);
    const examples = columns.map(({ example }) => `"${example}"`).join(',');
    const csv = new TextEncoder().encode(`${templateCsv(kind)}${examples}\r\n`);
    expect(read).toMatchObject({ kind, rows: 1, problems: [], warnings: [], refused: null });
    expect(read.taken).toEqual(readUpload(csv, context).taken);
  });

  test('as XLSX holds nothing that looks like patient data, notes included', async () => {
    for (const bytes of [await templateXlsx(kind), await filledIn(kind)]) {
      const opened = await open(bytes);
      expect(screenForPatientData(opened, { fileName: `${kind}.xlsx`, kind })).toBeNull();
    }
  });

  test('as XLSX not filled in has no row', async () => {
    const read = readOpened(await open(await templateXlsx(kind)), context);
    expect(read.refused?.problem).toBe('the file has a header and no rows');
  });

  test('as XLSX has a drop-down list for each fixed choice, and notes of each column', async () => {
    const workbook = await readXlsx(await templateXlsx(kind), { readStyles: true });
    const [sheet, notes] = workbook.sheets;
    expect(sheet?.rows[0]).toEqual(RETURN_COLUMNS[kind].names);
    expect(sheet?.freezePane).toMatchObject({ rows: 1 });
    const lists = (sheet?.dataValidations ?? []).map(({ values }) => values);
    expect(lists).toEqual(columns.filter((c) => c.choices.length > 0).map((c) => c.choices));
    expect(notes?.name).toBe(NOTES_SHEET);
    for (const { name, isRequired, means, example } of columns) {
      const row = notes?.rows.find(([first]) => first === name);
      expect(row).toMatchObject([
        name,
        isRequired ? 'yes' : 'no',
        means,
        expect.any(String),
        example,
      ]);
    }
    const said = notes?.rows.flat().join('\n');
    expect(said).toMatch(/No patient data.*names of patients/);
    expect(said).toMatch(/Dates are British/);
  });

  test('has the same bytes each time, whatever the clock says', async () => {
    const { properties } = await readXlsx(await templateXlsx(kind));
    expect(properties?.modified).toEqual(properties?.created);
    expect(await templateXlsx(kind)).toEqual(await templateXlsx(kind));
    expect(parse(templateCsv(kind))).toEqual([RETURN_COLUMNS[kind].names]);
  });
});
