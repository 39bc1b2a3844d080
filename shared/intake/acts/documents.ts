import type { Instant } from '../../calendar/day.ts';
import type { Fact, FactOf } from '../../evidence/fact.ts';
import { standingFacts } from '../../evidence/known.ts';
import type { DocumentKind } from '../document/checklist.ts';
import type { Receipt } from '../receipt/receipt.ts';

/** A statement that was taken from a document. */
export type DocumentFact = FactOf<'pause-letter' | 'dpia' | 'plan'>;

/** Which document is meant. */
export type OfDocument = {
  /** The upload that brought it. */
  readonly of: string;
  /** That upload's receipt, if there is one: the same document may have come before, in another upload. */
  readonly receipt: Pick<Receipt, 'sha256' | 'sender'> | null;
};

/**
 * Takes the upload that is meant, all facts there are (or all of the practice's) and the moment, gives
 * what was taken from its document and still stands; or why there is nothing, in plain English.
 */
export function documentFacts(
  asked: OfDocument,
  facts: readonly Fact[],
  knownAt: Instant,
): readonly DocumentFact[] | string {
  const papers = facts.filter(isOfDocument);
  const brought = papers.filter(({ source }) => source.uploadId === asked.of);
  const named = brought.length > 0 ? brought : saidBefore(asked, papers);
  if (named.length === 0) return noDocument(asked.of);
  const things = new Set(named.map(thing));
  const practices = new Set(named.map(({ practice }) => practice));
  const bearing = facts.filter(({ practice }) => practices.has(practice));
  const standing = standingFacts(bearing, knownAt)
    .filter(isOfDocument)
    .filter((fact) => things.has(thing(fact)));
  return standing.length > 0 ? standing : `The document of upload ${asked.of} was withdrawn.`;
}

/** Two practices may send the same untouched template: it is a document of each. */
function thing({ practice, values }: DocumentFact): string {
  return `${practice} ${values.document}`;
}

/** Of a document that its sender sent again nothing was new: what the first upload said is meant. */
function saidBefore({ receipt }: OfDocument, papers: readonly DocumentFact[]) {
  if (receipt === null) return [];
  const { role, org } = receipt.sender;
  return papers.filter(
    ({ values, source: { sender } }) =>
      values.document === receipt.sha256 && sender.role === role && sender.org === org,
  );
}

/** What a document is, by the statement that was taken from it. */
export function documentKind({ kind }: DocumentFact): DocumentKind {
  return kind === 'pause-letter' ? 'letter' : kind;
}

function isOfDocument(fact: Fact): fact is DocumentFact {
  return 'document' in fact.values && fact.values.document !== null;
}

function noDocument(of: string): string {
  return `Upload ${of} brought no document: only letters, plans and DPIAs are reviewed. "rollout receipts" lists what came.`;
}
