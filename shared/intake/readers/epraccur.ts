import { type Day, londonDay, longDay } from '../../calendar/day.ts';
import type { Statement, ValuesOf } from '../../evidence/fact.ts';
import { isRegisterCode, type PracticeCode } from '../../practice/code.ts';
import type { ReadResult } from '../read-result.ts';
import { bad, type CellReader } from '../table/cells.ts';
import type { RowOf, Speak } from '../table/row-schema.ts';
import { readRows, refusedFrom } from '../table/rows.ts';
import type { Table, TableReader } from '../table/table-reader.ts';
import { ONLY_NATIONAL, placeCell, registerDayCell } from './register-cells.ts';

/** A row of epraccur has so many cells and no header names them (ODS specification of epraccur). */
const WIDTH = 27;

/** The cells that are read, by the specification's names, and where they stand. */
const COLUMNS = {
  'Organisation Code': 0,
  Name: 1,
  'National Grouping': 2,
  'High Level Health Geography': 3,
  'Open Date': 10,
  'Close Date': 11,
  'Status Code': 12,
  Commissioner: 14,
  'Prescribing Setting': 25,
} as const;
type Column = keyof typeof COLUMNS;
const NAMES = Object.keys(COLUMNS) as Column[];
const TAKE_AS_PUBLISHED =
  'Take the row from the published file again, as it is there, such as "A81001","THE MADE-UP SURGERY","Y63" and so on.';

/**
 * Reads epraccur, the register of GP practices and other prescribing cost centres, in the coding to
 * 2025 (status A, C, D, P; setting 4 is a GP practice) and in that of 2026 (ACTIVE, INACTIVE, DORMANT;
 * role RO76, one of several between pipes), each row by its own words. The file bears no date: it
 * speaks of `asAt`, else of the day of receipt. (ODS specification; ODS Data Search and Export.)
 */
export const epraccur: TableReader = {
  kind: 'epraccur',
  headerless: true,
  recognises: (record) =>
    record.length === WIDTH &&
    isRegisterCode(tidyCode(record[0]!)) &&
    /^\d{8}$/.test(record[10]!.trim()),
  read: (table, context) => {
    const kind = 'epraccur';
    if (context.sender.role !== 'national') {
      return refusedFrom(context, { kind, table, remedy: ONLY_NATIONAL });
    }
    const asAt = context.asAt ?? londonDay(context.receivedAt);
    const read = readRows(withNames(table), {
      kind,
      columns: { names: NAMES, required: NAMES, telling: [] },
      cells: cellsFor(),
      check,
      statements: (row) => [listing(row, asAt)],
    });
    return context.asAt === null ? saidUndated(read, asAt) : read;
  },
};

function withNames(table: Table): Table {
  const rows = table.rows.map(({ row, cells }) => ({
    row,
    cells: NAMES.map((name) => cells[COLUMNS[name]] ?? ''),
  }));
  return { ...table, header: NAMES, rows };
}

function cellsFor() {
  const day = registerDayCell();
  return {
    'Organisation Code': codeCell,
    Name: nameCell,
    'National Grouping': placeCell,
    'High Level Health Geography': placeCell,
    'Open Date': day,
    'Close Date': day,
    'Status Code': statusCell,
    Commissioner: placeCell,
    'Prescribing Setting': settingCell,
  };
}

type Row = RowOf<ReturnType<typeof cellsFor>>;

const codeCell: CellReader<PracticeCode> = (text) => {
  const code = tidyCode(text);
  return isRegisterCode(code)
    ? { ok: true, value: code }
    : bad('is not an ODS code of six characters', TAKE_AS_PUBLISHED);
};

const nameCell: CellReader<string> = (text) =>
  text === '' ? bad('is empty', TAKE_AS_PUBLISHED) : { ok: true, value: text };

type Status = ValuesOf<'listing'>['status'];
const STATUS = new Map<string, Status>([
  ['A', 'active'],
  ['ACTIVE', 'active'],
  ['C', 'closed'],
  ['CLOSED', 'closed'],
  ['INACTIVE', 'closed'],
  ['D', 'dormant'],
  ['DORMANT', 'dormant'],
  ['P', 'proposed'],
  ['PROPOSED', 'proposed'],
]);

const statusCell: CellReader<Status> = (text) => {
  const value = STATUS.get(text.toUpperCase());
  return value === undefined
    ? bad('is neither A, C, D or P nor ACTIVE, INACTIVE or DORMANT', TAKE_AS_PUBLISHED)
    : { ok: true, value };
};

const GP_PRACTICE = new Set(['4', 'RO76']);

/** True for a GP practice; one role of several is enough, and an empty cell names none. */
const settingCell: CellReader<boolean> = (text) => ({
  ok: true,
  value: text.split('|').some((role) => GP_PRACTICE.has(role.trim().toUpperCase())),
});

function check(row: Partial<Row>, speak: Speak<Column>): void {
  const { 'Open Date': opened, 'Close Date': closed } = row;
  if (opened && closed && closed < opened) {
    const both = `Close Date, ${longDay(closed)}, is before Open Date, ${longDay(opened)}`;
    speak.reject('Close Date', both, TAKE_AS_PUBLISHED);
  }
}

function listing(row: Row, asAt: Day): Statement {
  const practice = row['Organisation Code'];
  const region = row['National Grouping'];
  const values = {
    name: row.Name,
    status: row['Status Code'],
    country: countryOf(practice, region),
    gpPractice: row['Prescribing Setting'],
    openedOn: row['Open Date'],
    closedOn: row['Close Date'],
    region,
    icb: row['High Level Health Geography'],
    subIcb: row.Commissioner,
  };
  return { kind: 'listing', practice, effectiveOn: asAt, asAt, values };
}

/**
 * W and five digits is Wales by the code, whatever region its postcode was put to. England is what an
 * English region holds, past ones too. The rest is neither: Channel Islands, Isle of Man (no region)
 * and defence medical centres (Y99), many of which stand abroad.
 */
function countryOf(code: PracticeCode, region: string | null): 'england' | 'wales' | 'other' {
  if (/^W\d{5}$/.test(code) || region === 'W00') return 'wales';
  return region !== null && /^Y(5\d|6\d)$/.test(region) ? 'england' : 'other';
}

function tidyCode(text: string): string {
  return text.trim().toUpperCase();
}

function saidUndated(read: ReadResult, receivedOn: Day): ReadResult {
  if (read.refused !== null) return read;
  const warning = `the file bears no date: it was taken to speak of the day of its receipt, ${longDay(receivedOn)}; if it is older, say of which day when sending it`;
  return { ...read, warnings: [{ row: 0, column: null, warning }, ...read.warnings] };
}
