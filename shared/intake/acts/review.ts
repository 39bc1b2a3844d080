import type { Fact, FactOf, ValuesOf } from '../../evidence/fact.ts';
import { knownFacts } from '../../evidence/known.ts';
import type { PracticeCode } from '../../practice/code.ts';
import type { DocumentKind } from '../document/checklist.ts';
import { type Acted, type Actor, actOf, cannot, whyNotText } from './act.ts';
import { type DocumentFact, documentFacts, documentKind, type OfDocument } from './documents.ts';
import { placeThen } from './place-then.ts';

type Judgement = ValuesOf<'review'>['judgement'];
export type OutReason = Exclude<Judgement, 'accepted' | 'change-asked'>;

/** The reasons for which a document may be judged out, and of which kinds (design, section 4). */
export const OUT_REASONS: Readonly<Record<OutReason, readonly DocumentKind[]>> = {
  unsigned: ['letter', 'plan', 'dpia'],
  undated: ['letter', 'plan', 'dpia'],
  'wrong-practice': ['letter', 'plan', 'dpia'],
  'untouched-template': ['plan', 'dpia'],
  'no-outcome-stated': ['dpia'],
};

/** `judgement`: `accepted`, `change-asked`, or a reason for judging it out, as somebody wrote it. */
export type ReviewAsked = Actor &
  OfDocument & { readonly judgement: string; readonly note: string | null };

/**
 * Works out what an ICB's review of a document says, from all facts there are (or all of the practice's).
 * A later review takes the place of an earlier one; the same judgement again is nothing new. The note
 * stays in the original. Gives why not when the sender is no ICB or not the practice's own, when the
 * upload brought no document or it was withdrawn, when a document of that kind is not judged out for that
 * reason, or when the note holds patient data. (Issue: review; design: the ledger, whose word.)
 */
export function reviewOf(asked: ReviewAsked, facts: readonly Fact[]): Acted {
  const { of, note, judgement, sender, receivedAt } = asked;
  const whyNot = whyNotReviewer(asked) ?? whyNotText('the note', note);
  if (whyNot !== undefined) return cannot(whyNot);
  if (!isJudgement(judgement)) return cannot(NO_SUCH_REASON);
  const documents = documentFacts(asked, facts, receivedAt);
  if (typeof documents === 'string') return cannot(documents);
  const whyNotThis =
    whyNotDocument(asked, documents, judgement) ?? whyNotOwn(asked, documents, facts);
  if (whyNotThis !== undefined) return cannot(whyNotThis);
  const reviewed = byPracticeAndDocument(documents);
  const news = reviewed.filter((fact) => !isSaid(asked, fact, facts));
  return actOf({
    actor: { sender, receivedAt },
    fileName: 'review.json',
    original: {
      reviews: of,
      documents: reviewed.map(({ values }) => values.document),
      judgement,
      note,
    },
    news: news.map(({ practice, values }) => ({
      kind: 'review',
      practice,
      values: { of: values.document!, judgement },
    })),
    unchanged: reviewed.length - news.length,
  });
}

function whyNotReviewer({ sender: { role, org } }: Actor): string | undefined {
  if (role === 'icb' && org !== undefined && org !== '') return undefined;
  return 'Only an ICB reviews documents, under its own ODS code, such as QHM.';
}

function isJudgement(word: string): word is Judgement {
  return word === 'accepted' || word === 'change-asked' || Object.hasOwn(OUT_REASONS, word);
}

const MAY_NOT =
  'The practice is the data controller: a commissioner cannot overrule its DPIA, its plan or its letter, only say that the paper itself is not good. To say what else should be better, ask for a change.';

const NO_SUCH_REASON = `That is no reason to judge a document out. The reasons are: ${Object.keys(OUT_REASONS).join(', ')}. ${MAY_NOT}`;

function whyNotDocument(
  { of }: ReviewAsked,
  documents: readonly DocumentFact[],
  judgement: Judgement,
): string | undefined {
  if (judgement === 'accepted' || judgement === 'change-asked') return undefined;
  const other = documents.map(documentKind).find((kind) => !OUT_REASONS[judgement].includes(kind));
  if (other === undefined) return undefined;
  const reasons = Object.entries(OUT_REASONS).filter(([, kinds]) => kinds.includes(other));
  return `Upload ${of} is a ${worded(other)}, which is not judged out as ${judgement}. The reasons for a ${worded(other)} are: ${reasons.map(([reason]) => reason).join(', ')}. ${MAY_NOT}`;
}

function worded(kind: DocumentKind): string {
  return kind === 'dpia' ? 'DPIA' : kind;
}

/** An ICB reviews for its own practices, where the register or a map says which those are on that day. */
function whyNotOwn(
  { sender, receivedAt }: ReviewAsked,
  documents: readonly DocumentFact[],
  facts: readonly Fact[],
): string | undefined {
  for (const practice of new Set(documents.map((fact) => fact.practice))) {
    const { icb } = placeThen(facts, practice, receivedAt);
    if (icb === null || icb === sender.org) continue;
    return `Practice ${practice} belongs to the ICB ${icb} by the register, and ${sender.org} is another: only its own ICB reviews its documents.`;
  }
  return undefined;
}

/** Each document once, though several statements were taken from it. */
function byPracticeAndDocument(documents: readonly DocumentFact[]): readonly DocumentFact[] {
  const first = new Map<string, DocumentFact>();
  for (const fact of documents) {
    const key = `${fact.practice} ${fact.values.document}`;
    if (!first.has(key)) first.set(key, fact);
  }
  return [...first.values()];
}

/** True if the same ICB's same judgement is the last that was said of the document. */
function isSaid(
  { sender, judgement, receivedAt }: ReviewAsked,
  { practice, values }: DocumentFact,
  facts: readonly Fact[],
): boolean {
  const latest = latestReview(facts, { practice, of: values.document! }, receivedAt);
  return latest?.values.judgement === judgement && latest.source.sender.org === sender.org;
}

/** The last judgement of a document that was known at a moment. */
export function latestReview(
  facts: readonly Fact[],
  { practice, of }: { readonly practice: PracticeCode; readonly of: string },
  knownAt: ReviewAsked['receivedAt'],
): FactOf<'review'> | undefined {
  const own = facts.filter((fact) => fact.practice === practice);
  return knownFacts(own, knownAt)
    .filter((fact) => fact.kind === 'review')
    .filter((review) => review.values.of === of)
    .reduce<FactOf<'review'> | undefined>(
      (latest, review) =>
        latest === undefined || review.receivedAt > latest.receivedAt ? review : latest,
      undefined,
    );
}
