import { describe, expect, test } from 'vitest';
import { instant } from '../../../../shared/calendar/day.ts';
import type { SenderRole } from '../../../../shared/evidence/fact.ts';
import { epraccur } from '../../../../shared/intake/readers/epraccur.ts';
import { exemptions } from '../../../../shared/intake/readers/exemptions.ts';
import { listSize } from '../../../../shared/intake/readers/list-size.ts';
import { practiceMap } from '../../../../shared/intake/readers/practice-map.ts';
import { RETURN_NOTES, type ReturnKind } from '../../../../shared/intake/readers/return-columns.ts';
import { statusReturn } from '../../../../shared/intake/readers/status-return.ts';
import { succession } from '../../../../shared/intake/readers/succession.ts';
import { supplierExtract } from '../../../../shared/intake/readers/supplier-extract.ts';
import type { TableReader } from '../../../../shared/intake/table/table-reader.ts';
import { from, readOne } from '../readers/return-tables.ts';
import { linesOf, readText } from '../uploads-to-read.ts';

const sentBy = (role: SenderRole) => from(role, { receivedAt: instant('2026-11-10T09:00:00Z') });

/** The first example that a remedy gives. */
function exampleIn(remedy: string): string {
  const [, example = ''] = /such as (.+?)(?:[,;)]|\. |\.$| or |$)/.exec(remedy) ?? [];
  return example.replaceAll('"', '');
}

type Good = { reader: TableReader; role: SenderRole; row: Record<string, string> };

/** Cells beside which every example holds: an end after any start, a part of any whole. */
const ROOM: Readonly<Record<string, Record<string, string>>> = {
  succession: { predecessor_code: 'B82001' },
  exemptions: { start_date: '01/01/2021' },
  'supplier-extract': { online_accounts: '2,000', accounts_with_access: '100' },
};

/** Every kind that people fill in, with its own examples in every cell. */
const RETURNS: readonly Good[] = [
  [statusReturn, 'practice'] as const,
  [supplierExtract, 'supplier'] as const,
  [succession, 'national'] as const,
  [exemptions, 'national'] as const,
].map(([reader, role]) => {
  const columns = Object.entries(RETURN_NOTES[reader.kind as ReturnKind]);
  const examples = Object.fromEntries(columns.map(([name, { example }]) => [name, example]));
  return { reader, role, row: { ...examples, ...ROOM[reader.kind] } };
});

const LISTS: readonly Good[] = [
  {
    reader: listSize,
    role: 'national',
    row: {
      EXTRACT_DATE: '01May2022',
      TYPE: 'GP',
      CODE: 'A81001',
      SEX: 'ALL',
      AGE: 'ALL',
      NUMBER_OF_PATIENTS: '8000',
    },
  },
  {
    reader: practiceMap,
    role: 'national',
    row: {
      EXTRACT_DATE: '01Aug2023',
      PRACTICE_CODE: 'A81001',
      PCN_CODE: 'U12345',
      PCN_NAME: 'A PCN',
      SUB_ICB_LOCATION_CODE: '16C',
      SUB_ICB_LOCATION_NAME: 'Tees',
      ICB_CODE: 'QHM',
      ICB_NAME: 'North',
      COMM_REGION_CODE: 'Y63',
      COMM_REGION_NAME: 'North',
    },
  },
];

const BAD_CELLS = [
  '',
  'n/a',
  'x',
  'a long remark that fits nowhere',
  'A8100',
  'A8999O',
  '31/02/2023',
  '12/31/2023',
  '44986',
  '04/11/2022 25:00',
  '2022-11-04T10:00:00+99:00',
  '30 Febtober 2023',
  '01/01/1900',
  '04/03/1650',
  '04/12/2999',
  '-5',
  '12.5',
  '1,23',
  '85%',
  '1234567890',
  '1.36473E+15',
  '1364731000000100',
  'EMIS/TPP',
];

