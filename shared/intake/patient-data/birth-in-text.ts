import { findInLine } from './birth-in-line.ts';
import { BETWEEN, isPersonName, NAME, TITLED } from './person-name.ts';
import { type LatestYear, mayBeBirth } from './plausible-birth.ts';
import { dateAt } from './written-date.ts';

const LABEL =
  /(?:(?<![a-z])d[\s.]{0,2}o[\s.]{0,2}b|dob|dates?[\s_-]{0,2}of[\s_-]{0,2}birth|birth[\s_-]?(?:date|day)|(?<![a-z])born)(?![a-z])/gi;
const TO_VALUE =
  /[^\p{L}\d(]{0,12}(?:\([^()\d]{1,30}\))?[^\p{L}\d]{0,20}(?:(?:is|was|on)[\s:]{1,3})?/uy;
/** "patients born 1 November 2006 or later" is of nobody; and the NHS was born in 1948. */
const OF_A_GROUP =
  /(?:patients|people|those|anyone|anybody|everyone|everybody|children|individuals|service|nhs|practice|surgery|pcn|programme)(?:\s+(?:who\s+)?(?:are|is|was|were))?\s*$/i;
const OPEN_ENDED =
  /^[\s,(]{0,3}(?:or|and)\s+(?:after|before|later|earlier|older|younger|since|onwards)|^\s+onwards/i;
const CUE =
  /(?<![a-z])(?:patients?|pt|re|name|client|service user|child|mother)(?![a-z])\.?(?:[ ]name)?[\s:.\u2010-\u2015-]{1,4}/giu;
const NAME_THEN_DATE = new RegExp(`(${NAME})${BETWEEN}(?=\\d)`, 'uy');
const TITLED_THEN_DATE = new RegExp(`(?<!\\p{L})${TITLED}${BETWEEN}(?=\\d)`, 'gu');

/**
 * Takes text, gives where in it a date of birth with its person begins, or undefined: a day behind the
 * words "date of birth", "D.O.B." or "born" (which is somebody's, named or not); or without these words
 * a name right before a plausible day, if it has a title or a cue ("Patient:", "Re:"), or fills its line.
 */
export function findBirth(text: string, latestYear: LatestYear): number | undefined {
  return findLabelled(text) ?? findCued(text, latestYear) ?? findInLine(text, latestYear);
}

function findLabelled(text: string): number | undefined {
  for (const { index, 0: label } of text.matchAll(LABEL)) {
    const end = index + label.length;
    TO_VALUE.lastIndex = end;
    TO_VALUE.exec(text);
    const date = dateAt(text, TO_VALUE.lastIndex) ?? dateAt(text, end);
    if (date === undefined || date.day < '1900-01-01') continue;
    const isOfGroup =
      /born$/i.test(label) && OF_A_GROUP.test(text.slice(Math.max(0, index - 40), index));
    if (!isOfGroup && !OPEN_ENDED.test(text.slice(date.end, date.end + 20))) return index;
  }
  return undefined;
}

function findCued(text: string, latestYear: LatestYear): number | undefined {
  for (const { index, 0: cue } of text.matchAll(CUE)) {
    NAME_THEN_DATE.lastIndex = index + cue.length;
    const named = NAME_THEN_DATE.exec(text);
    if (named === null || !isPersonName(named[1]!)) continue;
    if (isBirthAt(text, NAME_THEN_DATE.lastIndex, latestYear)) return index;
  }
  for (const { index, 0: name } of text.matchAll(TITLED_THEN_DATE)) {
    if (isBirthAt(text, index + name.length, latestYear)) return index;
  }
  return undefined;
}

function isBirthAt(text: string, at: number, latestYear: LatestYear): boolean {
  const date = dateAt(text, at);
  return date !== undefined && mayBeBirth(date, latestYear);
}
