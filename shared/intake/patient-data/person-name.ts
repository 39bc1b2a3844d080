import { NAMES_OF_PLACES_TOO, NO_NAMES } from './no-names.ts';

const WORD = "(?:(?:[OD]['’])?\\p{Lu}[\\p{L}\\p{M}'’-]{0,30}\\.?)";
const PARTICLE =
  '(?:(?:de|da|di|del|der|den|la|le|van|von|bin|bint|ibn|al|el|ap|ab|dos|du|ter|ten)[ ]){0,2}';
/** "Mr", not "Dr": doctors' names are practices' names. */
const TITLE = '(?:(?:Mrs?|MRS?|Ms|MS|Miss|MISS|Mx|Master|MASTER|Baby|BABY)\\.?[ ])';
const FULL = `${WORD},?(?:[ ]${PARTICLE}${WORD}){1,3}`;
/** A title and what follows it: that is a name whatever its words mean. */
export const TITLED = `${TITLE}${WORD}(?:[ ]${PARTICLE}${WORD}){0,3}`;
/** A whole name in running text: a title and at least one word, or two to four words. */
export const NAME = `(?:${TITLED}|${FULL})(?:[ ]\\((?:Mrs?|Ms|Miss|Mx|Master)\\))?`;

/** What may stand between a name and a date beside it. */
export const BETWEEN = '[\\s,;:()|\\u2010-\\u2015_-]{1,6}';

const WHOLE = new RegExp(`^${NAME}$`, 'u');
const HAS_TITLE = new RegExp(`^${TITLE}|\\(M[A-Za-z]{1,5}\\)$`, 'u');
const ONE_WORD = new RegExp(`^${WORD}$`, 'u');

/** True for a text that is a person's name and no more, such as "Jane Example", "EXAMPLE, Jane (Mrs)" or "Ms Example". */
export function isPersonName(text: string): boolean {
  const tidy = text.trim().replace(/\s+/g, ' ');
  if (tidy.length > 60 || !WHOLE.test(tidy)) return false;
  return HAS_TITLE.test(tidy) || namesNothingElse(tidy);
}

/** True for one word that may be a forename or a surname: two such cells side by side are a name. */
export function isPartOfName(text: string): boolean {
  const tidy = text.trim();
  return tidy.length > 1 && ONE_WORD.test(tidy) && namesNothingElse(tidy);
}

/** At least one of the words can only be a name, and none belongs to an organisation or a paper. */
function namesNothingElse(text: string): boolean {
  const words = text.toLowerCase().split(/[ ,.()]+/);
  const isOwn = (word: string) => word.length > 1 && !NAMES_OF_PLACES_TOO.has(word);
  return words.some(isOwn) && !words.some(isNoName);
}

/** "Follow-Up" is none, "Patel-Smith" may be one. */
function isNoName(word: string): boolean {
  return word !== '' && word.split('-').every((part) => NO_NAMES.has(part));
}
