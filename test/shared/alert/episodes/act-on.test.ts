import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Act, type Episode, EpisodeSchema } from '../../../../shared/alert/episode.ts';
import { withAct } from '../../../../shared/alert/episodes/act-on.ts';
import { day, instant } from '../../../../shared/calendar/day.ts';
import { openEpisode, week } from './runs.ts';

const AT = instant('2023-10-09T09:00:00Z');
const done = { at: AT, by: 'Priya' };
const acknowledged: Act = { ...done, act: 'acknowledged', note: null };
const assigned: Act = { ...done, act: 'assigned', to: 'Sam' };
const chased = { ...done, act: 'chased', how: 'email', on: day('2023-10-09'), note: null } as const;
const snoozed = {
  ...done,
  act: 'snoozed',
  until: day('2023-10-23'),
  reason: 'A visit is booked.',
} as const;

function refusalOf(act: Act, episode = openEpisode()): string | null {
  const next = withAct(episode, act);
  return 'refused' in next ? next.refused : null;
}

describe('an act on an open episode', () => {
  it.each([[acknowledged], [assigned], [chased], [snoozed]])('is added: $act', (act) => {
    const next = withAct(openEpisode({ version: 4 }), act);
    expect(EpisodeSchema.parse(next)).toEqual(openEpisode({ acts: [act], version: 5 }));
  });

  it('again changes nothing, in whatever order its keys come, and on a closed episode too', () => {
    const turned = Object.fromEntries(Object.entries(snoozed).reverse()) as Act;
    const episode = closedEpisode(null, [snoozed]);
    expect(withAct(episode, turned)).toBe(episode);
  });

  it('is kept in order of time, whichever is noted first', () => {
    const acts: Act[] = [
      { ...assigned, at: instant('2023-10-09T10:00:00Z') },
      snoozed,
      acknowledged,
      { ...chased, at: instant('2023-10-10T10:00:00Z') },
    ];
    const inOrder = [acknowledged, snoozed, acts[0], acts[3]];
    fc.assert(
      fc.property(fc.shuffledSubarray(acts, { minLength: 4 }), (shuffled) => {
        const episode = shuffled.reduce(
          (before, act) => withAct(before, act) as Episode,
          openEpisode(),
        );
        expect(episode.acts).toEqual(inOrder);
      }),
    );
  });
});

function closedEpisode(passedTo: string | null, acts: Act[] = []): Episode {
  const closed = { on: week(3), at: AT, why: 'merged', words: 'It merged.', passedTo } as const;
  return openEpisode({ acts, closed });
}

describe('an act is refused', () => {
  it('on a closed episode, with the one that goes on where there is one', () => {
    expect(refusalOf(assigned, closedEpisode('A81002-stalled-1'))).toBe(
      'Episode A81001-stalled-1 was closed on 16 October 2023. It goes on as A81002-stalled-1: act on that one.',
    );
    expect(refusalOf(assigned, closedEpisode(null))).toBe(
      'Episode A81001-stalled-1 was closed on 16 October 2023. "rollout alerts" lists the episodes that are open.',
    );
  });

  it.each([
    ['2023-10-01', '1 October 2023 is not after 9 October 2023.'],
    ['2023-10-09', '9 October 2023 is not after 9 October 2023.'],
    ['2023-10-10', null],
    ['2024-04-08', null],
    ['2024-04-09', '9 April 2024 is more than 26 weeks ahead.'],
  ])('a snooze until %s: %s', (until, expected) => {
    const remedy = ' Snooze until a day from 10 October 2023 to 8 April 2024.';
    const refused = refusalOf({ ...snoozed, until: day(until) });
    expect(refused).toBe(expected === null ? null : `${expected}${remedy}`);
  });

  it('a snooze until what is already today in London', () => {
    const at = instant('2023-10-09T23:30:00Z');
    expect(refusalOf({ ...snoozed, at, until: day('2023-10-10') })).toContain('is not after');
  });

  it('a chase on a day to come', () => {
    expect(refusalOf({ ...chased, on: day('2023-10-10') })).toBe(
      '10 October 2023 has not come yet. Give the day on which the practice was chased, up to 9 October 2023.',
    );
  });

  const BAD: readonly (readonly [string, string])[] = [
    ['', 'is empty'],
    ['  ', 'is empty'],
    ['x'.repeat(501), 'has 501 characters. Keep it to 500.'],
    ['two\nlines', 'has line breaks or other control characters'],
    ['a\u001b[31mred', 'has line breaks or other control characters'],
    ['turned \u202Eround', 'has line breaks or other control characters'],
    ['NHS number 943 476 5919', 'seems to hold patient data'],
  ];
  const withText: readonly (readonly [string, (text: string) => Act])[] = [
    ['The name of who did it', (by) => ({ ...assigned, by })],
    ['The name it is assigned to', (to) => ({ ...assigned, to })],
    ['The reason', (reason) => ({ ...snoozed, reason })],
    ['The note', (note) => ({ ...chased, note })],
    ['The note', (note) => ({ ...acknowledged, note })],
  ];
  it.each(withText)('for its words: %s', (named, act) => {
    for (const [text, why] of BAD) {
      expect(refusalOf(act(text))).toContain(`${named} ${why}`);
      if (text.trim() !== '') expect(refusalOf(act(text))).not.toContain(text);
    }
    expect(refusalOf(act('x'.repeat(500)))).toBeNull();
    expect(refusalOf(act('Dr Zoë O’Neill – rang at 10:15'))).toBeNull();
  });
});
