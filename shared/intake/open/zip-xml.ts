/** More than any cell, paragraph or tag of an office program has, by far. */
const LONGEST_RUN = 1024 * 1024;
const LONGEST_COMMENT = 16 * 1024;

/**
 * True for XML as office programs write it: no document type (nor entities, which come with it), and no
 * text, tag or comment so long that a parser which puts it together piece by piece would run out of
 * memory. Whether it is well-formed shows only when it is read.
 */
export function isPlainXml(part: Uint8Array): boolean {
  if (part[0] === 0xff || part[0] === 0xfe) return false;
  let runFrom = 0;
  for (let at = 0; at < part.length; at++) {
    if (part[at] !== LESS_THAN) continue;
    const end = endOfMark(part, at);
    if (end === undefined || at - runFrom > LONGEST_RUN) return false;
    runFrom = end;
    at = end - 1;
  }
  return part.length - runFrom <= LONGEST_RUN;
}

const LESS_THAN = 0x3c;
const QUESTION = 0x3f;
const EXCLAMATION = 0x21;
const HYPHEN = 0x2d;
const BRACKET = 0x5b;

/** Where what begins with "<" ends if it is a comment or the like, else the place behind the "<"; undefined for what must not be. */
function endOfMark(xml: Uint8Array, at: number): number | undefined {
  if (xml[at + 1] === QUESTION) return endsWithin(xml, at, { sign: '?>', most: LONGEST_COMMENT });
  if (xml[at + 1] !== EXCLAMATION) return at + 1;
  if (xml[at + 2] === HYPHEN) return endsWithin(xml, at, { sign: '-->', most: LONGEST_COMMENT });
  if (xml[at + 2] === BRACKET) return endsWithin(xml, at, { sign: ']]>', most: LONGEST_RUN });
  return undefined;
}

function endsWithin(
  xml: Uint8Array,
  at: number,
  { sign, most }: { sign: string; most: number },
): number | undefined {
  const length = Math.min(most, xml.length - at);
  const found = Buffer.from(xml.buffer, xml.byteOffset + at, length).indexOf(sign);
  return found === -1 ? undefined : at + found + sign.length;
}
