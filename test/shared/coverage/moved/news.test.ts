import { describe, expect, test } from 'vitest';
import { instant } from '../../../../shared/calendar/day.ts';
import { newsBetween } from '../../../../shared/coverage/moved/news.ts';
import type { Fact } from '../../../../shared/evidence/fact.ts';
import { knownFacts } from '../../../../shared/evidence/known.ts';
import {
  booked,
  declared,
  extract,
  LETTER_SEEN,
  letter,
  listing,
  plan,
  retractionOf,
  review,
} from '../../builders.ts';

const BEFORE = instant('2023-05-01T06:00:00Z');
const AFTER = instant('2023-05-08T06:00:00Z');
const NEWER = { receivedAt: '2023-05-03T09:00:00Z' };
const NEWEST = { receivedAt: '2023-05-05T09:00:00Z' };

/** What came between two Mondays, by kind and day. */
function news(...facts: Fact[]) {
  const { late, corrections, gone } = newsBetween(
    knownFacts(facts, BEFORE),
    knownFacts(facts, AFTER),
  );
  const named = (those: readonly Fact[]) => those.map(({ kind, asAt }) => `${kind} ${asAt}`);
  return { late: named(late), corrections: named(corrections), gone: named(gone) };
}

const off = (over = {}) => extract({ asAt: '2023-04-12', ...over })[0]!;
const on = (over = {}) => extract({ asAt: '2023-04-12', on: true, ...over })[0]!;

describe('what came between two releases', () => {
  test.each([
    {
      what: 'a new extract is late news, of whatever day',
      facts: [off(), on({ asAt: '2023-04-20', ...NEWER })],
      is: { late: ['default-access 2023-04-20'] },
    },
    {
      what: 'another word on the same day by the same sender is a correction, and the old one is gone',
      facts: [off(), on(NEWER)],
      is: { corrections: ['default-access 2023-04-12'], gone: ['default-access 2023-04-12'] },
    },
    {
      what: 'another sender’s word of the same day is late news',
      facts: [declared({ asAt: '2023-04-12' }), on(NEWER)],
      is: { late: ['default-access 2023-04-12'] },
    },
    {
      what: 'what was corrected in between, before anybody counted it, is late news',
      facts: [off(NEWER), on(NEWEST)],
      is: { late: ['default-access 2023-04-12'] },
    },
    {
      what: 'what is said again after the opposite had been said is a correction of both',
      facts: [off({ receivedAt: '2023-04-13T09:00:00Z' }), on(NEWER), off(NEWEST)],
      is: { corrections: ['default-access 2023-04-12'], gone: ['default-access 2023-04-12'] },
    },
    {
      what: 'a booking beside settings that were known is late news',
      facts: [off(), booked({ asAt: '2023-04-12', ...NEWER })],
      is: { late: ['switch-on-booked 2023-04-12'] },
    },
    {
      what: 'what was taken back is gone',
      facts: [listing(), plan(), retractionOf(plan(), NEWER)],
      is: { gone: ['plan 2022-11-10'] },
    },
    {
      what: 'a review that judges out is a correction, one that accepts is not',
      facts: [
        letter(),
        review({ of: LETTER_SEEN, judgement: 'undated', asAt: '2023-05-02' }),
        review({ judgement: 'accepted', asAt: '2023-05-02' }),
      ],
      is: { corrections: ['review 2023-05-02'], late: ['review 2023-05-02'] },
    },
    { what: 'nothing is nothing', facts: [listing()], is: {} },
  ])('$what', ({ facts, is }) => {
    expect(news(...facts)).toEqual({ late: [], corrections: [], gone: [], ...is });
  });
});
