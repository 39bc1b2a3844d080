import { type Day, londonDay, longDay } from '../../calendar/day.ts';
import type { SenderRole, Statement } from '../../evidence/fact.ts';
import type { ReadContext } from '../read-result.ts';
import { filled, givenCell, practiceCell, wordCell } from '../table/cells.ts';
import { looksLike } from '../table/columns.ts';
import { anyDayCell, pastDayCell } from '../table/date-cells.ts';
import type { RowOf, Speak } from '../table/row-schema.ts';
import { readRows, refusedFrom } from '../table/rows.ts';
import type { TableReader } from '../table/table-reader.ts';
import { LEVEL } from '../table/words.ts';
import { RETURN_COLUMNS } from './return-columns.ts';

/**
 * Reads which practices are exempt until when. An ICB exempts at its own level; only NHS England at
 * the national one, which alone leaves a denominator. Of reason and approver only that they were
 * given is kept. (Design: evidence table; state, exemptions.)
 */
export const exemptions: TableReader = {
  kind: 'exemptions',
  recognises: (header) => looksLike('exemptions', header),
  read: (table, context) => {
    const kind = 'exemptions';
    const { role } = context.sender;
    if (role === 'practice' || role === 'pcn' || role === 'supplier') {
      const remedy =
        'Ask your ICB or NHS England, who approve exemptions, to send it. What you say yourself goes into a file of another kind, such as a status return.';
      return refusedFrom(context, { kind, table, remedy });
    }
    const asAt = context.asAt ?? londonDay(context.receivedAt);
    return readRows(table, {
      kind,
      columns: RETURN_COLUMNS[kind],
      cells: cellsFor(context),
      check: (row, speak) => check(row, speak, role),
      statements: (row) => statementsOf(row, asAt),
    });
  },
};

function cellsFor(context: ReadContext) {
  return {
    practice_code: filled(practiceCell(context), 'A81001'),
    level: filled(wordCell(LEVEL), 'icb'),
    reason: filled(givenCell, 'moving to another system supplier'),
    approved_by: filled(givenCell, 'the name of the person who approved it'),
    start_date: filled(pastDayCell(context), '01/11/2023'),
    end_date: filled(anyDayCell(), '31/03/2024'),
  };
}

type Cells = ReturnType<typeof cellsFor>;
type Row = RowOf<Cells>;

function check(row: Partial<Row>, speak: Speak<keyof Cells>, role: SenderRole): void {
  if (row.level === 'national' && role !== 'national') {
    speak.reject(
      'level',
      'a national exemption is not for an ICB to give',
      'Write the level that an ICB can give, such as icb, or ask NHS England to send the national exemption.',
    );
  }
  const { start_date: start, end_date: end } = row;
  if (start !== undefined && end !== undefined && end < start) {
    speak.reject(
      'end_date',
      `end_date, ${longDay(end)}, is before start_date, ${longDay(start)}`,
      `Check both dates: the end is on or after the start, such as 31/03/2024, where it starts on 01/11/2023.`,
    );
  }
}

function statementsOf(row: Row, asAt: Day): Statement[] {
  const { practice_code: practice, start_date: effectiveOn, level, end_date: endsOn } = row;
  const values = { level, approverGiven: row.approved_by, reasonGiven: row.reason, endsOn };
  return [{ kind: 'exemption', practice, effectiveOn, asAt, values }];
}
