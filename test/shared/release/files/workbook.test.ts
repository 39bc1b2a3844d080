import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Table } from '../../../../shared/coverage/table.ts';
import { releaseWorkbook } from '../../../../shared/release/files/workbook.ts';
import { releaseOf } from './tables.ts';

const PEOPLE = 'Counts of 1 to 7 people read [c].';
const coverage: Table = {
  name: 'coverage',
  title: 'Coverage',
  says: 'One row for each place.',
  columns: [
    { key: 'as_at', heading: 'As at', holds: 'day' },
    { key: 'scope_type', heading: 'Level', holds: 'text' },
    { key: 'scope_name', heading: 'Name', holds: 'text' },
    { key: 'live_pct', heading: 'Live %', holds: 'share' },
    { key: 'online_accounts', heading: 'Online accounts', holds: 'count', note: PEOPLE },
    { key: 'accounts_pct', heading: 'Accounts with access, %', holds: 'share', note: PEOPLE },
  ],
  rows: [
    {
      as_at: '2023-12-04',
      scope_type: 'national',
      scope_name: 'England',
      live_pct: 81.1,
      online_accounts: 23_500_000,
      accounts_pct: 75.5,
    },
    {
      as_at: '2023-12-04',
      scope_type: 'pcn',
      scope_name: '=HYPERLINK("x")',
      live_pct: null,
      online_accounts: 3_995,
      accounts_pct: 50,
    },
    {
      as_at: '2023-12-04',
      scope_type: 'pcn',
      scope_name: 'Small',
      live_pct: 0,
      online_accounts: '[c]',
      accounts_pct: '[c]',
    },
  ],
};
const practices: Table = { ...coverage, name: 'practices', title: 'Practices' };

let parts: Record<string, string>;
let bytes: Uint8Array;
const namesOf = (pattern: RegExp) => Object.keys(parts).filter((name) => pattern.test(name));
const sheets = () => namesOf(/^xl\/worksheets\/sheet\d+\.xml$/).map((name) => parts[name]!);

beforeAll(async () => {
  bytes = await releaseWorkbook(releaseOf({ coverage, practices }));
  parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]),
  );
});

describe('the accessible-spreadsheet checklist', () => {
  test('cover, contents and notes come first, then a sheet for each table with rows', () => {
    const names = [...parts['xl/workbook.xml']!.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(names).toEqual(['cover', 'contents', 'notes', 'coverage', 'practices']);
  });

  test('every sheet has one tagged table, from column A, named headings, nothing beneath it', () => {
    expect(namesOf(/^xl\/tables\//)).toHaveLength(sheets().length);
    for (const name of namesOf(/^xl\/tables\//)) {
      const [, first, last] = /ref="A(\d+):[A-Z]+(\d+)"/.exec(parts[name]!)!;
      expect(Number(last)).toBeGreaterThan(Number(first));
      const headings = [...parts[name]!.matchAll(/<tableColumn [^>]*name="([^"]*)"/g)].map(
        ([, heading]) => heading,
      );
      expect(headings.every((heading) => heading !== '')).toBe(true);
      expect(new Set(headings).size).toBe(headings.length);
    }
    const lastRows = sheets().map((xml) => [...xml.matchAll(/<row r="(\d+)"/g)].at(-1)![1]);
    const ends = namesOf(/^xl\/tables\//).map(
      (name) => /ref="A\d+:[A-Z]+(\d+)"/.exec(parts[name]!)![1],
    );
    expect(lastRows.sort()).toEqual(ends.sort());
  });

  test('nothing is merged, hidden or blank', () => {
    for (const xml of sheets()) {
      expect(xml).not.toMatch(/<mergeCell|hidden="1"|<c r="[A-Z]+\d+"[^>]*\/>/);
      const rows = [...xml.matchAll(/<row r="(\d+)"/g)].map(([, row]) => Number(row));
      expect(rows).toEqual(rows.map((_, at) => at + 1));
    }
  });

  test('says on every sheet that the data is made up, and not where it is real', async () => {
    const count = (text: string) => text.split('Made-up data').length - 1;
    const strings = parts['xl/sharedStrings.xml'] ?? '';
    expect(count(strings + sheets().join(''))).toBeGreaterThan(0);
    const real = Object.values(
      unzipSync(await releaseWorkbook(releaseOf({ coverage }, { madeUp: false }))),
    );
    expect(count(real.map((part) => strFromU8(part)).join(''))).toBe(0);
  });

  test('headings name their notes, and columns with one text share one note', () => {
    const table = Object.values(parts).find((xml) => xml.includes('name="table_coverage"'))!;
    expect(table).toContain('name="Online accounts [note 1]"');
    expect(table).toContain('name="Accounts with access, % [note 1]"');
  });
});

describe('cells', () => {
  const row = (n: number) => {
    const xml = sheets()[3]!;
    const cells = new RegExp(`<row r="${n}".*?</row>`, 's').exec(xml)![0];
    return [...cells.matchAll(/<c r="([A-Z]+)\d+"([^>]*)>(.*?)<\/c>/gs)].map(
      ([, at, attributes, value]) => ({ at, attributes: attributes!, value: value! }),
    );
  };

  test('numbers and days are numbers, and a text that looks like a formula is a text', () => {
    const england = row(5);
    expect(england.find(({ at }) => at === 'A')!.value).toContain('<v>45264</v>');
    expect(england.find(({ at }) => at === 'D')!.value).toContain('<v>81.1</v>');
    expect(england.find(({ at }) => at === 'E')!.value).toContain('<v>23500000</v>');
    for (const xml of sheets()) expect(xml).not.toContain('<f>');
    expect(Object.values(parts).join('')).toContain("'=HYPERLINK");
  });

  test('a share of few people is shown without a decimal, one of many with', () => {
    const style = (n: number) =>
      /s="(\d+)"/.exec(row(n).find(({ at }) => at === 'F')!.attributes)![1];
    expect(style(6)).not.toBe(style(5));
  });
});

test('is dated by the release’s clock, and no entry has a time of its own', () => {
  expect(parts['docProps/core.xml']).toContain('2023-12-04T06:00:00');
  expect(
    parts['docProps/core.xml']!.match(/\d{4}-\d\d-\d\dT[\d:]+/g)!.every(
      (at) => at === '2023-12-04T06:00:00',
    ),
  ).toBe(true);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const times = [...bytes.keys()]
    .filter((at) => at + 30 < bytes.length && view.getUint32(at, true) === 0x04034b50)
    .map((at) => view.getUint32(at + 10, true));
  expect(new Set(times).size).toBe(1);
});
