import { describe, expect, it } from 'vitest';
import type { Act, Episode } from '../../../../shared/alert/episode.ts';
import { standingOf } from '../../../../shared/alert/episodes/standing.ts';
import { day, instant } from '../../../../shared/calendar/day.ts';
import { policyInForce } from '../../../../shared/policy/timeline.ts';
import { openEpisode, week } from './runs.ts';

const { ladder } = policyInForce({ validAt: week(1), rulesAt: week(1) });

/** How an episode that was noticed on 2 October 2023 stands on a day. */
function standingOn(on: string, change: Partial<Episode> = {}) {
  return standingOf(openEpisode(change), { on: day(on), ladder });
}

const snoozed = (at: string, until: string): Act => ({
  act: 'snoozed',
  at: instant(at),
  by: 'Priya',
  until: day(until),
  reason: `until ${until}`,
});
const chased = (at: string, on: string): Act => ({
  act: 'chased',
  at: instant(at),
  by: 'Priya',
  how: 'telephone',
  on: day(on),
  note: null,
});

describe('the age of an episode and its step of the ladder', () => {
  it.each([
    ['2023-10-02', { daysOpen: 0, weeks: 0, weeksSince: 8, step: 1, isEscalated: false }],
    ['2023-10-29', { daysOpen: 27, weeks: 3, weeksSince: 12, step: 1, isEscalated: false }],
    ['2023-10-30', { daysOpen: 28, weeks: 4, weeksSince: 12, step: 2, isEscalated: true }],
    ['2023-12-24', { daysOpen: 83, weeks: 11, step: 2 }],
    ['2023-12-25', { daysOpen: 84, weeks: 12, step: 3, isEscalated: true }],
    ['2024-10-02', { daysOpen: 366, weeks: 52, step: 3 }],
    ['2023-09-01', { daysOpen: 0, weeks: 0, step: 1, stepOn: [], isEscalated: false }],
  ])('on %s', (on, expected) => {
    expect(standingOn(on)).toMatchObject(expected);
  });

  it('gives the day of each step reached', () => {
    expect(standingOn('2023-12-25').stepOn).toEqual(['2023-10-02', '2023-10-30', '2023-12-25']);
  });

  it('is the first step where no ladder is in force', () => {
    const standing = standingOf(openEpisode(), { on: week(30), ladder: [] });
    expect(standing).toMatchObject({ step: 1, stepOn: [week(1)], isEscalated: false });
  });

  it('stands still once it is closed', () => {
    const closed = {
      on: week(3),
      at: instant('2023-10-16T18:00:00Z'),
      why: 'live',
      words: 'Live.',
      passedTo: null,
    } as const;
    expect(standingOn('2024-02-01', { closed })).toMatchObject({ daysOpen: 14, step: 1 });
    expect(standingOn('2023-10-09', { closed })).toMatchObject({ daysOpen: 7 });
  });
});

describe('a snooze', () => {
  const acts = [snoozed('2023-10-09T09:00:00Z', '2023-10-20')];

  it.each([
    ['2023-10-08', null, false],
    ['2023-10-09', '2023-10-20', false],
    ['2023-10-19', '2023-10-20', false],
    ['2023-10-20', null, true],
    ['2023-10-26', null, true],
    ['2023-10-27', null, false],
  ])('on %s is until %s, woken: %s', (on, until, woken) => {
    const standing = standingOn(on, { acts });
    expect(standing.snooze?.until ?? null).toBe(until);
    expect(standing.woken).toBe(woken);
  });

  it('is replaced by a later one, a shorter one too', () => {
    const twice = [...acts, snoozed('2023-10-10T09:00:00Z', '2023-10-12')];
    expect(standingOn('2023-10-11', { acts: twice }).snooze?.reason).toBe('until 2023-10-12');
    expect(standingOn('2023-10-13', { acts: twice })).toMatchObject({ snooze: null, woken: true });
  });

  it('ends when the episode closes', () => {
    const closed = {
      on: day('2023-10-10'),
      at: instant('2023-10-10T17:00:00Z'),
      why: 'live',
      words: 'Live.',
      passedTo: null,
    } as const;
    const standing = standingOn('2023-10-20', { acts, closed });
    expect(standing).toMatchObject({ snooze: null, woken: false });
  });
});

describe('what people did', () => {
  const by = { act: 'acknowledged', by: 'Priya', note: null } as const;
  const to = { act: 'assigned', by: 'Priya' } as const;

  it('is nothing at first', () => {
    expect(standingOn('2023-10-09')).toMatchObject({
      acknowledged: null,
      assignedTo: null,
      lastChase: null,
      chases: 0,
      snooze: null,
      woken: false,
    });
  });

  it('counts from its day in London on, which may begin an hour before that of UTC', () => {
    const acts: Act[] = [{ ...by, at: instant('2023-10-09T23:30:00Z') }];
    expect(standingOn('2023-10-09', { acts }).acknowledged).toBeNull();
    expect(standingOn('2023-10-10', { acts }).acknowledged?.by).toBe('Priya');
  });

  it('the latest acknowledgement and the latest name count', () => {
    const acts: Act[] = [
      { ...by, at: instant('2023-10-03T09:00:00Z') },
      { ...to, to: 'Sam', at: instant('2023-10-03T10:00:00Z') },
      { ...by, by: 'Alex', at: instant('2023-10-05T09:00:00Z') },
      { ...to, to: 'Kim', at: instant('2023-10-06T10:00:00Z') },
    ];
    expect(standingOn('2023-10-05', { acts })).toMatchObject({
      acknowledged: { by: 'Alex' },
      assignedTo: 'Sam',
    });
    expect(standingOn('2023-10-06', { acts }).assignedTo).toBe('Kim');
  });

  it('the last chase is the one of the latest day, however late an earlier one was noted', () => {
    const acts = [
      chased('2023-10-10T09:00:00Z', '2023-10-10'),
      chased('2023-10-12T09:00:00Z', '2023-10-04'),
    ];
    const standing = standingOn('2023-10-12', { acts });
    expect(standing).toMatchObject({ lastChase: { on: '2023-10-10' }, chases: 2 });
    expect(standingOn('2023-10-11', { acts }).chases).toBe(1);
  });
});
