import type { Fact } from '../../evidence/fact.ts';
import type { PracticeCode } from '../../practice/code.ts';
import type { Status } from '../../state/decision.ts';
import { type Acted, type Actor, actOf, cannot, whyNotText } from './act.ts';
import { whyNotItsWord } from './own-word.ts';

/** What a remark answers, in the place where a reply has the hash of a document. */
export const ON_STATUS = 'status';

export type RemarkAsked = Actor & {
  readonly practice: PracticeCode;
  /** The status beside which it is said. */
  readonly status: Status;
  readonly text: string;
};

/**
 * Works out what a practice says, in its own words, beside a status that it disputes, from all facts there
 * are (or all of the practice's): that it said something. Its words stay in the original, with the status;
 * no rule reads them. Gives why not when the sender is neither the practice nor its own PCN or ICB, or when
 * the text holds patient data. (Issue: a statement beside a disputed state.)
 */
export function remarkOf(asked: RemarkAsked, facts: readonly Fact[]): Acted {
  const { practice, status, text, sender, receivedAt } = asked;
  const whyNot =
    whyNotText('the remark', text) ?? whyNotItsWord({ what: 'The status', practice }, asked, facts);
  if (whyNot !== undefined) return cannot(whyNot);
  return actOf({
    actor: { sender, receivedAt },
    fileName: 'remark.json',
    original: { practice, status, text },
    news: [
      {
        kind: 'reply',
        practice,
        values: { of: ON_STATUS, textGiven: true },
        ...(sender.role !== 'practice' && { onBehalfOf: practice }),
      },
    ],
  });
}
