import { describe, expect, test } from 'vitest';
import type { Row, Table } from '../../../../shared/coverage/table.ts';
import { POLICY } from '../../../../shared/policy/timeline.ts';
import { definitionsOf } from '../../../../shared/release/definitions.ts';
import { reportPage } from '../../../../shared/release/page/report-page.ts';
import type { Release } from '../../../../shared/release/release.ts';
import { HUMBER, madeCharts, madeRelease, POLICY_OF_WEEK } from './made-release.ts';
import { byId, elementsIn, parsed, textIn } from './parsed-page.ts';

const DEFINITIONS = definitionsOf(POLICY_OF_WEEK, POLICY);
const pageOf = (release: Release) => reportPage(release, madeCharts(release), DEFINITIONS);

const national = madeRelease();
const humber = madeRelease({ head: { scope: HUMBER } });
const PAGES = [
  { of: 'England', page: pageOf(national) },
  { of: 'one ICB', page: pageOf(humber) },
  { of: 'nothing known', page: reportPage(withoutRows(national), [], []) },
];

function withoutRows(release: Release): Release {
  const tables = Object.fromEntries(
    Object.entries(release.tables).map(([name, table]) => [name, { ...table, rows: [] }]),
  );
  return { ...release, tables: tables as unknown as Release['tables'] };
}

function withTable(release: Release, table: Table): Release {
  return { ...release, tables: { ...release.tables, [table.name]: table } };
}

