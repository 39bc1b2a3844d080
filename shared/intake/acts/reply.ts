import type { Fact } from '../../evidence/fact.ts';
import { type Acted, type Actor, actOf, cannot, whyNotText } from './act.ts';
import { documentFacts, type OfDocument } from './documents.ts';
import { whyNotItsWord } from './own-word.ts';
import { latestReview } from './review.ts';

export type ReplyAsked = Actor & OfDocument & { readonly text: string };

/**
 * Works out what a practice's answer to a review says, from all facts there are (or all of the
 * practice's): that it replied. Its words stay in the original. Its PCN or ICB may reply on its behalf,
 * which is said. Gives why not when the upload brought no document or nobody has reviewed it, when the
 * sender is neither the practice nor its own PCN or ICB, or when the text holds patient data.
 */
export function replyOf(asked: ReplyAsked, facts: readonly Fact[]): Acted {
  const { of, text, sender, receivedAt } = asked;
  const notText = whyNotText('the reply', text);
  if (notText !== undefined) return cannot(notText);
  const documents = documentFacts(asked, facts, receivedAt);
  if (typeof documents === 'string') return cannot(documents);
  const [{ practice, values }] = documents as [(typeof documents)[number]];
  const document = values.document!;
  const whyNot = whyNotItsWord({ what: 'The document', practice }, asked, facts);
  if (whyNot !== undefined) return cannot(whyNot);
  if (latestReview(facts, { practice, of: document }, receivedAt) === undefined) {
    return cannot(
      `Nobody has reviewed the document of upload ${of} yet: there is nothing to reply to.`,
    );
  }
  return actOf({
    actor: { sender, receivedAt },
    fileName: 'reply.json',
    original: { repliesTo: of, document, text },
    news: [
      {
        kind: 'reply',
        practice,
        values: { of: document, textGiven: true },
        ...(sender.role !== 'practice' && { onBehalfOf: practice }),
      },
    ],
  });
}
