import { describe, expect, test } from 'vitest';
import type { Message } from '../../../shared/alert/message.ts';
import { samePace } from '../../../shared/alert/subscriptions/with-paces.ts';
import { addDays, type Day, day, instant } from '../../../shared/calendar/day.ts';
import { succession } from '../builders.ts';
import { subscriptionOf } from './deliveries.ts';
import { A, B, coverOfQhm, Inbox, statuses } from './inbox.ts';
import { act, episode } from './messages/asks.ts';

const MONDAY = day('2023-12-04');
const TUESDAY = addDays(MONDAY, 1);
const weeksOn = (weeks: number): Day => addDays(MONDAY, weeks * 7);
const kinds = (messages: readonly Message[]) => messages.map(({ kind }) => kind);
const at = (on: Day, time: string) => instant(`${on}T${time}:00Z`);

/** A subscriber who was told what it covers, on the Sunday before. */
function subscriber(over: Parameters<typeof subscriptionOf>[0] = {}): Inbox {
  const inbox = new Inbox(subscriptionOf(over));
  inbox.run(addDays(MONDAY, -1));
  return inbox;
}

describe('what a subscription covers', () => {
  test('is told once, and again when the place was reorganised', () => {
    const inbox = new Inbox(subscriptionOf());
    expect(inbox.run(MONDAY).map(({ tells }) => tells)).toEqual([['cover:icb:QHM']]);
    expect(inbox.run(TUESDAY)).toEqual([]);
    const to = [{ code: 'S0E4D', words: 'S0E4D', practices: 2 }];
    const step = { key: 'icb:S0E4D', from: 'QHM', endedAfter: MONDAY, to, how: 'whole' } as const;
    const cover = coverOfQhm({ key: 'icb:S0E4D', words: 'S0E4D', ended: [step] });
    const [notice, ...none] = inbox.run(weeksOn(1), { cover });
    expect(none).toEqual([]);
    expect(notice!.text).toContain('Places were reorganised');
    expect(notice!.text).toContain('- S0E4D: 2 practices');
    expect(inbox.run(weeksOn(2), { cover })).toEqual([]);

    const next = { ...step, key: 'icb:S9B9J', from: 'S0E4D' };
    const chained = coverOfQhm({ key: 'icb:S9B9J', ended: [step, next] });
    const [second] = inbox.run(weeksOn(3), { cover: chained });
    expect(second!.text).toContain('S0E4D ended');
    expect(second!.text).not.toContain('QHM ended');
  });

  test('does not begin again where it changed for another reason', () => {
    const inbox = subscriber();
    const [merged] = inbox.run(MONDAY, {
      cover: coverOfQhm({ key: 'practices:A81001,A81002', merged: [{ practice: A, into: B }] }),
    });
    expect(merged!.text.replace(/\s+/g, ' ')).toContain('MADE-UP SURGERY (A81001) merged into');
    const [back] = inbox.run(TUESDAY, { cover: coverOfQhm({ key: 'icb:QHN' }) });
    expect(back!.text).toContain('What your subscription covers has changed.');
    expect(`${merged!.text}${back!.text}`).not.toContain('This subscription begins');
  });

  test('counts the open practices alone', () => {
    const found = statuses({ [A]: 'live', [B]: 'out-of-scope' });
    const [notice] = new Inbox(subscriptionOf()).run(MONDAY, { found });
    expect(notice!.json['practices']).toBe(1);
  });
});

