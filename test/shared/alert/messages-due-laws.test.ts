import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Episode } from '../../../shared/alert/episode.ts';
import { reconciled } from '../../../shared/alert/episodes/reconcile.ts';
import { standingOf } from '../../../shared/alert/episodes/standing.ts';
import type { Message } from '../../../shared/alert/message.ts';
import { tellsOfStep } from '../../../shared/alert/messages/tells.ts';
import { samePace } from '../../../shared/alert/subscriptions/with-paces.ts';
import { addDays, type Day, day, instant } from '../../../shared/calendar/day.ts';
import { mondayOf } from '../../../shared/calendar/week.ts';
import { policyInForce } from '../../../shared/policy/timeline.ts';
import { subscriptionOf } from './deliveries.ts';
import { foundMap, foundWith } from './episodes/runs.ts';
import { A, B, Inbox } from './inbox.ts';
import { act } from './messages/asks.ts';

const FIRST = day('2023-10-02');
const { ladder } = policyInForce({ validAt: FIRST, rulesAt: FIRST });

const runs = fc.array(
  fc.record({
    /** Days since the run before; 0: another one on the same day. */
    gap: fc.oneof(fc.constant(0), fc.nat(9), fc.constantFrom(7, 28)),
    withDigest: fc.boolean(),
    stalled: fc.record({ [A]: fc.boolean(), [B]: fc.boolean() }),
    snoozed: fc.option(fc.constantFrom(A, B), { freq: 4 }),
  }),
  { minLength: 1, maxLength: 20, size: 'max' },
);
type Runs = typeof runs extends fc.Arbitrary<infer T> ? T : never;

type Ran = {
  readonly on: Day;
  readonly messages: readonly Message[];
  /** The same run once more. */
  readonly again: readonly Message[];
  /** All episodes after it, by id. */
  readonly episodes: ReadonlyMap<string, Episode>;
};

/** Plays runs, a minute apart where they are of one day; whoever snoozes does so right before a run, for a fortnight. */
function play(all: Runs): readonly Ran[] {
  const inbox = new Inbox(subscriptionOf({ paces: samePace('immediate'), since: FIRST }));
  const kept = new Map<string, Episode>();
  let on = FIRST;
  return all.map(({ gap, withDigest, stalled, snoozed }, n) => {
    on = addDays(on, gap);
    const knownAt = instant(`${on}T10:${String(n).padStart(2, '0')}:00Z`);
    for (const [id, episode] of kept) {
      if (episode.closed !== null || episode.alert.practice !== snoozed) continue;
      const snooze = act({
        act: 'snoozed',
        at: knownAt,
        until: addDays(on, 14),
        reason: 'A visit.',
      });
      kept.set(id, { ...episode, acts: [...episode.acts, snooze], version: episode.version + 1 });
    }
    const found = foundMap([A, B].map((code) => foundWith(code, stalled[code] ? ['stalled'] : [])));
    for (const episode of reconciled({ on, knownAt, found, episodes: [...kept.values()] })) {
      kept.set(episode.id, episode);
    }
    const seen = {
      knownAt,
      found,
      week: withDigest ? mondayOf(on) : null,
      episodes: [...kept.values()],
    };
    const messages = inbox.run(on, seen);
    return { on, messages, again: inbox.run(on, seen), episodes: new Map(kept) };
  });
}

/** What the digest of a run lists, by where it lists it. */
function listed({ messages }: Ran, where: 'new' | 'closed'): readonly string[] {
  const digest = messages.find(({ kind }) => kind === 'digest');
  if (digest === undefined) return [];
  const { episodes, closed } = digest.json as Record<string, { id: string; section: string }[]>;
  const those = where === 'closed' ? closed! : episodes!.filter(({ section }) => section === 'new');
  return those.map(({ id }) => id);
}

test('a run that comes again sends nothing', () => {
  fc.assert(
    fc.property(runs, (all) => {
      expect(play(all).flatMap(({ again }) => again)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('every closing after the first digest is told in the next digest and in no other', () => {
  fc.assert(
    fc.property(runs, (all) => {
      const ran = play(all);
      const digests = ran.flatMap(({ messages }, n) => (messages.some(isDigest) ? [n] : []));
      for (const id of ran.at(-1)!.episodes.keys()) {
        const closedAt = ran.findIndex(
          ({ episodes }) => (episodes.get(id)?.closed ?? null) !== null,
        );
        const next =
          closedAt > (digests[0] ?? Infinity) ? digests.find((n) => n >= closedAt) : undefined;
        const told = ran.flatMap((one, n) => (listed(one, 'closed').includes(id) ? [n] : []));
        expect(told).toEqual(next === undefined ? [] : [next]);
      }
    }),
    { numRuns: 200 },
  );
});

test('every opening after the first digest is new in the next digest and in no other, if it is open and awake then', () => {
  fc.assert(
    fc.property(runs, (all) => {
      const ran = play(all);
      const digests = ran.flatMap(({ messages }, n) => (messages.some(isDigest) ? [n] : []));
      for (const id of ran.at(-1)!.episodes.keys()) {
        const openedAt = ran.findIndex(({ episodes }) => episodes.has(id));
        const next =
          openedAt > (digests[0] ?? Infinity) ? digests.find((n) => n >= openedAt) : undefined;
        const isNew = next !== undefined && isAwake(ran[next]!, id);
        const told = ran.flatMap((one, n) => (listed(one, 'new').includes(id) ? [n] : []));
        expect(told).toEqual(isNew ? [next] : []);
      }
    }),
    { numRuns: 200 },
  );
});

test('every step of an alert that is open and awake is told at once, by the run that sees it first, and never again', () => {
  fc.assert(
    fc.property(runs, (all) => {
      const told = new Set<string>();
      for (const run of play(all)) {
        const due = [...run.episodes.values()]
          .filter(({ id }) => isAwake(run, id))
          .map((episode) =>
            tellsOfStep(episode.id, standingOf(episode, { on: run.on, ladder }).step),
          )
          .filter((tell) => !told.has(tell));
        const notices = run.messages.filter(({ kind }) => kind === 'notice');
        expect(notices.flatMap(({ tells }) => tells).sort()).toEqual(due.sort());
        for (const tell of due) told.add(tell);
      }
    }),
    { numRuns: 200 },
  );
});

function isDigest({ kind }: Message): boolean {
  return kind === 'digest';
}

function isAwake({ episodes, on }: Ran, id: string): boolean {
  const episode = episodes.get(id)!;
  return episode.closed === null && standingOf(episode, { on, ladder }).snooze === null;
}
