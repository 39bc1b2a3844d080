import type { Day } from '../calendar/day.ts';
import type { Fact } from '../evidence/fact.ts';
import type { PolicyEntry, PolicyInForce } from '../policy/entry.ts';
import type { Blocking } from './blocking.ts';
import type { Clause, Status, Towards } from './decision.ts';
import { incomplete } from './incomplete.ts';
import type { OptIn } from './opt-in.ts';
import type { Picture } from './picture.ts';
import type { PlanOnDay } from './plan.ts';
import { pausingEntry, type SwitchOns } from './switch-on.ts';

/** What every clause looks at: the picture, the policy, and what was worked out from both once. */
export type View = {
  readonly picture: Picture;
  readonly policy: PolicyInForce;
  readonly optIn: OptIn;
  readonly plan: PlanOnDay;
  readonly switchOns: SwitchOns;
  readonly blocking: Blocking;
};

/** A clause is met by facts and policy entries, or it lacks something. */
export type Outcome =
  | {
      readonly met: true;
      readonly by: readonly Fact[];
      readonly entries?: readonly PolicyEntry[];
      readonly since: Day | null;
      readonly towards?: Towards;
    }
  | { readonly met: false; readonly lacked: readonly string[] };

export type ClauseRule = {
  readonly clause: Clause;
  readonly status: Status;
  readonly test: (view: View) => Outcome;
};

const lacks = (...lacked: readonly string[]): Outcome => ({ met: false, lacked });

/** The clauses in the order in which they are tried; the first one met decides (design, "State"). */
export const CLAUSE_RULES: readonly ClauseRule[] = [
  { clause: 'out-of-scope', status: 'out-of-scope', test: outOfScope },
  { clause: 'conflict', status: 'conflict', test: conflict },
  { clause: 'opt-in-after-go-live', status: 'opt-in', test: optInAfterGoLive },
  { clause: 'live', status: 'live', test: live },
  { clause: 'opt-in', status: 'opt-in', test: optInBeforeGoLive },
  { clause: 'scheduled', status: 'scheduled', test: scheduled },
  { clause: 'paused-by-letter', status: 'paused-by-letter', test: pausedByLetter },
  { clause: 'working-towards', status: 'working-towards', test: workingTowards },
  { clause: 'reverted', status: 'reverted', test: reverted },
  { clause: 'incomplete', status: 'incomplete', test: incomplete },
  { clause: 'no-evidence', status: 'no-evidence', test: noEvidence },
];

function outOfScope({ picture: { register } }: View): Outcome {
  if (register.outOfScope === null) return lacks('a reason in the register to leave it out');
  return { met: true, by: register.used, since: register.outOfScope.since };
}

/** Authoritative statements of one date disagree, or TPP shows the box on after a complete opt-in. */
function conflict({ picture, optIn }: View): Outcome {
  const { configuration, supplier, on } = picture;
  const { held, disagrees } = configuration;
  if (supplier.said !== null && supplier.disagrees !== null) {
    const { asAt } = supplier.said;
    // Where no statement is of the day or before, the earliest after it is heard, and dates nothing.
    const since = asAt <= on ? asAt : null;
    return { met: true, by: [supplier.said, supplier.disagrees], since };
  }
  if (held !== null && disagrees !== null) {
    const since = [held.effectiveOn, disagrees.effectiveOn].sort().at(-1)!;
    return { met: true, by: [held, disagrees], since };
  }
  const isOnAfterOptIn = held?.values.on && held.values.supplier === 'TPP';
  if (isOnAfterOptIn && optIn.completedOn !== null && held.asAt > optIn.completedOn) {
    const since = [optIn.completedOn, held.effectiveOn].sort().at(-1)!;
    return { met: true, by: [held, ...optIn.by], since };
  }
  return lacks('two statements that cannot both be true');
}

/** Seed 002, EMIS gone live or due to: bulk 104 shuts what the switch-on would open. */
function optInAfterGoLive({ picture, optIn, blocking }: View): Outcome {
  const { configuration, booking, counts, countsSinceBulk, supplier, bulk104 } = picture;
  const doneOn = bulk104.doneOn;
  const isLiveOrBooked = configuration.held?.values.on === true || booking !== null;
  const lacked: string[] = [];
  if (supplier.supplier !== 'EMIS') lacked.push('EMIS as its system supplier');
  if (!isLiveOrBooked) lacked.push('a switch-on done or booked');
  lacked.push(...optIn.lacked);
  if (doneOn === undefined) lacked.push('the day of the bulk 104 coding');
  else if (counts === null || counts.asAt < doneOn.value) {
    lacked.push('an extract of that day or later');
  } else if (!blocking.isOverThreshold) {
    lacked.push('a share of patients coded 104 that is over the threshold');
  }
  if (lacked.length > 0) return lacks(...lacked);
  const shown = configuration.held?.values.on === true ? configuration.held : booking;
  const by = [...optIn.by, ...blocking.by, ...(shown === null ? [] : [shown])];
  const days = [optIn.completedOn!, doneOn!.value, countsSinceBulk?.asAt ?? counts!.asAt];
  return { met: true, by, entries: blocking.entries, since: days.sort().at(-1)! };
}

function live({ picture: { configuration } }: View): Outcome {
  const { held, runStart } = configuration;
  if (held?.values.on !== true) return lacks('an extract that shows default access on');
  return { met: true, by: [held, runStart ?? held], since: (runStart ?? held).effectiveOn };
}

function optInBeforeGoLive({ picture, optIn }: View): Outcome {
  const { held, runStart } = picture.configuration;
  const isOff = held !== null && !held.values.on;
  const lacked = isOff
    ? optIn.lacked
    : [...optIn.lacked, 'an extract that shows default access off'];
  if (held === null || lacked.length > 0) return lacks(...lacked);
  const days = [optIn.completedOn!, (runStart ?? held).effectiveOn];
  return { met: true, by: [...optIn.by, held], since: days.sort().at(-1)! };
}

function scheduled({ switchOns: { ahead, missed } }: View): Outcome {
  if (ahead === null) {
    return lacks(
      missed === null ? 'a booked or announced switch-on date' : 'a switch-on date still to come',
    );
  }
  const { by, entries, since } = ahead;
  return { met: true, by, entries, since };
}

function pausedByLetter({ picture, policy }: View): Outcome {
  const letter = picture.letters.standing[0];
  const entry = pausingEntry(picture, policy);
  if (letter === undefined) return lacks('a letter to its supplier, sent and not withdrawn');
  if (entry === null) return lacks('a rule under which a letter pauses');
  return { met: true, by: letter.said, entries: [entry], since: letter.sentOn };
}

function workingTowards({ plan }: View): Outcome {
  if (plan.lacked.length > 0) return lacks(...(plan.begun ? plan.lacked : ['a written plan']));
  return { met: true, by: plan.by, since: plan.since };
}

function reverted({ picture: { configuration } }: View): Outcome {
  const { held, wasOn, runStart } = configuration;
  if (held === null || wasOn === null) return lacks('an earlier extract that showed it on');
  return { met: true, by: [wasOn, held], since: (runStart ?? held).effectiveOn };
}

function noEvidence(): Outcome {
  return { met: true, by: [], since: null };
}
