import type { Statement } from '../../evidence/fact.ts';
import type { ReadContext } from '../read-result.ts';
import { filled, practiceCell, unreadCell } from '../table/cells.ts';
import { pastDayCell } from '../table/date-cells.ts';
import type { RowOf } from '../table/row-schema.ts';
import { readRows, refusedFrom } from '../table/rows.ts';
import type { TableReader } from '../table/table-reader.ts';
import {
  mappedSupplierCell,
  nameCell,
  ONLY_NATIONAL,
  pcnCell,
  placeCell,
} from './register-cells.ts';
import { looksPublished, REGISTER_COLUMNS, underPresentNames } from './register-columns.ts';

/**
 * Reads gp-reg-pat-prac-map: the network, sub-ICB, ICB, region and, in later files, the system
 * supplier of each practice. CCG and STP of the files to mid-2022 are the sub-ICB and ICB of today.
 * (NHS England: Patients Registered at a GP Practice.)
 */
export const practiceMap: TableReader = {
  kind: 'practice-map',
  recognises: (header) => looksPublished('practice-map', header),
  read: (table, context) => {
    const kind = 'practice-map';
    if (context.sender.role !== 'national') {
      return refusedFrom(context, { kind, table, remedy: ONLY_NATIONAL });
    }
    return readRows(underPresentNames(table), {
      kind,
      columns: REGISTER_COLUMNS[kind],
      cells: cellsFor(context),
      check: () => {},
      statements: statementsOf,
    });
  },
};

function cellsFor(context: ReadContext) {
  return {
    PUBLICATION: unreadCell,
    EXTRACT_DATE: filled(pastDayCell(context), '01Aug2026'),
    PRACTICE_CODE: filled(practiceCell(context), 'A81001'),
    PRACTICE_NAME: unreadCell,
    PRACTICE_POSTCODE: unreadCell,
    PCN_CODE: pcnCell,
    PCN_NAME: nameCell,
    ONS_SUB_ICB_LOCATION_CODE: unreadCell,
    SUB_ICB_LOCATION_CODE: placeCell,
    SUB_ICB_LOCATION_NAME: nameCell,
    ONS_ICB_CODE: unreadCell,
    ICB_CODE: placeCell,
    ICB_NAME: nameCell,
    ONS_COMM_REGION_CODE: unreadCell,
    COMM_REGION_CODE: placeCell,
    COMM_REGION_NAME: nameCell,
    SUPPLIER_NAME: mappedSupplierCell,
  };
}

function statementsOf(row: RowOf<ReturnType<typeof cellsFor>>): Statement[] {
  const { PRACTICE_CODE: practice, EXTRACT_DATE: asAt } = row;
  const values = {
    pcn: row.PCN_CODE,
    pcnName: row.PCN_CODE === null ? null : row.PCN_NAME,
    subIcb: row.SUB_ICB_LOCATION_CODE,
    subIcbName: row.SUB_ICB_LOCATION_NAME,
    icb: row.ICB_CODE,
    icbName: row.ICB_NAME,
    region: row.COMM_REGION_CODE,
    regionName: row.COMM_REGION_NAME,
    supplier: row.SUPPLIER_NAME,
  };
  return [{ kind: 'membership', practice, effectiveOn: asAt, asAt, values }];
}
