import { parquetWriteBuffer } from 'hyparquet-writer';
import { type Day, daysBetween } from '../../calendar/day.ts';
import type { Cell, Column, Holds, Table } from '../../coverage/table.ts';

const EPOCH = '1970-01-01' as Day;
type Kind = 'text' | 'day' | 'whole' | 'decimal';
const KIND: Readonly<Record<Holds, Kind>> = {
  code: 'text',
  text: 'text',
  day: 'day',
  count: 'whole',
  change: 'whole',
  target: 'whole',
  share: 'decimal',
  number: 'decimal',
};
const TYPE = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  day: { type: 'INT32', converted_type: 'DATE' },
  whole: { type: 'INT32' },
  decimal: { type: 'DOUBLE' },
} as const;

/**
 * A table as Parquet: texts, days as DATE, counts as INT32, shares as DOUBLE; any of them may be null.
 * Uncompressed, so that no compressor's version or processor shows in the bytes; the text columns are kept
 * small by their dictionaries. Throws a TypeError on a cell that is not what its column holds.
 */
export function practicesParquet({ columns, rows }: Table): Uint8Array {
  const buffer = parquetWriteBuffer({
    columnData: columns.map((column) => ({
      name: column.key,
      data: rows.map((row) => stored(row[column.key] ?? null, column)),
    })),
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ key, holds }) => ({
        name: key,
        repetition_type: 'OPTIONAL' as const,
        ...TYPE[KIND[holds]],
      })),
    ],
    codec: 'UNCOMPRESSED',
    createdBy: 'Record Access Rollout',
    // One size, so that nothing but the rows decides how they are grouped.
    rowGroupSize: 100_000,
  });
  return new Uint8Array(buffer);
}

function stored(cell: Cell, { key, holds }: Column): string | number | Date | null {
  if (cell === null) return null;
  const kind = KIND[holds];
  if (kind === 'text' && typeof cell === 'string') return cell;
  if (kind === 'day' && typeof cell === 'string') {
    return new Date(daysBetween(EPOCH, cell as Day) * 86_400_000);
  }
  if ((kind === 'whole' || kind === 'decimal') && typeof cell === 'number') return cell;
  throw new TypeError(`the column ${key} cannot hold ${JSON.stringify(cell)}`);
}
