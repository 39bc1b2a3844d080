import { beforeAll, describe, expect, test } from 'vitest';
import { generateSample } from '../../../../local/sample/generate.ts';
import { day } from '../../../../shared/calendar/day.ts';
import { clocksOfWeek } from '../../../../shared/calendar/week.ts';
import type { Cell, Row } from '../../../../shared/coverage/table.ts';
import { POLICY } from '../../../../shared/policy/timeline.ts';
import { filesOf } from '../../../../shared/release/files-of.ts';
import { brokenFiles } from '../../../../shared/release/reconcile/files-agree.ts';
import { type Against, brokenSums } from '../../../../shared/release/reconcile/sums.ts';
import type { Release, ReleaseFile, TableName } from '../../../../shared/release/release.ts';
import { ENGLAND } from '../../../../shared/release/release.ts';
import { coverageBefore, releaseOf, scopesOf } from '../../../../shared/release/release-of.ts';
import { type WorkedOut, workOut } from '../../../../shared/release/worked-out.ts';
import { factsOf, readSample } from '../../../local/sample/read-sample.ts';

const WEEK = day('2023-12-04');
let worked: WorkedOut;
let national: Release;
let icb: Release;
let files: readonly ReleaseFile[];

beforeAll(async () => {
  const facts = factsOf(readSample(generateSample({ seed: 7, practices: 84 })));
  const [clocks, comparedWith] = [clocksOfWeek(WEEK), clocksOfWeek(day('2023-10-30'))];
  worked = workOut({ facts, entries: POLICY, clocks, comparedWith });
  const about = {
    week: WEEK,
    version: '1.0.0',
    note: null,
    clocks,
    comparedWith,
    madeUp: true,
    codeVersion: 'x',
  };
  national = releaseOf(worked, { ...about, scope: ENGLAND }, []);
  icb = releaseOf(worked, { ...about, scope: scopesOf(worked)[1]! }, []);
  files = await filesOf(national, worked);
}, 60_000);

const against = (release: Release): Against => ({
  national,
  before: coverageBefore(worked, release.head.scope),
});

/** The release with one cell of one row of a table changed. */
function spoilt(
  release: Release,
  name: TableName,
  { row, key, to }: { row: (row: Row) => boolean; key: string; to: (cell: Cell) => Cell },
): Release {
  const table = release.tables[name];
  const at = table.rows.findIndex(row);
  if (at < 0) throw new Error(`no such row in ${name}`);
  const rows = table.rows.with(at, { ...table.rows[at], [key]: to(table.rows[at]![key] ?? null) });
  return { ...release, tables: { ...release.tables, [name]: { ...table, rows } } };
}

const oneMore = (cell: Cell) => Number(cell) + 1;
const isEngland = (row: Row) => row['scope_code'] === 'ENGLAND';
const isOpenIcb = (row: Row) => row['scope_type'] === 'icb' && row['denominator'] === 'open';

describe('a sound release', () => {
  test('of England reconciles, and so does an ICB’s', () => {
    expect(brokenSums(national, against(national))).toEqual([]);
    expect(brokenSums(icb, against(icb))).toEqual([]);
  });

  test('draws no week as newly live that extracts do not reach yet', () => {
    expect(national.tables.trend.rows.at(-1)).toMatchObject({ week: WEEK });
    expect(national.tables.xmr.rows.at(-1)).toMatchObject({ week: '2023-11-20' });
  });

  test('reads back from every file as it is', () => {
    expect(brokenFiles(national, files)).toEqual([]);
  });
});