describe.each(PAGES)('the page of $of', ({ page }) => {
  const root = parsed(page);
  const elements = elementsIn(root);

  test('is in British English and has one main heading, which names place and week', () => {
    expect(root.attributes['lang']).toBe('en-GB');
    const headings = elements.filter(({ name }) => name === 'h1');
    expect(headings.map(textIn)).toEqual([expect.stringMatching(/: .+, week of 4 December 2023$/)]);
  });

  test('has its landmarks, and a link that skips to the main one', () => {
    for (const name of ['header', 'nav', 'main', 'footer']) {
      expect(elements.filter((element) => element.name === name)).toHaveLength(1);
    }
    const [first] = elementsIn(elements.find(({ name }) => name === 'body')!);
    expect(first!.attributes['href']).toBe('#main');
  });

  test('leaves out no level of heading', () => {
    const levels = elements.flatMap(({ name }) => (/^h\d$/.test(name) ? [Number(name[1])] : []));
    levels.forEach((level, i) => {
      expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  test('gives no id twice, and every link and label finds the one it names', () => {
    const ids = elements.flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(ids).toEqual([...new Set(ids)]);
    const named = elements.flatMap(({ attributes }) => [
      attributes['href']?.slice(1) ?? [],
      attributes['aria-labelledby'] ?? [],
    ]);
    expect(ids).toEqual(expect.arrayContaining(named.flat()));
  });

  test('gives every table a caption, and every heading cell its scope', () => {
    for (const table of elements.filter(({ name }) => name === 'table')) {
      const inside = elementsIn(table);
      expect(inside[0]!.name).toBe('caption');
      for (const cell of inside.filter(({ name }) => name === 'th')) {
        expect(['col', 'row']).toContain(cell.attributes['scope']);
      }
      const widths = inside
        .filter(({ name }) => name === 'tr')
        .map((row) => elementsIn(row).length);
      expect(new Set(widths).size).toBe(1);
    }
  });

  test('asks no network for anything and runs nothing', () => {
    const policy = elements.find(({ attributes }) => attributes['http-equiv'] !== undefined)!;
    expect(policy.attributes['content']).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    );
    expect(elements.map(({ name }) => name)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(script|link|iframe|img|object|form)$/)]),
    );
    for (const { attributes } of elements) {
      expect(attributes['href'] ?? '#').toMatch(/^#/);
      expect(Object.keys(attributes).filter((key) => /^on|^src$/.test(key))).toEqual([]);
    }
    expect(page.replaceAll('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
      /https?:|@import/,
    );
  });

  test('says at its top, in its tab and at its foot that the data are made up', () => {
    for (const name of ['header', 'title', 'footer']) {
      expect(textIn(elements.find((element) => element.name === name)!)).toContain('Made-up data');
    }
    expect(page).toMatch(/@top-left \{ content: "Made-up data: /);
  });
});

test('a release of real data says nowhere that it is made up', () => {
  const page = pageOf(madeRelease({ head: { madeUp: false } }));
  expect(page.replaceAll(/MADE-UP SURGERY|NHS Made-up|Made-up chart/g, '')).not.toContain('ade-up');
});

test('every figure of the summary stands in a table, or is one of the differences and sums named here', () => {
  const { tables } = national;
  const [england] = tables.coverage.rows as [Row];
  const newly = (status: string) =>
    tables.moved.rows.filter(
      ({ from_status: from, to_status: to }) => from !== null && from !== status && to === status,
    ).length;
  const workedOut = [
    newly('reverted'),
    newly('incomplete'),
    newly('conflict'),
    (Number(england['target_pct']) - Number(england['live_pct'])).toFixed(1),
    tables.contradictions.rows.length,
  ];
  const shown = new Set([...workedOut, 7, 45].map(String));
  for (const { rows } of Object.values(tables)) {
    for (const cell of rows.flatMap(Object.values)) {
      if (typeof cell !== 'number') continue;
      for (const written of [cell, cell.toFixed(1)]) shown.add(String(written).replace('-', ''));
    }
  }
  const text = textIn(byId(parsed(pageOf(national)), 'summary'))
    .replaceAll(/\d+ (November|December|March) \d{4}|MADE-UP SURGERY \d+|QYG|QE1/g, '')
    .replaceAll(',', '');
  const figures = text.match(/(?<![A-Z])\d+(\.\d+)?/g) ?? [];
  expect(figures.length).toBeGreaterThan(40);
  expect(figures.filter((figure) => !shown.has(figure))).toEqual([]);
});

test('the headline is the row of England by open practices, with its bounds', () => {
  const [england] = national.tables.coverage.rows as [Row];
  const text = textIn(byId(parsed(pageOf(national)), 'summary'));
  expect(text).toContain(`On 4 December 2023 automatic access was live at ${england['live_pct']}%`);
  expect(text).toContain(`between ${england['live_pct_lower']}% and ${england['live_pct_upper']}%`);
});

test('what to look at first is picked from the tables below', () => {
  const [england] = national.tables.coverage.rows as [Row];
  const { moved, contradictions, coverage } = national.tables;
  const newly = moved.rows.filter(
    ({ from_status: from, to_status: to }) => from !== null && from !== to && to === 'reverted',
  );
  const icbs = coverage.rows
    .filter((row) => row['scope_type'] === 'icb' && row['denominator'] === 'open')
    .toSorted((a, b) => Number(a['live_pct']) - Number(b['live_pct']));
  const text = textIn(byId(parsed(pageOf(national)), 'summary'));
  expect(text).toContain(
    `Live before and switched off now: ${england['reverted']} (${newly.length} of them first known since the last release)`,
  );
  expect(text).toContain(`are in NHS Made-up ${icbs[0]!['scope_code']} ICB (`);
  expect(text).toContain(`${contradictions.rows[0]!['practice_name']} (`);
});

test('names are text, whatever is in them', () => {
  const name = '<script>alert("1")</script> & \u0007SONS';
  const [first, ...rest] = humber.tables.practices.rows as [Row, ...Row[]];
  const practices = {
    ...humber.tables.practices,
    rows: [{ ...first, practice_name: name }, ...rest],
  };
  const page = pageOf(withTable(humber, practices));
  expect(elementsIn(parsed(page)).some((element) => element.name === 'script')).toBe(false);
  expect(textIn(parsed(page))).toContain('<script>alert("1")</script> & \ufffdSONS');
});

test('no name of an ICB can end the style that its printed pages carry', () => {
  const name = '</style><b>"; } body { display: none } \\';
  const page = pageOf(madeRelease({ head: { scope: { type: 'icb', code: 'QOQ', name } } }));
  const style = elementsIn(parsed(page)).find((element) => element.name === 'style')!;
  expect(style.children.join('')).toMatch(
    /@bottom-left \{ width: 85%; content: "\\3c \\2f style\\3e [^"]*";/,
  );
});

test("an ICB's page holds its own practices and no other ICB's code", () => {
  const page = pageOf(humber);
  for (const { practice_code } of humber.tables.practices.rows) {
    expect(page).toContain(String(practice_code));
  }
  for (const code of ['QHM', 'QWO', 'QF7', 'QE1', 'QYG', 'QOP', 'QJK', 'QT6', 'QVV']) {
    expect(page).not.toContain(code);
  }
});

test('the national page lists no practices, but points to their file', () => {
  const page = pageOf(national);
  expect(page).toContain('practices.csv');
  expect(page).not.toContain('MADE-UP SURGERY 3,');
});

test('a confidential count is shown as such and explained where it stands', () => {
  const rows = humber.tables.coverage.rows.map((row) => ({ ...row, accounts_pct: '[c]' }));
  const page = parsed(pageOf(withTable(humber, { ...humber.tables.coverage, rows })));
  expect(textIn(byId(page, 'summary'))).toContain('Confidential [c]');
  expect(textIn(byId(page, 'coverage'))).toContain('[c]: a count of people');
});

test('what there is no data for says so', () => {
  const rows = national.tables.coverage.rows.map((row) => ({
    ...row,
    online_accounts: null,
    accounts_with_access: null,
    accounts_pct: null,
    target_pct: null,
    target_date: null,
  }));
  const page = parsed(pageOf(withTable(national, { ...national.tables.coverage, rows })));
  const text = textIn(byId(page, 'summary'));
  expect(text).toContain('No data for this measure this week.');
  expect(text).toContain('No target with a date is in force.');
});

test('a target whose day has passed is no next target', () => {
  const rows = national.tables.coverage.rows.map((row) => ({ ...row, target_date: '2023-10-31' }));
  const page = parsed(pageOf(withTable(national, { ...national.tables.coverage, rows })));
  expect(textIn(byId(page, 'summary'))).toContain('by 31 October 2023, has passed.');
});

test('an amendment says why near its top, and lists what it restates in words', () => {
  const amended = madeRelease({ head: { version: '1.1.0', note: 'An extract came on Tuesday.' } });
  const of = (version: string, figure: string, was: number, is: number): Row => ({
    version,
    replaces: '1.0.0',
    scope_type: 'national',
    scope_code: 'ENGLAND',
    denominator: 'open',
    figure,
    was,
    is,
    cause: 'late news',
  });
  const rows = [
    of('1.0.1', 'live', 1, 2),
    of('1.1.0', 'live_pct', 80, 81.1),
    of('1.1.0', 'patients', 9, 23_500_000),
  ];
  const page = parsed(pageOf(withTable(amended, { ...amended.tables.restatements, rows })));
  expect(textIn(page)).toContain(
    'An extract came on Tuesday. It restates 2 figures: see restated figures',
  );
  const table = textIn(byId(page, 'restatements'));
  expect(table).toContain('Live % 80.0% 81.1%');
  expect(table).toContain('Registered patients 9 23,500,000');
});

test.each([
  { weeks: 26, hidden: 0 },
  { weeks: 27, hidden: 14 },
  { weeks: 60, hidden: 47 },
])('of $weeks weeks in a chart’s table $hidden are for the screen only', ({ weeks, hidden }) => {
  const release = madeRelease({ weeks });
  const table = elementsIn(byId(parsed(pageOf(release)), 'charts')).find(
    ({ name }) => name === 'tbody',
  )!;
  const rows = elementsIn(table).filter(({ name }) => name === 'tr');
  expect(rows).toHaveLength(weeks);
  const isHidden = rows.map(({ attributes }) => attributes['class'] === 'on-screen');
  expect(isHidden).toEqual(rows.map((_, i) => i < hidden));
});

test('the same release gives the same page', () => {
  expect(pageOf(madeRelease())).toBe(PAGES[0]!.page);
});
