import type { Fact } from '../../evidence/fact.ts';
import type { PracticeCode } from '../../practice/code.ts';
import { type Acted, type Actor, actOf, cannot, whyNotText } from './act.ts';
import { documentFacts, type OfDocument } from './documents.ts';
import { placeThen } from './place-then.ts';
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
  const whyNot = whyNotFor(practice, asked, facts);
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

/** The practice itself, or its own PCN or ICB where the register or a map says which that is. */
function whyNotFor(
  practice: PracticeCode,
  { sender: { role, org }, receivedAt }: ReplyAsked,
  facts: readonly Fact[],
): string | undefined {
  if (role === 'practice' && org === practice) return undefined;
  const mayBe = (role === 'pcn' || role === 'icb') && org !== undefined;
  const known = mayBe ? placeThen(facts, practice, receivedAt)[role] : practice;
  if (mayBe && (known === null || known === org)) return undefined;
  return `The document is of practice ${practice}${mayBe ? `, which belongs to ${known} by the register` : ''}: only the practice itself replies, under its own code, or its own PCN or ICB on its behalf.`;
}
