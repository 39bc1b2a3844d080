import { describe, expect, test } from 'vitest';
import {
  DAYS_WITHOUT_UPLOAD,
  type OperatorsSight,
  operatorAlerts,
  operatorsNotice,
} from '../../../shared/alert/operators.ts';
import { addDays, day, endOfLondonDay, instant } from '../../../shared/calendar/day.ts';

const TUESDAY = day('2023-12-05');
const MONDAY = day('2023-12-04');

/** All is well on a Tuesday evening. */
function sight(change: Partial<OperatorsSight> = {}): OperatorsSight {
  return {
    now: instant('2023-12-05T18:00:00Z'),
    lastUploadAt: instant('2023-12-01T10:00:00Z'),
    deadLetters: [],
    releases: [{ week: day('2023-11-27') }, { week: MONDAY }],
    refusedReleases: [],
    uncertain: [],
    dead: [],
    suppressed: [],
    capReached: false,
    ...change,
  };
}

const said = (change: Partial<OperatorsSight>) => operatorAlerts(sight(change)).map((a) => a.what);
const delivery = (id: string, at: string) => ({ id, at: instant(at) });

test('where all is well nobody is told anything', () => {
  expect(operatorAlerts(sight())).toEqual([]);
});

describe('uploads', () => {
  test.each([
    { days: 0, says: [] },
    { days: DAYS_WITHOUT_UPLOAD - 1, says: [] },
    { days: 14, says: [/^No upload has come for 14 days, the last on 21 November 2023, 23:/] },
    { days: 100, says: [/^No upload has come for 100 days/] },
  ])('the last $days days ago', ({ days, says }) => {
    const lastUploadAt = endOfLondonDay(addDays(TUESDAY, -days));
    expect(said({ lastUploadAt })).toEqual(says.map((text) => expect.stringMatching(text)));
  });

  test('none ever', () => {
    expect(operatorAlerts(sight({ lastUploadAt: null }))).toMatchObject([
      { what: 'No upload has ever come.', since: null },
    ]);
  });
});

describe('releases', () => {
  const before = [{ week: day('2023-11-27') }];
  test.each([
    { now: '2023-12-04T11:59:59Z', releases: before, late: null },
    { now: '2023-12-04T12:00:00Z', releases: before, late: '4 December 2023' },
    { now: '2023-12-10T23:59:00Z', releases: before, late: '4 December 2023' },
    // The week before this one is missing too, and noon has not come.
    {
      now: '2023-12-04T11:59:59Z',
      releases: [{ week: day('2023-11-20') }],
      late: '27 November 2023',
    },
    { now: '2023-12-04T12:00:00Z', releases: [...before, { week: MONDAY }], late: null },
    // An amendment of an old week is the last link of the chain.
    { now: '2023-12-04T12:00:00Z', releases: [{ week: MONDAY }, ...before], late: null },
    // Summer time: noon in London is 11:00 by UTC.
    { now: '2023-07-03T10:59:59Z', releases: [{ week: day('2023-06-26') }], late: null },
    { now: '2023-07-03T11:00:00Z', releases: [{ week: day('2023-06-26') }], late: '3 July 2023' },
    { now: '2023-12-04T12:00:00Z', releases: [], late: null },
  ])('at $now late: $late', ({ now, releases, late }) => {
    const lastUploadAt = instant(now);
    expect(said({ now: instant(now), releases, lastUploadAt })).toEqual(
      late === null ? [] : [expect.stringContaining(`The release of the week of ${late} is late`)],
    );
  });

  test('one that does not reconcile is said once, with the reason, until it is published', () => {
    const refusedReleases = [{ week: MONDAY, why: 'England is not the sum of its ICBs' }];
    expect(said({ releases: before, refusedReleases })).toEqual([
      'The release of the week of 4 December 2023 was not published: England is not the sum of its ICBs.',
    ]);
    expect(said({ refusedReleases })).toEqual([]);
  });
});

describe('messages', () => {
  test.each<{ change: Partial<OperatorsSight>; what: string; since: string | null }>([
    {
      change: { deadLetters: [{ queue: 'state', count: 2 }] },
      what: '2 messages given up in state.',
      since: null,
    },
    {
      change: {
        uncertain: [delivery('b', '2023-12-04T18:00:00Z'), delivery('a', '2023-12-02T18:00:00Z')],
      },
      what: '2 messages perhaps sent, perhaps not.',
      since: '2023-12-02',
    },
    {
      change: { dead: [delivery('a', '2023-12-04T18:00:00Z')] },
      what: '1 message not sent after six tries.',
      since: '2023-12-04',
    },
    {
      change: { capReached: true },
      what: 'A run had more messages than one run may send; the rest was not sent.',
      since: '2023-12-05',
    },
    {
      change: { suppressed: [{ at: instant('2023-12-05T09:00:00Z') }] },
      what: '1 address came back or complained, and is sent nothing any more.',
      since: '2023-12-05',
    },
  ])('$what', ({ change, what, since }) => {
    const alerts = operatorAlerts(sight(change));
    expect(alerts).toMatchObject([{ what, since }]);
    expect(alerts[0]!.remedy.length).toBeGreaterThan(20);
  });

  test('an empty queue and an address suppressed long ago are no news', () => {
    const suppressed = [{ at: instant('2023-12-03T23:59:59Z') }];
    expect(said({ deadLetters: [{ queue: 'state', count: 0 }], suppressed })).toEqual([]);
  });
});

test('the notice fits an SNS subject, and says each thing with its day and what to do', () => {
  const change = {
    lastUploadAt: null,
    deadLetters: [{ queue: 'release', count: 1 }],
    dead: [delivery('a', '2023-12-04T18:00:00Z')],
  };
  const { subject, text } = operatorsNotice(TUESDAY, operatorAlerts(sight(change)));
  expect(subject).toBe('Record Access Rollout: 3 things to see to');
  expect(text.match(/^- /gm)).toHaveLength(3);
  expect(text).toContain('  Since 4 December 2023.\n');
});
