import type { Day, Instant } from '../../calendar/day.ts';
import type { Episode } from '../episode.ts';
import type { Message } from '../message.ts';
import type { LastDigest } from '../told.ts';
import { digestBlocks } from './digest-blocks.ts';
import { digestJson } from './digest-json.ts';
import { type DigestView, digestView } from './digest-view.ts';
import { type Addressed, messageOf } from './message-of.ts';
import type { Ladder } from './placed.ts';
import { countOf, placeInShort } from './subject-line.ts';
import { tellsOfDigest, tellsOfDigestKnown } from './tells.ts';

/** The coverage of a place in a week's release. */
export type Headline = {
  readonly name: string | null;
  readonly practices: number;
  readonly live: number;
  /** With its sign: `81.3%`. */
  readonly percent: string;
  /** The same of the week before; null: not known. */
  readonly before: string | null;
};

export type DigestAsk = Addressed & {
  /** The Monday that it is the digest of. */
  readonly week: Day;
  /** What the run knew by: the next digest tells what came after. */
  readonly knownAt: Instant;
  /** The last one; null: this is the first. */
  readonly since: LastDigest | null;
  /** Open, in the cover, of rules that the subscription hears of. */
  readonly episodes: readonly Episode[];
  /** Closed since the last digest, of the same. */
  readonly closed: readonly Episode[];
  readonly ladder: Ladder;
  readonly headline: Headline | null;
};

/**
 * The weekly digest of one subscription (design, "Alerts"): what is new, escalated, longest open, snoozed
 * and closed. Gives null where there is nothing to say and the subscription wants no mail then.
 */
export function digestOf(ask: DigestAsk): Message | null {
  const isEmpty = ask.episodes.length === 0 && ask.closed.length === 0;
  if (isEmpty && !ask.subscription.saysNothingNew) return null;
  const view = digestView(ask);
  const message = messageOf(ask, {
    kind: 'digest',
    tells: [tellsOfDigest(ask.week)],
    subject: subjectOf(ask, view),
    head: 'Record access alerts: weekly digest',
    blocks: digestBlocks(ask, view),
    json: digestJson(ask, view),
  });
  // Two runs at once that know differently still write one digest of the week: its id is of the week alone.
  return { ...message, tells: [...message.tells, tellsOfDigestKnown(ask.knownAt)] };
}

/** `12 alerts in Example ICB (QHM): 3 new, 2 closed`. */
function subjectOf({ cover, since }: DigestAsk, { counts }: DigestView) {
  const place = placeInShort(cover);
  if (counts.all === 0 && counts.closed === 0) return ['No alert in ', place, ''] as const;
  const change =
    since === null
      ? [`first digest, ${counts.escalated} escalated`]
      : [`${counts.new} new`, `${counts.closed} closed`];
  return [`${countOf(counts.all, 'alert')} in `, place, `: ${change.join(', ')}`] as const;
}
