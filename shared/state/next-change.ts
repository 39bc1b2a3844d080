import type { Clocks } from '../calendar/clocks.ts';
import type { Day } from '../calendar/day.ts';
import type { Fact } from '../evidence/fact.ts';
import type { PolicyEntry } from '../policy/entry.ts';
import { policyInForce } from '../policy/timeline.ts';
import type { PracticeCode } from '../practice/code.ts';
import { changeDaysOf, changeDaysOfRule } from './change-days.ts';
import { decisionOn, viewOf } from './decide.ts';
import type { Decision, DecisionInFull } from './decision.ts';

type Ask = {
  readonly code: PracticeCode;
  readonly known: readonly Fact[];
  readonly at: Clocks;
  readonly entries: readonly PolicyEntry[];
  readonly now: Decision;
};

/**
 * The first later day on which status, signals or labels change though nothing new arrives and no new
 * rule is announced. Flags say how far evidence may be leant on, which is no change of the practice's. Every day that a fact or a rule names is tried, and the days on which what
 * it names ends; nothing can change on any other.
 */
export function nextChangeOf(ask: Ask): DecisionInFull['nextChange'] {
  for (const on of candidateDays(ask)) {
    const clocks = { ...ask.at, validAt: on };
    const policy = policyInForce(clocks, ask.entries);
    const then = decisionOn(viewOf(ask.code, ask.known, clocks, policy), () => ask.known, clocks);
    const because = whatChanges(ask.now, then);
    if (because !== null) return { on, status: then.status, because };
  }
  return null;
}

function candidateDays({ known, at, entries }: Ask): readonly Day[] {
  const policy = policyInForce(at, entries);
  const overdueDays = policy.thresholds['days-overdue-booking']?.change.value ?? 0;
  const announced = entries.filter((entry) => entry.announcedOn <= at.rulesAt);
  const days = [
    ...known.flatMap((fact) => changeDaysOf(fact, overdueDays)),
    ...announced.flatMap((entry) => changeDaysOfRule(entry, overdueDays)),
  ];
  return [...new Set(days)].filter((on) => on > at.validAt).sort();
}

function whatChanges(now: Decision, then: Decision): string | null {
  if (then.status !== now.status) {
    return `the status becomes “${spaced(then.status)}”`;
  }
  const before: readonly string[] = [...now.signals, ...now.labels];
  const after: readonly string[] = [...then.signals, ...then.labels];
  const added = after.filter((word) => !before.includes(word));
  const ended = before.filter((word) => !after.includes(word));
  const parts = [
    ...added.map((word) => `“${spaced(word)}” begins`),
    ...ended.map((word) => `“${spaced(word)}” ends`),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

function spaced(word: string): string {
  return word.replaceAll('-', ' ');
}
