import { execFileSync } from 'node:child_process';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { POLICY } from '../../../../shared/policy/timeline.ts';
import type { Chart } from '../../../../shared/release/chart.ts';
import { chartsOf } from '../../../../shared/release/charts/charts-of.ts';
import type { ReleaseScope } from '../../../../shared/release/release.ts';
import { coverageRow, england, releaseWith, trendRows } from './release.ts';

const ICB: ReleaseScope = { type: 'icb', code: 'QHM', name: 'NHS Made & Up ICB' };
const charts = await chartsOf(england(), POLICY);
const ofIcb = await chartsOf(
  releaseWith(ICB, {
    trend: trendRows(ICB, 10),
    coverage: [
      coverageRow('icb', 'QHM', 60),
      coverageRow('pcn', 'U10001', 90.9),
      coverageRow('pcn', 'U10002', null),
    ],
  }),
  POLICY,
);
const all: readonly Chart[] = [...charts, ...ofIcb];

/** What a parser sees of an SVG: its elements, texts and ids. */
function read(svg: string) {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  const texts: string[] = [];
  const parser = new SaxesParser({});
  parser.on('opentag', ({ name, attributes }) => elements.push({ name, attributes }));
  parser.on('text', (text) => texts.push(text));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(svg).close();
  return { elements, texts: texts.filter((text) => text.trim() !== '') };
}

test('England has five charts, an ICB those of its own and no map', () => {
  expect(charts.map(({ name }) => name)).toEqual([
    'coverage-by-week',
    'status-by-week',
    'newly-live-by-week',
    'icbs-ranked',
    'icb-tile-map',
  ]);
  expect(ofIcb.map(({ name }) => name)).toEqual([
    'coverage-by-week',
    'status-by-week',
    'newly-live-by-week',
    'pcns-ranked',
  ]);
});

describe.each(all.map((chart) => ({ chart, name: `${chart.title}` })))('$name', ({ chart }) => {
  const { elements, texts } = read(chart.svg);
  const [svg] = elements;

  test('is one picture with a title and a description for those who do not see it', () => {
    const { name, title, says } = chart;
    expect(svg?.attributes).toMatchObject({
      role: 'img',
      'aria-labelledby': `${name}-title ${name}-desc`,
      width: '960',
    });
    expect(svg?.attributes['viewBox']).toMatch(/^0 0 960 \d+$/);
    expect(texts.slice(0, 2)).toEqual([title, says]);
    expect(texts.filter((text) => text === title).length).toBe(2);
  });

  test('is silent but for those two, runs nothing and fetches nothing', () => {
    const inner = elements.slice(1).flatMap(({ attributes }) => Object.entries(attributes));
    expect(inner.filter(([key]) => /^(aria-|role$|on|href|xlink)/.test(key))).toEqual([]);
    const outside = inner.filter(([, value]) => value.includes('url(') && !value.includes('url(#'));
    expect(outside).toEqual([]);
    expect(elements.some(({ name }) => /script|image|foreignObject|style/.test(name))).toBe(false);
  });

  test('is no taller than an A4 page at its printed width', () => {
    const height = Number(svg!.attributes['height']);
    expect((height / 960) * 180).toBeLessThan(257);
  });

  test('shows no number that is not in its table', () => {
    const { rows } = chart.table;
    const cells = new Set(rows.flatMap((row) => Object.values(row).map(String)));
    // Figures have a decimal place or stand after a word; whole numbers alone are those of the axes.
    const figures = texts
      .slice(2)
      .flatMap((text) => text.match(/\d[\d,]*\.\d|(?<=^[A-Z][a-z -]+ )[\d,]+$/g) ?? []);
    expect(figures.length).toBeGreaterThan(1);
    const missing = figures.filter(
      (figure) => !cells.has(String(Number(figure.replaceAll(',', '')))),
    );
    expect(missing.filter((number) => !isOfLegendOrWhole(number, chart))).toEqual([]);
  });
});

/** The classes of the map, and the whole that places are held against, which is a row of the coverage table. */
function isOfLegendOrWhole(number: string, { name }: Chart): boolean {
  if (name === 'icb-tile-map')
    return ['20.0', '39.9', '40.0', '59.9', '60.0', '79.9'].includes(number);
  if (name === 'icbs-ranked') return number === '78.0';
  return name === 'pcns-ranked' && number === '60.0';
}

