/** What spreadsheets make of the codes that this programme knows: they keep 15 digits, and the last goes. (Domain facts 2.3.) */
const KNOWN = new Map([
  ['1290331000000100', '1290331000000103'],
  ['1364731000000100', '1364731000000104'],
  ['1364751000000100', '1364751000000106'],
]);

/** Shown to tell of a code that was rounded or shortened. */
export const ROUNDED_CODE_REMEDY =
  'Format the column as Text and type the code again, such as 1364731000000104.';

/** "1.36473E+15", as a spreadsheet shows a long number in a narrow column and then saves it. */
const EXPONENT = /^\d(?:[.,]\d+)?E\+?\d{1,3}$/i;
const EXPONENT_OF_LONG = 9;
/** More digits than a spreadsheet keeps, with nothing but zeros behind the 15th. */
const ROUNDED = /^\d{15}0{1,4}$/;

/**
 * Takes the text of a cell, gives what is wrong with it if it was a long number such as a SNOMED code
 * and a spreadsheet has rounded or shortened it, in words that go on from "cell D7" or a column's name,
 * with the remedy; null for any other text. (Issue: SNOMED codes that Excel has rounded.)
 */
export function roundedCode(text: string): string | null {
  const what = whatHappened(text);
  return what === null ? null : `${what}. ${ROUNDED_CODE_REMEDY}`;
}

function whatHappened(text: string): string | null {
  const last = text.charCodeAt(text.length - 1);
  if (text.length < 4 || text.length > 24 || !(last >= 48 && last <= 57)) return null;
  const known = KNOWN.get(text);
  if (known !== undefined) {
    return `is SNOMED code ${known} as a spreadsheet rounded it to 15 digits (${text})`;
  }
  if (ROUNDED.test(text)) {
    return 'is a long number, such as a SNOMED code, that a spreadsheet rounded to 15 digits: the last digits are lost';
  }
  if (EXPONENT.test(text) && Number(text.split(/E\+?/i)[1]) >= EXPONENT_OF_LONG) {
    return 'is a long number, such as a SNOMED code, that a spreadsheet shortened to its exponent form (as 1.36473E+15): its digits are lost';
  }
  return null;
}
