import { type Day, type Instant, londonDay } from '../calendar/day.ts';
import type { Fact } from '../evidence/fact.ts';
import { knownFacts } from '../evidence/known.ts';
import { policyInForce } from '../policy/timeline.ts';
import type { PracticeCode } from '../practice/code.ts';
import { decideWithoutProof } from './decide.ts';
import type { Label, Signal, Status, Towards } from './decision.ts';
import { holdingOn } from './register-on-day.ts';

/** A practice's state as far as people are told of its changes. */
export type StateInShort = {
  readonly status: Status;
  readonly towards: Towards | null;
  readonly labels: readonly Label[];
  readonly signals: readonly Signal[];
};

/** What an upload changed in one practice's state. Null: nothing is known of it before, or after a retraction. */
export type StateChange = {
  readonly practice: PracticeCode;
  readonly name: string | null;
  readonly from: StateInShort | null;
  readonly to: StateInShort | null;
};

/**
 * What one upload changed: each practice of which it added facts, as known at its receipt without them
 * and with them; practices in code-unit order, only those whose status, direction, labels or signals
 * differ. Worked out anew from the ledger whenever it is asked for, so it is never stale. `facts`: all
 * facts of those practices at least. The day is that of the receipt in London unless told otherwise, under
 * its own rules. A code that comes to be known as out of scope, or of which only that
 * was known and is no more, is no change, since nobody counted it.
 * Uploads received in the same instant count as known in both. (Issue: receipts.)
 */
export function changedBy(
  uploadId: string,
  facts: readonly Fact[],
  at: { readonly validAt?: Day } = {},
): readonly StateChange[] {
  const receivedAt = facts.find((fact) => fact.source.uploadId === uploadId)?.receivedAt;
  if (receivedAt === undefined) return [];
  const validAt = at.validAt ?? londonDay(receivedAt);
  const inShort = statesAt(validAt, receivedAt);
  const changes: StateChange[] = [];
  for (const [practice, own] of factsOfTouched(uploadId, facts)) {
    const from = inShort(own.filter((fact) => fact.source.uploadId !== uploadId));
    const to = inShort(own);
    if (isSame(from, to)) continue;
    changes.push({ practice, name: nameOf(own, validAt, receivedAt), from, to });
  }
  return changes;
}

function factsOfTouched(
  uploadId: string,
  facts: readonly Fact[],
): readonly (readonly [PracticeCode, readonly Fact[]])[] {
  const touched = new Map<PracticeCode, Fact[]>();
  for (const { practice, source } of facts) {
    if (source.uploadId === uploadId) touched.set(practice, []);
  }
  for (const fact of facts) touched.get(fact.practice)?.push(fact);
  return [...touched].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Null: nothing was known. */
function statesAt(validAt: Day, knownAt: Instant) {
  const clocks = { validAt, knownAt, rulesAt: validAt };
  const policy = policyInForce(clocks);
  return (facts: readonly Fact[]): StateInShort | null => {
    const known = knownFacts(facts, knownAt);
    if (known.length === 0) return null;
    const { status, towards, labels, signals } = decideWithoutProof(known, clocks, policy);
    return { status, towards, labels, signals };
  };
}

function isSame(from: StateInShort | null, to: StateInShort | null): boolean {
  if (from === null) return to === null || to.status === 'out-of-scope';
  if (to === null) return from.status === 'out-of-scope';
  return from.status === to.status && from.towards === to.towards && isSameBeside(from, to);
}

function isSameBeside(from: StateInShort, to: StateInShort): boolean {
  return isSameSet(from.labels, to.labels) && isSameSet(from.signals, to.signals);
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word) => b.includes(word));
}

function nameOf(facts: readonly Fact[], on: Day, knownAt: Instant): string | null {
  const listings = knownFacts(facts, knownAt).filter((fact) => fact.kind === 'listing');
  return holdingOn(listings, on)?.values.name ?? null;
}
