import { unzipSync } from 'fflate';
import { openXlsx } from '../../intake/open/xlsx.ts';

/** One sheet as it reads back: its rows below the table's heading, as texts. */
export type SheetRows = readonly (readonly string[])[];

/**
 * Reads `report.xlsx` back by the reader that takes in other people's workbooks: for each sheet the rows of
 * its table, days as ISO, numbers in plain digits. `above`: lines over the heading. Throws where it cannot
 * be read.
 */
export function workbookTables(bytes: Uint8Array, above: number): ReadonlyMap<string, SheetRows> {
  const opened = openXlsx(new Map(Object.entries(unzipSync(bytes))));
  if (opened.as !== 'sheets') throw new Error('the workbook cannot be read back');
  return new Map(
    opened.sheets.map(({ name, rows, refused }) => {
      if (refused !== null)
        throw new Error(`sheet ${name} cannot be read back: ${refused.problem}`);
      return [name ?? '', rows.filter(({ row }) => row > above + 1).map(({ cells }) => cells)];
    }),
  );
}
