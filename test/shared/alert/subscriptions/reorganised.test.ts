import { describe, expect, test } from 'vitest';
import type { Scope } from '../../../../shared/alert/subscription.ts';
import type { PracticeCode } from '../../../../shared/practice/code.ts';
import { membership, retractionOf, succession } from '../../builders.ts';
import { codesOf, coverOn, file, icb, many, map } from './geography.ts';

const BEFORE = '2026-02-27';
const AFTER = '2026-08-01';
const NOW = '2026-09-07';
const went = ({ ended }: ReturnType<typeof coverOn>) =>
  ended.map(({ from, endedAfter, how, to }) => [
    from,
    endedAfter,
    how,
    to.map(({ code, practices }) => `${code} ${practices}`).join(', '),
  ]);

describe('a subscription to an ICB that is there', () => {
  const facts = [...file(BEFORE, many(1, 6, 'QHM')), ...file(AFTER, many(1, 5, 'QHM'))];

  test('covers the practices that are in it, with one that the newest file leaves out', () => {
    const cover = coverOn(NOW, icb('QHM'), facts);
    expect(cover.key).toBe('icb:QHM');
    expect(codesOf(cover)).toEqual(Object.keys(many(1, 6, '')));
    expect(cover.ended).toEqual([]);
  });

  test('lets go of a practice that moved away, and takes in one that came', () => {
    const moved = file('2026-08-29', { ...many(2, 5, 'QHM'), A81001: 'QOQ', A81009: 'QHM' });
    expect(codesOf(coverOn(NOW, icb('QHM'), [...facts, ...moved]))).toEqual([
      ...Object.keys(many(2, 6, '')),
      'A81009',
    ]);
  });

  test('is called by the name that the newest practice map gives it', () => {
    const named = membership({ asAt: AFTER, icb: 'QHM', icbName: 'NHS Example ICB' });
    expect(coverOn(NOW, icb('QHM'), [...facts, named]).words).toBe('NHS Example ICB (QHM)');
  });
});

describe('a subscription to an ICB that has ended', () => {
  test('covers the one that all its practices went to, with the practices that it had', () => {
    const cover = coverOn(NOW, icb('QH8'), [
      ...file(BEFORE, { ...many(1, 4, 'QH8'), ...many(5, 6, 'QM7') }),
      ...file(AFTER, many(1, 6, 'D7T5G')),
    ]);
    expect(cover.key).toBe('icb:D7T5G');
    expect(codesOf(cover)).toEqual(Object.keys(many(1, 6, '')));
    expect(went(cover)).toEqual([['QH8', BEFORE, 'whole', 'D7T5G 4']]);
  });

  test.each([
    { stay: 9, how: 'whole', covered: 13 },
    { stay: 8, how: 'practices', covered: 10 },
  ])('with $stay of 10 in one place follows it as: $how', ({ stay, how, covered }) => {
    const after = { ...many(1, stay, 'D7T5G'), ...many(stay + 1, 10, 'S1Y5D') };
    const cover = coverOn(NOW, icb('QH8'), [
      ...file(BEFORE, { ...many(1, 10, 'QH8'), ...many(11, 13, 'QM7') }),
      ...file(AFTER, { ...after, ...many(11, 13, 'D7T5G') }),
    ]);
    expect(cover.ended[0]?.how).toBe(how);
    expect(cover.practices.size).toBe(covered);
  });

  const FRIMLEY = [
    ...file(BEFORE, { ...many(1, 68, 'QNQ'), ...many(100, 109, 'QU9') }),
    ...file(AFTER, {
      ...many(1, 42, 'S0E4D'),
      ...many(43, 56, 'QRL'),
      ...many(57, 67, 'S9B9J'),
      ...many(100, 109, 'S0E4D'),
    }),
  ];

  test('and was split in three covers its own practices alone, with the one that no newer file lists', () => {
    const cover = coverOn(NOW, icb('QNQ'), FRIMLEY);
    expect(went(cover)).toEqual([
      ['QNQ', BEFORE, 'practices', 'S0E4D 42, QRL 14, S9B9J 11, QNQ 1'],
    ]);
    expect(codesOf(cover)).toEqual(Object.keys(many(1, 68, '')));
    expect(cover.words).toBe('the practices that were in QNQ');
  });

  test('names the practice that no newer file lists as such', () => {
    const [{ to } = { to: [] }] = coverOn(NOW, icb('QNQ'), FRIMLEY).ended;
    expect(to.at(-1)?.words).toBe('not in the newest register file');
  });

  test('covers it as it was on a day before the files that end it', () => {
    const cover = coverOn('2026-03-30', icb('QNQ'), FRIMLEY);
    expect([cover.key, cover.practices.size, cover.ended]).toEqual(['icb:QNQ', 68, []]);
  });

  test('counts a practice that merged where it merged into, and covers both', () => {
    const cover = coverOn(NOW, icb('QH8'), [
      ...file(BEFORE, many(1, 2, 'QH8')),
      ...file(AFTER, { A81002: 'D7T5G', A81003: 'S1Y5D' }),
      ...file(AFTER, { A81001: 'QH8' }, {}).map(
        (fact) =>
          ({
            ...fact,
            values: { ...fact.values, icb: null, status: 'closed', closedOn: '2026-04-01' },
          }) as never,
      ),
      succession({ code: 'A81001', other: 'A81003', effectiveOn: '2026-04-02' }),
    ]);
    expect(went(cover)).toEqual([['QH8', BEFORE, 'practices', 'D7T5G 1, S1Y5D 1']]);
    expect(codesOf(cover)).toEqual(['A81001', 'A81002', 'A81003']);
  });

  test('is followed through a chain, each step said', () => {
    const chain = [
      ...file('2025-06-30', many(1, 3, 'QAA')),
      ...file(BEFORE, many(1, 4, 'QBB')),
      ...file(AFTER, { ...many(1, 2, 'QCC'), ...many(3, 4, 'QDD'), A81009: 'QDD' }),
    ];
    const cover = coverOn(NOW, icb('QAA'), chain);
    expect(went(cover)).toEqual([['QAA', '2025-06-30', 'practices', 'QCC 2, QDD 1']]);
    expect(codesOf(cover)).toEqual(['A81001', 'A81002', 'A81003']);
    const whole = coverOn(NOW, icb('QAA'), [
      ...chain.slice(0, 7),
      ...file(AFTER, many(1, 4, 'QCC')),
    ]);
    expect(went(whole)).toEqual([['QAA', '2025-06-30', 'whole', 'QCC 3']]);
    expect(codesOf(whole)).toEqual(Object.keys(many(1, 4, '')));
  });

  test('whose practices mostly appear in no newer file stays, with those that moved', () => {
    const cover = coverOn(NOW, icb('QAA'), [
      ...file(BEFORE, many(1, 10, 'QAA')),
      ...file(AFTER, many(1, 4, 'QBB')),
    ]);
    expect(cover.key).toBe('icb:QAA');
    expect(codesOf(cover)).toEqual(Object.keys(many(1, 10, '')));
  });

  test('did not end later than it did by a file that was taken back', () => {
    const wrong = file('2026-07-01', many(1, 2, 'QAA'), { uploadId: 'wrong' });
    const facts = [
      ...file(BEFORE, many(1, 4, 'QAA')),
      ...wrong,
      ...wrong.map((fact) => retractionOf(fact, { receivedAt: '2026-07-02T09:00:00Z' })),
      ...file('2026-06-01', { ...many(1, 2, 'QBB'), ...many(3, 4, 'QCC') }),
    ];
    const cover = coverOn(NOW, icb('QAA'), facts);
    expect(went(cover)).toEqual([['QAA', BEFORE, 'practices', 'QBB 2, QCC 2']]);
    expect(cover.practices.size).toBe(4);
  });

  test('is nothing where nobody ever had the code', () => {
    const cover = coverOn(NOW, icb('QZZ'), file(BEFORE, many(1, 3, 'QAA')));
    expect([cover.key, cover.practices.size]).toEqual(['icb:QZZ', 0]);
    expect(cover.words).toBe('QZZ, where no practice is known');
  });
});

