import { longDay } from '../../calendar/day.ts';
import type { ReadContext } from '../read-result.ts';
import {
  type CellReader,
  filled,
  givenCell,
  notForSender,
  practiceCell,
  supplierCell,
  unreadCell,
  wordCell,
} from '../table/cells.ts';
import { looksLike } from '../table/columns.ts';
import { anyDayCell, pastDayCell, pastMomentCell } from '../table/date-cells.ts';
import type { RowOf, Speak } from '../table/row-schema.ts';
import { readRows } from '../table/rows.ts';
import type { TableReader } from '../table/table-reader.ts';
import { DECLARED, OUTCOME, YES_NO } from '../table/words.ts';
import { RETURN_COLUMNS } from './return-columns.ts';
import { statusStatements } from './status-statements.ts';

const NOT_FOR_SUPPLIERS = notForSender(
  'a supplier',
  'Leave it empty: a supplier fills the letter and 104 columns, such as letter_acknowledged_date; the practice or its ICB sends the rest.',
);

/**
 * Reads a status return: a practice's own, or the tracker of an ICB or of NHS England, who then speak
 * on the practice's behalf. From a supplier only the letter and 104 columns count. A row says up to
 * eight things; an empty cell says nothing and withdraws nothing. Names and comments are not kept.
 * (Design: files that people send; evidence table, whose word.)
 */
export const statusReturn: TableReader = {
  kind: 'status-return',
  recognises: (header) => looksLike('status-return', header),
  read: (table, context) =>
    readRows(table, {
      kind: 'status-return',
      columns: RETURN_COLUMNS['status-return'],
      cells: cellsFor(context),
      check,
      statements: (row) => statusStatements(row, context.sender.role),
    }),
};

function cellsFor(context: ReadContext) {
  const past = pastDayCell(context);
  const any = anyDayCell();
  const fromSupplier = context.sender.role === 'supplier';
  const unlessSupplier = <T>(read: CellReader<T | null>): CellReader<T | null> =>
    fromSupplier ? NOT_FOR_SUPPLIERS : read;
  return {
    practice_code: filled(practiceCell(context), 'A81001'),
    as_at_date: filled(past, '04/12/2023'),
    declared_status: unlessSupplier(wordCell(DECLARED)),
    declared_status_date: unlessSupplier(past),
    letter_to: supplierCell,
    letter_sent_date: pastMomentCell(context),
    letter_acknowledged_date: past,
    letter_withdrawn_date: past,
    dpia_date: unlessSupplier(past),
    dpia_outcome: unlessSupplier(wordCell(OUTCOME)),
    dpia_signed_by: unlessSupplier(givenCell),
    dpia_review_date: unlessSupplier(any),
    opt_in_advertised_date: unlessSupplier(past),
    website_updated_date: unlessSupplier(past),
    icb_notified_date: unlessSupplier(past),
    plan_date: unlessSupplier(past),
    plan_lead: unlessSupplier(givenCell),
    plan_staff_training: unlessSupplier(wordCell(YES_NO)),
    plan_record_review_process: unlessSupplier(wordCell(YES_NO)),
    plan_target_date: unlessSupplier(any),
    plan_review_date: unlessSupplier(any),
    bulk_104_date: past,
    action_plan_104_date: past,
    comment: unreadCell,
  };
}

/** The cells of a status return, as they are read. */
export type StatusCells = ReturnType<typeof cellsFor>;
type Row = RowOf<StatusCells>;

const DAYS_THAT_HAVE_BEEN = [
  'declared_status_date',
  'letter_acknowledged_date',
  'letter_withdrawn_date',
  'dpia_date',
  'opt_in_advertised_date',
  'website_updated_date',
  'icb_notified_date',
  'plan_date',
  'bulk_104_date',
  'action_plan_104_date',
] as const;

/** What is odd across the cells; all of it may still be true, so it costs no row. */
function check(row: Partial<Row>, speak: Speak<keyof StatusCells>): void {
  const asAt = row.as_at_date;
  if (asAt === undefined) return;
  const sent = row.letter_sent_date?.day;
  if (sent !== undefined && sent > asAt) speak.warn('letter_sent_date', laterThan(sent, asAt));
  for (const column of DAYS_THAT_HAVE_BEEN) {
    const on = row[column];
    if (on && on > asAt) speak.warn(column, laterThan(on, asAt));
  }
  if (row.declared_status_date && row.declared_status === null) {
    speak.warn('declared_status_date', 'has a date and no declared_status: it was ignored');
  }
}

function laterThan(on: NonNullable<Row['dpia_date']>, asAt: Row['as_at_date']): string {
  return `${longDay(on)} is later than the row's as_at_date, ${longDay(asAt)}: it was kept as written`;
}
