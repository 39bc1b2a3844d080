import type { Flag, Label, Signal, Status } from './decision.ts';

/** A kebab-case word as the start of a sentence: `paused-by-letter` is `Paused by letter`; opt-in keeps its hyphen, and abbreviations their capitals. */
export function sentenceCase(word: string): string {
  const words = word
    .replaceAll('-', ' ')
    .replace(/\bopt in\b/, 'opt-in')
    .replace(/\b(icb|pcn|dpia)\b/g, (short) => short.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A status as a sentence says it of a practice: "The practice …". */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  'out-of-scope': 'is out of scope',
  conflict: 'is in conflict: two statements about it cannot both be true',
  live: 'is live',
  'opt-in': 'follows an opt-in model',
  scheduled: 'is scheduled to be switched on',
  'paused-by-letter': 'is paused by letter',
  'working-towards': 'is working towards automatic access',
  reverted: 'was live and has been switched off',
  incomplete: 'has sent some of the evidence',
  'no-evidence': 'has given no evidence',
};

export const SIGNAL_WORDS: Readonly<Record<Signal, string>> = {
  'stop-requested': 'The practice has asked its supplier to stop.',
  overdue: 'The switch-on date has passed and no extract shows it live yet.',
  'booking-missed': 'A switch-on date passed and nothing came of it.',
  'held-by-104': 'Code 104 will hold back access for most patients when it is switched on.',
  restricted:
    'Access is on, but code 104 or missing account settings keep it from more patients than policy allows.',
  'supplier-changed': 'It was live on another supplier’s system before.',
  'opt-in-awaiting-extract': 'Its opt-in is complete; no extract since then shows the default off.',
  'review-overdue': 'A review date in its documents has passed.',
  'plan-lapsed': 'The target date in its plan has passed.',
  'judged-out': 'The ICB judged one of its documents out.',
  'change-asked':
    'The ICB has asked for a change to one of its documents, which counts until it is judged out.',
  'declared-live': 'It says itself that it is live; the supplier’s extract does not show it.',
  exempt: 'Its ICB has granted an exemption.',
  'exempt-nationally': 'It has a national exemption and leaves every denominator.',
};

export const FLAG_WORDS: Readonly<Record<Flag, string>> = {
  'register-later-than-day':
    'For part of this nothing is as old as the day asked about: the earliest later register file, or extract for the supplier, was used.',
  'not-in-register': 'No register file lists this code.',
  'supplier-not-known': 'Its system supplier is not known.',
  'letter-time-not-given':
    'The letter is of the cut-off day, and no time was given; it counts as in time.',
  'no-document-seen': 'It rests on a return; no document has been seen.',
  unreviewed: 'One of its documents has not been reviewed and accepted yet.',
  'via-icb': 'Part of this is what the practice said, passed on by its ICB or by NHS England.',
  'via-pcn': 'Part of this is what the practice said, passed on by its primary care network.',
  relayed:
    'The supplier’s extract did not come from the supplier: an ICB or NHS England passed it on.',
  backfilled: 'Part of this was loaded into this service later, as history.',
};

export const LABEL_WORDS: Readonly<Record<Label, string>> = {
  'past-contractual-date': 'It is past the date in the contract.',
  'contract-position-disputed': 'Whether opt-in satisfies the contract is disputed.',
};

/** What a status needs: one sentence for each, for people who read no code. The clauses decide. */
export const STATUS_MEANINGS: Readonly<Record<Status, string>> = {
  'out-of-scope': 'By the register it is no open GP practice in England on that day.',
  conflict:
    'Two statements that count alike cannot both be true: what the register or suppliers say of one date disagrees, or a TPP practice still shows default access on after a complete opt-in.',
  live: 'The latest extract of its system supplier shows default access on.',
  'opt-in':
    'A signed and dated DPIA chose opt-in, the model was advertised, the website updated and the ICB told, and an extract shows default access off. At an EMIS practice that is live or booked, bulk coding with 104 takes the place of the last.',
  scheduled:
    'A date on which it will be switched on, booked or set by the rules of the day, is still to come or has passed too lately to count as missed; or the rules have its supplier switch it on in phases.',
  'paused-by-letter':
    'It sent a letter to its system supplier, did not withdraw it, and the rules of the day let such a letter pause.',
  'working-towards':
    'It agreed a written plan with a lead, a target date that has not passed, staff training, and a process to review records.',
  reverted: 'An earlier extract showed default access on, and the latest shows it off.',
  incomplete:
    'Some of the evidence for live, opt-in, a pause or a plan is there, and not all of it.',
  'no-evidence': 'Nothing has been received that shows a step taken.',
};
