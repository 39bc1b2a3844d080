import { type Day, londonDay, longDay } from '../../calendar/day.ts';
import type { Statement } from '../../evidence/fact.ts';
import type { ReadContext, ReadResult } from '../read-result.ts';
import { filled, practiceCell, unreadCell } from '../table/cells.ts';
import { bareName } from '../table/columns.ts';
import type { RowOf } from '../table/row-schema.ts';
import { readRows, refusedFrom } from '../table/rows.ts';
import type { Table, TableReader, TableRow } from '../table/table-reader.ts';
import { nameCell, ONLY_NATIONAL, pcnCell, placeCell, registerDayCell } from './register-cells.ts';
import type { ColumnList } from './return-columns.ts';

const CODE = 'Partner Organisation Code';
const START = 'Practice to PCN Relationship Start Date';
const END = 'Practice to PCN Relationship End Date';
const NAMES = [
  CODE,
  'Partner Name',
  'Practice Parent Sub ICB Loc Code',
  'Practice Parent Sub ICB Loc Name',
  'PCN Code',
  'PCN Name',
  'PCN Parent Sub ICB Loc Code',
  'PCN Parent Sub ICB Loc Name',
  START,
  END,
  'Practice Sub ICB Loc and PCN Sub ICB Loc Match',
] as const;

/** The columns of the sheet "PCN Core Partner Details"; in the published file they are broken over several lines. */
export const PCN_MEMBERSHIP_COLUMNS = {
  names: NAMES,
  required: [CODE, 'PCN Code', START, END],
  telling: [START, END],
} as const satisfies ColumnList<(typeof NAMES)[number]>;

/**
 * Reads ePCN.xlsx, the published memberships of primary care networks: for every membership that is in
 * force on the file's day, the network and the sub-ICB of the practice. What it does not know (ICB,
 * region, supplier) it says nothing of, so nothing known from the practice map is lost. The file bears
 * no date: it speaks of `asAt`, else of the day of receipt. (ODS: ePCN; domain facts 1.6.)
 */
export const pcnMembership: TableReader = {
  kind: 'pcn-membership',
  recognises: (header) => {
    const has = new Set(header.map(bareName));
    return PCN_MEMBERSHIP_COLUMNS.telling.some((name) => has.has(bareName(name)));
  },
  read: (table, context) => {
    const kind = 'pcn-membership';
    if (context.sender.role !== 'national') {
      return refusedFrom(context, { kind, table, remedy: ONLY_NATIONAL });
    }
    const asAt = context.asAt ?? londonDay(context.receivedAt);
    const { current, ended, toCome } = byDay(table, asAt);
    const read = readRows(current, {
      kind,
      columns: PCN_MEMBERSHIP_COLUMNS,
      cells: cellsFor(context),
      check: () => {},
      statements: (row) => [membership(row, asAt)],
    });
    const said = [...undated(context, asAt), ...leftOut({ ended, toCome, asAt })];
    return { ...read, warnings: [...said, ...read.warnings] };
  },
};

function cellsFor(context: ReadContext) {
  const day = registerDayCell();
  return {
    [CODE]: filled(practiceCell(context), 'A81001'),
    'Partner Name': unreadCell,
    'Practice Parent Sub ICB Loc Code': placeCell,
    'Practice Parent Sub ICB Loc Name': nameCell,
    'PCN Code': filled(pcnCell, 'U89141'),
    'PCN Name': nameCell,
    'PCN Parent Sub ICB Loc Code': unreadCell,
    'PCN Parent Sub ICB Loc Name': unreadCell,
    [START]: filled(day, '20191001'),
    [END]: day,
    'Practice Sub ICB Loc and PCN Sub ICB Loc Match': unreadCell,
  };
}

function membership(row: RowOf<ReturnType<typeof cellsFor>>, asAt: Day): Statement {
  const subIcb = row['Practice Parent Sub ICB Loc Code'];
  const values = {
    pcn: row['PCN Code'],
    pcnName: row['PCN Name'],
    subIcb,
    subIcbName: subIcb === null ? null : row['Practice Parent Sub ICB Loc Name'],
    ...{ icb: null, icbName: null, region: null, regionName: null, supplier: null },
  };
  return { kind: 'membership', practice: row[CODE], effectiveOn: row[START], asAt, values };
}

/** The table without the memberships that are not in force on the day; one whose dates cannot be read stays, to be told of. */
function byDay(table: Table, asAt: Day) {
  const read = registerDayCell();
  const dayIn = (name: string) => {
    const at = (table.header ?? []).findIndex((written) => bareName(written) === bareName(name));
    return ({ cells }: TableRow): Day | null => {
      const cell = read((cells[at] ?? '').trim());
      return cell.ok ? cell.value : null;
    };
  };
  const [startOf, endOf] = [dayIn(START), dayIn(END)];
  const hasEnded = (row: TableRow) => (endOf(row) ?? asAt) < asAt;
  const isToCome = (row: TableRow) => (startOf(row) ?? asAt) > asAt;
  const rows = table.rows.filter((row) => !hasEnded(row) && !isToCome(row));
  const ended = table.rows.filter(hasEnded).length;
  const toCome = table.rows.length - rows.length - ended;
  return { current: { ...table, rows }, ended, toCome };
}

function undated({ asAt: given }: ReadContext, asAt: Day): ReadResult['warnings'] {
  if (given !== null) return [];
  const warning = `the file bears no date: it was taken to speak of the day of its receipt, ${longDay(asAt)}; if it is older, say of which day when sending it`;
  return [{ row: 0, column: null, warning }];
}

/** Rows that are right and say nothing of this day: they are counted here, and nowhere else. */
function leftOut(what: { ended: number; toCome: number; asAt: Day }): ReadResult['warnings'] {
  const { ended, toCome, asAt } = what;
  if (ended + toCome === 0) return [];
  const counts = `${numerals.format(ended)} had ended before ${longDay(asAt)}, ${numerals.format(toCome)} had not begun`;
  const warning = `memberships that are not in force were left out: ${counts}`;
  return [{ row: 0, column: null, warning }];
}

const numerals = new Intl.NumberFormat('en-GB');
