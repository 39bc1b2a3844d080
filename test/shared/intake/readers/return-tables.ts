import { instant } from '../../../../shared/calendar/day.ts';
import type { SenderRole } from '../../../../shared/evidence/fact.ts';
import type { ReadContext, ReadResult } from '../../../../shared/intake/read-result.ts';
import type { Table, TableReader } from '../../../../shared/intake/table/table-reader.ts';

/** A file from this sender, received on 10 December 2023; A81001 and A81002 are registered. */
export function from(role: SenderRole, over: Partial<ReadContext> = {}): ReadContext {
  return {
    sender: { role },
    receivedAt: instant('2023-12-10T09:00:00Z'),
    asAt: null,
    isRegistered: (code) => ['A81001', 'A81002'].includes(code),
    sha256: 'a'.repeat(64),
    about: null,
    mapping: null,
    ...over,
  };
}

/** A table whose rows are given by column; the header has the columns of all rows, in their order. */
export function table(...rows: Readonly<Record<string, string>>[]): Table {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    header,
    rows: rows.map((row, i) => ({ row: i + 2, cells: header.map((name) => row[name] ?? '') })),
    broken: [],
  };
}

/** Every row is either taken or among the rows of the problems, and none is both. */
export function rowsReconcile(result: ReadResult, given: Table): boolean {
  const taken = new Set(result.taken.map(({ row }) => row));
  const rejected = new Set(result.problems.map(({ row }) => row));
  const all = [...given.rows, ...given.broken].map(({ row }) => row);
  return (
    result.rows === all.length &&
    (result.refused === null
      ? all.every((row) => taken.has(row) !== rejected.has(row))
      : taken.size === 0)
  );
}

/** What the reader says of one row: its statements, problems and warnings. */
export function readOne(
  reader: TableReader,
  row: Readonly<Record<string, string>>,
  context: ReadContext,
) {
  const result = reader.read(table(row), context);
  return { ...result, said: result.taken[0]?.statements ?? [] };
}
