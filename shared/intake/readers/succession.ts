import { type Day, londonDay } from '../../calendar/day.ts';
import type { Statement } from '../../evidence/fact.ts';
import type { ReadContext } from '../read-result.ts';
import { filled, practiceCell } from '../table/cells.ts';
import { looksLike } from '../table/columns.ts';
import { pastDayCell } from '../table/date-cells.ts';
import type { RowOf, Speak } from '../table/row-schema.ts';
import { readRows, refusedFrom } from '../table/rows.ts';
import type { TableReader } from '../table/table-reader.ts';
import { RETURN_COLUMNS } from './return-columns.ts';

/**
 * Reads which practice merged into which, and when; taken from NHS England alone, since it is the
 * register's word. A row says one thing about each of the two practices. (Design: evidence table.)
 */
export const succession: TableReader = {
  kind: 'succession',
  recognises: (header) => looksLike('succession', header),
  read: (table, context) => {
    const kind = 'succession';
    if (context.sender.role !== 'national') {
      const remedy =
        'Tell NHS England of the merger: successions are taken from there. What you say yourself goes into a file of another kind, such as a status return.';
      return refusedFrom(context, { kind, table, remedy });
    }
    const asAt = context.asAt ?? londonDay(context.receivedAt);
    return readRows(table, {
      kind,
      columns: RETURN_COLUMNS[kind],
      cells: cellsFor(context),
      check,
      statements: (row) => statementsOf(row, asAt),
    });
  },
};

function cellsFor(context: ReadContext) {
  const practice = practiceCell(context);
  return {
    predecessor_code: filled(practice, 'A81001'),
    successor_code: filled(practice, 'A81002'),
    effective_date: filled(pastDayCell(context), '01/04/2023'),
  };
}

type Cells = ReturnType<typeof cellsFor>;
type Row = RowOf<Cells>;

function check(row: Partial<Row>, speak: Speak<keyof Cells>): void {
  if (row.predecessor_code !== undefined && row.predecessor_code === row.successor_code) {
    speak.reject(
      'successor_code',
      `successor_code is the same as predecessor_code (${row.successor_code}): a practice cannot merge into itself`,
      'Write the code of the practice that took over, such as A81002, where A81001 merged into it.',
    );
  }
}

function statementsOf(row: Row, asAt: Day): Statement[] {
  const head = { kind: 'succession', effectiveOn: row.effective_date, asAt } as const;
  const { predecessor_code: predecessor, successor_code: successor } = row;
  return [
    { ...head, practice: predecessor, values: { direction: 'merged-into', other: successor } },
    { ...head, practice: successor, values: { direction: 'merged-from', other: predecessor } },
  ];
}
