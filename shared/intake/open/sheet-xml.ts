import { SaxesParser } from 'saxes';

/** Thrown for a part that is not well-formed, or not as office programs write it; never leaves `open`. */
export class UnreadableXml extends Error {}

/** Elements within elements: a drawing comes to some 30. */
const MOST_DEEP = 250;
type Decoder = InstanceType<typeof TextDecoder>;

/** Letters that are decoded at once: the text of a whole sheet never stands in memory beside its cells. */
const PIECE = 16 * 1024;

export type Attributes = Readonly<Record<string, string>>;

export type XmlHandlers = {
  /** The element's name without its prefix; attributes as written, save that theirs is taken off too. */
  readonly opened?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly closed?: (name: string) => void;
};

/**
 * Walks an XML part (UTF-8) from its beginning to its end. Throws `UnreadableXml` where it is not
 * well-formed, declares a document type or is a tower of elements; entities are never expanded.
 * What a handler throws passes through.
 */
export function readXml(part: Uint8Array, handlers: XmlHandlers): void {
  const parser = parserFor(handlers);
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  for (let at = 0; at < part.length; at += PIECE) parser.write(piece(utf8, part, at));
  parser.close();
}

function piece(utf8: Decoder, part: Uint8Array, at: number): string {
  try {
    return utf8.decode(part.subarray(at, at + PIECE), { stream: at + PIECE < part.length });
  } catch {
    throw new UnreadableXml();
  }
}

function parserFor({ opened, text, closed }: XmlHandlers): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('error', fail);
  parser.on('doctype', fail);
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > MOST_DEEP) fail();
    opened?.(bareName(name), withoutPrefixes(attributes));
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    closed?.(bareName(name));
  });
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  return parser;
}

function fail(): never {
  throw new UnreadableXml();
}

function bareName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/** Most elements have no attribute with a prefix (as r:id has), and are left alone. */
function withoutPrefixes(attributes: Attributes): Attributes {
  let hasPrefix = false;
  for (const name in attributes) if (name.includes(':')) hasPrefix = true;
  if (!hasPrefix) return attributes;
  const bare: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) bare[bareName(name)] ??= value;
  return bare;
}
