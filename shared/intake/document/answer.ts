import { namesNobody, saysNothing } from '../table/words.ts';
import { daysIn } from './days-in-text.ts';
import { FORM_WORDS, NOT_SAID, PROMPTS } from './form-words.ts';
import { isNegative } from './negation.ts';
import { anyOf, has } from './phrase.ts';

const FILLER =
  /[_.\u2026]{3,}|\[[^\]\n]{0,80}\]|<[^<>@\n]{1,80}>|[☐□]|\b(?:dd|xx)[/.-](?:mm|xx)[/.-](?:yy|xx){1,2}\b|\bx{3,}\b/gi;
const AROUND = /^[\s"'():;,*|/=_.?\u2013-]+|[\s"'():;,*|/=_-]+$/g;
const PROMPT = anyOf(PROMPTS);
const OPENS_UNSAID = new RegExp(`^${anyOf(NOT_SAID).source}`, 'iu');
const FORM_WORD = anyOf(FORM_WORDS);

/** Takes what stands after a label, gives it without dots, underscores, placeholders and the form's own words. */
export function tidied(answer: string): string {
  const own = answer.replace(FILLER, ' ').replace(/ {2,}/g, ' ').replace(AROUND, '');
  const prompt = own.search(PROMPT);
  return (prompt < 0 ? own : own.slice(0, prompt)).replace(AROUND, '');
}

/** True for an answer that gives nothing: blank, "TBC", "to be confirmed", "[name]", "____". */
function isBlank(answer: string): boolean {
  const own = tidied(answer);
  return !/[\p{L}\d✓✔☑☒]/u.test(own) || saysNothing(own) || OPENS_UNSAID.test(own);
}

const TITLE = /\b(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sister|Rev) ?\p{Lu}/u;
const NAME =
  /(?<!\p{L})\p{Lu}[\p{L}']*\.?(?: ?\p{Lu}\.)?(?: ?(?<=[. ])\p{Lu}[\p{L}']+){1,3}(?!\p{L})/u;
const ROLE = anyOf([
  '(practice|business|surgery|office|operations|deputy|assistant|it|data|digital|reception) (manager|lead)',
  '(gp|managing|senior|executive|lead|clinical) (partner|gp)',
  '(lead|nurse|clinical) (nurse|practitioner|pharmacist|director)',
  'partners?',
  'caldicott guardian',
  'general manager',
  'managing director',
]);

/**
 * True if an answer names a person or a post ("Dr A Example", "the practice manager"). After a label
 * with its colon any word will do; elsewhere it must look like a name.
 */
export function namesSomebody(answer: string, afterColon = false): boolean {
  if (isBlank(answer)) return false;
  const own = tidied(answer).slice(0, 80);
  if (namesNobody(own) || NO.test(own) || /^(?:vacant|nobody|unsigned)\b/i.test(own)) return false;
  if (NOT_AGREED.test(firstPartOf(answer))) return false;
  const people = own.replace(FORM_WORD, ' ');
  if (/^[\s"'(]*[[<]/.test(answer)) return false;
  if (afterColon && !/^[\s"'(]*[_.]{3}/.test(answer)) return /\p{L}{2}/u.test(people);
  return TITLE.test(people) || NAME.test(people) || has(ROLE, people);
}

/** "Dr A Example has been asked but has not yet agreed" */
const NOT_AGREED =
  /\b(?:(?:has|have) been asked|(?:has|have) not (?:yet )?(?:agreed|accepted)|declined|(?:has|have) (?:resigned|left)|to be (?:confirmed|appointed|agreed|asked))\b/i;

/** The sentence that names somebody. */
function firstPartOf(answer: string): string {
  return answer.slice(0, 80).split(/[.;\n•]/)[0]!;
}

const YES =
  /^(?:yes|y|done|complete(?:d)?|agreed|in place|in progress|ongoing|under ?way|booked|planned|arranged|attached|enclosed|✓|✔|☑|☒)(?!\p{L})/iu;
const NO = /^(?:no|n|none|nil|not|never|nothing|outstanding|x|✗|✘)(?!\p{L})/iu;
/** A cell that holds no more: what comes after it is another line of the form. */
const ONLY_NO = /^(?:no|n|none|nil|x|✗|✘)\.?\s*(?:\n|$)/iu;
const VERB = anyOf([
  'is|are|was|were|be|been|has|have|had|will|shall|must|can|to',
  '\\p{L}{3,}(ed|ing)',
  'supports?|agrees?|accepts?|approves?|recommends?|proceed|content',
  'run|give|send|use|add|apply|set|hold|see|meet|tell|text|write|put|by',
]);
/**
 * What an answer in words comes to: it says so, says that there is none, or says nothing. `enough` is
 * how many words say something even without a verb, since a heading that comes next has none.
 */
export function saidBy(answer: string, enough: number): 'yes' | 'no' | 'nothing' {
  if (isBlank(answer)) return 'nothing';
  const own = tidied(answer);
  if (YES.test(own)) return 'yes';
  if (ONLY_NO.test(own) || (NO.test(own) && !isAssertion(own, enough))) return 'no';
  const sentences = own.split(/(?<=[.;!?]) |\n|•| but /u).filter((each) => !isPrompt(each));
  if (sentences.some((each) => isAssertion(each, enough))) return 'yes';
  return sentences.some(isNegative) ? 'no' : 'nothing';
}

function isAssertion(sentence: string, enough: number): boolean {
  if (isNegative(sentence) || isBlank(sentence)) return false;
  if (daysIn(sentence).length > 0) return true;
  const words = wordsOf(sentence);
  return words >= enough || (words >= 2 && has(VERB, sentence));
}

/** True for a sentence that a form asks of those who fill it in. */
function isPrompt(sentence: string): boolean {
  return /\?\s*$/.test(sentence) || ASKS.test(sentence);
}

const ASKS =
  /^[\s"'•(:\d.)-]*(?:describe|explain|say (?:in|what|why|how)|summari[sz]e|include|consider|outline|identify|state|list|please (?:state|give|describe|explain|list|provide|insert)|insert|how will|how do|how much|how often|how long|how many|what (?:is|are|do|will|information|measures|types)|who else|will you|do you|does the|are there|are you|would they|is there|is it|have you)\b/i;

/** Counts the words of a text. */
export function wordsOf(text: string): number {
  return text.match(/[\p{L}\d][\p{L}\d']*/gu)?.length ?? 0;
}

/** Takes a section of a form, gives how many words of it are its writer's own. */
export function ownWords(section: string): number {
  const sentences = section.replace(FILLER, ' ').split(/(?<=[.;!?]) |\n|•/u);
  const own = sentences.filter((each) => !isPrompt(each) && !has(PROMPT, each));
  return own.reduce((sum, each) => sum + wordsOf(each.replace(FORM_WORD, ' ')), 0);
}
