import { hash } from 'node:crypto';
import type { Instant } from '../calendar/day.ts';
import { lastWords } from './corrections.ts';
import type { Fact, FactOf, Sender } from './fact.ts';

/**
 * What was known at an instant: facts received by then, each statement once, without what had been
 * retracted by then, and of what one sender corrected only its last word. Takes the facts of one practice
 * or of many, in any order and repeated at will; gives a set whose members do not depend on that order.
 * Retractions themselves are left out.
 *
 * A statement counts from its earliest receipt; one said again after its retraction, or after its sender
 * had said otherwise, counts again from that later receipt.
 */
export function knownFacts(facts: readonly Fact[], knownAt: Instant): readonly Fact[] {
  const those = standingFacts(facts, knownAt);
  return isFew(those) && isEachTheOnlyWord(those) ? those : lastWords(those);
}

/** All that had been received by an instant and was not retracted by then: also what its sender has said otherwise since. */
export function standingFacts(facts: readonly Fact[], knownAt: Instant): readonly Fact[] {
  const retractions = retractionsBy(facts, knownAt);
  return facts.filter(
    (fact) =>
      fact.receivedAt <= knownAt &&
      fact.kind !== 'retraction' &&
      (retractions === null || !isRetracted(fact, retractions.get(fact.id))),
  );
}

/** So few that comparing each with each is quicker than a map; so are nearly all practices' facts. */
function isFew(facts: readonly Fact[]): boolean {
  return facts.length <= 48;
}

/** True where nothing was said twice or corrected, which is nearly everywhere. */
function isEachTheOnlyWord(facts: readonly Fact[]): boolean {
  for (let i = 0; i < facts.length; i++) {
    const fact = facts[i]!;
    if (fact.kind === 'switch-on-booked' && isAnyOfItsDayOther(facts, fact)) return false;
    for (let j = 0; j < i; j++) {
      const other = facts[j]!;
      if (other.kind !== fact.kind || other.asAt !== fact.asAt) continue;
      if (other.id === fact.id || mayCorrect(other, fact)) return false;
    }
  }
  return true;
}

/** A booking may be cancelled by a row of the same day that says nothing of one. */
function isAnyOfItsDayOther(facts: readonly Fact[], booking: Fact): boolean {
  for (const fact of facts) {
    if (fact.asAt === booking.asAt && mayCorrect(fact, booking)) return true;
  }
  return false;
}

/** Only its own sender corrects a word, by another receipt. */
function mayCorrect(a: Fact, b: Fact): boolean {
  if (a.receivedAt === b.receivedAt) return false;
  const [ours, theirs] = [a.source.sender, b.source.sender];
  return ours.role === theirs.role && ours.org === theirs.org;
}

/** How many facts, and the SHA-256 (hex) of their sorted ids joined by line feeds. */
export function digestOf(facts: readonly Fact[]): { count: number; digest: string } {
  const ids = facts.map((fact) => fact.id).sort();
  return { count: ids.length, digest: hash('sha256', ids.join('\n'), 'hex') };
}

/** True if `sender` may retract what `fact` says: its own sender, or NHS England. */
export function mayRetract(sender: Sender, fact: Fact): boolean {
  const own = fact.source.sender;
  return sender.role === 'national' || (sender.role === own.role && sender.org === own.org);
}

type Retraction = FactOf<'retraction'>;

function hasRetraction(facts: readonly Fact[]): boolean {
  for (const fact of facts) if (fact.kind === 'retraction') return true;
  return false;
}

/** Null where nothing was retracted, which is nearly everywhere. */
function retractionsBy(facts: readonly Fact[], knownAt: Instant): Map<string, Retraction[]> | null {
  if (!hasRetraction(facts)) return null;
  const byTarget = new Map<string, Retraction[]>();
  for (const fact of facts) {
    if (fact.kind !== 'retraction' || fact.receivedAt > knownAt) continue;
    const those = byTarget.get(fact.values.of);
    if (those === undefined) byTarget.set(fact.values.of, [fact]);
    else those.push(fact);
  }
  return byTarget;
}

function isRetracted(fact: Fact, retractions: readonly Retraction[] | undefined): boolean {
  return (
    retractions?.some(
      (r) =>
        r.receivedAt >= fact.receivedAt &&
        (r.values.upload === undefined || r.values.upload === fact.source.uploadId) &&
        mayRetract(r.source.sender, fact),
    ) ?? false
  );
}