describe('a notice at once', () => {
  const paces = samePace('immediate');
  const opened = episode({ openedOn: MONDAY });

  test('is sent once for each step of the ladder', () => {
    const inbox = subscriber({ paces });
    const told = Array.from({ length: 100 }, (_, n) => addDays(MONDAY, n)).flatMap((on) =>
      inbox.run(on, { episodes: [opened] }).map(({ kind, tells }) => [on, kind, ...tells]),
    );
    expect(told).toEqual([
      [MONDAY, 'notice', 'A81001-stalled-1@step-1'],
      [weeksOn(4), 'notice', 'A81001-stalled-1@step-2'],
      [weeksOn(12), 'notice', 'A81001-stalled-1@step-3'],
    ]);
  });

  test('waits while the alert is snoozed, and tells the step that was reached when it wakes', () => {
    const inbox = subscriber({ paces });
    inbox.run(MONDAY, { episodes: [opened] });
    const until = weeksOn(6);
    const asleep = act({ act: 'snoozed', at: at(weeksOn(1), '10:00'), until, reason: 'A visit.' });
    const episodes = [episode({ openedOn: MONDAY, acts: [asleep] })];
    expect(inbox.run(weeksOn(4), { episodes })).toEqual([]);
    expect(inbox.run(addDays(until, -1), { episodes })).toEqual([]);
    expect(inbox.run(until, { episodes }).flatMap(({ tells }) => tells)).toEqual([
      'A81001-stalled-1@step-2',
    ]);
    expect(inbox.run(weeksOn(7), { episodes })).toEqual([]);
  });

  test.each([
    ['a rule that is told weekly', { paces: samePace('weekly') }, opened],
    ['a rule that is not told', { paces: samePace('none') }, opened],
    ['a practice outside the cover', { paces }, episode({ code: 'A81003', openedOn: MONDAY })],
    ['a step reached before the subscription began', { paces, since: TUESDAY }, opened],
    [
      'a closed alert',
      { paces },
      episode({ openedOn: MONDAY, closed: { on: MONDAY, words: 'It is live.' } }),
    ],
  ])('is not sent of %s', (_, over, of) => {
    expect(subscriber(over).run(MONDAY, { episodes: [of] })).toEqual([]);
  });

  test('is sent of what is reached on the day on which the subscription began', () => {
    expect(kinds(subscriber({ paces, since: MONDAY }).run(MONDAY, { episodes: [opened] }))).toEqual(
      ['notice'],
    );
  });
});

describe('a digest', () => {
  const weekly = (inbox: Inbox, week: Day, episodes: Parameters<Inbox['run']>[1] = {}) =>
    inbox.run(week, { week, knownAt: at(week, '10:00'), ...episodes });
  const closedIn = (messages: readonly Message[]) =>
    messages.flatMap(({ json }) => (json['closed'] as { id: string }[]).map(({ id }) => id));
  const newIn = (messages: readonly Message[]) =>
    messages.flatMap(({ json }) =>
      (json['episodes'] as { id: string; section: string }[])
        .filter(({ section }) => section === 'new')
        .map(({ id }) => id),
    );

  test('is sent once a week, and on no evening without one', () => {
    const inbox = subscriber();
    expect(kinds(weekly(inbox, MONDAY))).toEqual(['digest']);
    expect(weekly(inbox, MONDAY)).toEqual([]);
    expect(inbox.run(TUESDAY)).toEqual([]);
    expect(kinds(weekly(inbox, weeksOn(1)))).toEqual(['digest']);
  });

  test('is of one id for a week, whatever its run knew', () => {
    const ids = ['10:00', '18:00'].map(
      (time) => subscriber().run(MONDAY, { week: MONDAY, knownAt: at(MONDAY, time) })[0]!.id,
    );
    expect(ids[0]).toBe(ids[1]);
  });

  test('that is late is not sent after the one of a later week', () => {
    const inbox = subscriber();
    weekly(inbox, weeksOn(1));
    expect(inbox.run(weeksOn(1), { week: MONDAY })).toEqual([]);
  });

  test('leaves out rules that are not told, and practices outside the cover', () => {
    const paces = { ...samePace('weekly'), stalled: 'none' as const };
    const episodes = [episode(), episode({ code: 'A81003', rule: 'contradiction' })];
    const [digest] = weekly(subscriber({ paces }), MONDAY, { episodes });
    expect(digest!.json['counts']).toMatchObject({ all: 0 });
  });

  test('tells what the evening of its own Monday opened and closed in the next one, once', () => {
    const inbox = subscriber();
    const before = [episode({ openedOn: '2023-11-20' })];
    expect(closedIn(weekly(inbox, MONDAY, { episodes: before }))).toEqual([]);
    const evening = [
      episode({ openedOn: '2023-11-20', closed: { on: MONDAY, words: 'It is live.' } }),
      episode({ code: B, openedOn: MONDAY }),
    ];
    const [next, nextButOne] = [1, 2].map((n) => weekly(inbox, weeksOn(n), { episodes: evening }));
    expect([closedIn(next!), newIn(next!)]).toEqual([['A81001-stalled-1'], ['A81002-stalled-1']]);
    expect([closedIn(nextButOne!), newIn(nextButOne!)]).toEqual([[], []]);
  });

  test('that came late does not say again what had escalated by its day', () => {
    const inbox = subscriber();
    const episodes = [episode({ openedOn: addDays(TUESDAY, -28) })];
    const late = inbox.run(TUESDAY, { week: MONDAY, episodes });
    expect(late[0]!.json['counts']).toMatchObject({ escalated: 1 });
    expect(weekly(inbox, weeksOn(1), { episodes })[0]!.json['counts']).toMatchObject({
      escalated: 0,
      open: 1,
    });
  });

  test('with nothing in it keeps what it would have said for the next one', () => {
    const inbox = subscriber({ saysNothingNew: false });
    weekly(inbox, MONDAY, { episodes: [episode({ code: B })] });
    expect(weekly(inbox, weeksOn(1))).toEqual([]);
    const [next] = weekly(inbox, weeksOn(2), { episodes: [episode({ openedOn: weeksOn(1) })] });
    expect(next!.json['since']).toBe(MONDAY);
    expect(next!.json['counts']).toMatchObject({ new: 1 });
  });
});

