import type { Day } from '../../calendar/day.ts';
import type { Fact } from '../../evidence/fact.ts';
import { knownFacts } from '../../evidence/known.ts';
import type { PolicyInForce } from '../../policy/entry.ts';
import { isSameRules } from '../../policy/rules-in-force.ts';
import { type StatusBy, statusOn, viewOf } from '../../state/decide.ts';
import type { Status } from '../../state/decision.ts';
import type { Moment } from '../../state/weeks.ts';
import type { Cause } from './leg.ts';
import { type News, newsBetween } from './news.ts';

/** One step of a practice's status, with what each side rests on. */
export type StatusStep = {
  readonly cause: Cause;
  readonly before: StatusBy;
  readonly after: StatusBy;
  readonly news: News;
};

type Stop = {
  readonly cause: Cause;
  readonly facts: readonly Fact[];
  readonly on: Day;
  readonly policy: PolicyInForce;
  /** False: nothing that could change the answer differs from the stop before. */
  readonly isOther: boolean;
};

/**
 * The way of a practice's status from one moment to another, in steps with one cause each: first what has
 * been learnt since of the earlier day (late news, then corrections), then the later day under the rules of
 * the earlier moment, then the later rules. Only steps that change the status; one that would leave scope
 * on the way is not taken. `facts`: all of the practice, which is in scope at both moments.
 */
export function statusPath(
  facts: readonly Fact[],
  { from, to }: { readonly from: Moment; readonly to: Moment },
): readonly StatusStep[] {
  const then = knownFacts(facts, from.clocks.knownAt);
  const now = knownFacts(facts, to.clocks.knownAt);
  const news = newsBetween(then, now);
  const steps: StatusStep[] = [];
  let before = statusIn({ facts: then, on: from.clocks.validAt, policy: from.policy });
  for (const stop of stopsOf({ then, now, news }, from, to)) {
    if (!stop.isOther) continue;
    const after = statusIn(stop);
    if (isOutside(after.status)) continue;
    if (after.status !== before.status) steps.push({ cause: stop.cause, before, after, news });
    before = after;
  }
  return steps;
}

type Known = { then: readonly Fact[]; now: readonly Fact[]; news: News };

function stopsOf({ then, now, news }: Known, from: Moment, to: Moment): readonly Stop[] {
  const on = from.clocks.validAt;
  const isCorrected = news.corrections.length > 0 || news.gone.length > 0;
  const day = to.clocks.validAt;
  const { policy } = from;
  return [
    {
      cause: 'late-news',
      facts: [...then, ...news.late],
      on,
      policy,
      isOther: news.late.length > 0,
    },
    { cause: 'correction', facts: now, on, policy, isOther: isCorrected },
    {
      cause: 'real-change',
      facts: now,
      on: day,
      policy: { ...policy, validAt: day },
      isOther: day !== on,
    },
    {
      cause: 'rule-change',
      facts: now,
      on: day,
      policy: to.policy,
      isOther: !isSameRules(policy, to.policy),
    },
  ];
}

function statusIn({ facts, on, policy }: Pick<Stop, 'facts' | 'on' | 'policy'>): StatusBy {
  const [first] = facts;
  if (first === undefined) return NOTHING;
  return statusOn(viewOf(first.practice, facts, { validAt: on }, policy));
}

/** Where a stop on the way knows nothing of the practice, it is in nobody's count there. */
const NOTHING: StatusBy = { status: 'out-of-scope', by: [], entries: [] };

function isOutside(status: Status): boolean {
  return status === 'out-of-scope';
}
