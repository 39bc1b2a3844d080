import { describe, expect, test } from 'vitest';
import { coverage } from '../../../../shared/coverage/coverage.ts';
import type { ScopeType } from '../../../../shared/coverage/coverage-row.ts';
import type { Leg, Standing } from '../../../../shared/coverage/moved/leg.ts';
import { movedPage, moversPage } from '../../../../shared/coverage/moved/moved-page.ts';
import { movedTable, movementTable } from '../../../../shared/coverage/moved/moved-tables.ts';
import { movement } from '../../../../shared/coverage/moved/movement.ts';
import { placeNames } from '../../../../shared/coverage/names.ts';
import type { PracticeCode } from '../../../../shared/practice/code.ts';
import { clocks } from '../../builders.ts';
import { policy, practice } from '../practices.ts';

const HOME = { region: 'Y63', icb: 'QHM', subIcb: '16C', pcn: 'U12345' };
const AWAY = { ...HOME, icb: 'QWO' };
const NOWHERE = { region: null, icb: null, subIcb: null, pcn: null };

const standing = (over: Partial<Standing> = {}): Standing => ({
  status: 'paused-by-letter',
  patients: 1000,
  place: HOME,
  supplier: 'EMIS',
  ...over,
});

const leg = (over: Partial<Leg> & Pick<Leg, 'cause'>): Leg => ({
  practice: 'A81001' as PracticeCode,
  name: 'MADE-UP SURGERY',
  from: standing(),
  to: standing({ status: 'live' }),
  because: 'A sentence',
  ...over,
});

const wentLive = leg({ cause: 'real-change' });
const stopped = leg({
  cause: 'real-change',
  practice: 'A81002' as PracticeCode,
  from: standing({ status: 'live', patients: 400 }),
  to: standing({ status: 'reverted', patients: 400 }),
});
const opened = leg({
  cause: 'scope-entry',
  practice: 'A81003' as PracticeCode,
  from: null,
  to: standing({ place: NOWHERE, supplier: null, status: 'no-evidence' }),
});
const transferred = leg({
  cause: 'transfer',
  from: standing({ status: 'live' }),
  to: standing({ status: 'live', place: AWAY }),
});

const brief = (legs: readonly Leg[], by: ScopeType) =>
  movement(legs, { by }).map((row) => [
    row.scope_code,
    row.cause,
    row.practices_moved,
    row.practices_change,
    row.live_change,
    row.patients_live_change,
  ]);

describe('movement', () => {
  test('adds up what comes and goes, and says how many moved', () => {
    expect(brief([wentLive, stopped], 'national')).toEqual([
      ['ENGLAND', 'real-change', 2, 0, 0, 600],
      ['ENGLAND', 'total', 2, 0, 0, 600],
    ]);
    const [row] = movement([wentLive, stopped], { by: 'icb' });
    expect(row).toMatchObject({
      paused_by_letter_change: -1,
      reverted_change: 1,
      opt_in_change: 0,
    });
  });

  test('counts a transfer in both places, and not where they are one', () => {
    expect(brief([transferred], 'icb')).toEqual([
      ['QHM', 'transfer', 1, -1, -1, -1000],
      ['QHM', 'total', 1, -1, -1, -1000],
      ['QWO', 'transfer', 1, 1, 1, 1000],
      ['QWO', 'total', 1, 1, 1, 1000],
    ]);
    expect(brief([transferred], 'region')).toEqual([]);
    expect(brief([transferred], 'national')).toEqual([]);
  });

  test('puts the scope that is not known last, the causes in their order, the total after them', () => {
    expect(brief([opened, transferred, wentLive], 'icb').map((row) => row.slice(0, 2))).toEqual([
      ['QHM', 'real-change'],
      ['QHM', 'transfer'],
      ['QHM', 'total'],
      ['QWO', 'transfer'],
      ['QWO', 'total'],
      ['not known', 'scope-entry'],
      ['not known', 'total'],
    ]);
  });

  test('counts a practice with two steps once among those that moved', () => {
    const grown = leg({ cause: 'list-size', from: standing(), to: standing({ patients: 1010 }) });
    expect(brief([wentLive, grown], 'national').at(-1)).toEqual([
      'ENGLAND',
      'total',
      1,
      0,
      1,
      1000,
    ]);
  });
});

