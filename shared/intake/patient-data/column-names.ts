/** A heading is short; what is longer is a sentence about such data. */
const MOST_WORDS = 7;
const LONGEST = 80;
/** To leave most cells alone at little cost. */
const MAY_BE_ONE =
  /nhs|n\.h|pat|pt|name|birth|born|yob|d.{0,4}o.{0,4}b|chi|ni|n\.i|insurance|hosp|mrn|hcn|h.{0,3}c|client|user|medical/i;

const NUMBER = '(?:no|num|number|nbr|nr)';
const PERSON = '(?:patient|pt|client|service user)';
const NAME_OF =
  '(?:fore ?names?|first ?names?|given ?names?|surnames?|last ?names?|family ?names?|middle ?names?|maiden ?names?)';
const ALWAYS: readonly RegExp[] = [
  new RegExp(`\\bnhs ?(?:${NUMBER}s?|id|identifier)\\b(?! of\\b)`),
  new RegExp(
    `\\b${PERSON}s?(?: (?:full|legal|preferred|s))? ?(?:names?|initials|${NAME_OF}|dob|ids?|identifiers?|address(?:es)?|postcodes?)\\b`,
  ),
  new RegExp(`\\b${PERSON} ?(?:${NUMBER}|ref|reference number|nhs)\\b(?! (?:of|longer)\\b)`),
  new RegExp(`^(?:the )?${PERSON}$`),
  new RegExp(`\\bnames? of (?:the )?${PERSON}s?\\b`),
  /\b(?:dob|d o b|d of b|dates? ?of ?birth|birth ?dates?|birthday|year ?of ?birth|birth ?year|yob)\b/,
  /^born(?: on)?$/,
  new RegExp(`^chi$|\\bchi ?${NUMBER}\\b`),
  new RegExp(`\\bni ?${NUMBER}\\b|\\bnino\\b|\\bnational ?insurance\\b`),
  new RegExp(`\\bhosp(?:ital)? ?${NUMBER}\\b|\\bmrn\\b|\\bmedical ?record ?${NUMBER}\\b`),
  new RegExp(`\\bhcn\\b|\\bh c ${NUMBER}\\b|\\bhealth and care ${NUMBER}\\b`),
];
const PART_OF_NAME = new RegExp(`\\b${NAME_OF}\\b`);
const OF_STAFF =
  /\b(?:lead|manager|gp|doctor|dr|contact|staff|signed|signatory|clinician|clinical|author|sender|approver|approved|partner|user|submitter|completed|reviewer|dpo|caldicott|officer|employee)\b/;
const SENTENCE =
  /\b(?:do|does|not|never|please|without|include|including|remove|must|should|are|is|was|we|you|contains?)\b|^no\b/;

/**
 * True for a heading such as "NHS number", "PatientName", "d.o.b.", "Surname" or "Hospital No."; not for
 * counts ("NUMBER_OF_PATIENTS", "patients_104"), for staff ("plan_lead", "GP surname") or a sentence
 * that asks to leave such data out.
 */
export function isNamedLikePatientData(heading: string): boolean {
  if (heading.length > LONGEST || !MAY_BE_ONE.test(heading)) return false;
  const words = plainWords(heading);
  if (words.split(' ').length > MOST_WORDS || SENTENCE.test(words)) return false;
  if (ALWAYS.some((pattern) => pattern.test(words))) return true;
  return PART_OF_NAME.test(words) && !OF_STAFF.test(words);
}

/** "PatientName" and "patient_name (required)" as "patient name", "D.O.B." as "dob". */
function plainWords(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/[([{][^)\]}]*[)\]}]?/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]{2,})([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/(?<![a-z])([a-z])\.(?=[a-z](?![a-z]))/g, '$1')
    .replace(/#/g, ' no ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
