import type { Statement } from '../../evidence/fact.ts';
import type { ReadContext, ReadResult } from '../read-result.ts';
import { bad, type CellReader, filled, practiceCell, unreadCell } from '../table/cells.ts';
import { countCell } from '../table/count-cell.ts';
import { pastDayCell } from '../table/date-cells.ts';
import type { RowOf } from '../table/row-schema.ts';
import { readRows, refusedFrom } from '../table/rows.ts';
import type { TableReader } from '../table/table-reader.ts';
import { ONLY_NATIONAL } from './register-cells.ts';
import { looksPublished, REGISTER_COLUMNS, underPresentNames } from './register-columns.ts';

/**
 * Reads gp-reg-pat-prac-all, the patients registered at each practice, under the headings of either
 * vintage (CCG until mid-2022, sub-ICB since). Only totals are read: type GP, sex ALL, age ALL. The
 * file lists every practice that has a list, so a practice that a later one leaves out has none;
 * but not where a row of it could not be read. (NHS England: Patients Registered at a GP Practice.)
 */
export const listSize: TableReader = {
  kind: 'list-size',
  recognises: (header) => looksPublished('list-size', header),
  read: (table, context) => {
    const kind = 'list-size';
    if (context.sender.role !== 'national') {
      return refusedFrom(context, { kind, table, remedy: ONLY_NATIONAL });
    }
    const read = readRows(underPresentNames(table), {
      kind,
      columns: REGISTER_COLUMNS[kind],
      cells: cellsFor(context),
      check: () => {},
      statements: statementsOf,
    });
    return asCompleteList(read);
  },
};

function cellsFor(context: ReadContext) {
  return {
    PUBLICATION: unreadCell,
    EXTRACT_DATE: filled(pastDayCell(context), '01May2022'),
    TYPE: onlyTotals('GP'),
    SUB_ICB_LOCATION_CODE: unreadCell,
    ONS_SUB_ICB_LOCATION_CODE: unreadCell,
    CODE: filled(practiceCell(context), 'A81001'),
    POSTCODE: unreadCell,
    SEX: onlyTotals('ALL'),
    AGE: onlyTotals('ALL'),
    NUMBER_OF_PATIENTS: filled(countCell, '8000'),
  };
}

function onlyTotals(word: string): CellReader<true> {
  return (text) =>
    text.toUpperCase() === word
      ? { ok: true, value: true }
      : bad(
          `is not ${word}, and only rows with the total of a practice are read`,
          `Send gp-reg-pat-prac-all, which has one row for each practice with its total, such as ${word}; its rows have TYPE GP, SEX ALL and AGE ALL.`,
        );
}

function statementsOf(row: RowOf<ReturnType<typeof cellsFor>>): Statement[] {
  const { CODE: practice, EXTRACT_DATE: asAt, NUMBER_OF_PATIENTS: patients } = row;
  return [{ kind: 'list-size', practice, effectiveOn: asAt, asAt, values: { patients } }];
}

/** Marks the statements as those of a complete list, unless a row is missing from them. */
function asCompleteList(read: ReadResult): ReadResult {
  if (read.refused !== null) return read;
  if (read.problems.length > 0) return { ...read, warnings: [NOT_COMPLETE, ...read.warnings] };
  const taken = read.taken.map(({ row, statements }) => ({
    row,
    statements: statements.map((said) => ({ ...said, completeList: true as const })),
  }));
  return { ...read, taken };
}

const NOT_COMPLETE = {
  row: 0,
  column: null,
  warning:
    'some rows could not be read, so the file does not count as a complete list: a practice that it leaves out keeps its list of the file before',
};
