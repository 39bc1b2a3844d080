import { type Day, longDay } from '../../calendar/day.ts';
import type { PracticeCode } from '../../practice/code.ts';
import type { Status } from '../../state/decision.ts';
import { STATUS_WORDS } from '../../state/words.ts';
import type { Closed, Episode } from '../episode.ts';
import type { Found } from '../found.ts';
import { type Rule, STALLED_RULES } from '../rule.ts';

/** Why an episode ends, before it is known whether it is passed on. */
type Why = Pick<Closed, 'why' | 'words'>;

const NO_MORE: Readonly<Record<Rule, string>> = {
  stalled: 'It no longer counts as without progress',
  'plan-target-passed': 'No plan that it stands by has a target date that has passed',
  'booking-missed': 'It no longer has a missed switch-on date',
  'evidence-incomplete': 'Its evidence no longer counts as incomplete for too long',
  'review-overdue': 'None of its reviews is overdue any more',
  'action-plan-104-missing': 'It no longer lacks an action plan for code 104',
  contradiction: 'Its own word and its supplier’s extract no longer contradict each other',
  'missing-from-extracts': 'It no longer counts as missing from its supplier’s extracts',
};

type ClosingAt = {
  readonly on: Day;
  readonly found: Found | undefined;
  /** Ids of the policy entries in force; undefined: not told, so that a change of rules cannot be seen. */
  readonly inForce: ReadonlySet<string> | undefined;
};

/**
 * Why an episode ends whose alert holds no more, for a practice that merged into none. A status closes only
 * what it keeps from opening: the rules of practices that do not get on.
 */
export function whyClosing({ alert }: Episode, { on, found, inForce }: ClosingAt): Why {
  if (found === undefined) {
    const words = 'Nothing is known of the practice any more, so nothing shows that this holds.';
    return { why: 'mended', words };
  }
  const { outOfScope, since, status } = found;
  if (outOfScope !== null) {
    return { why: 'out-of-scope', words: `It is out of scope: it ${outOfScope}${sinceIn(since)}.` };
  }
  const byStatus = STALLED_RULES.includes(alert.rule) ? whyOfStatus(found) : null;
  if (byStatus !== null) return byStatus;
  if (inForce !== undefined && alert.proof.entries.some((id) => !inForce.has(id))) {
    const words = `The rules that it rested on have changed; by those of ${longDay(on)} it is no alert.`;
    return { why: 'rule-changed', words };
  }
  return { why: 'mended', words: `${NO_MORE[alert.rule]}. ${statusSentence(status, since)}` };
}

function whyOfStatus({ status, since, isExempt }: Found): Why | null {
  if (status === 'live') {
    const words = `Its supplier’s extract shows default access on${sinceIn(since)}.`;
    return { why: 'live', words };
  }
  if (status === 'opt-in') {
    return { why: 'opt-in', words: `Its opt-in is complete${sinceIn(since)}.` };
  }
  return isExempt ? { why: 'exempt', words: 'It has been granted an exemption.' } : null;
}

function statusSentence(status: Status, since: Day | null): string {
  const words = `The practice ${STATUS_WORDS[status]}`;
  return since === null ? `${words}.` : `${words} (since ${longDay(since)}).`;
}

function sinceIn(since: Day | null): string {
  return since === null ? '' : ` since ${longDay(since)}`;
}

/**
 * The practices that one has merged into, the nearest first, up to the one that goes on; empty for one that
 * is in scope or merged into none. A circle of successions ends where it would begin again.
 */
export function successorsOf(
  practice: PracticeCode,
  found: ReadonlyMap<PracticeCode, Found>,
): readonly PracticeCode[] {
  const seen = new Set([practice]);
  let last = found.get(practice);
  while (last?.outOfScope != null && last.successor !== null && !seen.has(last.successor)) {
    seen.add(last.successor);
    last = found.get(last.successor);
  }
  return [...seen].slice(1);
}

type MergedTo = {
  readonly successors: readonly PracticeCode[];
  readonly since: Day | null;
  readonly isPassed: boolean;
  /** Something is known of the last of the successors. */
  readonly isKnown: boolean;
};

/** Why an episode ends at a practice that merged into others, and whether the last of them goes on with it. */
export function whyMerged({ successors, since, isPassed, isKnown }: MergedTo): Why {
  const has = isPassed
    ? 'has the same alert'
    : isKnown
      ? 'has no such alert'
      : 'is not known here, so that nobody goes on with it';
  const out = since === null ? '' : ` It has been out of scope since ${longDay(since)}.`;
  const into = successors.join(', which merged into ');
  return { why: 'merged', words: `It merged into ${into}, which ${has}.${out}` };
}
