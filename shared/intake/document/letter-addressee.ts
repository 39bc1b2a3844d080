import type { Supplier } from '../../practice/supplier.ts';
import type { Flow } from './flow.ts';
import type { LetterPart } from './letter-parts.ts';
import { isTold } from './letter-request.ts';
import { COMMISSIONERS, SPEAKS_TO_SUPPLIER, SUPPLIER_WORDS } from './letter-words.ts';
import { anyOf, has, matchesOf } from './phrase.ts';

/** Whom a letter or message is addressed to. */
export type Addressee = {
  readonly suppliers: readonly Supplier[];
  readonly at: number | null;
  /** The ICB, NHS England or another who switches nothing on, and no supplier. */
  readonly isOnlyOthers: boolean;
};

const SUPPLIERS = SUPPLIER_WORDS.map(([supplier, words]) => [supplier, anyOf(words)] as const);
const COMMISSIONER = anyOf(COMMISSIONERS);
const TO_SUPPLIER = anyOf(SPEAKS_TO_SUPPLIER);

/**
 * Takes a letter or message, gives its addressee: the line "To:", else the name after "Dear", else the
 * address above it, else whom its text speaks to. Copies ("cc") are not addressees.
 */
export function addresseeOf(flow: Flow, part: LetterPart): Addressee {
  const text = flow.text.slice(part.from, part.to);
  const heads = part.addressee === null ? headsOf(text) : [part.addressee];
  for (const head of heads) {
    const { suppliers, at } = suppliersIn(head);
    const from = part.from + Math.max(0, text.indexOf(head));
    if (suppliers.length > 0) return { suppliers, at: from + at, isOnlyOthers: false };
    if (has(COMMISSIONER, head)) return { suppliers: [], at: null, isOnlyOthers: true };
  }
  return spokenTo(flow, part);
}

/** After "Dear" a name follows; before it stands the address. */
const SALUTATION =
  /(?<!\p{L})(?:Dear|Annwyl|For the attention of|FAO|To whom it may concern)(?!\p{L})/u;
const TO_LINE = /(?<![\p{L}\d])To ?:\s*(?<to>[^\n]{3,60})/u;
const NEXT = /(?<!\p{L})(?:Dear|Annwyl|From|Date|Re|Sent|Subject)(?!\p{L})/u;
const COPIES = /(?<!\p{L})(?:cc|copy(?: to)?|bcc) ?:/iu;
const LETTERHEAD = 600;
const NAME_LENGTH = 60;

/** The places of a letter that name its addressee, the surest first. */
function headsOf(text: string): string[] {
  const dear = text.search(SALUTATION);
  const isNear = dear >= 0 && dear < 2 * LETTERHEAD;
  const address = isNear ? text.slice(0, dear) : firstLines(text);
  const name = isNear ? nameAfter(text.slice(dear, dear + NAME_LENGTH)) : '';
  const to = TO_LINE.exec(address)?.groups?.['to']?.split(NEXT)[0] ?? '';
  return [to, name, address].map((head) => head.split(COPIES)[0]!);
}

/** "Dear EMIS team": what follows the name is the letter. */
function nameAfter(salutation: string): string {
  return salutation.split(
    /[,.\n]| (?=(?:We|I|Thank|Further|Re|As|Please|This|The|Following|With|You|Our)\b)/,
  )[0]!;
}

/** Without a salutation the address is what stands before the first sentence. */
function firstLines(text: string): string {
  const body = text.search(
    /(?<!\p{L})(?:we|i) (?:am|are|write|would|ask|request|instruct)(?!\p{L})|(?<!\p{L})please(?!\p{L})/iu,
  );
  return text.slice(0, body < 0 ? LETTERHEAD : Math.min(body, LETTERHEAD));
}

/** The suppliers named in a text, each once, and where the first stands. */
export function suppliersIn(text: string): { suppliers: Supplier[]; at: number } {
  const named = SUPPLIERS.flatMap(([supplier, words]) => {
    const at = text.search(words);
    return at < 0 ? [] : [{ supplier, at }];
  }).sort((a, b) => a.at - b.at);
  return { suppliers: named.map(({ supplier }) => supplier), at: named[0]?.at ?? 0 };
}

const ASKED_OF = anyOf([
  '(instruct|ask|request|require|write to|writing to|direct|notify|inform|tell|give notice to)( you,?)? (emis|tpp|egton|optum|syst(m|em)-?one)',
]);

/** A letter without an address may still say whom it asks. */
function spokenTo(flow: Flow, part: LetterPart): Addressee {
  const text = flow.text.slice(part.from, part.to);
  const [asked] = matchesOf(ASKED_OF, text).filter((each) => !isTold(text, each));
  if (asked !== undefined) {
    const { suppliers, at } = suppliersIn(asked.text);
    return { suppliers, at: part.from + asked.at + at, isOnlyOthers: false };
  }
  const [spoken] = matchesOf(TO_SUPPLIER, text);
  if (spoken === undefined) return { suppliers: [], at: null, isOnlyOthers: false };
  return { suppliers: suppliersIn(text).suppliers, at: part.from + spoken.at, isOnlyOthers: false };
}
