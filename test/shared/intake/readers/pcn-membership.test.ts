import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, instant } from '../../../../shared/calendar/day.ts';
import { placeNames } from '../../../../shared/coverage/names.ts';
import { factFrom } from '../../../../shared/evidence/statements-to-facts.ts';
import { open } from '../../../../shared/intake/open/open.ts';
import type { OpenedSheets } from '../../../../shared/intake/open/opened.ts';
import type { ReadContext } from '../../../../shared/intake/read-result.ts';
import { readOpened } from '../../../../shared/intake/read-upload.ts';
import { placeOf } from '../../../../shared/state/practice-on-day.ts';
import { sortFacts } from '../../../../shared/state/sorted-facts.ts';
import { supplierInForce, supplierStatements } from '../../../../shared/state/supplier-in-force.ts';
import { clocks, listing, membership } from '../../builders.ts';
import { uploadOf } from '../../uploads.ts';
import { texts, workbook, zipped } from '../open/workbook.ts';
import { reconciles } from '../uploads-to-read.ts';
import { from } from './return-tables.ts';

/** The headings as they are published, broken over lines, with a space behind the last. */
const HEADINGS = [
  'Partner\r\nOrganisation\r\nCode',
  'Partner\r\nName',
  'Practice\r\nParent\r\nSub ICB Loc Code',
  'Practice\r\nParent\r\nSub ICB Loc Name',
  'PCN Code',
  'PCN Name',
  'PCN Parent\r\nSub ICB Loc Code',
  'PCN Parent\r\nSub ICB Loc Name',
  'Practice to PCN\r\nRelationship\r\nStart Date',
  'Practice to PCN\r\nRelationship\r\nEnd Date',
  'Practice Sub ICB Loc and PCN Sub ICB Loc Match ',
];
type Cell = 'code' | 'subIcb' | 'pcn' | 'start' | 'end';
const cells = (over: Partial<Record<Cell, string>> = {}) => {
  const c = { code: 'A81001', subIcb: '16C', pcn: 'U89141', start: '20191001', end: '', ...over };
  const places = [c.subIcb, 'TEES - 16C', c.pcn, 'NORTH PCN', '36L', 'ANOTHER - 36L'];
  return [c.code, 'A SURGERY', ...places, c.start, c.end, 'TRUE'];
};

async function opened(...rows: readonly (readonly string[])[]): Promise<OpenedSheets> {
  const details =
    texts(1, 'PCN Code', 'PCN Name', 'Open Date') + texts(2, 'U89141', 'NORTH PCN', '20191001');
  const partners = [HEADINGS, ...rows].map((row, i) => texts(i + 1, ...row)).join('');
  const file = await open(zipped(workbook({ sheets: [{ rows: details }, { rows: partners }] })));
  if (file.as !== 'sheets') throw new Error(JSON.stringify(file));
  return file;
}

const national = (over: Partial<ReadContext> = {}) =>
  from('national', { asAt: day('2023-02-01'), ...over });
const read = async (context: ReadContext, ...rows: readonly (readonly string[])[]) =>
  readOpened(await opened(...rows), context);

test('a membership in force says the network and the sub-ICB of the practice, and nothing else', async () => {
  const result = await read(national(), cells());
  expect(result).toMatchObject({ kind: 'pcn-membership', rows: 1, problems: [], refused: null });
  expect(result.taken).toEqual([
    {
      row: 2,
      statements: [
        {
          ...{ kind: 'membership', practice: 'A81001', row: 2 },
          ...{ asAt: '2023-02-01', effectiveOn: '2019-10-01' },
          values: {
            ...{ pcn: 'U89141', pcnName: 'NORTH PCN', subIcb: '16C', subIcbName: 'TEES - 16C' },
            ...{ icb: null, icbName: null, region: null, regionName: null, supplier: null },
          },
        },
      ],
    },
  ]);
  expect(result.warnings.map(({ warning }) => warning)).toEqual([
    'the sheet "Sheet2" was read, out of 2',
  ]);
});

describe('memberships that are not in force on the day are left out, and counted', () => {
  test.each([
    ['ended the day before', { end: '20230131' }, 0],
    ['ends on the day', { end: '20230201' }, 1],
    ['ends later', { end: '20230301' }, 1],
    ['begins on the day', { start: '20230201' }, 1],
    ['begins the day after', { start: '20230202' }, 0],
    ['written as ISO', { start: '2019-10-01', end: '2023-01-31' }, 0],
  ])('%s', async (_, over, inForce) => {
    const result = await read(national(), cells({ code: 'A81002' }), cells(over));
    expect(result.taken).toHaveLength(1 + inForce);
    expect(result.rows).toBe(1 + inForce);
    expect(reconciles(result)).toBe(true);
  });

  test('in one warning', async () => {
    const rows = [cells(), cells({ end: '20200101' }), cells({ end: '20200101', code: 'A81002' })];
    const { warnings } = await read(national(), ...rows, cells({ start: '20240401' }));
    expect(warnings.map(({ warning }) => warning)).toContain(
      'memberships that are not in force were left out: 2 had ended before 1 February 2023, 1 had not begun',
    );
  });
});

