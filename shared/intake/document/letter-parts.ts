import { daysIn, type SpokenDay } from './days-in-text.ts';
import type { Flow } from './flow.ts';

/** One letter, or one message of an e-mail thread: who wrote to whom and when, as far as its head says. */
export type LetterPart = {
  /** Where its text begins and ends in the document. */
  readonly from: number;
  readonly to: number;
  /** What the lines "From:" and "To:" of a message say; null for a letter. */
  readonly sender: string | null;
  readonly addressee: string | null;
  /** The line "Sent:" or "Date:" of a message. */
  readonly sent: SpokenDay | null;
};

const FIELD = /(?<!\p{L})(From|Sent|Date|To|Cc|Bcc|Subject|Attachments|Importance|Reply to) ?:\s/gu;
const LONGEST_HEAD = 600;

type Field = { readonly name: string; readonly at: number; readonly end: number };

/** More than any thread that a practice prints. */
const MOST_PARTS = 30;

/** Takes a document, gives its messages in the order in which they stand; a letter is one without head. */
export function letterParts(flow: Flow): LetterPart[] {
  const heads = [...headsIn(flow.text), ...quotesIn(flow.text)]
    .sort((a, b) => a.at - b.at)
    .slice(0, MOST_PARTS);
  if (heads.length === 0) return [{ ...NO_HEAD, from: 0, to: flow.text.length }];
  // A reply that quotes a message and has no head of its own still comes before it.
  const isHeaded = heads[0]!.isHead;
  const first = isHeaded ? [] : [{ ...NO_HEAD, from: 0, to: heads[0]!.at }];
  const parts = heads.map(({ at, sender, addressee, sent }, index) => {
    const from = index === 0 && isHeaded ? 0 : at;
    return { sender, addressee, sent, from, to: heads[index + 1]?.at ?? flow.text.length };
  });
  return [...first, ...parts];
}

type Head = Pick<LetterPart, 'sender' | 'addressee' | 'sent'> & {
  readonly at: number;
  readonly isHead: boolean;
};

/** A head has at most these: from, sent, to, copies, subject, attachments and some more. */
const MOST_FIELDS = 12;

function headsIn(text: string): Head[] {
  const fields = [...text.matchAll(FIELD)].map((m) => ({
    name: m[1]!,
    at: m.index,
    end: m.index + m[0].length,
  }));
  return fields.flatMap((field, index) => {
    const own = ownFields(fields.slice(index, index + MOST_FIELDS));
    return field.name === 'From' && isHead(own) ? [headOf(text, own)] : [];
  });
}

/** How mail programs head a message that is answered: "On 31 Oct 2022 at 14:05, Elm Tree Surgery wrote:". */
const QUOTED = /(?<!\p{L})On (?<when>[^\n]{6,50}?), (?<who>[^\n:]{2,90}?) wrote ?:/gu;

const NO_HEAD = { sender: null, addressee: null, sent: null };

function quotesIn(text: string): Head[] {
  return [...text.matchAll(QUOTED)].flatMap((match) => {
    const [sent] = daysIn(match[0]);
    if (sent === undefined) return [];
    const sender = match.groups?.['who'] ?? null;
    const shiftedSent = shifted(sent, match.index);
    return [{ at: match.index, isHead: false, sender, addressee: null, sent: shiftedSent }];
  });
}

/** The fields of one head: from "From:" on, until another "From:" or too far away. */
function ownFields([from, ...rest]: readonly Field[]): readonly Field[] {
  const near = rest.filter(({ at }) => at - from!.at < LONGEST_HEAD);
  const next = near.findIndex(({ name }) => name === 'From');
  return [from!, ...(next < 0 ? near : near.slice(0, next))];
}

/** "From:" opens a message where "To:" and a date follow soon. */
function isHead(fields: readonly Field[]): boolean {
  const names = fields.map(({ name }) => name);
  return names.includes('To') && (names.includes('Sent') || names.includes('Date'));
}

const LONGEST_VALUE = 200;

function headOf(text: string, fields: readonly Field[]): Head {
  const value = (...names: readonly string[]) => {
    const index = fields.findIndex(({ name }) => names.includes(name));
    const field = fields[index];
    if (field === undefined) return null;
    const until = Math.min(fields[index + 1]?.at ?? text.length, field.end + LONGEST_VALUE);
    return { at: field.end, text: text.slice(field.end, until) };
  };
  const when = value('Sent', 'Date');
  const [sent] = when === null ? [] : daysIn(when.text);
  return {
    at: fields[0]!.at,
    isHead: true,
    sender: value('From')?.text ?? null,
    addressee: value('To')?.text ?? null,
    sent: sent === undefined ? null : shifted(sent, when!.at),
  };
}

function shifted(day: SpokenDay, by: number): SpokenDay {
  return { ...day, at: day.at + by, end: day.end + by };
}
