import type { DocumentKind } from './checklist.ts';
import type { Flow } from './flow.ts';
import { anyOf, has } from './phrase.ts';
import type { Screened } from './screened.ts';

const RECORD_ACCESS = anyOf([
  "(records?|prospective|automatic|accelerated|online|citizens?'?) ... access",
  'access ... records?',
  'nhs app',
]);
const DOUBTFUL = 'the document does not speak of access to records: check that it is the right one';

/** What else practices write such letters, plans and DPIAs about. */
const OTHER_SUBJECTS = anyOf([
  'flu|influenza|vaccin\\p{L}*|immunis\\p{L}*|screening programme',
  'cctv|cameras?|door entry|premises|building works?',
  'appointments? (module|book|system|booking)|online booking|video consultations?|telephony|telephone system|phone system|call recording',
  'text (messages?|reminders?)|messaging service|newsletter',
  'electronic prescri\\p{L}*|prescription service|repeat prescri\\p{L}*|pharmacy first',
  'recruitment|payroll|rostering|staff records|research study|population health|risk stratification|shared care record|gp connect',
]);
const ABOUT_SOMETHING_ELSE =
  'the document speaks of something else and not of access to records, so nothing in it counts: check that it is the right one';

/** Takes a document that may count, gives what to ask its sender where it does not say what it is about. */
export function doubtOfSubject({ text }: Flow): string[] {
  return has(RECORD_ACCESS, text) ? [] : [DOUBTFUL];
}

/** A document says at its top, if anywhere, that it does not hold. */
const TOP = 300;
const TAKEN_BACK = anyOf([
  'this (plan|letter|dpia|document|assessment|version)( has been| was| is)?( now)? (withdrawn|superseded|cancelled|obsolete|no longer (in force|valid|applies))',
]);
/** A letter that takes another back may well say so in capitals. */
const STAMPED = /(?<!\p{L})(?:WITHDRAWN|SUPERSEDED|CANCELLED|OBSOLETE)(?!\p{L})/u;
const IS_TAKEN_BACK =
  'the document says at its top that it has been withdrawn or superseded, so nothing in it counts: send the one that holds';

const UNSENT = anyOf([
  'draft (letter|version|only|not)',
  'not (yet )?(been )?sent',
  'minutes( of| from|:)',
  '(meeting|partnership|practice) minutes',
  'notes of (the |a |our )*(\\p{L}+ )?meeting',
]);
/** Not "our DPIA is still in draft". */
const MARKED_DRAFT = /^\W*[Dd]raft(?!\p{L})|(?<!\p{L})DRAFT(?!\p{L})/u;
/** The heading alone: the first sentence of a letter may speak of somebody's draft. */
const HEADING = 150;
const IS_UNSENT =
  'the document is a draft or the minutes of a meeting, so nothing shows that a letter was sent: send the letter that went to EMIS or TPP';

/**
 * Takes a document and its kind, gives why nothing in it can count, to be told to the sender; null: it
 * may count. A document about something else, one that says that it was withdrawn, and a letter that is
 * only a draft or talked of in minutes give a practice no status. (Design, section 6.)
 */
export function whyItCountsForNothing({ text }: Flow, kind: DocumentKind): string | null {
  if (!has(RECORD_ACCESS, text) && has(OTHER_SUBJECTS, text)) return ABOUT_SOMETHING_ELSE;
  const top = text.slice(0, TOP);
  const isStamped = kind !== 'letter' && STAMPED.test(top);
  if (isStamped || has(TAKEN_BACK, top)) return IS_TAKEN_BACK;
  const heading = text.slice(0, HEADING);
  const isUnsent = has(UNSENT, heading) || MARKED_DRAFT.test(heading);
  if (kind === 'letter' && isUnsent) return IS_UNSENT;
  return null;
}

/** Takes what screening found, gives it with a statement that says only that there is a document. */
export function countingForNothing(screened: Screened, why: readonly string[]): Screened {
  const { document } = screened.said.values;
  const blank = Object.fromEntries(Object.keys(screened.said.values).map((name) => [name, null]));
  const said = { ...screened.said, values: { ...blank, document } } as Screened['said'];
  return { ...screened, said, warnings: [...why, ...screened.warnings] };
}
