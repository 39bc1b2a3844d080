import { SaxesParser, type SaxesTagNS } from 'saxes';
import { TooMuchText } from './document-problem.ts';

/** Thrown for XML that no word processor writes; never leaves `openDocx`. */
export class StrangeXml extends Error {}

/** Tables within tables within text boxes come to some 60; a tower of a million tags is an attack. */
const MOST_DEEP = 400;
/** 200 full pages come to some 200,000 tags. */
const MOST_TAGS = 1_000_000;

/** Word's own elements: the usual (transitional) namespace, and that of strict Open XML. */
const WORD = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);

export type Tag = {
  /** The local name; Word's own elements begin with "w:", whatever prefix the file uses. */
  readonly name: string;
  readonly uri: string;
  readonly attributes: readonly { readonly local: string; readonly value: string }[];
};

type Handlers = {
  readonly opened: (tag: Tag) => void;
  readonly closed: (tag: Tag) => void;
  readonly text: (text: string, within: Tag) => void;
};

/**
 * Walks an XML part of a Word file. Throws `StrangeXml` at anything not well-formed, at a document
 * type (Open XML has none; entities would come with it) and at towers of tags; `TooMuchText` at too many.
 */
export function walkXml(bytes: Uint8Array, handlers: Handlers): void {
  const parser = new SaxesParser({ xmlns: true });
  const within: Tag[] = [];
  let tags = 0;
  const say = (text: string) => {
    const tag = within.at(-1);
    if (tag !== undefined && text !== '') handlers.text(text, tag);
  };
  parser.on('error', fail);
  parser.on('doctype', fail);
  parser.on('text', say);
  parser.on('cdata', say);
  parser.on('opentag', (node) => {
    tags += 1;
    if (within.length >= MOST_DEEP) fail();
    if (tags > MOST_TAGS) throw new TooMuchText();
    const tag = tagOf(node);
    within.push(tag);
    handlers.opened(tag);
  });
  parser.on('closetag', () => handlers.closed(within.pop()!));
  parser.write(new TextDecoder().decode(bytes)).close();
}

function fail(): never {
  throw new StrangeXml();
}

function tagOf({ local, uri, attributes }: SaxesTagNS): Tag {
  return { name: WORD.has(uri) ? `w:${local}` : local, uri, attributes: Object.values(attributes) };
}

/** The value of a tag's attribute of this local name, in whatever namespace. */
export function attribute({ attributes }: Tag, localName: string): string | undefined {
  return attributes.find(({ local }) => local === localName)?.value;
}

/**
 * All that an XML part says, text and values of attributes, one by one. What is not well-formed gives
 * what can be made of it: this is screened, never read for facts, and entities are not expanded.
 */
export function textsInXml(xml: string | Uint8Array): readonly string[] {
  const texts: string[] = [];
  const say = (text: string) => void texts.push(text.trim());
  const parser = new SaxesParser();
  parser.on('error', () => undefined);
  parser.on('text', say);
  parser.on('cdata', say);
  parser.on('comment', say);
  parser.on('opentag', ({ attributes }) => {
    for (const [name, value] of Object.entries(attributes)) {
      if (!name.startsWith('xmlns')) say(value);
    }
  });
  parser.write(typeof xml === 'string' ? xml : new TextDecoder().decode(xml)).close();
  return texts.filter((text) => text !== '');
}
