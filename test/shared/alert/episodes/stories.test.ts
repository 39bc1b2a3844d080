import { describe, expect, it } from 'vitest';
import { EpisodeSchema } from '../../../../shared/alert/episode.ts';
import { reconciled } from '../../../../shared/alert/episodes/reconcile.ts';
import type { Found } from '../../../../shared/alert/found.ts';
import type { Rule } from '../../../../shared/alert/rule.ts';
import { day, endOfLondonDay } from '../../../../shared/calendar/day.ts';
import { policyInForce } from '../../../../shared/policy/timeline.ts';
import {
  A,
  ABOUT,
  alertOf,
  foundMap,
  foundOut,
  foundWith,
  type Kept,
  openEpisode,
  run,
  week,
} from './runs.ts';

const SWITCHED_ON = day('2023-10-03');

/** How a story's word is found; a rule's name stands for a practice that has its alert and is incomplete. */
function foundAs(word: string): readonly Found[] {
  const [state = '', ...rules] = word.split('+') as [string, ...Rule[]];
  if (state === 'unknown') return [];
  if (state === 'closed') return [foundOut(A, null)];
  if (state === 'live' || state === 'opt-in') {
    return [foundWith(A, rules, { status: state, since: SWITCHED_ON })];
  }
  if (state === 'exempt') return [foundWith(A, rules, { isExempt: true })];
  if (state === 'quiet') return [foundWith(A, rules, { status: 'working-towards' })];
  return [foundWith(A, [state as Rule, ...rules])];
}

/** Runs 26 weeks of a story such as `w1 stalled, w9 live`, gives what became of episodes by week. */
function halfYear(story: string): string {
  const turns = new Map(story.split(', ').map((turn) => turn.split(' ') as [string, string]));
  const kept: Kept = new Map();
  const told: string[] = [];
  let found: readonly Found[] = [];
  for (let number = 1; number <= 26; number++) {
    const word = turns.get(`w${number}`);
    if (word !== undefined) found = foundAs(word);
    for (const { id, closed, version } of run(week(number), found, kept)) {
      const what = closed !== null ? `closed ${closed.why}` : version === 1 ? 'opened' : 'changed';
      told.push(`w${number} ${id.slice(7)} ${what}`);
    }
  }
  return told.join(', ');
}

describe('the half-year of a practice', () => {
  it.each([
    ['w1 quiet', ''],
    ['w3 stalled', 'w3 stalled-1 opened'],
    ['w1 stalled, w9 live', 'w1 stalled-1 opened, w9 stalled-1 closed live'],
    [
      'w1 stalled, w9 live, w12 stalled',
      'w1 stalled-1 opened, w9 stalled-1 closed live, w12 stalled-2 opened',
    ],
    [
      'w1 stalled, w4 quiet, w8 stalled, w12 opt-in, w20 stalled',
      'w1 stalled-1 opened, w4 stalled-1 closed mended, w8 stalled-2 opened, w12 stalled-2 closed opt-in, w20 stalled-3 opened',
    ],
    ['w1 stalled, w5 exempt', 'w1 stalled-1 opened, w5 stalled-1 closed exempt'],
    ['w1 stalled, w5 closed', 'w1 stalled-1 opened, w5 stalled-1 closed out-of-scope'],
    ['w1 stalled, w5 unknown', 'w1 stalled-1 opened, w5 stalled-1 closed mended'],
    [
      'w2 stalled, w4 stalled+booking-missed, w6 booking-missed',
      'w2 stalled-1 opened, w4 booking-missed-1 opened, w6 stalled-1 closed mended',
    ],
    [
      'w1 action-plan-104-missing, w5 live+action-plan-104-missing, w9 live',
      'w1 action-plan-104-missing-1 opened, w9 action-plan-104-missing-1 closed mended',
    ],
    [
      'w1 contradiction, w6 live, w7 live+contradiction',
      'w1 contradiction-1 opened, w6 contradiction-1 closed mended, w7 contradiction-2 opened',
    ],
    [
      'w1 stalled, w3 live+review-overdue, w9 closed',
      'w1 stalled-1 opened, w3 review-overdue-1 opened, w3 stalled-1 closed live, w9 review-overdue-1 closed out-of-scope',
    ],
  ])('%s', (story, expected) => {
    expect(halfYear(story)).toBe(expected);
  });
});

