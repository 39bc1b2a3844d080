import type { Table } from '../table/table-reader.ts';
import { bare } from '../table/words.ts';
import type { ColumnList } from './return-columns.ts';

const LIST_SIZE = [
  'PUBLICATION',
  'EXTRACT_DATE',
  'TYPE',
  'SUB_ICB_LOCATION_CODE',
  'ONS_SUB_ICB_LOCATION_CODE',
  'CODE',
  'POSTCODE',
  'SEX',
  'AGE',
  'NUMBER_OF_PATIENTS',
] as const;

const PRACTICE_MAP = [
  'PUBLICATION',
  'EXTRACT_DATE',
  'PRACTICE_CODE',
  'PRACTICE_NAME',
  'PRACTICE_POSTCODE',
  'PCN_CODE',
  'PCN_NAME',
  'ONS_SUB_ICB_LOCATION_CODE',
  'SUB_ICB_LOCATION_CODE',
  'SUB_ICB_LOCATION_NAME',
  'ONS_ICB_CODE',
  'ICB_CODE',
  'ICB_NAME',
  'ONS_COMM_REGION_CODE',
  'COMM_REGION_CODE',
  'COMM_REGION_NAME',
  'SUPPLIER_NAME',
] as const;

/** The columns of the published list files, by their present names. */
export const REGISTER_COLUMNS = {
  'list-size': {
    names: LIST_SIZE,
    required: ['EXTRACT_DATE', 'TYPE', 'CODE', 'SEX', 'AGE', 'NUMBER_OF_PATIENTS'],
    telling: ['NUMBER_OF_PATIENTS'],
  } satisfies ColumnList<(typeof LIST_SIZE)[number]>,
  'practice-map': {
    names: PRACTICE_MAP,
    required: [
      'EXTRACT_DATE',
      'PRACTICE_CODE',
      'PCN_CODE',
      'PCN_NAME',
      'SUB_ICB_LOCATION_CODE',
      'SUB_ICB_LOCATION_NAME',
      'ICB_CODE',
      'ICB_NAME',
      'COMM_REGION_CODE',
      'COMM_REGION_NAME',
    ],
    telling: ['PCN_CODE', 'COMM_REGION_CODE'],
  } satisfies ColumnList<(typeof PRACTICE_MAP)[number]>,
};

/** What the columns were called until ICBs took over from CCGs and STPs in July 2022. */
const FORMER_NAMES: readonly (readonly [former: string, present: string])[] = [
  ['CCG_CODE', 'SUB_ICB_LOCATION_CODE'],
  ['CCG_NAME', 'SUB_ICB_LOCATION_NAME'],
  ['ONS_CCG_CODE', 'ONS_SUB_ICB_LOCATION_CODE'],
  ['STP_CODE', 'ICB_CODE'],
  ['STP_NAME', 'ICB_NAME'],
  ['ONS_STP_CODE', 'ONS_ICB_CODE'],
];
const PRESENT = new Map(FORMER_NAMES.map(([former, present]) => [bare(former), present]));

/** Takes the header of a published list file of any year, gives it in the present names. */
export function presentNames(header: readonly string[]): string[] {
  return header.map((name) => PRESENT.get(bare(name)) ?? name);
}

/** The same table under the present names. */
export function underPresentNames(table: Table): Table {
  return { ...table, header: presentNames(table.header ?? []) };
}

/** True if the header has a telling column of the kind and half of the required ones at least, so that a file lacking one is told which. */
export function looksPublished(
  kind: keyof typeof REGISTER_COLUMNS,
  header: readonly string[],
): boolean {
  const has = new Set(presentNames(header).map(bare));
  const { telling, required } = REGISTER_COLUMNS[kind];
  const present = required.filter((name) => has.has(bare(name))).length;
  return telling.some((name) => has.has(bare(name))) && present * 2 >= required.length;
}
