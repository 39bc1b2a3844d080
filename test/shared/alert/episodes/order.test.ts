import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Act, Episode } from '../../../../shared/alert/episode.ts';
import { sectionOf, worstFirst } from '../../../../shared/alert/episodes/order.ts';
import { addDays, type Day, endOfLondonDay, instant } from '../../../../shared/calendar/day.ts';
import { policyInForce } from '../../../../shared/policy/timeline.ts';
import { ABOUT, openEpisode, week } from './runs.ts';

const ON = week(20);
const { ladder } = policyInForce({ validAt: ON, rulesAt: ON });

/** What a digest of ten o'clock told: the evening runs of the tests come after it. */
const told = (on: Day) => ({ on, knownAt: instant(`${on}T10:00:00Z`) });

function opened(on: Day, change: Partial<Episode> = {}): Episode {
  return openEpisode({
    id: `opened-${on}`,
    openedOn: on,
    openedAt: endOfLondonDay(on),
    noticedOn: on,
    ...change,
  });
}

const snooze: Act = {
  act: 'snoozed',
  at: instant('2024-02-01T09:00:00Z'),
  by: 'Priya',
  until: addDays(ON, 7),
  reason: 'A visit is booked.',
};

const SECTIONS: readonly (readonly [string, Episode, string])[] = [
  ['opened after the day', opened(addDays(week(19), 1)), 'new'],
  ['opened in the evening of the day', opened(week(19)), 'new'],
  [
    'opened by the run of the digest',
    opened(week(19), { openedAt: told(week(19)).knownAt }),
    'open',
  ],
  ['4 weeks old since', opened(week(16)), 'escalated'],
  ['4 weeks old on the day', opened(week(15)), 'open'],
  ['12 weeks old since', opened(week(8)), 'escalated'],
  ['older', opened(week(2)), 'open'],
  ['new, though a merger brought it 12 weeks', opened(ON, { noticedOn: week(8) }), 'new'],
  ['snoozed, though it has just escalated', opened(week(16), { acts: [snooze] }), 'snoozed'],
];

describe('where an episode is listed since a digest a week before, at ten in the morning', () => {
  it.each(SECTIONS)('%s', (_, episode, expected) => {
    expect(sectionOf(episode, { on: ON, ladder, since: told(week(19)) })).toBe(expected);
  });
});

describe('worst first', () => {
  const about = (patients: number | null) => ({ ...ABOUT, patients });
  const sorted = [
    opened(ON, { id: 'new' }),
    opened(week(8), { id: 'at week 12' }),
    opened(week(16), { id: 'at week 4' }),
    opened(week(2), { id: 'longest' }),
    opened(week(3), { id: 'many patients', about: about(9000) }),
    opened(week(3), { id: 'few patients 1', about: about(500) }),
    opened(week(3), { id: 'few patients 2', about: about(500) }),
    opened(week(3), { id: 'a practice not listed', about: about(null) }),
    opened(week(1), { id: 'snoozed', acts: [snooze] }),
  ];

  it('is new, escalated, then longest, most patients, id; snoozed last; whatever the order before', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(sorted, { minLength: sorted.length }), (shuffled) => {
        expect(worstFirst(shuffled, { on: ON, ladder }).map(({ id }) => id)).toEqual(
          sorted.map(({ id }) => id),
        );
      }),
    );
  });

  it('takes new and escalated from the day that is told', () => {
    const [first] = worstFirst(sorted, {
      on: ON,
      ladder,
      since: { on: week(2), knownAt: endOfLondonDay(week(2)) },
    });
    expect(first!.id).toBe('many patients');
  });
});
