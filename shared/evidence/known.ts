import { hash } from 'node:crypto';
import type { Instant } from '../calendar/day.ts';
import type { Fact, FactOf, Sender } from './fact.ts';

/**
 * What was known at an instant: facts received by then, each statement once, without what had been
 * retracted by then. Takes the facts of one practice or of many, in any order and repeated at will;
 * gives a set whose members do not depend on that order. Retractions themselves are left out.
 *
 * A statement counts from its earliest receipt; one said again after its retraction counts again
 * from that later receipt (ledger rule: a retraction acts from its own receipt on).
 */
export function knownFacts(facts: readonly Fact[], knownAt: Instant): readonly Fact[] {
  const retractions = retractionsBy(facts, knownAt);
  const stands = (fact: Fact) =>
    fact.receivedAt <= knownAt &&
    fact.kind !== 'retraction' &&
    (retractions === null || !isRetracted(fact, retractions.get(fact.id)));
  const those = facts.filter(stands);
  return isFew(those) && !isAnySaidTwice(those) ? those : eachOnce(those);
}

function eachOnce(facts: readonly Fact[]): readonly Fact[] {
  const once = new Map<string, Fact>();
  for (const fact of facts) {
    const other = once.get(fact.id);
    if (other === undefined || isEarlierReceipt(fact, other)) once.set(fact.id, fact);
  }
  return [...once.values()];
}

/** So few that comparing each with each is quicker than a map; so are nearly all practices' facts. */
function isFew(facts: readonly Fact[]): boolean {
  return facts.length <= 48;
}

function isAnySaidTwice(facts: readonly Fact[]): boolean {
  for (let i = 1; i < facts.length; i++) {
    const { id } = facts[i]!;
    for (let j = 0; j < i; j++) if (facts[j]!.id === id) return true;
  }
  return false;
}

/** How many facts, and the SHA-256 (hex) of their sorted ids joined by line feeds. */
export function digestOf(facts: readonly Fact[]): { count: number; digest: string } {
  const ids = facts.map((fact) => fact.id).sort();
  return { count: ids.length, digest: hash('sha256', ids.join('\n'), 'hex') };
}

/** True if `sender` may retract what `fact` says: its own sender, or national. */
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
      (r) => r.receivedAt >= fact.receivedAt && mayRetract(r.source.sender, fact),
    ) ?? false
  );
}

function isEarlierReceipt(a: Fact, b: Fact): boolean {
  if (a.receivedAt !== b.receivedAt) return a.receivedAt < b.receivedAt;
  return a.source.uploadId < b.source.uploadId;
}
