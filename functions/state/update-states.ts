import type { Clocks } from '../../shared/calendar/clocks.ts';
import { type Day, type Instant, londonDay } from '../../shared/calendar/day.ts';
import type { Fact } from '../../shared/evidence/fact.ts';
import type { PracticeCode } from '../../shared/practice/code.ts';
import { decideInFull } from '../../shared/state/decide-in-full.ts';
import type { DecisionInFull } from '../../shared/state/decision.ts';
import { placeOf } from '../../shared/state/practice-on-day.ts';
import { atOnce } from '../../shared/store/at-once.ts';
import type { FactsIndex, StateMessage, States } from '../../shared/store/ports.ts';

const PRACTICES_AT_ONCE = 8;

export type UpdateStatesDeps = {
  readonly index: FactsIndex;
  readonly states: States;
  /** The only clock: when the work is done. */
  readonly now: () => Instant;
};

/**
 * What became of the practices of one message. `unknown`: nothing is known of them. `outside`: only the
 * register speaks of them, as no open English GP practice, and none ever was kept; most codes that the
 * register lists are such, and nobody asks for their state.
 */
type Updated = Readonly<Record<'saved' | 'unchanged' | 'stale' | 'unknown' | 'outside', number>>;

/**
 * Works out the current state of each practice and saves it. validAt is the message's day, else the
 * London day of now; knownAt is now; rulesAt is validAt. Repeating it writes nothing, and a message
 * that comes late is told by the store that its answer is stale, which is no failure.
 */
export function updateStates(deps: UpdateStatesDeps): (message: StateMessage) => Promise<Updated> {
  return async ({ practices, validAt }) => {
    const knownAt = deps.now();
    const clocks = clocksAt(validAt ?? londonDay(knownAt), knownAt);
    const codes = [...new Set(practices)];
    const outcomes = await atOnce(PRACTICES_AT_ONCE, codes, (code) =>
      updateOne(deps, code, clocks),
    );
    const counts = { saved: 0, unchanged: 0, stale: 0, unknown: 0, outside: 0 };
    for (const outcome of outcomes) counts[outcome] += 1;
    return counts;
  };
}

function clocksAt(validAt: Day, knownAt: Instant): Clocks {
  return { validAt, knownAt, rulesAt: validAt };
}

async function updateOne(
  { index, states }: UpdateStatesDeps,
  practice: PracticeCode,
  clocks: Clocks,
): Promise<keyof Updated> {
  const facts = await index.of(practice);
  if (facts.length === 0) return 'unknown';
  const decision = decideInFull(facts, clocks);
  if (isOutside(decision, facts) && (await states.of(practice)) === undefined) return 'outside';
  const { icb } = placeOf(facts, clocks);
  return states.save({ decision, icb, factCount: facts.length });
}

function isOutside({ status }: DecisionInFull, facts: readonly Fact[]): boolean {
  return status === 'out-of-scope' && facts.every((fact) => fact.kind === 'listing');
}