describe('several in one page', () => {
  test('share no id, and refer to none of another', () => {
    const ids = charts.flatMap(({ svg }) =>
      [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const { name, svg } of charts) {
      for (const [, id] of svg.matchAll(/(?: id="|url\(#)([^")]*)/g)) {
        expect(id).toMatch(new RegExp(`^${name}-`));
      }
    }
  });
});

describe('without colour', () => {
  const svgOf = (name: string) => charts.find((chart) => chart.name === name)!.svg;

  test('the lines of coverage differ by dash, end mark and label', () => {
    const svg = svgOf('coverage-by-week');
    const dashes = [...svg.matchAll(/<path[^>]*stroke-dasharray="([^"]*)"/g)].map(
      ([, dash]) => dash,
    );
    expect(new Set(dashes)).toEqual(new Set(['1,0', '7,5']));
    expect(read(svg).texts).toEqual(expect.arrayContaining(['Practices 27.3%', 'Patients 25.4%']));
  });

  test('every second band of status is hatched, and each is named with its figure', () => {
    const svg = svgOf('status-by-week');
    for (const hatch of ['rising', 'falling', 'dotted', 'crossed']) {
      expect(svg).toContain(`fill="url(#status-by-week-${hatch})"`);
    }
    expect(svg).not.toMatch(/fill="#01010/);
    expect(read(svg).texts).toEqual(expect.arrayContaining(['Live 273', 'Paused by letter 20']));
  });

  test('each variation of newly live has a shape of its own', () => {
    const svg = svgOf('newly-live-by-week');
    const marks = svg.matchAll(/<path [^>]*d="([^"]*)" fill="(#a6a6a6|#00b0f0|#e46c0a)"/g);
    const byColour = new Map<string, Set<string>>();
    for (const [, path, colour] of marks) {
      byColour.set(colour!, (byColour.get(colour!) ?? new Set()).add(path!));
    }
    expect(byColour.size).toBe(3);
    expect(new Set([...byColour.values()].flatMap((paths) => [...paths])).size).toBe(3);
  });

  test('every tile has its number, also of an ICB that no map knows', () => {
    expect(read(svgOf('icb-tile-map')).texts).toEqual(
      expect.arrayContaining([
        '31.7%',
        '48.7%',
        '65.7%',
        '82.7%',
        'QNEW',
        'Elsewhere: ICBs that the map does not know',
      ]),
    );
  });
});

describe('the same picture', () => {
  test('when drawn again, after others', async () => {
    const again = await chartsOf(england(), POLICY);
    expect(again.map(({ svg }) => svg)).toEqual(charts.map(({ svg }) => svg));
  });

  test('from rows in another order', async () => {
    const { head, tables } = england();
    const turned = <T extends { rows: readonly unknown[] }>(table: T) => ({
      ...table,
      rows: table.rows.toReversed(),
    });
    const trend = turned(tables.trend);
    const coverage = turned(tables.coverage);
    const again = await chartsOf({ head, tables: { ...tables, trend, coverage } }, POLICY);
    expect(again.map(({ svg }) => svg)).toEqual(charts.map(({ svg }) => svg));
  });

  test('in another time zone and language', () => {
    const script = new URL('./print-charts.ts', import.meta.url).pathname;
    const env = {
      ...process.env,
      TZ: 'America/New_York',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    };
    const there = execFileSync(process.execPath, [script], { env, encoding: 'utf8' });
    expect(JSON.parse(there)).toEqual(charts.map(({ svg }) => svg));
  });
});

describe('little to draw', () => {
  test('a release without weeks has no chart of weeks', async () => {
    const drawn = await chartsOf(england(0), POLICY);
    expect(drawn.map(({ name }) => name)).toEqual(['icbs-ranked', 'icb-tile-map']);
  });

  test.each([1, 2, 3])('%i weeks are drawn without a figure that is no number', async (weeks) => {
    const drawn = await chartsOf(england(weeks), POLICY);
    expect(drawn.length).toBe(weeks === 1 ? 4 : 5);
    for (const { svg } of drawn) expect(svg).not.toMatch(/NaN|undefined|Infinity|null/);
  });
});
