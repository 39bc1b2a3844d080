import { describe, expect, test } from 'vitest';
import { onNews } from '../../../functions/state/on-news.ts';
import { updateStates } from '../../../functions/state/update-states.ts';
import { day, instant } from '../../../shared/calendar/day.ts';
import type { Fact } from '../../../shared/evidence/fact.ts';
import type { PracticeCode } from '../../../shared/practice/code.ts';
import type { SavedState } from '../../../shared/store/ports.ts';
import { letter, listing, membership, PRACTICE, retractionOf } from '../../shared/builders.ts';
import { eventOf } from '../sqs-event.ts';

/** An index that holds these facts, and states that keep whatever is saved. */
function world(facts: readonly Fact[], now = '2022-12-04T23:30:00Z') {
  const saved: SavedState[] = [];
  const of = async (practice: PracticeCode) => facts.filter((f) => f.practice === practice);
  const deps = {
    index: { of, add: async () => 0 },
    states: {
      save: async (state: SavedState) => {
        saved.push(state);
        return 'saved' as const;
      },
      of: async () => undefined,
      ofIcb: async () => [],
    },
    now: () => instant(now),
  };
  return { saved, deps };
}

describe('updating states', () => {
  const facts = [listing(), membership(), letter(), listing({ code: 'A81002', icb: 'QOP' })];

  test('decides each practice under the clocks of now and saves it with its ICB and fact count', async () => {
    const { saved, deps } = world(facts);
    const practices = ['A81001', 'A81002', 'A81001'] as PracticeCode[];
    expect(await updateStates(deps)({ practices })).toEqual({
      saved: 2,
      unchanged: 0,
      stale: 0,
      unknown: 0,
      outside: 0,
    });
    const [first, second] = saved;
    expect(first).toMatchObject({ icb: 'QHM', factCount: 3 });
    expect(first!.decision).toMatchObject({
      practice: 'A81001',
      status: 'paused-by-letter',
      clocks: { validAt: '2022-12-04', knownAt: '2022-12-04T23:30:00.000Z', rulesAt: '2022-12-04' },
    });
    expect(second).toMatchObject({ icb: 'QOP', factCount: 1 });
  });

  test('the day is London’s: on a summer evening it is the next one there before it is in UTC', async () => {
    const { saved, deps } = world(facts, '2023-07-01T23:30:00Z');
    await updateStates(deps)({ practices: [PRACTICE] });
    expect(saved[0]!.decision.clocks).toMatchObject({
      validAt: '2023-07-02',
      rulesAt: '2023-07-02',
    });
  });

  test('a message’s own day is the one decided about', async () => {
    const { saved, deps } = world(facts);
    await updateStates(deps)({ practices: [PRACTICE], validAt: day('2022-11-15') });
    expect(saved[0]!.decision.clocks).toMatchObject({
      validAt: '2022-11-15',
      rulesAt: '2022-11-15',
    });
  });

  test('counts retracted facts too, so that the count only grows', async () => {
    const { saved, deps } = world([...facts, retractionOf(letter(), { asAt: '2022-11-01' })]);
    await updateStates(deps)({ practices: [PRACTICE] });
    expect(saved[0]!.factCount).toBe(4);
  });

  test('a practice of which nothing is known is passed over', async () => {
    const { saved, deps } = world(facts);
    const practices = ['A81009' as PracticeCode];
    expect(await updateStates(deps)({ practices })).toMatchObject({ unknown: 1, saved: 0 });
    expect(saved).toEqual([]);
  });

  test.each([
    { title: 'no GP practice, of which only the register speaks', more: [], outside: 1 },
    { title: 'no GP practice, of which somebody else has spoken', more: [letter()], outside: 0 },
  ])('$title: $outside passed over', async ({ more, outside }) => {
    const { saved, deps } = world([listing({ gpPractice: false }), ...more]);
    expect(await updateStates(deps)({ practices: [PRACTICE] })).toMatchObject({ outside });
    expect(saved).toHaveLength(1 - outside);
  });

  test('one that closes is brought up to date where a state of it is kept', async () => {
    const { saved, deps } = world([listing({ closedOn: '2022-11-30' })]);
    const kept = { decision: {}, icb: 'QHM', factCount: 1 } as SavedState;
    const states = { ...deps.states, of: async () => kept };
    expect(await updateStates({ ...deps, states })({ practices: [PRACTICE] })).toMatchObject({
      saved: 1,
      outside: 0,
    });
    expect(saved[0]!.decision.status).toBe('out-of-scope');
  });
});

describe('news of practices', () => {
  test('is acted on message by message; one that fails is named', async () => {
    const { saved, deps } = world([listing()]);
    const good = { practices: ['A81001'], validAt: '2023-01-01' };
    const answer = await onNews(deps)(
      eventOf({ practices: ['not a code'] }, good, { practices: ['A81001'], validAt: 'today' }),
    );
    const failed = answer.batchItemFailures.map((failure) => failure.itemIdentifier);
    expect(failed).toEqual(['message-0', 'message-2']);
    expect(saved).toHaveLength(1);
  });

  test('that one practice cannot be decided fails its message, so that it comes again', async () => {
    const { deps } = world([listing()]);
    const states = { ...deps.states, save: () => Promise.reject(new Error('no network')) };
    const answer = await onNews({ ...deps, states })(eventOf({ practices: ['A81001'] }));
    expect(answer.batchItemFailures).toHaveLength(1);
  });
});
