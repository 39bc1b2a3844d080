/** What shows nothing (format and control characters, variation selectors), and the frame of a keycap digit. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?![\t-\r])\p{Cc}|\u20e3/gu;
/** Full-width digits and those of mathematics. */
const OTHER_DIGIT = /[^\P{Nd}\d]/gu;
const PLAIN = /^[\t-~]*$/;

/** Ways to read a text that is not plain. */
const WAYS: readonly ((text: string) => string)[] = [
  (text) => text.replace(INVISIBLE, ''),
  (text) => withPlainDigits(text.replace(INVISIBLE, '')),
  (text) => text.replace(INVISIBLE, '').normalize('NFKC'),
  (text) => withPlainDigits(text.replace(INVISIBLE, ' ')),
];

/**
 * Takes text as written, gives the ways in which it is to be read: without invisible characters, which
 * hide a number from a search; with ordinary digits for full-width ones; with all else in its plain form
 * too (Unicode's NFKC), which makes a small raised 2 before a number a digit of it, so that the others
 * are needed; and with a space for each invisible character, since a zero-width space may stand between
 * groups of digits. Plain text has one reading, itself.
 */
export function readings(text: string): readonly string[] {
  return Array.from(readingsOfAll([text]), ([reading]) => reading!);
}

/** The same for texts that are searched together, such as the cells of a row: each reading is one of all of them. One after the other, since a file's text may be long. */
export function* readingsOfAll(texts: readonly string[]): Generator<readonly string[]> {
  if (texts.every((text) => PLAIN.test(text))) return yield texts;
  let first: readonly string[] | undefined;
  for (const read of WAYS) {
    const reading = texts.map((text) => (PLAIN.test(text) ? text : read(text)));
    if (first === undefined || !isSame(first, reading)) yield reading;
    first ??= reading;
  }
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.every((text, i) => text === others[i]);
}

function withPlainDigits(text: string): string {
  return text.replace(OTHER_DIGIT, (digit) => digit.normalize('NFKC'));
}
