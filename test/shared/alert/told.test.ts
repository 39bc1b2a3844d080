import { describe, expect, test } from 'vitest';
import { toldBy } from '../../../shared/alert/told.ts';
import { day } from '../../../shared/calendar/day.ts';
import { deliveryOf } from './deliveries.ts';

const digest = (week: string, on: string, ...more: string[]) =>
  deliveryOf({ on: day(on), tells: [`digest:${week}`, ...more] });

describe('what a subscription was told', () => {
  test('counts whatever became of the delivery', () => {
    const states = ['begun', 'sent', 'waiting', 'refused', 'dead', 'uncertain', 'dropped'] as const;
    const all = states.map((state) => deliveryOf({ state, tells: [`${state}@step-1`] }));
    expect([...toldBy(all).tells]).toEqual(states.map((state) => `${state}@step-1`));
  });

  test('is nothing, no digest and no status, before the first delivery', () => {
    expect(toldBy([])).toEqual({ tells: new Set(), lastDigest: null, statuses: new Map() });
  });

  test('holds the digest of the latest week, with the day that it spoke of and what it knew', () => {
    const late = digest('2023-12-04', '2023-12-06', 'digest-known:2023-12-06T10:00:00.000Z');
    const early = digest('2023-11-27', '2023-11-27', 'digest-known:2023-11-27T10:00:00.000Z');
    const expected = { week: '2023-12-04', on: '2023-12-06', knownAt: '2023-12-06T10:00:00.000Z' };
    expect(toldBy([late, early]).lastDigest).toEqual(expected);
    expect(toldBy([early, late]).lastDigest).toEqual(expected);
  });

  test('takes a digest that does not say what it knew to have known its whole day', () => {
    expect(toldBy([digest('2023-12-04', '2023-12-04')]).lastDigest?.knownAt).toBe(
      '2023-12-04T23:59:59.999Z',
    );
  });

  test('holds of each practice the status that it was told last, by the day of the key', () => {
    const told = [
      ['cover:practices:A81001', 'state:A81001=incomplete@2023-11-01'],
      ['state:A81001=paused-by-letter@2023-12-02'],
      ['state:A81001=live@2023-11-20'],
      ['state:A81002=live@2023-11-20'],
    ].map((tells) => deliveryOf({ tells }));
    const expected = [
      ['A81001', { status: 'paused-by-letter', on: '2023-12-02' }],
      ['A81002', { status: 'live', on: '2023-11-20' }],
    ];
    for (const order of [told, told.toReversed()]) {
      expect([...toldBy(order).statuses].sort()).toEqual(expected);
    }
  });
});
