import {
  MOST_LETTERS,
  refusedDocument,
  saysNothing,
  TOO_MUCH_TEXT,
  TooMuchText,
} from './document-problem.ts';
import { externalLinks } from './docx-links.ts';
import { readStory, type Story } from './docx-story.ts';
import { StrangeXml, textsInXml } from './docx-xml.ts';
import type { Aside, Opened } from './opened.ts';

type Parts = ReadonlyMap<string, Uint8Array>;

/** Why a Word document is not opened, and what to do. Nothing in a message comes out of the file. */
const REFUSALS = {
  corrupt: {
    problem: 'the Word document is damaged: its text cannot be read',
    remedy:
      'Open it in Word to see that it is whole, save it anew as a Word document (DOCX), and send that.',
  },
  noText: {
    problem:
      'the Word document holds next to no text, or only pictures of text: nothing in it can be read',
    remedy:
      'Send the document in which the text was typed; a typed name and date will do in place of a scanned signature.',
  },
} as const;

/**
 * Takes the parts of a Word file (already guarded against bombs, macros and embedded objects), gives its
 * paragraphs numbered from 1 in reading order: those of the text, table cells among them (an empty one
 * is an empty paragraph), then those of the page headers, each once. Deletions, comments, notes,
 * footers, properties and whatever else holds words are asides. Or why it cannot be opened and what to
 * do. Never throws for what a file holds. (Issue: documents; ADR 7.)
 */
export function openDocx(parts: Parts): Opened {
  try {
    return read(parts);
  } catch (error) {
    if (error instanceof TooMuchText) return refusedDocument(TOO_MUCH_TEXT);
    if (error instanceof StrangeXml) return refusedDocument(REFUSALS.corrupt);
    throw error;
  }
}

function read(parts: Parts): Opened {
  const stories = xmlParts(parts)
    .filter(([name]) => !isData(name))
    .map(([, xml]) => readStory(xml));
  const body = paragraphsOf(stories, 'w:document');
  const header = [...new Set(paragraphsOf(stories, 'w:hdr'))].filter((text) => text !== '');
  const passages = [...body, ...header].map((text, i) => ({ paragraph: i + 1, text }));
  const asides = [...stories.flatMap((story) => story.asides), ...dataIn(parts), ...linksIn(parts)];
  stopAtTooMuch([...passages, ...asides]);
  if (!stories.some(({ root }) => root === 'w:document')) return refusedDocument(REFUSALS.corrupt);
  if (saysNothing(body)) return refusedDocument(REFUSALS.noText);
  return { as: 'document', format: 'DOCX', passages, asides, warnings: [] };
}

function paragraphsOf(stories: readonly Story[], root: string): readonly string[] {
  return stories.flatMap((story) => (story.root === root ? story.paragraphs : []));
}

function xmlParts(parts: Parts): readonly (readonly [name: string, xml: Uint8Array])[] {
  return [...parts].filter(([name]) => /\.xml$/i.test(name));
}

/** Parts of which every word and value counts: properties, and the XML that people attach. */
function isData(name: string): boolean {
  return /^(docProps|customXml)\//i.test(name);
}

function dataIn(parts: Parts): readonly Aside[] {
  return xmlParts(parts).flatMap(([name, xml]) => {
    if (!isData(name)) return [];
    const where = name.startsWith('docProps') ? 'the document properties' : 'custom XML';
    return textsInXml(xml).map((text) => ({ where, text }));
  });
}

function linksIn(parts: Parts): readonly Aside[] {
  return [...parts].flatMap(([name, xml]) => {
    if (!/\.rels$/i.test(name)) return [];
    return externalLinks(xml).map((text) => ({ where: 'a link', text }));
  });
}

function stopAtTooMuch(texts: readonly { readonly text: string }[]): void {
  const letters = texts.reduce((sum, { text }) => sum + text.length, 0);
  if (letters > MOST_LETTERS) throw new TooMuchText();
}