describe('a practice', () => {
  const practice = () =>
    subscriber({
      audience: 'practice',
      scope: { type: 'practices', codes: [A] },
      paces: samePace('immediate'),
    });
  const own = coverOfQhm({ practices: new Set([A]) });
  const found = (status: Parameters<typeof statuses>[0][string]) => statuses({ [A]: status });

  test('is reminded once at each step, and sent no digest', () => {
    const inbox = practice();
    const episodes = [episode({ openedOn: MONDAY })];
    const told = Array.from({ length: 15 }, (_, n) => weeksOn(n)).flatMap((on) =>
      inbox
        .run(on, { cover: own, week: on, episodes })
        .map(({ kind, tells }) => [on, kind, ...tells]),
    );
    expect(told).toEqual([
      [MONDAY, 'reminder', 'A81001-stalled-1@step-1'],
      [weeksOn(4), 'reminder', 'A81001-stalled-1@step-2'],
      [weeksOn(12), 'reminder', 'A81001-stalled-1@step-3'],
    ]);
  });

  test('is told each change of its status once, one that comes back too', () => {
    const inbox = practice();
    const story = ['incomplete', 'live', 'live', 'reverted', 'live', 'live'] as const;
    const told = story.flatMap((status, n) =>
      inbox
        .run(addDays(MONDAY, n), { cover: own, found: found(status) })
        .map(({ id, tells }) => ({ id, tells })),
    );
    expect(told.map(({ tells }) => tells)).toEqual([
      ['state:A81001=live@2023-12-05'],
      ['state:A81001=reverted@2023-12-07'],
      ['state:A81001=live@2023-12-08'],
    ]);
    expect(new Set(told.map(({ id }) => id)).size).toBe(3);
  });

  test('is told one change a day; what has gone again by the next day is not told', () => {
    const inbox = practice();
    const run = (on: Day, status: 'incomplete' | 'live' | 'reverted') =>
      inbox.run(on, { cover: own, found: found(status) }).flatMap(({ tells }) => tells);
    expect(run(MONDAY, 'live')).toEqual(['state:A81001=live@2023-12-04']);
    expect(run(MONDAY, 'reverted')).toEqual([]);
    expect(run(TUESDAY, 'live')).toEqual([]);
    expect(run(addDays(MONDAY, 2), 'reverted')).toEqual(['state:A81001=reverted@2023-12-06']);
  });

  test('that merged hears of its successor, and of the changes of that one from then on', () => {
    const inbox = practice();
    const { other } = succession().values;
    const cover = coverOfQhm({
      key: 'practices:A81001,A81002',
      merged: [{ practice: A, into: other }],
    });
    const merged = (status: 'incomplete' | 'live') =>
      statuses({ [A]: 'out-of-scope', [B]: status });
    expect(
      inbox.run(MONDAY, { cover, found: merged('incomplete') }).map(({ tells }) => tells),
    ).toEqual([['cover:practices:A81001,A81002'], ['state:A81001=out-of-scope@2023-12-04']]);
    expect(
      inbox.run(TUESDAY, { cover, found: merged('live') }).flatMap(({ tells }) => tells),
    ).toEqual(['state:A81002=live@2023-12-05']);
  });
});

test('a subscription that has ended is told nothing', () => {
  const inbox = new Inbox(subscriptionOf({ endedOn: MONDAY, paces: samePace('immediate') }));
  expect(inbox.run(TUESDAY, { week: MONDAY, episodes: [episode()] })).toEqual([]);
});
