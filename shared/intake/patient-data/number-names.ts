import type { Group } from './digit-groups.ts';

/** So far before a number its name is looked for. */
const NAME_IS_WITHIN = 48;
const NHS_NUMBER =
  /(?:n\W{0,2}h\W{0,2}s|patient|pt|chi)[\s_.-]{0,3}(?:no|num|number|nbr|nr|id|#)(?![a-z])[^\d]{0,30}$/i;
const TELEPHONE =
  /(?<![a-z])(?:(?:tele)?phone(?:s|no|num|number)?|tel(?:no|num|number)?s?|mob(?:iles?)?(?:no|number)?|cell|fax(?:no|number)?|contact|landline|switchboard|bypass)(?![a-z])/i;
/** What may stand between the word and its number: so "call about 7..." names no telephone. */
const FILLER =
  '(?:[\\s:.,;()/-]|numbers?|nos?|num|is|on|at|or|and|back|me|us|him|her|them|the|practice|surgery|office|direct|work|home|line|\\+?\\d[\\d ]{6,14}\\d)';
const NAMED_AS_TELEPHONE = new RegExp(
  `(?:${TELEPHONE.source}|(?<![a-z])(?:call|ring|text|sms|whatsapp)(?![a-z])|(?:^|\\s)[tmf]:)${FILLER}*$`,
  'i',
);
const PATIENT = /(?<![a-z])(?:nhs|patients?|pt|d\W?o\W?b)(?![a-z])/i;
const OTHER =
  /(?<![a-z])(?:serial|s\/n|asset|invoice|purchase order|utr|vat|isbn|imei)(?![a-z])[^\d\n]{0,25}$/i;
const TELEPHONE_AFTER = /^[\s([,-]{0,3}(?:tel(?:ephone)?|phone|mobile|mob|fax)(?![a-z])/i;

/** The text before a number in which its name would stand. */
export function beforeNumber(text: string, start: number): string {
  return text.slice(Math.max(0, start - NAME_IS_WITHIN), start);
}

/** True where the words before a number say that it is a patient's number: then any grouping of it counts. */
export function isNamedNhsNumber(before: string): boolean {
  return NHS_NUMBER.test(before);
}

/** True where they say that it is a number of another kind, such as a serial number. */
export function isNamedAsOther(before: string): boolean {
  return OTHER.test(before);
}

/** True where a telephone is named right before the number or after it. */
export function isNamedAsTelephone(text: string, { start, end }: Group): boolean {
  if (TELEPHONE_AFTER.test(text.slice(end, end + 16))) return true;
  return NAMED_AS_TELEPHONE.test(
    beforeNumber(text, start)
      .split(/[\n\r]/)
      .at(-1)!,
  );
}

/** True for a heading over telephone numbers; not for one over patients' numbers. */
export function isTelephoneHeading(heading: string): boolean {
  const words = heading.replace(/([a-z])([A-Z])/g, '$1 $2');
  return TELEPHONE.test(words) && !PATIENT.test(words);
}
