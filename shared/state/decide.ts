import type { Clocks } from '../calendar/clocks.ts';
import type { Fact } from '../evidence/fact.ts';
import { digestOf, knownFacts } from '../evidence/known.ts';
import type { PolicyInForce } from '../policy/entry.ts';
import type { PracticeCode } from '../practice/code.ts';
import { blockingOf } from './blocking.ts';
import { CLAUSE_RULES, type ClauseRule, type Outcome, type View } from './clauses.ts';
import type {
  Clause,
  Decision,
  Flag,
  Label,
  Proof,
  Signal,
  Status,
  Towards,
  Tried,
} from './decision.ts';
import { flagsFor, labelsFor } from './flags.ts';
import { optInOf } from './opt-in.ts';
import { type Picture, pictureOf } from './picture.ts';
import { planOf } from './plan.ts';
import { type Raised, signalsFor } from './signals.ts';
import { switchOnsOf } from './switch-on.ts';
import { usedFacts } from './used-facts.ts';

/** The facts of one practice, and its code (which is all there is where nobody has spoken of it). */
export type Practice = { readonly code: PracticeCode; readonly facts: readonly Fact[] };

/**
 * Works out one practice's state under three clocks, with its proof. Pure: facts in any order and any
 * repetition give the same answer, and no clock is read.
 * `facts` are all facts of the one practice; throws a RangeError when there are none, or of several.
 */
export function decide(facts: readonly Fact[], at: Clocks, policy: PolicyInForce): Decision {
  return decidePractice({ code: codeOf(facts), facts }, at, policy);
}

/** The same for a practice by its code, of which nothing need be known. */
export function decidePractice(practice: Practice, at: Clocks, policy: PolicyInForce): Decision {
  const known = knownFacts(practice.facts, at.knownAt);
  return decisionOn(viewOf(practice.code, known, at, policy), known, at);
}

/** A decision without its proof: what the figures alone would need. The yardstick for what proof costs. */
export function decideWithoutProof(facts: readonly Fact[], at: Clocks, policy: PolicyInForce) {
  const known = knownFacts(facts, at.knownAt);
  const view = viewOf(codeOf(facts), known, at, policy);
  for (const rule of CLAUSE_RULES) {
    const outcome = rule.test(view);
    if (outcome.met) return { status: rule.status, ...besides(view, rule, outcome).words };
  }
  throw new Error('the last clause is always met');
}

/** Puts together what the clauses look at. */
export function viewOf(
  code: PracticeCode,
  known: readonly Fact[],
  at: Clocks,
  policy: PolicyInForce,
): View {
  const picture = pictureOf(code, known, at.validAt);
  return {
    picture,
    policy,
    optIn: optInOf(picture),
    plan: planOf(picture),
    switchOns: switchOnsOf(picture, policy),
    blocking: blockingOf(picture, policy),
  };
}

/** Tries the clauses in order; the first one met decides. */
export function decisionOn(view: View, known: readonly Fact[], at: Clocks): Decision {
  const tried: Tried[] = [];
  for (const rule of CLAUSE_RULES) {
    const outcome = rule.test(view);
    if (outcome.met) {
      const { raised, words } = besides(view, rule, outcome);
      return {
        practice: view.picture.practice,
        status: rule.status,
        clause: rule.clause,
        ...words,
        since: outcome.since,
        proof: proofOf({ view, clause: rule.clause, outcome, tried, raised, known }),
        clocks: at,
      };
    }
    tried.push({ clause: rule.clause, lacked: outcome.lacked });
  }
  throw new Error('the last clause is always met');
}

type Met = Extract<Outcome, { met: true }>;
type Words = {
  readonly towards: Towards | null;
  readonly flags: readonly Flag[];
  readonly signals: readonly Signal[];
  readonly labels: readonly Label[];
};

function besides(
  view: View,
  rule: ClauseRule,
  outcome: Met,
): { raised: readonly Raised[]; words: Words } {
  const status: Status = rule.status;
  const raised = signalsFor(view, status);
  const words = {
    towards: outcome.towards ?? null,
    flags: flagsFor(view, status, outcome.by),
    signals: raised.map((r) => r.signal),
    labels: labelsFor(view, status, view.policy.contractDuty),
  };
  return { raised, words };
}

type ProofParts = {
  view: View;
  clause: Clause;
  outcome: Met;
  tried: readonly Tried[];
  raised: readonly Raised[];
  known: readonly Fact[];
};

/** The dear parts are worked out when a reader first asks: most decisions only feed the figures. */
function proofOf({ view, clause, outcome, tried, raised, known }: ProofParts): Proof {
  const lazy = {
    used: once(() => usedFacts(view.picture)),
    decidedBy: once(() => [...new Set(outcome.by.map((fact) => fact.id))].sort()),
    policy: once(() => policyIds(view, outcome, raised)),
    considered: once(() => digestOf(known)),
  };
  return {
    clause,
    get used() {
      return lazy.used();
    },
    get decidedBy() {
      return lazy.decidedBy();
    },
    tried,
    get policy() {
      return lazy.policy();
    },
    get considered() {
      return lazy.considered();
    },
  };
}

function policyIds(view: View, outcome: Met, raised: readonly Raised[]): readonly string[] {
  const { contractDuty, letterEffect, switchOn } = view.policy;
  const looked = [contractDuty, letterEffect, switchOn].filter((entry) => entry !== null);
  const rested = [...(outcome.entries ?? []), ...raised.flatMap((r) => r.entries ?? [])];
  return [...new Set([...looked, ...rested].map((entry) => entry.id))].sort();
}

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

function codeOf(facts: readonly Fact[]): PracticeCode {
  const code = facts[0]?.practice;
  if (code === undefined) throw new RangeError('a decision needs at least one fact, or a code');
  return code;
}

/** The picture alone, for what is shown beside a decision (place, list size, counts). */
export function pictureFor(practice: Practice, at: Clocks): Picture {
  return pictureOf(practice.code, knownFacts(practice.facts, at.knownAt), at.validAt);
}
