import type { Aside } from './opened.ts';
import { BETWEEN, textOf } from './sheet-texts.ts';
import { readXml } from './sheet-xml.ts';
import type { Parts } from './xlsx-relations.ts';

/** Parts that hold nothing that anybody typed, or that are read elsewhere. */
const READ_ELSEWHERE =
  /^(\[content_types\]|xl\/(workbook\d*|sharedstrings\d*|styles\d*|calcchain|theme\/.*))\.xml$|^_xmlsignatures\//;

type Kind = {
  readonly name: RegExp;
  readonly where: string;
  /** Attributes that hold text in parts of this kind. */
  readonly saying?: readonly string[];
};

/** What else there is in a workbook, in the words of a message; the first that fits counts. */
const KINDS: readonly Kind[] = [
  { name: /^xl\/persons/, where: 'the author of a comment' },
  { name: /^xl\/drawings\//, where: 'a text box, or the description of a picture' },
  { name: /^xl\/charts/, where: 'a chart' },
  { name: /^xl\/tables\//, where: 'the name of a table or of its columns' },
  {
    name: /^xl\/pivot/,
    where: 'a pivot table, which keeps a copy of the rows that it counts',
    saying: ['v'],
  },
  { name: /^xl\/revisions\//, where: 'the history of changes that the workbook keeps' },
  { name: /^docprops\//, where: 'the document properties' },
  { name: /^customxml\//, where: 'data that a form or a server left in the file' },
  { name: /./, where: 'a hidden part of the file' },
];

/**
 * Takes the parts of a workbook and the names of those that were read (its sheets and their comments),
 * gives what all others say: text boxes, properties, pivot tables and whatever else there is, so that
 * no text in the file stays unscreened.
 */
export function asidesIn(parts: Parts, read: ReadonlySet<string>): readonly Aside[] {
  const asides: Aside[] = [];
  for (const [name, part] of parts) {
    if (read.has(name) || READ_ELSEWHERE.test(name)) continue;
    if (name.endsWith('.rels')) asides.push({ where: 'a hyperlink', text: linksFrom(part) });
    else if (name.endsWith('.vml')) asides.push({ where: 'a text box', text: withoutTags(part) });
    else if (name.endsWith('.xml')) {
      const { where, saying } = KINDS.find((kind) => kind.name.test(name))!;
      asides.push({ where, text: textOf(part, saying) });
    }
  }
  return asides;
}

/** Addresses outside the file; what is written in them as "%20" is a space. */
function linksFrom(rels: Uint8Array): string {
  const links: string[] = [];
  readXml(rels, {
    opened: (tag, { Target = '', TargetMode = '' }) => {
      if (tag === 'Relationship' && TargetMode.toLowerCase() === 'external') links.push(Target);
    },
  });
  return links.join(BETWEEN).replace(/%([0-7][0-9a-f])/gi, (_, code: string) => {
    return String.fromCharCode(Number.parseInt(code, 16));
  });
}

/** Drawings of the old kind (VML) are not always well-formed. What a program notes of a control there is left out: places and sizes. */
function withoutTags(part: Uint8Array): string {
  const pieces = new TextDecoder().decode(part).split('<x:ClientData');
  const typed = pieces.map((piece, i) => (i === 0 ? piece : behind(piece, '</x:ClientData>')));
  return typed
    .join('')
    .replace(/<[^<>]*>?\s*/g, '|')
    .replace(/\|+/g, BETWEEN)
    .trim()
    .replace(/^\|$/, '');
}

function behind(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at === -1 ? text : text.slice(at + mark.length);
}