test('without a day of its own the file speaks of the London day of its receipt, and says so', async () => {
  const late = { asAt: null, receivedAt: instant('2023-06-30T23:30:00Z') };
  const result = await read(national(late), cells({ end: '20230630' }), cells({ code: 'A81002' }));
  expect(result.taken.map(({ statements }) => statements[0]?.asAt)).toEqual(['2023-07-01']);
  expect(result.warnings.map(({ warning }) => warning).join()).toContain('bears no date');
});

test.each([
  ['a code that is none', { code: 'surgery' }, 'Partner Organisation Code'],
  ['no network', { pcn: 'U' }, 'PCN Code'],
  ['a start that is no date', { start: 'soon' }, 'Practice to PCN Relationship Start Date'],
  ['an end that is no date', { end: 'never' }, 'Practice to PCN Relationship End Date'],
])('a row with %s is rejected and the others are kept', async (_, over, column) => {
  const result = await read(national(), cells(over), cells({ code: 'A81002' }));
  expect(result.taken.map(({ row }) => row)).toEqual([3]);
  expect(result.problems).toMatchObject([{ row: 2, column }]);
});

test.each(['practice', 'pcn', 'supplier', 'icb'] as const)(
  'is not taken from role %s',
  async (role) => {
    const result = await read(from(role), cells());
    expect(result).toMatchObject({ kind: 'pcn-membership', taken: [] });
    expect(result.refused?.remedy).toContain('published by NHS England');
  },
);

describe('what the file does not know stays as the practice map had it', () => {
  const epcn = async (asAt: string) => {
    const { taken } = await read(national({ asAt: day(asAt) }), cells());
    const upload = uploadOf({
      sender: { role: 'national' },
      receivedAt: instant('2023-02-02T09:00:00Z'),
    });
    return taken.flatMap(({ statements }) => statements.map((said) => factFrom(said, upload)));
  };
  const knownAt = '2024-01-01T00:00:00Z';
  const supplierOn = (facts: Parameters<typeof sortFacts>[0], on: string) =>
    supplierInForce(supplierStatements(sortFacts(facts)), day(on)).supplier;

  test('the network is that of the later file, the ICB, region and supplier those of the map', async () => {
    const map = membership({ asAt: '2022-05-01', pcn: 'U00001', subIcb: '99Z', supplier: 'TPP' });
    const facts = [map, ...(await epcn('2023-02-01'))];
    expect(placeOf(facts, clocks('2023-03-01', { knownAt }))).toEqual({
      ...{ region: 'Y63', icb: 'QHM', subIcb: '16C', pcn: 'U89141' },
    });
    expect(placeOf(facts, clocks('2022-06-01', { knownAt }))).toMatchObject({
      pcn: 'U00001',
      subIcb: '99Z',
    });
    expect(supplierOn(facts, '2023-03-01')).toBe('TPP');
    const names = placeNames(facts);
    expect(names.icb.get('QHM')).toBe('Made-up ICB');
    expect(names.pcn.get('U89141')).toBe('NORTH PCN');
  });

  test('whatever the days and the order of the files', async () => {
    const days = fc.integer({ min: -400, max: 400 }).map((n) => addDays(day('2023-02-01'), n));
    const suppliers = fc.constantFrom('EMIS', 'TPP', null);
    const [said] = await epcn('2023-02-01');
    fc.assert(
      fc.property(days, days, days, suppliers, (asAt, other, on, supplier) => {
        const maps = [
          listing({ asAt: other }),
          membership({ asAt, supplier, effectiveOn: asAt }),
          membership({ asAt: other, icb: 'QF7', region: 'Y60', effectiveOn: other }),
        ];
        const at = clocks(on, { knownAt });
        const { pcn: _p, subIcb: _s, ...before } = placeOf(maps, at);
        for (const facts of [
          [...maps, said!],
          [said!, ...maps],
        ]) {
          expect(placeOf(facts, at)).toMatchObject(before);
          expect(placeOf(facts, at).pcn).not.toBeNull();
          expect(supplierOn(facts, on)).toBe(supplierOn(maps, on));
        }
      }),
      { numRuns: 100 },
    );
  });
});