describe('what closes an episode is said', () => {
  it.each([
    ['live', 'Its supplier’s extract shows default access on since 3 October 2023.'],
    ['opt-in', 'Its opt-in is complete since 3 October 2023.'],
    ['exempt', 'It has been granted an exemption.'],
    ['closed', 'It is out of scope: it is closed since 1 November 2023.'],
    ['unknown', 'Nothing is known of the practice any more, so nothing shows that this holds.'],
    [
      'quiet',
      'It no longer counts as without progress. The practice is working towards automatic access (since 1 August 2023).',
    ],
  ])('%s', (word, expected) => {
    const kept: Kept = new Map([['A81001-stalled-1', openEpisode()]]);
    const [closed] = run(week(9), foundAs(word), kept);
    expect(closed!.closed).toMatchObject({ on: week(9), words: expected, passedTo: null });
  });

  it('a status without a day is said without one', () => {
    const kept: Kept = new Map([['A81001-stalled-1', openEpisode()]]);
    const [closed] = run(week(9), [foundWith(A, [], { status: 'live', since: null })], kept);
    expect(closed!.closed!.words).toBe('Its supplier’s extract shows default access on.');
  });

  const onChangedRules = (entries: string[]) => {
    const on = week(9);
    const policy = policyInForce({ validAt: on, rulesAt: on });
    const alert = alertOf(A, 'stalled', { proof: { facts: ['f1'], entries } });
    return reconciled({
      on,
      knownAt: endOfLondonDay(on),
      found: foundMap([foundWith(A, [])]),
      episodes: [openEpisode({ alert })],
      policy,
    })[0]!.closed;
  };

  it('rules that are in force no more closed it, where the policy is told', () => {
    expect(onChangedRules(['threshold-weeks-without-progress', 'gone'])).toMatchObject({
      why: 'rule-changed',
      words:
        'The rules that it rested on have changed; by those of 27 November 2023 it is no alert.',
    });
  });

  it('rules that stand did not close it', () => {
    expect(onChangedRules(['threshold-weeks-without-progress'])?.why).toBe('mended');
  });
});

describe('an open episode', () => {
  it('follows its alert and what is told of the practice, and keeps what people did', () => {
    const acts = [
      { act: 'assigned', at: endOfLondonDay(week(1)), by: 'Priya', to: 'Sam' } as const,
    ];
    const kept: Kept = new Map([['A81001-stalled-1', openEpisode({ acts })]]);
    const about = { ...ABOUT, patients: 8100 };
    const alerts = [alertOf(A, 'stalled', { because: 'Something else.' })];
    run(week(3), [foundWith(A, [], { about, alerts })], kept);
    expect(kept.get('A81001-stalled-1')).toEqual(
      openEpisode({ acts, about, alert: alerts[0]!, version: 2 }),
    );
  });

  it('is not written where only the order of keys differs', () => {
    const turned = Object.fromEntries(Object.entries(ABOUT).reverse()) as typeof ABOUT;
    const kept: Kept = new Map([['A81001-stalled-1', openEpisode()]]);
    expect(run(week(3), [foundWith(A, ['stalled'], { about: turned })], kept)).toEqual([]);
  });

  it('opened again links to the one before, and is a valid episode', () => {
    const kept: Kept = new Map();
    run(week(1), foundAs('stalled'), kept);
    run(week(2), foundAs('live'), kept);
    const [again] = run(week(3), foundAs('stalled'), kept);
    expect(EpisodeSchema.parse(again)).toMatchObject({
      id: 'A81001-stalled-2',
      number: 2,
      openedOn: week(3),
      noticedOn: week(3),
      reopens: 'A81001-stalled-1',
      acts: [],
    });
  });

  it('is left as it is by a run of an earlier day, whether it was opened or closed since', () => {
    const kept: Kept = new Map();
    run(week(5), foundAs('stalled'), kept);
    expect(run(week(4), foundAs('live'), kept)).toEqual([]);
    run(week(6), foundAs('live'), kept);
    expect(run(week(5), foundAs('stalled'), kept)).toEqual([]);
  });
});
