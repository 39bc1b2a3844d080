import { describe, expect, test } from 'vitest';
import { day } from '../../../shared/calendar/day.ts';
import { contradictionsOn, contradictionsTable } from '../../../shared/coverage/contradictions.ts';
import type { PracticeOnDay } from '../../../shared/coverage/practice-on-day.ts';
import { policyInForce } from '../../../shared/policy/timeline.ts';
import { groupByPractice, practicesOnDay } from '../../../shared/state/practice-on-day.ts';
import {
  booked,
  bulk104,
  clocks,
  declared,
  dpia,
  extract,
  letter,
  listing,
  listSize,
  membership,
  optInSteps,
} from '../builders.ts';
import { closedPractice, daysAgo, practice } from './practices.ts';

type Word = NonNullable<PracticeOnDay['declared']>;
const word = (status: Word['status'], ago = 5): Word => ({
  status,
  on: null,
  asAt: daysAgo(ago),
});
const off = { status: 'incomplete', observedOn: false } as const;
const AHEAD = day('2024-01-15');

describe('what a practice says against what its supplier shows', () => {
  test.each([
    { story: 'says live, shown off', over: { ...off, declared: word('live') }, is: 'live / off' },
    {
      story: 'says live, never seen',
      over: {
        ...off,
        observedOn: null,
        configurationSeenOn: null,
        declared: word('live'),
      },
      is: 'live / never seen',
    },
    { story: 'says paused, shown on', over: { declared: word('paused') }, is: 'paused / on' },
    { story: 'says opt-in, shown on', over: { declared: word('opt-in') }, is: 'opt-in / on' },
    {
      story: 'says working towards, shown on',
      over: { declared: word('working-towards') },
      is: 'working-towards / on',
    },
    {
      story: 'says not started, shown on',
      over: { declared: word('not-started') },
      is: 'not-started / on',
    },
    {
      story: 'asked to stop, shown on',
      over: { signals: ['stop-requested' as const] },
      is: 'stop / on',
    },
    {
      story: 'paused by letter, and booked',
      over: { ...off, status: 'paused-by-letter' as const, bookedFor: AHEAD },
      is: 'stop / off, booked',
    },
    {
      story: 'says opt-in, and booked',
      over: { ...off, declared: word('opt-in'), bookedFor: AHEAD },
      is: 'opt-in / off, booked',
    },
  ])('$story', ({ over, is }) => {
    const found = contradictionsOn([practice(over)]);
    expect(found.map((one) => `${one.declared} / ${one.observed}`)).toEqual([is]);
    expect(found[0]?.means).toMatch(/^It .*\.$/);
  });

  test.each([
    { story: 'says live, shown on', over: { declared: word('live') } },
    { story: 'says nothing', over: {} },
    { story: 'says paused, shown off', over: { ...off, declared: word('paused') } },
    { story: 'says something else, shown on', over: { declared: word('other') } },
    {
      story: 'works towards live, and booked',
      over: { ...off, declared: word('working-towards'), bookedFor: AHEAD },
    },
    {
      story: 'paused, booked for a day that has passed',
      over: { ...off, declared: word('paused'), bookedFor: daysAgo(1) },
    },
  ])('$story: none', ({ over }) => {
    expect(contradictionsOn([practice(over)])).toEqual([]);
  });

  test('one that is out of scope contradicts nobody', () => {
    expect(
      contradictionsOn([closedPractice({ observedOn: false, declared: word('live') })]),
    ).toEqual([]);
  });

  test('a word newer than the extract waits for the next one', () => {
    const [newer] = contradictionsOn([practice({ ...off, declared: word('live', 5) })]);
    const [older] = contradictionsOn([practice({ ...off, declared: word('live', 15) })]);
    expect(newer?.means).toContain('the next extract will tell');
    expect(older?.means).not.toContain('the next extract');
  });
});

describe('from facts', () => {
  const begun = [listing(), membership()];
  const found = (...facts: Parameters<typeof groupByPractice>[0][number][]) => {
    const at = clocks('2023-12-04');
    const practices = practicesOnDay(groupByPractice([...begun, ...facts]), at, policyInForce(at));
    return contradictionsOn(practices).map((one) => `${one.declared} / ${one.observed}`);
  };

  test('a word said before the switch-on is overtaken; one said after it is not', () => {
    const shown = extract({ asAt: '2023-11-24', on: true, since: '2023-09-01' });
    expect(found(...shown, declared({ status: 'paused', asAt: '2023-03-01' }))).toEqual([]);
    expect(found(...shown, declared({ status: 'paused', asAt: '2023-10-01' }))).toEqual([
      'paused / on',
    ]);
  });

  test('an opt-in that stands after go-live by the rule for EMIS is none', () => {
    const optIn = [
      listSize(),
      dpia(),
      ...optInSteps(),
      bulk104({ doneOn: '2023-08-20' }),
      declared({ status: 'opt-in', asAt: '2023-09-01' }),
    ];
    const shown = (patients104: number) =>
      extract({ asAt: '2023-11-24', on: true, since: '2023-02-01', patients104 });
    expect(found(...optIn, ...shown(5_000))).toEqual([]);
    expect(found(...optIn, ...shown(100))).toEqual(['opt-in / on']);
  });

  test('a letter in answer to a booking', () => {
    const shown = extract({ asAt: '2023-11-24', scheduledOn: '2024-01-15' });
    const sent = letter({ sentOn: '2023-11-27' });
    expect(found(...shown, sent)).toEqual(['stop / off, booked']);
    expect(found(...shown)).toEqual([]);
    expect(found(booked({ asAt: '2023-11-24', on: '2024-01-15' }), sent)).toHaveLength(1);
  });

  test('a return that says live, and an extract that does not', () => {
    const shown = extract({ asAt: '2023-11-24' });
    expect(found(...shown, declared({ asAt: '2023-11-01' }))).toEqual(['live / off']);
  });
});

describe('the table', () => {
  const practices = [
    practice({ code: 'A81003', patients: 900, ...off, declared: word('live') }),
    practice({ code: 'A81002', patients: 900, ...off, declared: word('live') }),
    practice({ code: 'A81001', patients: 5, declared: word('paused') }),
    practice({ code: 'A81004', patients: 7_000, signals: ['stop-requested'] }),
    practice({ code: 'A81005' }),
  ];

  test('ranks by patients, then by code, whatever the order given', () => {
    const ranked = (given: readonly PracticeOnDay[]) =>
      contradictionsTable(given).rows.map((row) => row.practice_code);
    expect(ranked(practices)).toEqual(['A81004', 'A81002', 'A81003', 'A81001']);
    expect(ranked(practices.toReversed())).toEqual(ranked(practices));
  });

  test('has the day of the word, and of the extract', () => {
    const own = { status: 'live', on: day('2023-05-01'), asAt: daysAgo(3) } as const;
    const { rows } = contradictionsTable([
      practice({ ...off, declared: own }),
      practice({ code: 'A81009', patients: 1, signals: ['stop-requested'] }),
    ]);
    expect(rows[0]).toMatchObject({ declared_on: '2023-05-01', observed_on: daysAgo(10) });
    expect(rows[1]).toMatchObject({ declared: 'stop', declared_on: null });
  });
});
