import { createHash } from 'node:crypto';
import type { Day, Instant } from '../../calendar/day.ts';
import { byCodeUnits } from '../../coverage/by-code-units.ts';
import type { PracticeCode } from '../../practice/code.ts';
import type { Status } from '../../state/decision.ts';
import type { Message } from '../message.ts';

/** That the digest of a week (its Monday) was told. */
export function tellsOfDigest(week: Day): string {
  return `digest:${week}`;
}

/** What the run of a digest knew; stands beside the digest's own key and is no part of what its id is made from. */
export function tellsOfDigestKnown(knownAt: Instant): string {
  return `digest-known:${knownAt}`;
}

/** That an episode has reached a step of the ladder (1 is the first notice). */
export function tellsOfStep(episode: string, step: number): string {
  return `${episode}@step-${step}`;
}

/**
 * That a practice has a status, by the day on which it is told: a practice that is live, is switched off
 * and is live again is told each time.
 */
export function tellsOfState(practice: PracticeCode, status: Status, on: Day): string {
  return `state:${practice}=${status}@${on}`;
}

/** What a subscription covers; the key says which cover. */
export function tellsOfCover(key: string): string {
  return `cover:${key}`;
}

/** A message's id, from whom it is for and what it tells in whatever order: `digest-<subscription>-<16 hex digits>`. */
export function messageId(
  kind: Message['kind'],
  subscription: string,
  tells: readonly string[],
): string {
  const told = JSON.stringify([...new Set(tells)].sort(byCodeUnits));
  const hash = createHash('sha256').update(told).digest('hex');
  return `${kind}-${subscription}-${hash.slice(0, 16)}`;
}
