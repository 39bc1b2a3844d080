import type { Clocks } from '../../calendar/clocks.ts';
import { addDays, type Day } from '../../calendar/day.ts';
import { FACT_SCHEMA, type Fact } from '../../evidence/fact.ts';
import { statementId } from '../../evidence/statement-id.ts';
import type { PolicyEntry } from '../../policy/entry.ts';
import type { PracticeCode } from '../../practice/code.ts';
import type { PracticeOnDay } from '../practice-on-day.ts';

/** Facts that are assumed, and why a code got none. */
export type AssumedLive = {
  readonly facts: readonly Fact[];
  readonly left: readonly { readonly code: string; readonly because: string }[];
};

type AssumeAsk = {
  readonly codes: readonly string[];
  /** The practices of the day, as they are. */
  readonly practices: readonly PracticeOnDay[];
  readonly grouped: ReadonlyMap<PracticeCode, readonly Fact[]>;
  readonly at: Clocks;
};

/**
 * For each practice named, once, an extract of its supplier in force that shows default access on from the
 * day of the clocks. Such facts are never kept. Left out, with the reason: codes that nothing is known of,
 * practices out of scope, live already, or without a known supplier.
 */
export function assumeLive({ codes, practices, grouped, at }: AssumeAsk): AssumedLive {
  const byCode = new Map<string, PracticeOnDay>(practices.map((p) => [p.decision.practice, p]));
  const facts: Fact[] = [];
  const left: { code: string; because: string }[] = [];
  for (const code of new Set(codes)) {
    const practice = byCode.get(code);
    const because = whyNot(practice);
    if (practice === undefined || because !== null) left.push({ code, because: because ?? '' });
    else facts.push(switchedOn(practice, grouped.get(practice.decision.practice) ?? [], at));
  }
  return { facts, left };
}

function whyNot(practice: PracticeOnDay | undefined): string | null {
  if (practice === undefined) return 'nothing is known of it on that day';
  const { decision, supplier } = practice;
  if (decision.status === 'out-of-scope') return 'it is out of scope on that day';
  if (decision.status === 'live') return 'it is live already';
  return supplier === null ? 'its system supplier is not known' : null;
}

/** Later than every extract known, so that none of the same day disagrees and none later takes it back. */
function switchedOn(practice: PracticeOnDay, facts: readonly Fact[], at: Clocks): Fact {
  const shown = facts.filter((f) => f.kind === 'default-access' && f.receivedAt <= at.knownAt);
  const asAt = shown.reduce<Day>(
    (day, fact) => (fact.asAt >= day ? addDays(fact.asAt, 1) : day),
    at.validAt,
  );
  const said = {
    kind: 'default-access' as const,
    practice: practice.decision.practice,
    effectiveOn: at.validAt,
    asAt,
    values: { supplier: practice.supplier!, on: true, since: at.validAt, perPatientAccess: null },
  };
  const sender = { role: 'supplier' } as const;
  return {
    ...said,
    id: statementId(said, sender),
    schema: FACT_SCHEMA,
    receivedAt: at.knownAt,
    source: { uploadId: 'what-if', sha256: '0'.repeat(64), sender },
  };
}

/** The id of the entry that an assumed deadline is. */
const ASSUMED_DEADLINE = 'what-if-deadline';

/** A contract duty with that date, announced and in force at the clocks, in the place of those in force. */
export function assumedDeadline(
  timeline: readonly PolicyEntry[],
  deadline: Day,
  at: Clocks,
): PolicyEntry {
  const duties = timeline.filter(
    ({ change, announcedOn }) => change.topic === 'contract-duty' && announcedOn <= at.rulesAt,
  );
  return {
    id: ASSUMED_DEADLINE,
    announcedOn: at.rulesAt,
    effectiveFrom: at.validAt,
    says: 'Assumed: the deadline in the contract is another.',
    change: { topic: 'contract-duty', deadline },
    source: 'A what-if',
    supersedes: duties.map(({ id }) => id),
  };
}
