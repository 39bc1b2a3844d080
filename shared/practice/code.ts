import * as z from 'zod';

/** An ODS organisation code as a practice has it: six characters, upper case. */
export type PracticeCode = string & { readonly __brand: 'PracticeCode' };

/** England: a letter other than I, O, X, Z or W, and five digits; W is Wales (ODS epraccur specification). */
const WELL_FORMED = /^[A-HJ-NP-WY]\d{5}$/;
/** The register also lists the Channel Islands (ALD001), the Isle of Man and odd codes (K0E995). */
const IN_REGISTER = /^[A-Z][A-Z0-9]{5}$/;

/** True for a code that a return may speak of; a Welsh one is well formed and out of scope. */
export function isPracticeCode(text: string): text is PracticeCode {
  return WELL_FORMED.test(text);
}

/** True for any code that a register file may list. */
export function isRegisterCode(text: string): text is PracticeCode {
  return IN_REGISTER.test(text);
}

/** Takes a code as people write it (lower case, spaces), gives it as ODS does, or undefined if it is none. */
export function practiceCode(text: string): PracticeCode | undefined {
  const tidy = text.replace(/\s+/g, '').toUpperCase();
  return isPracticeCode(tidy) ? tidy : undefined;
}

export const PracticeCodeSchema = z.custom<PracticeCode>(
  (v) => typeof v === 'string' && isRegisterCode(v),
  { error: 'not an ODS code of six characters' },
);
