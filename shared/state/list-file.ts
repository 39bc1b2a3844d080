import type { Day, Instant } from '../calendar/day.ts';
import type { Fact } from '../evidence/fact.ts';
import { knownFacts } from '../evidence/known.ts';
import type { PracticeCode } from '../practice/code.ts';
import { holdingOn } from './register-on-day.ts';

type Grouped = ReadonlyMap<PracticeCode, readonly Fact[]>;

/** The dates of the complete list files that were known at an instant, in no order. */
export function listFilesKnown(factsByPractice: Grouped, knownAt: Instant): readonly Day[] {
  const days = new Set<Day>();
  for (const facts of factsByPractice.values()) {
    if (!hasListOfOtherDay(facts, days)) continue;
    for (const fact of knownFacts(facts.filter(bearsOnLists), knownAt)) days.add(fact.asAt);
  }
  return [...days];
}

/** The date of the list file that holds on a day; undefined where none was ever sent. */
export function listFileOn(files: readonly Day[], on: Day): Day | undefined {
  return holdingOn(
    files.map((asAt) => ({ asAt })),
    on,
  )?.asAt;
}

/** As `listFilesKnown`, for many instants: looked up anew only where a list, or a retraction, has come between. */
export function listFilesAt(factsByPractice: Grouped): (knownAt: Instant) => readonly Day[] {
  const receipts = new Set<Instant>();
  for (const facts of factsByPractice.values()) {
    for (const fact of facts) if (bearsOnLists(fact)) receipts.add(fact.receivedAt);
  }
  const sorted = [...receipts].sort();
  const remembered = new Map<Instant | undefined, readonly Day[]>();
  return (knownAt) => {
    const latest = sorted.findLast((at) => at <= knownAt);
    const files = remembered.get(latest) ?? listFilesKnown(factsByPractice, knownAt);
    remembered.set(latest, files);
    return files;
  };
}

/** Nearly every practice stands in the same few files: the first of them has named their days. */
function hasListOfOtherDay(facts: readonly Fact[], days: ReadonlySet<Day>): boolean {
  for (const fact of facts) {
    if (fact.kind === 'list-size' && fact.source.completeList && !days.has(fact.asAt)) return true;
  }
  return false;
}

function bearsOnLists({ kind, source }: Fact): boolean {
  return (kind === 'list-size' && source.completeList === true) || kind === 'retraction';
}
