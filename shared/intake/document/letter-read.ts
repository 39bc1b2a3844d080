import type { Supplier } from '../../practice/supplier.ts';
import type { GivenDay } from './day-cues.ts';
import type { Flow } from './flow.ts';
import { type Addressee, addresseeOf, suppliersIn } from './letter-addressee.ts';
import { letterCues, letterDays } from './letter-days.ts';
import { type LetterPart, letterParts } from './letter-parts.ts';
import { type Request, requestOf } from './letter-request.ts';
import { ACKNOWLEDGES, OTHERS_WRITE, PRACTICE_WRITES } from './letter-words.ts';
import { anyOf, has } from './phrase.ts';
import { nameAt } from './practice-named.ts';
import type { ToScreen } from './screened.ts';

/** A letter or message with all that was read of it. */
export type ReadLetter = {
  readonly part: LetterPart;
  readonly request: Request;
  readonly addressee: Addressee;
  readonly own: GivenDay;
  readonly answered: GivenDay;
};

/** Takes a document, gives each letter or message in it as read. */
export function readLetters({ flow, received, fromSupplier }: ToScreen): ReadLetter[] {
  const days = letterCues(flow);
  return letterParts(flow).map((part) => ({
    part,
    request: requestOf(flow, part, isBySupplier(flow, part, fromSupplier)),
    addressee: addresseeOf(flow, part),
    ...letterDays(part, { flow, days, received }),
  }));
}

const CLOSING =
  /(?<!\p{L})(?:yours (?:sincerely|faithfully|truly)|(?:kind|best|warm|many)? ?regards|best wishes|many thanks)(?!\p{L})/giu;
const SIGNATURE = 200;
const ANSWERS = anyOf(ACKNOWLEDGES);
const OF_PRACTICE = anyOf(['surgery|practice|partners?|medical centre|health centre']);

/** The line "From:", else the signature, else the sender of the file tells whether a supplier wrote. */
function isBySupplier(flow: Flow, part: LetterPart, fromSupplier: boolean): boolean {
  if (part.sender !== null) return suppliersIn(part.sender).suppliers.length > 0;
  const text = flow.text.slice(part.from, part.to);
  const signature = signatureIn(text);
  const end = signature?.text ?? text.slice(-SIGNATURE);
  if (has(OF_PRACTICE, end)) return fromSupplier && signature === null;
  if (suppliersIn(end).suppliers.length === 0) return fromSupplier;
  return fromSupplier || signature !== null || has(ANSWERS, text);
}

/** What stands after the last "Yours sincerely" and the like. */
function signatureIn(text: string): { readonly at: number; readonly text: string } | null {
  const closing = [...text.matchAll(CLOSING)].at(-1);
  if (closing === undefined) return null;
  const from = closing.index + closing[0].length;
  return { at: closing.index, text: text.slice(from, from + SIGNATURE) };
}

/** Takes an acknowledgement, gives who acknowledges: the line "From:", else the one supplier that it names. */
export function acknowledgerOf({ part }: ReadLetter, flow: Flow): Supplier | null {
  const text = part.sender ?? flow.text.slice(part.from, part.to);
  return onlyOne(suppliersIn(text).suppliers);
}

/** A letter to both EMIS and TPP goes to whichever the practice is on: that is "null" in a fact. */
export function onlyOne(suppliers: readonly Supplier[]): Supplier | null {
  const [first, ...others] = new Set(suppliers);
  return first === undefined || others.length > 0 ? null : first;
}

const PRACTICE = anyOf(PRACTICE_WRITES);
const OTHERS = anyOf(OTHERS_WRITE);

/** Takes a letter, gives where it shows that the practice itself wrote it; null: it does not. */
export function practiceWroteAt({ part, request }: ReadLetter, flow: Flow): number | null {
  const text = flow.text.slice(part.from, part.to);
  if (request.does === 'acknowledges' || has(OTHERS, text)) return null;
  const at = text.search(PRACTICE);
  if (at >= 0) return part.from + at;
  const signature = signatureIn(text);
  const signed = signature?.text ?? '';
  const named = nameAt({ ...flow, text: `${part.sender ?? ''} ${signed}` });
  if (named === null && !has(OF_PRACTICE, signed)) return null;
  return part.from + (signature?.at ?? 0);
}
