import { describe, expect, test } from 'vitest';
import { nameOfScope } from '../../../../shared/alert/subscriptions/name-of-scope.ts';
import { samePace, withPaces } from '../../../../shared/alert/subscriptions/with-paces.ts';
import { subscriptionOf } from '../deliveries.ts';

const weekly = samePace('weekly');

describe('other paces of a subscription', () => {
  test.each([
    ['stalled=immediate', { ...weekly, stalled: 'immediate' }],
    ['all=none', samePace('none')],
    ['all=none,stalled=weekly', { ...samePace('none'), stalled: 'weekly' }],
    ['stalled=immediate,all=weekly', weekly],
    [
      ' Stalled = Immediate , contradiction=none ',
      { ...weekly, stalled: 'immediate', contradiction: 'none' },
    ],
  ])('"%s" sets what it names, from left to right, and leaves the rest', (text, paces) => {
    expect(withPaces(subscriptionOf(), text)).toEqual({ ...subscriptionOf(), paces });
  });

  test.each(['', 'stalled', 'stalled=', 'stalled=weekly=none', 'stalled=weekly,', 'stalled=often'])(
    '"%s" is refused with the paces there are',
    (text) => {
      expect(withPaces(subscriptionOf(), text)).toEqual({
        refused: expect.stringMatching(
          /sets no pace\. Write RULE=PACE with one of: immediate, weekly, none\.$/,
        ),
      });
    },
  );

  test('of a rule that there is not are refused with the rules there are', () => {
    expect(withPaces(subscriptionOf(), 'late=weekly')).toEqual({
      refused: expect.stringMatching(/^"late" is no rule\. Name all, or one of: stalled, /),
    });
  });
});

describe('a scope in words', () => {
  test.each([
    [{ type: 'icb', code: 'QHM' }, 'ICB QHM'],
    [{ type: 'sub-icb', code: '16C' }, 'sub-ICB location 16C'],
    [{ type: 'pcn', code: 'U12345' }, 'PCN U12345'],
    [{ type: 'practices', codes: ['A81001'] }, 'practice A81001'],
    [{ type: 'practices', codes: ['A81001', 'A81002'] }, 'practices A81001, A81002'],
  ])('%j is %s', (scope, words) => {
    expect(nameOfScope(scope as never)).toBe(words);
  });
});