describe('one figure that is one off breaks a sum, and the sentence names it', () => {
  test.each<[string, TableName, (row: Row) => boolean, string, string]>([
    ['a status of England', 'coverage', isEngland, 'opt_in', 'its nine statuses'],
    ['the practices of an ICB', 'coverage', isOpenIcb, 'practices', 'the rows by icb'],
    ['the patients of an ICB', 'coverage', isOpenIcb, 'patients', 'the rows by icb'],
    [
      'a reason of a denominator',
      'denominators',
      (row) => row['verdict'] === 'in',
      'practices',
      'in, out and unknown',
    ],
    [
      'the patients of a denominator',
      'denominators',
      (row) => row['verdict'] === 'in',
      'patients',
      'those of the practices',
    ],
    [
      'a cause of movement',
      'movement',
      (row) => isEngland(row) && row['cause'] !== 'total',
      'live_change',
      'who moved',
    ],
    [
      'an ICB’s cause of movement',
      'movement',
      (row) => row['scope_type'] === 'icb' && row['cause'] !== 'total',
      'patients_live_change',
      'who moved',
    ],
    [
      'the patients of a practice',
      'practices',
      (row) => row['in_open'] === 'yes',
      'patients',
      'the list of practices',
    ],
    ['an age', 'freshness', isEngland, 'never', 'the ages of what was last heard'],
  ])('%s', (_, name, row, key, said) => {
    const broken = brokenSums(spoilt(national, name, { row, key, to: oneMore }), against(national));
    expect(broken.join('\n')).toContain(said);
  });

  test('the last week of the trend', () => {
    const last = (row: Row) => isEngland(row) && row['week'] === WEEK;
    const broken = brokenSums(
      spoilt(national, 'trend', { row: last, key: 'live', to: oneMore }),
      against(national),
    );
    expect(broken.join('\n')).toContain('the last week of the trend');
  });

  test('a verdict on one practice', () => {
    const row = (one: Row) => one['open'] === 'in';
    const broken = brokenSums(
      spoilt(national, 'denominator', { row, key: 'open', to: () => 'maybe' }),
      against(national),
    );
    expect(broken.join('\n')).toContain('its practices in, out and unknown');
  });

  test('an ICB’s own row that says something else than England’s', () => {
    const row = (one: Row) => one['scope_type'] === 'icb' && one['denominator'] === 'open';
    const broken = brokenSums(
      spoilt(icb, 'coverage', { row, key: 'live_pct', to: oneMore }),
      against(icb),
    );
    expect(broken.join('\n')).toContain('the row in England’s release');
  });
});

describe('a file that says something else than the tables is named', () => {
  const changed = (name: string, change: (text: string) => string) =>
    files.map((file) =>
      file.name === name
        ? { name, bytes: new TextEncoder().encode(change(new TextDecoder().decode(file.bytes))) }
        : file,
    );

  test('a cell of a CSV', () => {
    const other = changed('practices.csv', (text) => text.replace(/,live,/, ',opt-in,'));
    expect(brokenFiles(national, other)).toEqual([expect.stringContaining('practices.csv, row')]);
  });

  test('a row that a CSV lacks', () => {
    const other = changed('trend.csv', (text) =>
      text.slice(0, text.trimEnd().lastIndexOf('\n') + 1),
    );
    expect(brokenFiles(national, other)).toEqual([expect.stringContaining('trend.csv has')]);
  });

  test('a figure in the JSON', () => {
    const other = changed('coverage.json', (text) =>
      text.replace(/"practices":(\d+)/, '"practices":1$1'),
    );
    expect(brokenFiles(national, other)).toEqual([
      expect.stringContaining('coverage.json, coverage'),
    ]);
  });

  test('a figure on the page', () => {
    const other = changed('report.html', (text) =>
      text.replace(/(data-table="coverage".*?<td class="figure">)/s, '$19'),
    );
    expect(brokenFiles(national, other)).toEqual([
      expect.stringContaining('report.html, coverage'),
    ]);
  });

  test('the workbook of another release', async () => {
    const row = (one: Row) => one['status'] === 'live';
    const other = spoilt(national, 'practices', { row, key: 'patients', to: oneMore });
    const workbook = (await filesOf(other, worked)).find(({ name }) => name === 'report.xlsx')!;
    const mixed = files.map((file) => (file.name === 'report.xlsx' ? workbook : file));
    expect(brokenFiles(national, mixed)).toEqual([
      expect.stringContaining('report.xlsx, practices'),
    ]);
  });
});
