import type { Day } from '../../calendar/day.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { PolicyEntry } from '../../policy/entry.ts';
import type { Alert } from '../alert.ts';
import type { Rule } from '../rule.ts';
import type { Subject } from './subject.ts';

/** What a clause found; `from` missing: it holds from `since` on. */
type Finding = {
  readonly rule: Rule;
  readonly since: Day;
  readonly from?: Day;
  readonly because: string;
  readonly closedBy: string;
  readonly by: readonly Fact[];
  readonly entries: readonly (PolicyEntry | null)[];
};

/** An alert of a practice, with its proof in order. */
export function alertBy({ practice }: Subject, finding: Finding): Alert {
  const { rule, since, from = since, because, closedBy, by, entries } = finding;
  return {
    practice: practice.decision.practice,
    rule,
    since,
    from,
    because,
    closedBy,
    proof: {
      facts: [...new Set(by.map(({ id }) => id))].sort(),
      entries: [...new Set(entries.flatMap((entry) => (entry === null ? [] : [entry.id])))],
    },
  };
}
