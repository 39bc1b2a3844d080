import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeNames } from '../../../shared/coverage/names.ts';
import { clocks, membership, retractionOf } from '../builders.ts';

const older = membership({ asAt: '2022-10-01', icb: 'QHM', icbName: 'Old name' });
const newer = membership({ asAt: '2023-10-01', icb: 'QHM', icbName: 'New name' });
const corrected = membership({
  asAt: '2023-10-01',
  receivedAt: '2023-11-01T09:00:00Z',
  icb: 'QHM',
  icbName: 'Corrected name',
});

describe('names of places', () => {
  test('without a practice map the seven regions have their names, and nothing else has', () => {
    const { region, icb } = placeNames([]);
    expect([...region.keys()]).toEqual(['Y56', 'Y58', 'Y59', 'Y60', 'Y61', 'Y62', 'Y63']);
    expect(icb.size).toBe(0);
  });

  test('a practice map names places of every kind, and its word on a region wins', () => {
    const said = membership({
      ...{ pcn: 'U1', pcnName: 'A PCN', subIcb: '16C', subIcbName: 'A sub-ICB' },
      ...{ icb: 'QHM', icbName: 'An ICB', region: 'Y63', regionName: 'A region' },
    });
    const names = placeNames([said]);
    expect(names.pcn.get('U1')).toBe('A PCN');
    expect(names.subIcb.get('16C')).toBe('A sub-ICB');
    expect(names.icb.get('QHM')).toBe('An ICB');
    expect(names.region.get('Y63')).toBe('A region');
  });

  test('the latest map wins, then its latest receipt, in whatever order they come', () => {
    const any = fc.shuffledSubarray([older, newer, corrected], { minLength: 3 });
    fc.assert(
      fc.property(any, (facts) => {
        expect(placeNames(facts).icb.get('QHM')).toBe('Corrected name');
      }),
    );
  });

  test.each([
    { day: '2023-12-04', known: '2023-12-04T12:00:00Z', is: 'Corrected name' },
    { day: '2023-12-04', known: '2023-10-15T12:00:00Z', is: 'New name' },
    { day: '2023-09-30', known: '2023-12-04T12:00:00Z', is: 'Old name' },
    { day: '2022-06-01', known: '2023-12-04T12:00:00Z', is: 'Old name' },
    { day: '2023-12-04', known: '2022-01-01T12:00:00Z', is: undefined },
  ])('on $day as known at $known', ({ day, known, is }) => {
    const at = clocks(day, { knownAt: known });
    expect(placeNames([newer, corrected, older], at).icb.get('QHM')).toBe(is);
  });

  test('a retracted map names nothing', () => {
    const facts = [older, retractionOf(older, { asAt: '2022-11-01' })];
    expect(placeNames(facts, clocks('2023-12-04')).icb.get('QHM')).toBeUndefined();
  });
});
