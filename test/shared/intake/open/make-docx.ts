import { readFileSync } from 'node:fs';
import { openDocx } from '../../../../shared/intake/open/docx.ts';
import type { Opened, OpenedDocument } from '../../../../shared/intake/open/opened.ts';
import { guardedZip } from '../../../../shared/intake/open/zip-guard.ts';

export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const SPACES = [
  `xmlns:w="${WORD}"`,
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
].join(' ');
/** Enough words for the document not to be an empty one. */
export const LAST = '<w:p><w:r><w:t>These are the last words of the document.</w:t></w:r></w:p>';

export function fixture(name: string): Opened {
  const url = new URL(`./document-fixtures/${name}`, import.meta.url);
  const zip = guardedZip(new Uint8Array(readFileSync(url)));
  if (!zip.ok) throw new Error(zip.refused.problem);
  return openDocx(zip.parts);
}

type Xml = Readonly<Record<string, string>>;

export function open(xml: Xml): Opened {
  const bytes = new TextEncoder();
  return openDocx(new Map(Object.entries(xml).map(([name, text]) => [name, bytes.encode(text)])));
}

/** A document with these elements in its body, and these parts beside. */
export function openBody(body: string, more: Xml = {}): Opened {
  return open({
    'word/document.xml': part('document', `<w:body>${body}${LAST}</w:body>`),
    ...more,
  });
}

export function part(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:${root} ${SPACES}>${content}</w:${root}>`;
}

export function document(opened: Opened): OpenedDocument {
  if (opened.as !== 'document') throw new Error(JSON.stringify(opened));
  return opened;
}

export function paragraphs(opened: Opened): readonly string[] {
  return document(opened).passages.map(({ text }) => text);
}

export function asides(opened: Opened): readonly string[] {
  return document(opened).asides.map(({ where, text }) => `${where}: ${text}`);
}

export const run = (content: string) => `<w:r>${content}</w:r>`;
export const words = (text: string) => run(`<w:t xml:space="preserve">${text}</w:t>`);
export const p = (content: string) => `<w:p>${content}</w:p>`;
export const cell = (content: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
export const table = (...cells: readonly string[]) =>
  `<w:tbl><w:tr>${cells.join('')}</w:tr></w:tbl>`;
export const control = (properties: string, content: string) =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
