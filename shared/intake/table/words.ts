/**
 * The words that cells with a fixed choice may use. Keys are bare (lower case, letters and digits
 * only), so "Opt in", "opt-in" and "OPT_IN" are one spelling.
 */
export type Spellings<T> = {
  readonly meaning: ReadonlyMap<string, T>;
  /** The choice as a remedy names it. */
  readonly choice: string;
  /** The same as a drop-down list has it. */
  readonly choices: readonly string[];
};

type Word<T> = readonly [meaning: T, shown: string, spellings: string];

function spellings<T>(list: readonly Word<T>[]): Spellings<T> {
  const pairs = list.flatMap(([meaning, shown, words]) =>
    [bare(shown), ...words.split(' ')].map((word): [string, T] => [word, meaning]),
  );
  const choices = list.map(([, shown]) => shown);
  const choice = choices.length > 2 ? `one of: ${choices.join(', ')}` : choices.join(' or ');
  return { choice, choices, meaning: new Map(pairs) };
}

/** Takes a cell, gives it as the spelling tables hold it; a tick is a yes, a cross a no. */
export function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[✓✔☑✅]/gu, 'yes')
    .replace(/[✗✘❌]/gu, 'no')
    .replace(/[^a-z0-9]+/g, '');
}

export const YES_NO = spellings([
  [true, 'yes', 'y true t 1 done complete completed inplace'],
  [false, 'no', 'n false f 0 notdone incomplete notcomplete notcompleted notinplace'],
]);

export const ON_OFF = spellings([
  [true, 'on', 'yes y true 1 enabled ticked switchedon turnedon active'],
  [
    false,
    'off',
    'no n false 0 disabled unticked notticked notenabled switchedoff turnedoff inactive',
  ],
]);

export const DECLARED = spellings([
  ['live', 'live', 'golive golived gonelive nowlive enabled switchedon'],
  ['paused', 'paused', 'pause onhold deferred postponed'],
  ['opt-in', 'opt-in', 'optedin optinmodel'],
  ['working-towards', 'working towards', 'workingtoward workingtowardslive inprogress'],
  ['not-started', 'not started', 'notyetstarted notbegun'],
  ['other', 'other', 'other'],
] as const);

export const OUTCOME = spellings([
  ['opt-in', 'opt-in', 'optedin optinmodel'],
  ['automatic', 'automatic', 'auto automaticaccess prospective prospectiveaccess'],
] as const);

export const LEVEL = spellings([
  ['icb', 'icb', 'integratedcareboard'],
  ['national', 'national', 'nhse nhsengland england'],
] as const);

const NOTHING_SAID = new Set(
  [
    'na nk null blank tbc tba tbd tobeconfirmed tobeagreed tobeadvised tobedecided',
    'notyet notyetknown notknown unknown notapplicable notavailable notgiven notprovided',
    'notrecorded nodata nodate pending awaiting awaited',
  ]
    .join(' ')
    .split(' '),
);

/** True for "n/a", "-", "TBC", "not yet", "unknown" and the like: filled, and yet nothing is said. */
export function saysNothing(text: string): boolean {
  return /^[-–—?.]+$/u.test(text) || NOTHING_SAID.has(bare(text));
}

const NO_NAME = new Set('no n none nobody unsigned notsigned vacant'.split(' '));

/** True where a cell that should name a person says that there is none. */
export function namesNobody(text: string): boolean {
  return NO_NAME.has(bare(text));
}

const COMMON = 'maybe done complete completed partial planned none nil started';
const KNOWN_WORDS = new Set([
  ...[YES_NO, ON_OFF, DECLARED, OUTCOME, LEVEL].flatMap(({ meaning }) => [...meaning.keys()]),
  ...NOTHING_SAID,
  ...NO_NAME,
  ...COMMON.split(' '),
]);

/** True for a word of these lists or one as common: it can name no person, so a message may repeat it. */
export function isKnownWord(text: string): boolean {
  return /^[a-z \-_/]{1,24}$/i.test(text) && KNOWN_WORDS.has(bare(text));
}
