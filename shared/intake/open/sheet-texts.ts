import { MOST_CELLS, MOST_LETTERS, tooMany } from './file-limits.ts';
import { RefusedFile } from './refused-file.ts';
import { unescaped } from './sheet-value.ts';
import { type Attributes, readXml, type XmlHandlers } from './sheet-xml.ts';

/** Stands between texts that are told together: no number can seem to go on from one to the next. */
export const BETWEEN = ' | ';

/** Attributes that hold what somebody typed; all others are places, sizes and numbers of the program's own. */
const SAYING = [
  ...['name', 'displayName', 'caption', 'title', 'descr', 'author', 'user', 'comment', 'alt'],
  ...['prompt', 'promptTitle', 'error', 'errorTitle', 'display', 'tooltip', 'url'],
];
/** Elements whose pieces, each with its own look, are one text; and the elements that hold those pieces. */
const ONE_TEXT = new Set(['p', 'si', 'is', 'comment', 'threadedComment']);
const PIECE_OF_TEXT = new Set(['t', 'text']);

/** Collects what an XML part says, as `readXml` walks it. */
export type TextCollector = Required<XmlHandlers> & {
  /** All that was said so far; begins anew. */
  readonly take: () => string;
};

/** `also`: attributes that hold text in this kind of part alone. */
export function textCollector(also: readonly string[] = []): TextCollector {
  const saying = [...SAYING, ...also];
  const said = pieces();
  let within = 0;
  let joined = '';
  let single = '';
  let isPiece = false;
  const endSingle = () => {
    said.add(single);
    [single, isPiece] = ['', false];
  };
  const endJoined = () => {
    said.add(joined);
    joined = '';
  };
  return {
    opened: (name, attributes) => {
      endSingle();
      if (ONE_TEXT.has(name)) within += 1;
      isPiece = within > 0 && PIECE_OF_TEXT.has(name);
      addSaying(said, saying, attributes);
    },
    text: (text) => {
      if (isPiece) joined += text;
      else single += text;
    },
    closed: (name) => {
      endSingle();
      if (ONE_TEXT.has(name)) within -= 1;
      if (within === 0) endJoined();
    },
    take: () => {
      endSingle();
      endJoined();
      return said.take();
    },
  };
}

/** All that an XML part says, in one text. */
export function textOf(part: Uint8Array, also: readonly string[] = []): string {
  const collector = textCollector(also);
  readXml(part, collector);
  return collector.take();
}

type Pieces = { readonly add: (text: string) => void; readonly take: () => string };

/** Puts texts together as they come, so that a million of them never stand in memory one by one. */
function pieces(): Pieces {
  let whole = '';
  let some: string[] = [];
  let count = 0;
  let letters = 0;
  const join = () => {
    if (some.length > 0) whole += (whole === '' ? '' : BETWEEN) + some.join(BETWEEN);
    some = [];
  };
  return {
    add: (text) => {
      const told = unescaped(text).trim();
      if (told === '') return;
      count += 1;
      letters += told.length;
      if (count > MOST_CELLS) throw new RefusedFile(tooMany(null, MOST_CELLS, 'texts'));
      if (letters > MOST_LETTERS) throw new RefusedFile(tooMany(null, MOST_LETTERS, 'letters'));
      some.push(told);
      if (some.length >= 1_000) join();
    },
    take: () => {
      join();
      const all = whole;
      whole = '';
      return all;
    },
  };
}

function addSaying(said: Pieces, saying: readonly string[], attributes: Attributes): void {
  for (const name in attributes) {
    if (saying.includes(name)) said.add(attributes[name]!);
  }
}
