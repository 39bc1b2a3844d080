import type { Clocks } from '../calendar/clocks.ts';
import type { Fact } from '../evidence/fact.ts';
import { digestOf, knownFacts } from '../evidence/known.ts';
import type { PolicyEntry, PolicyInForce } from '../policy/entry.ts';
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
import { pictureOf } from './picture.ts';
import { planOf } from './plan.ts';
import { type Raised, signalsFor } from './signals.ts';
import { switchOnsOf } from './switch-on.ts';
import { usedFacts } from './used-facts.ts';

/**
 * Works out one practice's state under three clocks, with its proof. Pure: facts in any order and any
 * repetition give the same answer, and no clock is read.
 * `facts` are all facts of the one practice; throws a RangeError when there are none.
 */
export function decide(facts: readonly Fact[], at: Clocks, policy: PolicyInForce): Decision {
  const known = knownFacts(facts, at.knownAt);
  return decisionOn(viewOf(codeOf(facts), known, at, policy), () => known, at);
}

/** A decision without its proof: what the figures alone would need. The yardstick for what proof costs. */
export function decideWithoutProof(facts: readonly Fact[], at: Clocks, policy: PolicyInForce) {
  const known = knownFacts(facts, at.knownAt);
  const view = viewOf(codeOf(facts), known, at, policy);
  const { rule, outcome } = decidingIn(view);
  return { status: rule.status, ...besides(view, rule, outcome).words };
}

/** Puts together what the clauses look at. */
export function viewOf(
  code: PracticeCode,
  known: readonly Fact[],
  at: Pick<Clocks, 'validAt'>,
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

/**
 * Tries the clauses in order; the first one met decides. `known` gives what the view was made from, when
 * the proof is read.
 */
export function decisionOn(view: View, known: () => readonly Fact[], at: Clocks): Decision {
  const { rule, outcome } = decidingIn(view);
  const { policy, picture } = view;
  const { practice } = picture;
  return {
    practice,
    status: rule.status,
    clause: rule.clause,
    ...besides(view, rule, outcome).words,
    since: outcome.since,
    proof: proofWhenRead(rule.clause, () => proofOf(practice, known(), at, policy)),
    clocks: at,
  };
}

/** A status, with the facts and policy entries that met its clause. */
export type StatusBy = {
  readonly status: Status;
  readonly by: readonly Fact[];
  readonly entries: readonly PolicyEntry[];
};

/** The status alone, and what it rests on: for those who compare many views and show none. */
export function statusOn(view: View): StatusBy {
  const { rule, outcome } = decidingIn(view);
  return { status: rule.status, by: outcome.by, entries: outcome.entries ?? [] };
}

function decidingIn(view: View, tried: Tried[] = []): { rule: ClauseRule; outcome: Met } {
  for (const rule of CLAUSE_RULES) {
    const outcome = rule.test(view);
    if (outcome.met) return { rule, outcome };
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

/**
 * A proof is put together when a reader first asks for a part of it, from the facts anew: most
 * decisions only feed the figures, and thousands of views kept for nobody cost more than the clauses.
 */
function proofWhenRead(clause: Clause, work: () => Omit<Proof, 'clause'>): Proof {
  let whole: Omit<Proof, 'clause'> | undefined;
  const read = () => {
    whole ??= work();
    return whole;
  };
  return {
    clause,
    get used() {
      return read().used;
    },
    get decidedBy() {
      return read().decidedBy;
    },
    get tried() {
      return read().tried;
    },
    get policy() {
      return read().policy;
    },
    get considered() {
      return read().considered;
    },
  };
}

function proofOf(
  code: PracticeCode,
  known: readonly Fact[],
  at: Clocks,
  policy: PolicyInForce,
): Omit<Proof, 'clause'> {
  const view = viewOf(code, known, at, policy);
  const tried: Tried[] = [];
  const { rule, outcome } = decidingIn(view, tried);
  const { raised } = besides(view, rule, outcome);
  return {
    used: usedFacts(view.picture),
    decidedBy: [...new Set(outcome.by.map((fact) => fact.id))].sort(),
    tried,
    policy: policyIds(view, outcome, raised),
    considered: digestOf(known),
  };
}

function policyIds(view: View, outcome: Met, raised: readonly Raised[]): readonly string[] {
  const { contractDuty, letterEffect, switchOn } = view.policy;
  const looked = [contractDuty, letterEffect, switchOn].filter((entry) => entry !== null);
  const rested = [...(outcome.entries ?? []), ...raised.flatMap((r) => r.entries ?? [])];
  return [...new Set([...looked, ...rested].map((entry) => entry.id))].sort();
}

/** The practice that facts are about. Throws a RangeError when there are none. */
export function codeOf(facts: readonly Fact[]): PracticeCode {
  const code = facts[0]?.practice;
  if (code === undefined) throw new RangeError('a decision needs at least one fact');
  return code;
}