describe('each remedy for a bad cell gives an example that would have been right', () => {
  test.each([...RETURNS, ...LISTS])('$reader.kind', ({ reader, role, row }) => {
    expect(readOne(reader, row, sentBy(role)).problems).toEqual([]);
    let seen = 0;
    for (const column of Object.keys(row)) {
      for (const cell of BAD_CELLS) {
        for (const problem of readOne(reader, { ...row, [column]: cell }, sentBy(role)).problems) {
          if (problem.column !== column) continue;
          seen += 1;
          const example = exampleIn(problem.remedy);
          const mended = { ...row, [column]: example };
          expect(readOne(reader, mended, sentBy(role)).problems, problem.remedy).toEqual([]);
        }
      }
    }
    expect(seen).toBeGreaterThan(20);
  });
});

const RETURN = 'practice_code,as_at_date,declared_status';
const EXTRACT = 'practice_code,system_supplier,extract_date,default_access';
const ROW = 'A81001,04/12/2023,live';

describe('so does each remedy for a row or a file', () => {
  test.each<[string, string, SenderRole]>([
    ['a row that says nothing', linesOf(RETURN, 'A81001,04/12/2023,'), 'practice'],
    ['a row too short', linesOf(RETURN, 'A81001,04/12/2023'), 'practice'],
    ['a row too long', linesOf(RETURN, `${ROW},x`), 'practice'],
    ['an open quote', linesOf(RETURN, 'A81001,04/12/2023,"live'), 'practice'],
    ['a quote inside', linesOf(RETURN, 'A81001,04/12/2023,li"ve'), 'practice'],
    ['a NUL', linesOf(RETURN, 'A81001,\0,live', ROW), 'practice'],
    ['a header alone', linesOf(RETURN), 'practice'],
    ['a missing column', linesOf('practice_code,declared_status', 'A81001,live'), 'practice'],
    ['a column twice', linesOf(`${RETURN},as at date`, `${ROW},x`), 'practice'],
    ['another header', linesOf('name,size', 'x,1'), 'practice'],
    ['quotes wrong throughout', `${RETURN}\n${'a"b\n'.repeat(5_001)}`, 'practice'],
    ['a cell that a supplier may not fill', linesOf(RETURN, ROW), 'supplier'],
    ['an extract from a practice', linesOf(EXTRACT, 'A81001,TPP,04/12/2023,on'), 'practice'],
    [
      'more accounts with access than accounts',
      linesOf(
        `${EXTRACT},online_accounts,accounts_with_access`,
        'A81001,TPP,04/12/2023,on,800,900',
      ),
      'supplier',
    ],
    [
      'a national exemption from an ICB',
      linesOf(
        'practice_code,level,reason,approved_by,start_date,end_date',
        'A81001,national,moving,a lead,01/11/2023,31/03/2024',
      ),
      'icb',
    ],
    [
      'an exemption from a practice',
      linesOf(
        'practice_code,level,reason,approved_by,start_date,end_date',
        'A81001,icb,moving,a lead,01/11/2023,31/03/2024',
      ),
      'practice',
    ],
    [
      'a succession from an ICB',
      linesOf('predecessor_code,successor_code,effective_date', 'A81001,A81002,01/04/2023'),
      'icb',
    ],
  ])('%s', (_, text, role) => {
    const { problems, refused } = readText(text, from(role));
    const all = refused === null ? problems : [refused, ...problems];
    expect(all.length).toBeGreaterThan(0);
    for (const { remedy } of all) expect(exampleIn(remedy), remedy).not.toBe('');
  });

  test.each([
    [0, 'A8'],
    [1, ''],
    [10, '31/02/2023'],
    [12, 'X'],
    [14, '?'],
  ])('a cell of epraccur (%i: %j)', (at, cell) => {
    const cells = Array.from({ length: 27 }, () => '');
    Object.assign(cells, { 0: 'A81001', 1: 'A SURGERY', 2: 'Y63', 10: '19740401', 12: 'A' });
    const good = { row: 1, cells: [...cells] };
    cells[at] = cell;
    const given = { header: null, rows: [good, { row: 2, cells }], broken: [] };
    const { problems } = epraccur.read(given, from('national'));
    expect(problems.map(({ row }) => row)).toEqual([2]);
    expect(exampleIn(problems[0]!.remedy)).not.toBe('');
  });
});