describe('a subscription to a PCN or a sub-ICB location', () => {
  const facts = [
    ...file(BEFORE, many(1, 5, 'QHM')),
    ...map(BEFORE, {
      ...many(1, 3, { pcn: 'U11111', subIcb: 'D4U1Y' }),
      ...many(4, 5, { pcn: 'U22222', subIcb: '92A' }),
    }),
    ...map(AFTER, { ...many(1, 5, { pcn: 'U22222', subIcb: '92A' }) }),
  ];

  test.each([
    [{ type: 'pcn', code: 'U11111' }, 'pcn:U22222'],
    [{ type: 'sub-icb', code: 'D4U1Y' }, 'sub-icb:92A'],
  ] as const)('%j is followed as %s', (scope, key) => {
    const cover = coverOn(NOW, scope, facts);
    expect(cover.key).toBe(key);
    expect(codesOf(cover)).toEqual(Object.keys(many(1, 5, '')));
  });
});

describe('a subscription to practices by their codes', () => {
  const scope: Scope = { type: 'practices', codes: ['A81002', 'A81001'] as PracticeCode[] };
  const closed = (code: string) =>
    file(AFTER, { [code]: 'QHM' }).map(
      (fact) =>
        ({
          ...fact,
          values: { ...fact.values, status: 'closed', closedOn: '2026-04-01' },
        }) as never,
    );
  const open = file(BEFORE, many(1, 4, 'QHM'));

  test('covers those, whatever becomes of their places', () => {
    const cover = coverOn(NOW, scope, [...open, ...file(AFTER, many(1, 4, 'S0E4D'))]);
    expect(codesOf(cover)).toEqual(['A81001', 'A81002']);
    expect([cover.words, cover.merged]).toEqual(['A81001, A81002', []]);
  });

  test('follows a practice along a chain of mergers, and says each', () => {
    const cover = coverOn(NOW, scope, [
      ...open,
      ...closed('A81001'),
      ...closed('A81003'),
      succession({ code: 'A81001', other: 'A81003', effectiveOn: '2026-04-02' }),
      succession({ code: 'A81003', other: 'A81004', effectiveOn: '2026-04-02' }),
    ]);
    expect(codesOf(cover)).toEqual(['A81001', 'A81002', 'A81003', 'A81004']);
    expect(cover.merged).toEqual([
      { practice: 'A81001', into: 'A81003' },
      { practice: 'A81003', into: 'A81004' },
    ]);
    expect(cover.key).not.toBe(coverOn(NOW, scope, open).key);
  });

  test('ends at two practices that are said to have merged into each other', () => {
    const cover = coverOn(NOW, scope, [
      ...open,
      ...closed('A81001'),
      ...closed('A81002'),
      succession({ code: 'A81001', other: 'A81002', effectiveOn: '2026-04-02' }),
      succession({ code: 'A81002', other: 'A81001', effectiveOn: '2026-04-02' }),
    ]);
    expect(codesOf(cover)).toEqual(['A81001', 'A81002']);
  });
});
