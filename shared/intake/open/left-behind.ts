import type { Aside } from './opened.ts';

const END_OF_ZIP = Buffer.from('PK\u0005\u0006', 'latin1');
const READ_BY_OTHERS = /\.(xml|rels|vml)$/i;
const BETWEEN = ' | ';

/**
 * Takes a ZIP that the guard let through and its parts, gives the text that no reader of workbooks and
 * Word files looks at: the list of parts with its comments, parts of unknown kinds, spellings beside
 * words (phonetic text), the code names of sheets. To be screened: a program could keep anything there.
 */
export function leftInZip(
  bytes: Uint8Array,
  parts: ReadonlyMap<string, Uint8Array>,
): readonly Aside[] {
  const asides: Aside[] = [{ where: 'the list of parts in the file', text: directoryOf(bytes) }];
  for (const [name, part] of parts) {
    if (!READ_BY_OTHERS.test(name)) {
      asides.push({ where: 'a part of the file that no program shows', text: bare(part) });
    } else if (/^xl\//i.test(name)) {
      asides.push({
        where: 'a text that a workbook keeps beside its cells',
        text: besideCells(part),
      });
    }
  }
  return asides.filter(({ text }) => text.trim() !== '');
}

/** The directory at the end holds every name, and whatever comments a program wrote there. */
function directoryOf(bytes: Uint8Array): string {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.lastIndexOf(END_OF_ZIP);
  return end === -1 ? '' : bare(file.subarray(Math.min(file.readUInt32LE(end + 16), end)));
}

/** As text: what is no letter, digit or mark parts words; the zeros between the letters of UTF-16 do not. */
function bare(part: Uint8Array): string {
  return new TextDecoder()
    .decode(part)
    .replaceAll('\0', '')
    .replace(/\p{Cc}+/gu, BETWEEN);
}

function besideCells(part: Uint8Array): string {
  const xml = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  if (!xml.includes('rPh') && !xml.includes('codeName')) return '';
  const text = xml.toString('utf8');
  const spellings = [...text.matchAll(/<(?:\w+:)?rPh\b[^>]*>(.*?)<\/(?:\w+:)?rPh>/gs)];
  const codeNames = [...text.matchAll(/\bcodeName="([^"]*)"/g)];
  return [...spellings, ...codeNames]
    .map(([, said = '']) => said.replace(/<[^>]*>/g, ''))
    .join(BETWEEN);
}

const STREAM = Buffer.from('stream');
const END_OF_STREAM = Buffer.from('endstream');
const END_OF_PDF = Buffer.from('%%EOF');
/** A text in a PDF, with its brackets; what is in hexadecimal is an id. */
const LITERAL = /\(((?:[^()\\]|\\[\s\S]){4,2000})\)/g;

/**
 * Takes the bytes of a PDF, gives the texts that stand in it in plain outside of its streams (reasons and
 * names of signatures, labels of pages, replacements for what is drawn), and whatever follows its end.
 */
export function leftInPdf(bytes: Uint8Array): readonly Aside[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const literals = [...outsideStreams(file).matchAll(LITERAL)].map(([, text = '']) => text);
  const end = file.lastIndexOf(END_OF_PDF);
  const behind = end === -1 ? '' : bare(file.subarray(end + END_OF_PDF.length));
  const asides: Aside[] = [
    {
      where: 'a text that the file keeps beside its pages',
      text: literals.map(plain).join(BETWEEN),
    },
    { where: 'what follows the end of the document', text: behind },
  ];
  return asides.filter(({ text }) => text.trim() !== '');
}

function outsideStreams(file: Buffer): string {
  const pieces: string[] = [];
  let at = 0;
  while (at < file.length) {
    const begin = file.indexOf(STREAM, at);
    pieces.push(file.toString('latin1', at, begin === -1 ? file.length : begin));
    const end = begin === -1 ? -1 : file.indexOf(END_OF_STREAM, begin);
    if (end === -1) break;
    at = end + END_OF_STREAM.length;
  }
  return pieces.join('\n');
}

/** Texts in UTF-16 begin with a mark, and have a zero before each letter that matters here. */
function plain(literal: string): string {
  return literal
    .replace(/^\u00fe\u00ff/, '')
    .replaceAll('\0', '')
    .replaceAll('\\000', '')
    .replaceAll('\\', '');
}
