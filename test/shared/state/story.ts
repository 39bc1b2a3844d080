import { expect, test } from 'vitest';
import { addDays } from '../../../shared/calendar/day.ts';
import type { Fact } from '../../../shared/evidence/fact.ts';
import { policyInForce } from '../../../shared/policy/timeline.ts';
import { decide } from '../../../shared/state/decide.ts';
import { decideInFull } from '../../../shared/state/decide-in-full.ts';
import {
  CLAUSES,
  type Clause,
  type Decision,
  type Flag,
  type Label,
  type Signal,
  type Status,
  type Towards,
} from '../../../shared/state/decision.ts';
import { clocks } from '../builders.ts';

/** What a story says of the decision; what it leaves out, it does not care about. */
type Expected = {
  status?: Status;
  isNot?: Status;
  clause?: Clause;
  towards?: Towards | null;
  since?: string | null;
  /** All the signals there are. */
  signals?: Signal[];
  has?: (Signal | Flag | Label)[];
  lacks?: (Signal | Flag | Label)[];
};

/** One story: these facts, asked about on this day, under the rules of that day unless told otherwise. */
export type Story = {
  story: string;
  facts: readonly Fact[];
  on: string;
  rulesAt?: string;
  knownAt?: string;
  is: Expected;
};

/** The decision that a story's facts and clocks lead to. */
export function decisionOf(story: Story, facts = story.facts): Decision {
  const { rulesAt, knownAt } = story;
  const at = clocks(story.on, {
    ...(rulesAt === undefined ? {} : { rulesAt }),
    ...(knownAt === undefined ? {} : { knownAt }),
  });
  return decide(facts, at, policyInForce(at));
}

/**
 * Tells each story as a test, and checks what holds of every decision: its proof is sound, it changes
 * by itself when it says so, and order and repetition of the facts change nothing of it.
 */
export function tell(stories: readonly Story[]): void {
  // Not test.each, which would cut its titles short.
  test.for(stories.map((story) => [story.story, story] as const))('%s', ([, story]) => {
    const decision = decisionOf(story);
    expect(shown(decision, story.is)).toEqual(wanted(story.is));
    expectSoundProof(decision);
    expectNextChangeToBeTheFirst(story.facts, decision);
    const shuffled = [...story.facts].reverse().concat(story.facts);
    expect(decisionOf(story, shuffled)).toEqual(decision);
  });
}

function wanted({ isNot, has: _has, lacks: _lacks, signals, ...plain }: Expected) {
  return {
    ...plain,
    ...(isNot === undefined ? {} : { isNot: true }),
    ...(signals === undefined ? {} : { signals: [...signals].sort() }),
    missing: [],
    unwanted: [],
  };
}

/** The decision in the same terms as the story's expectation, so that a failure reads as a difference. */
function shown(decision: Decision, is: Expected) {
  const said = new Set<string>([...decision.signals, ...decision.flags, ...decision.labels]);
  const plain = (['status', 'clause', 'towards', 'since'] as const).filter((key) => key in is);
  return {
    ...Object.fromEntries(plain.map((key) => [key, decision[key]])),
    ...(is.isNot === undefined ? {} : { isNot: decision.status !== is.isNot }),
    ...(is.signals === undefined ? {} : { signals: [...decision.signals].sort() }),
    missing: (is.has ?? []).filter((word) => !said.has(word)),
    unwanted: (is.lacks ?? []).filter((word) => said.has(word)),
  };
}

/** Every decision, whatever the story: its proof names the clause, those tried before it, and its facts. */
function expectSoundProof({ clause, proof, towards, status }: Decision): void {
  expect(proof.clause).toBe(clause);
  expect(proof.tried.map((tried) => tried.clause)).toEqual(
    CLAUSES.slice(0, CLAUSES.indexOf(clause)),
  );
  for (const tried of proof.tried) expect(tried.lacked.length).toBeGreaterThan(0);
  const used = new Set(proof.used.map((fact) => fact.id));
  expect(proof.decidedBy.filter((id) => !used.has(id))).toEqual([]);
  expect(towards === null).toBe(status !== 'incomplete');
}

/** Six weeks ahead, day by day: nothing changes before the day that the decision names, and then it does. */
function expectNextChangeToBeTheFirst(facts: readonly Fact[], { clocks: at }: Decision): void {
  const read = ({ status, signals, labels }: Decision) => ({
    status,
    said: [...signals, ...labels].sort(),
  });
  const now = decideInFull(facts, at);
  for (let ahead = 1; ahead <= 42; ahead++) {
    const then = { ...at, validAt: addDays(at.validAt, ahead) };
    const later = read(decide(facts, then, policyInForce(then)));
    if (then.validAt === now.nextChange?.on) {
      expect(later).not.toEqual(read(now));
      expect(later.status).toBe(now.nextChange.status);
      return;
    }
    expect({ on: then.validAt, ...later }).toEqual({ on: then.validAt, ...read(now) });
  }
}
