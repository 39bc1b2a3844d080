/** Words that turn a statement round. */
const NEGATION =
  /(?<![\p{L}\d])(?:no|not|never|none|nobody|without|cannot|neither|nor|nothing|unable|lack(?:s|ing|ed)?|absence|yet to|failed to|\p{L}+n't)(?![\p{L}\d])/iu;

/** Phrases that hold such a word and turn nothing round. */
const HARMLESS =
  /\b(?:no later than|not later than|no longer than|not only|not just|not limited to|not exceeding|no doubt|no more than|whether or not|if not already|not already|not withstanding|notwithstanding|no exceptions?)\b/gi;

/** A denial that comes after the thing denied: "staff training has not been planned". */
const DENIED_AFTER =
  /^(?: (?:records?|information|entries|patients|staff|sessions?|training))? ?(?:(?:\p{L}+ ){0,3}but (?:\p{L}+ ){0,2}(?:(?:did|was|were|has|have) not|never)\b|(?:still |also |yet )?(?:not|never)\b(?! only)|(?:has|have|had|is|are|was|were|will|would|does|do|did|can)(?: (?:still|also|yet))? (?:not|never|yet to)\b|(?:has|is|was|does|wo|have|are|were|do|ca)n't\b|(?:is|are|remains?) (?:outstanding|missing|lacking|awaited|pending|undecided|unsigned|to be (?:confirmed|decided|agreed|appointed)|tbc)\b|not (?:yet |been )?(?:planned|done|agreed|decided|arranged|in place|required|applicable|started|considered|completed?)\b)/iu;

/** A clause ends where another thought may begin: "no lead yet, but training is booked". */
const CLAUSE_END =
  /[,:(•\n]|[.;!?] | - | (?:but|although|though|while|whereas|however|and then) /giu;
const LOOKED_BEHIND = 60;
const LOOKED_AHEAD = 60;

/**
 * True if what stands from `at` to `end` is denied by its own words or by those around it in the
 * clause, or stands beside a box that nobody ticked.
 */
export function isDenied(text: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - LOOKED_BEHIND), at);
  const clause = before.slice(lastClauseEnd(before));
  if (clause.includes('☐') || isNegative(clause + text.slice(at, end))) return true;
  return DENIED_AFTER.test(text.slice(end, end + LOOKED_AHEAD));
}

/** True if a piece of text holds a word that turns it round. */
export function isNegative(text: string): boolean {
  return NEGATION.test(text.replace(HARMLESS, ''));
}

function lastClauseEnd(text: string): number {
  const ends = [...text.matchAll(CLAUSE_END)];
  const last = ends.at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}
