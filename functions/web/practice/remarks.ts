import { may } from '../../../shared/access/may.ts';
import type { Member } from '../../../shared/access/member.ts';
import type { Instant } from '../../../shared/calendar/day.ts';
import type { PracticeOnDay } from '../../../shared/coverage/practice-on-day.ts';
import type { Fact } from '../../../shared/evidence/fact.ts';
import { standingFacts } from '../../../shared/evidence/known.ts';
import { conversationOn, wordsIn } from '../../../shared/intake/acts/conversation.ts';
import { ON_STATUS } from '../../../shared/intake/acts/remark.ts';
import { latestReview } from '../../../shared/intake/acts/review.ts';
import type { WebDeps } from '../deps.ts';
import { senderInWords } from '../uploads/sender-words.ts';
import { uploadResource } from '../uploads/upload-resource.ts';
import type { OnDay } from '../world.ts';
import type { PracticeSays } from './practice-says.ts';

/** The latest are shown; the rest stand in the ledger. */
const SHOWN = 5;

/** What a practice has said beside its status by a moment, the latest first, in words where they are still kept. */
export async function remarksOf(
  { originals }: Pick<WebDeps, 'originals'>,
  facts: readonly Fact[],
  knownAt: Instant,
): Promise<PracticeSays['remarks']> {
  const said = conversationOn(ON_STATUS, facts).filter(({ fact }) => fact.receivedAt <= knownAt);
  const latest = said.toReversed().slice(0, SHOWN);
  return Promise.all(
    latest.map(async ({ fact, original }) => ({
      by: senderInWords(fact.source.sender),
      at: fact.receivedAt,
      words: wordsIn(await originals.get(original)),
    })),
  );
}

type Reader = { readonly member: Member; readonly onDay: OnDay };

/** The uploads whose documents the ICB wants changed, or judged out, as far as a reader may open them. */
export function reviewedIn(
  { decision: { practice } }: PracticeOnDay,
  { member, onDay }: Reader,
): PracticeSays['reviewed'] {
  const { known, clocks } = onDay;
  const facts = known.byPractice.get(practice) ?? [];
  if (!facts.some(({ kind }) => kind === 'review')) return [];
  const found = new Map<string, PracticeSays['reviewed'][number]>();
  for (const fact of standingFacts(facts, clocks.knownAt)) {
    if (!('document' in fact.values) || fact.values.document === null) continue;
    const review = latestReview(facts, { practice, of: fact.values.document }, clocks.knownAt);
    if (review === undefined || review.values.judgement === 'accepted') continue;
    const upload = fact.source.uploadId;
    const signal = review.values.judgement === 'change-asked' ? 'change-asked' : 'judged-out';
    const resource = uploadResource({ sender: fact.source.sender, practice, facts: [fact] }, onDay);
    if (may(member, 'read-upload', resource)) found.set(upload, { signal, upload });
  }
  return [...found.values()];
}
