import { tooMany } from './file-limits.ts';
import type { Aside } from './opened.ts';
import { RefusedFile } from './refused-file.ts';
import { MOST_ASIDES } from './sheet-cells.ts';
import { textCollector } from './sheet-texts.ts';
import { readXml } from './sheet-xml.ts';
import { type Parts, relationsOf } from './xlsx-relations.ts';

/** The parts with the comments on a sheet: the old kind, now called notes, and threads. */
export function commentParts(parts: Parts, sheet: string): readonly string[] {
  return relationsOf(parts, sheet)
    .filter(({ type }) => type === 'comments' || type === 'threadedComment')
    .map(({ target }) => target)
    .filter((target) => parts.has(target));
}

/** What the comments in a part say, each with its cell; `number`: which sheet they stand on. */
export function commentsIn(part: Uint8Array, number: number): readonly Aside[] {
  const asides: Aside[] = [];
  const said = textCollector();
  let where = `a comment on sheet ${number}`;
  const end = () => {
    const text = said.take();
    if (text !== '') asides.push({ where, text });
    if (asides.length > MOST_ASIDES) throw new RefusedFile(TOO_MANY_COMMENTS);
  };
  readXml(part, {
    ...said,
    opened: (name, attributes) => {
      const { ref } = attributes;
      const isComment = (name === 'comment' || name === 'threadedComment') && ref !== undefined;
      if (isComment) {
        end();
        const cell = /^[A-Z]{1,3}\d{1,7}$/.test(ref) ? `, cell ${ref}` : '';
        where = `a comment on sheet ${number}${cell}`;
      }
      said.opened(name, attributes);
    },
  });
  end();
  return asides;
}

const TOO_MANY_COMMENTS = tooMany(null, MOST_ASIDES, 'comments on a sheet');
