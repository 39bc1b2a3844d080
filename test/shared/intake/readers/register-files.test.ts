import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { day, instant } from '../../../../shared/calendar/day.ts';
import type { FactKind, ValuesOf } from '../../../../shared/evidence/fact.ts';
import { open } from '../../../../shared/intake/open/open.ts';
import type { ReadContext, ReadResult } from '../../../../shared/intake/read-result.ts';
import { readOpened, readUpload } from '../../../../shared/intake/read-upload.ts';
import { from } from './return-tables.ts';

/** The files as published are too large to keep here: where somebody has them, they are read too. */
const folder =
  process.env['ROLLOUT_NATIONAL_FILES'] ??
  fileURLToPath(new URL('../../../../../shared/data', import.meta.url));

const receivedAt = instant('2026-09-01T09:00:00Z');
const everyCode = () => true;

function readFile(name: string, over: Partial<ReadContext> = {}): ReadResult {
  const bytes = readFileSync(join(folder, name));
  return readUpload(bytes, from('national', { receivedAt, isRegistered: everyCode, ...over }));
}

function valuesIn<K extends FactKind>(kind: K, read: ReadResult): ValuesOf<K>[] {
  const all = read.taken.flatMap(({ statements }) => statements);
  return all.filter((said) => said.kind === kind).map((said) => said.values as ValuesOf<K>);
}

const isThere = (name: string) => existsSync(join(folder, name));

describe.each([
  ['epraccur_2023-12.csv', '2023-12-04', 15_971, 6_348, 402],
  ['epraccur_2026-02.csv', '2026-02-04', 15_389, 6_207, 397],
])('%s', (name, asAt, rows, practices, welsh) => {
  test.runIf(isThere(name))(`has ${practices} open GP practices in England`, () => {
    const read = readFile(name, { asAt: day(asAt) });
    expect(read).toMatchObject({
      kind: 'epraccur',
      rows,
      duplicates: [],
      problems: [],
      warnings: [],
    });
    const active = valuesIn('listing', read).filter((l) => l.status === 'active' && l.gpPractice);
    expect(active.filter(({ country }) => country === 'england')).toHaveLength(practices);
    expect(active.filter(({ country }) => country === 'wales')).toHaveLength(welsh);
    expect(active).toHaveLength(practices + welsh);
  });
});

describe.each([
  ['gp-reg-pat-prac-all_2022-01.csv', '2022-01-01', 6_527, 61_469_262],
  ['gp-reg-pat-prac-all_2022-05.csv', '2022-05-01', 6_506, 61_654_788],
])('%s', (name, asAt, rows, patients) => {
  test.runIf(isThere(name))(`lists ${patients} patients of ${rows} practices`, () => {
    const read = readFile(name);
    expect(read).toMatchObject({
      kind: 'list-size',
      rows,
      duplicates: [],
      problems: [],
      warnings: [],
    });
    const said = read.taken.flatMap(({ statements }) => statements);
    expect(said.every((s) => s.asAt === asAt && s.completeList === true)).toBe(true);
    const sum = valuesIn('list-size', read).reduce((total, list) => total + list.patients, 0);
    expect(sum).toBe(patients);
  });
});

describe.each([
  ['gp-reg-pat-prac-map_2022-01.csv', 6_527, 42, 68, { none: 6_527 }],
  ['gp-reg-pat-prac-map_2026-08.csv', 6_129, 36, 52, { EMIS: 3_581, TPP: 2_540, Medicus: 8 }],
])('%s', (name, rows, icbs, withoutPcn, suppliers) => {
  test.runIf(isThere(name))(`places ${rows} practices in ${icbs} ICBs`, () => {
    const read = readFile(name);
    expect(read).toMatchObject({
      kind: 'practice-map',
      rows,
      duplicates: [],
      problems: [],
      warnings: [],
    });
    const maps = valuesIn('membership', read);
    expect(new Set(maps.map(({ icb }) => icb)).size).toBe(icbs);
    expect(new Set(maps.map(({ region }) => region)).size).toBe(7);
    expect(maps.filter(({ pcn }) => pcn === null)).toHaveLength(withoutPcn);
    expect(maps.every((map) => (map.pcn === null) === (map.pcnName === null))).toBe(true);
    const counts: Record<string, number> = {};
    for (const { supplier } of maps)
      counts[supplier ?? 'none'] = (counts[supplier ?? 'none'] ?? 0) + 1;
    expect(counts).toEqual(suppliers);
  });
});

const EPCN = 'ePCN_2023-02.xlsx';
test.runIf(isThere(EPCN))(`${EPCN} has 6,391 memberships in force and 1,064 ended`, async () => {
  const context = { receivedAt, isRegistered: everyCode, asAt: day('2023-02-01') };
  const read = readOpened(
    await open(new Uint8Array(readFileSync(join(folder, EPCN)))),
    from('national', context),
  );
  expect(read).toMatchObject({ kind: 'pcn-membership', rows: 6_391, problems: [], refused: null });
  expect(read.warnings.map(({ warning }) => warning)).toEqual([
    'the sheet "PCN Core Partner Details" was read, out of 2',
    'memberships that are not in force were left out: 1,064 had ended before 1 February 2023, 0 had not begun',
  ]);
  const practices = read.taken.flatMap(({ statements }) => statements.map((s) => s.practice));
  expect(new Set(practices).size).toBe(6_391);
  expect(valuesIn('membership', read).every(({ pcn }) => /^U\d{5}$/.test(pcn ?? ''))).toBe(true);
});

test.runIf(isThere('pomi_2015_wide_sample.csv'))(
  'a published file of another kind is refused',
  () => {
    const read = readFile('pomi_2015_wide_sample.csv');
    expect(read).toMatchObject({ kind: null, taken: [] });
    expect(read.refused?.problem).toContain('not the header');
  },
);