const compared = {
  from: clocks('2023-11-27'),
  to: clocks('2023-12-04'),
  denominator: 'open',
} as const;

describe('the tables', () => {
  test('of who moved: a row a step, with its part of the change', () => {
    const { rows, columns, says } = movedTable([wentLive, opened], compared);
    expect(rows).toEqual([
      {
        practice_code: 'A81001',
        practice_name: 'MADE-UP SURGERY',
        icb_code: 'QHM',
        cause: 'real-change',
        from_status: 'paused-by-letter',
        to_status: 'live',
        practices_change: 0,
        live_change: 1,
        patients_change: 0,
        patients_live_change: 1000,
        because: 'A sentence',
      },
      expect.objectContaining({ icb_code: null, from_status: null, practices_change: 1 }),
    ]);
    expect(columns.map(({ key }) => key)).toEqual(Object.keys(rows[0]!));
    expect(says).toContain('between 27 November 2023 and 4 December 2023, of open practices');
  });

  test('of the movement: names the places, also the one that is not known', () => {
    const { rows, columns } = movementTable(
      movement([opened, wentLive], { by: 'region' }),
      placeNames([]),
    );
    expect(rows.map((row) => [row.scope_code, row.scope_name, row.cause])).toEqual([
      ['Y63', 'North East and Yorkshire', 'real-change'],
      ['Y63', 'North East and Yorkshire', 'total'],
      ['not known', 'Region not known', 'scope-entry'],
      ['not known', 'Region not known', 'total'],
    ]);
    expect(columns.map(({ key }) => key).toSorted()).toEqual(Object.keys(rows[0]!).toSorted());
  });
});

describe('the pages', () => {
  const side = (status: 'live' | 'paused-by-letter', by: ScopeType) =>
    coverage([practice({ status, patients: 1000, place: HOME })], {
      ...{ by, denominator: 'open', policy: policy() },
      names: placeNames([]),
    });
  const page = (by: ScopeType) =>
    movedPage({
      ...compared,
      before: side('paused-by-letter', by),
      after: side('live', by),
      rows: movement([wentLive], { by }),
    });

  test('of England add up from the figures before, over each cause, to those after', () => {
    const lines = page('national').split('\n');
    expect(lines[0]).toBe('Who moved from 27 November 2023 to 4 December 2023, of open practices');
    expect(lines.find((line) => line.startsWith('27 November'))).toMatch(/1 +0 +1,000 +0$/);
    expect(lines.find((line) => line.includes('Real change'))).toMatch(/ 0 +\+1 +0 +\+1,000$/);
    expect(lines.find((line) => line.includes('Late news'))).toMatch(/ 0 +0 +0 +0$/);
    expect(lines.find((line) => line.startsWith('4 December'))).toMatch(/1 +1 +1,000 +1,000$/);
  });

  test('of several scopes have a line for each that moved, with the causes side by side', () => {
    const lines = page('icb').split('\n');
    expect(lines[2]).toMatch(
      /^Code +Name +Live on 27 November 2023 +Real change +Live on 4 December/,
    );
    expect(lines[3]).toMatch(/^QHM +0 +\+1 +1$/);
  });

  test('of the practices have a line a step, and say how many more there are', () => {
    const many = Array.from({ length: 42 }, () => wentLive);
    const lines = moversPage([stopped, ...many], compared).split('\n');
    expect(lines[2]).toMatch(
      /^A81002 +MADE-UP SURGERY +live -> reverted +Real change: A sentence$/,
    );
    expect(lines.at(-2)).toBe('and 3 more: --format csv or json');
    expect(moversPage([], compared)).toContain('Nobody moved.');
  });
});
