import type { Flow } from './flow.ts';
import { anyOf, has, matchesOf } from './phrase.ts';

/**
 * What a template still holds when nobody has filled it in: placeholders, and the name of whoever made
 * it. The BMA's DPIA of 6 October 2023 says "Prepared by the BMA GPC England"; practices also use those
 * of LMCs, ICBs and DPO services. (Domain notes, section 5.)
 */
const PLACEHOLDER =
  /\[(?:[^\]\n]{0,40}\b(?:insert|name|practice|surgery|date|your|enter|add|delete|code|address|supplier|lead|role|details?|tbc)\b[^\]\n]{0,60}|x{2,}|\.{2,}|_{2,})\]|<(?:[^<>@\n]{0,40}\b(?:insert|name|practice|surgery|date|your|enter|add|code|address|supplier|lead|role|details?)\b[^<>@\n]{0,60})>|\b(?:insert|enter) (?:your |the )?(?:practice|surgery|name|date|address|controller)\b|\bclick (?:here|or tap)\b|_{4,}|\b(?:dd|xx)[/.-](?:mm|xx)[/.-](?:yy|xx){1,2}\b|\bx{4,}\b/gi;

const MAKER = anyOf([
  'prepared by (the )?(bma|british medical association|gpc|gpce|nhs|local medical committee|integrated care)',
  'prepared by [^.;\\n]{0,60}(lmc|local medical committee|icb|integrated care board|commissioning support unit|csu|dpo service|nhs england|gp committee)s?',
  'this (document|form|dpia|letter|plan) is a template',
  '(template|model|sample|example|draft) (dpia|letter|plan|data protection impact assessment|implementation plan)',
  '(dpia|letter|plan|data protection impact assessment|implementation plan) template',
]);

/** How many places of a document still wait for somebody to write there. */
export function placeholdersIn({ text }: Flow): number {
  return matchesOf(PLACEHOLDER, text).length;
}

/** True if a document names the maker of the template that it was made from, or says that it is one. */
export function namesItsMaker({ text }: Flow): boolean {
  return has(MAKER, text);
}

/**
 * True for a day that is the template's own: its maker stands right after it ("dated 6 October 2023,
 * prepared by the BMA").
 */
export function isMakersDay({ text }: Flow, end: number): boolean {
  const after = text.slice(end, end + 80);
  return /^[\s,.:;-]*prepared by\b/i.test(after) && has(MAKER, after);
}
