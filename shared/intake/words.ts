/**
 * The words that cells with a fixed choice may use. Keys are bare (lower case, letters and digits
 * only), so "Opt in", "opt-in" and "OPT_IN" are one spelling.
 */
export type Spellings<T> = {
  readonly meaning: ReadonlyMap<string, T>;
  /** The choice as a remedy names it. */
  readonly choice: string;
};

function spellings<T>(choice: string, list: readonly (readonly [T, string])[]): Spellings<T> {
  const pairs = list.flatMap(([meaning, words]) =>
    words.split(' ').map((word): [string, T] => [word, meaning]),
  );
  return { choice, meaning: new Map(pairs) };
}

/** Takes a cell, gives it as the spelling tables hold it; a tick is a yes. */
export function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[✓✔☑]/gu, 'yes')
    .replace(/[^a-z0-9]+/g, '');
}

export const YES_NO = spellings('yes or no', [
  [true, 'yes y true t 1'],
  [false, 'no n false f 0'],
]);

export const ON_OFF = spellings('on or off', [
  [true, 'on yes y true 1 enabled ticked switchedon turnedon active'],
  [false, 'off no n false 0 disabled unticked notticked switchedoff turnedoff inactive'],
]);

export const DECLARED = spellings(
  'one of: live, paused, opt-in, working towards, not started, other',
  [
    ['live', 'live golive golived gonelive nowlive enabled switchedon'],
    ['paused', 'paused pause onhold deferred postponed'],
    ['opt-in', 'optin optedin optinmodel'],
    ['working-towards', 'workingtowards workingtoward workingtowardslive inprogress'],
    ['not-started', 'notstarted notyetstarted notbegun'],
    ['other', 'other'],
  ] as const,
);

export const OUTCOME = spellings('opt-in or automatic', [
  ['opt-in', 'optin optedin optinmodel'],
  ['automatic', 'automatic auto automaticaccess prospective prospectiveaccess'],
] as const);

export const LEVEL = spellings('icb or national', [
  ['icb', 'icb integratedcareboard'],
  ['national', 'national nhse nhsengland england'],
] as const);

const NOTHING_SAID = new Set(
  'na tbc tba tbd notyet notyetknown notknown unknown notapplicable notavailable nodata'.split(' '),
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

const COMMON = 'maybe pending done complete completed partial planned null nil none started';
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
