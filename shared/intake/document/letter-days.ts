import type { Day } from '../../calendar/day.ts';
import { type CuedDay, type Cues, cuedDays, type GivenDay, givenDay } from './day-cues.ts';
import type { Flow } from './flow.ts';
import type { LetterPart } from './letter-parts.ts';

/** What a date in a letter is. */
export type LetterCue = 'dated' | 'signed' | 'earlier' | 'told' | 'prose';

/** What the words before a date in a letter make of it. */
const CUES: Cues<LetterCue> = {
  dated: [
    'date ?:',
    'dated ?:',
    'sent ?:',
    'date',
    'dated',
    'dyddiad',
    'date of (this )?letter',
    'letter date',
  ],
  signed: [
    'sign(ed|ature)[^•;]{0,100}?[ \\n]date(d)?',
    'signed',
    '(sincerely|faithfully|regards|wishes)[^•;]{0,100}',
  ],
  earlier: [
    "(your|the practice's) ([\\p{L}]+ ){0,3}(letter|request|e-?mail|instruction|notice|form|correspondence)[^.;\\n]{0,60}( of| dated| sent( on)?| from| on)",
    "(your|the practice's) ([\\p{L}]+ ){0,3}(letter|request|e-?mail|instruction|notice|form|correspondence)",
  ],
  told: [
    '(our|my|previous|earlier|first) ([\\p{L}]+ ){0,3}(letter|request|e-?mail|instruction)[^.;\\n]{0,30}( of| dated| sent( on)?| from| on)?',
    'deadline',
    'target',
    'review date',
    'received( on)?',
  ],
  prose: [
    '(by|on|from|until|till|before|after|since|of|the|than|for|between|and|to|in|as at|this|that)( the)?( end of)?( \\d{1,2} ?[ap]m on)?( \\p{L}+day,?)?(?= ?$)',
  ],
};

export type LetterDays = {
  /** The day of the letter itself, with its time where the head of a message gives one. */
  readonly own: GivenDay;
  /** The day of the letter that it answers. */
  readonly answered: GivenDay;
};

/** So far from its beginning may a letter's date stand without a word that says what it is. */
const TOP = 400;
const SALUTATION = /(?<!\p{L})(?:Dear|Annwyl)(?!\p{L})/u;

/** Takes a document, gives its dates as letters have them. */
export function letterCues(flow: Flow): readonly CuedDay<LetterCue>[] {
  return cuedDays(flow, CUES);
}

/**
 * Takes a letter or message, the dates of the document and the day of receipt, gives its own date: the
 * line "Sent:" or "Date:", else a date that stands alone before the salutation or at the top, else the
 * one beside the signature. A date in the text ("by 5pm on 4 November 2022") is never the letter's own.
 */
export function letterDays(
  part: LetterPart,
  asked: {
    readonly flow: Flow;
    readonly days: readonly CuedDay<LetterCue>[];
    readonly received: Day;
  },
): LetterDays {
  const { flow, days, received } = asked;
  const within = days.filter(({ at }) => at >= part.from && at < part.to);
  const of = (wanted: LetterCue) => within.filter((each) => each.part === wanted);
  const head = part.sent === null ? [] : [part.sent];
  const top = topOf(flow.text.slice(part.from, part.to)) + part.from;
  const alone = within.filter((each) => each.at < top && each.part === null);
  const own = [...head, ...of('dated').filter(isLabelled), ...alone, ...of('signed')];
  const answered = { what: 'the date of the letter that it answers', latest: received };
  return {
    own: givenDay(own, { what: "the letter's date", latest: received }),
    answered: givenDay(of('earlier'), answered),
  };
}

/** Where the text of a letter begins. */
function topOf(text: string): number {
  const dear = text.search(SALUTATION);
  return dear >= 0 && dear < 2 * TOP ? dear : TOP;
}

function isLabelled({ distance }: CuedDay<LetterCue>): boolean {
  return distance < 20;
}
