import { hash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { generateSample, type Sample, truthCsv } from '../../../local/sample/generate.ts';
import { CHECK_DAYS } from '../../../local/sample/programme-dates.ts';
import { isPracticeCode } from '../../../shared/practice/code.ts';

const digest = ({ files, truth }: Sample) =>
  hash('sha256', files.map((f) => JSON.stringify(f)).join('\n') + truthCsv(truth), 'hex');

describe('a made-up England', () => {
  const sample = generateSample({ seed: 1 });
  const register = sample.files.findLast((f) => f.name.startsWith('epraccur'))!;
  const entries = register.text
    .trimEnd()
    .split('\n')
    .map((line) => line.slice(1, -1).split('","'));
  const last = CHECK_DAYS.at(-1);
  const shareLive = (on: string) => {
    const inScope = sample.truth.filter((t) => t.validAt === on && t.status !== 'out-of-scope');
    return inScope.filter((t) => t.status === 'live').length / inScope.length;
  };

  test('has the size of the real one', () => {
    const open = sample.truth.filter((t) => t.validAt === last && t.status !== 'out-of-scope');
    expect(open.length).toBeGreaterThan(6_100);
    expect(open.length).toBeLessThan(6_400);
    const icbs = new Set(entries.map((cells) => cells[3]).filter((icb) => icb !== 'Q99'));
    const subIcbs = new Set(entries.map((cells) => cells[14]).filter((code) => code !== '7A3'));
    expect([icbs.size, subIcbs.size]).toEqual([42, 106]);
  });

  test('has about 1,250 networks, some across two sub-ICBs, and practices in none', () => {
    const map = sample.files.find((f) => f.name.startsWith('gp-reg-pat-prac-map'))!;
    const rows = map.text.trimEnd().split('\n').slice(1);
    const homes = new Map<string, Set<string>>();
    for (const row of rows) {
      const pcn = /,(U\d{5}|U),/.exec(row)![1]!;
      const home = /,E389\d{5},(\w+),/.exec(row)![1]!;
      homes.set(pcn, (homes.get(pcn) ?? new Set()).add(home));
    }
    expect(homes.size).toBeGreaterThan(1_150);
    expect(homes.size).toBeLessThan(1_350);
    expect(rows.filter((row) => row.includes(',U,Unallocated,')).length).toBeGreaterThan(20);
    homes.delete('U');
    expect([...homes.values()].filter((of) => of.size > 1).length).toBeGreaterThan(4);
    const suppliers = ['EMIS', 'TPP', 'Vision', 'Medicus'];
    const shares = suppliers.map((s) => rows.filter((r) => r.endsWith(s)).length / rows.length);
    expect(shares[0]).toBeCloseTo(0.57, 1);
    expect(shares[1]).toBeCloseTo(0.42, 1);
    expect(Math.min(...shares)).toBeGreaterThan(0);
  });

  test('has lists like the real ones: a few tiny, one huge, half under 8,000', () => {
    const list = sample.files.find((f) => f.name.startsWith('gp-reg-pat-prac-all'))!;
    const rows = list.text.trimEnd().split('\n').slice(1);
    const sizes = rows.map((row) => Number(row.split(',').at(-1))).sort((a, b) => a - b);
    expect(sizes[0]).toBeGreaterThan(0);
    expect(sizes.filter((size) => size < 100).length).toBeGreaterThan(5);
    expect(sizes.filter((size) => size > 100_000)).toHaveLength(1);
    expect(sizes[sizes.length >> 1]).toBeGreaterThan(7_500);
    expect(sizes[sizes.length >> 1]).toBeLessThan(8_500);
    const patients = sizes.reduce((a, b) => a + b, 0);
    expect(patients).toBeGreaterThan(54_000_000);
    expect(patients).toBeLessThan(66_000_000);
  });

  test.each([
    { on: '2022-11-15', from: 0.001, to: 0.02 },
    { on: '2022-12-19', from: 0.08, to: 0.12 },
    { on: '2023-03-06', from: 0.19, to: 0.25 },
    { on: '2023-06-05', from: 0.18, to: 0.23 },
    { on: '2023-10-30', from: 0.38, to: 0.5 },
    { on: '2023-12-04', from: 0.75, to: 0.81 },
  ])('is $from to $to live on $on, as the programme was', ({ on, from, to }) => {
    expect(shareLive(on)).toBeGreaterThan(from);
    expect(shareLive(on)).toBeLessThan(to);
  });

  test('says "made up" in every name, and uses only well-formed codes', () => {
    expect(entries.filter((cells) => !cells[1]!.includes('(MADE UP)'))).toEqual([]);
    expect(entries.filter((cells) => !isPracticeCode(cells[0]!))).toEqual([]);
    expect(new Set(entries.map((cells) => cells[0])).size).toBe(entries.length);
  });

  test('comes in the order of receipt, under names that are used once', () => {
    const received = sample.files.map((f) => f.receivedAt);
    expect(received).toEqual(received.toSorted());
    expect(new Set(sample.files.map((f) => f.name)).size).toBe(sample.files.length);
  });

  test('plays every status on some check day', () => {
    expect([...new Set(sample.truth.map((t) => t.status))].sort()).toEqual([
      'conflict',
      'incomplete',
      'live',
      'no-evidence',
      'opt-in',
      'out-of-scope',
      'paused-by-letter',
      'reverted',
      'scheduled',
      'working-towards',
    ]);
  });
});

describe('the seed', () => {
  test('gives the same bytes again, and another seed gives others', () => {
    const [one, again, other] = [5, 5, 6].map((seed) => generateSample({ seed, practices: 200 }));
    expect(digest(one!)).toBe(digest(again!));
    expect(digest(one!)).not.toBe(digest(other!));
  });

  test.each([0, 83, 6_501])('refuses %i practices', (practices) => {
    expect(() => generateSample({ seed: 1, practices })).toThrow(RangeError);
  });
});
