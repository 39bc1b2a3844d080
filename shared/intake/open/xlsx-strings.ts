import { MOST_CELLS, MOST_LETTERS, tooMany } from './file-limits.ts';
import { RefusedFile } from './refused-file.ts';
import { BETWEEN } from './sheet-texts.ts';
import { unescaped } from './sheet-value.ts';
import { readXml } from './sheet-xml.ts';

/** The texts that the cells of a workbook share, and which of them no cell shows. */
export type SharedStrings = {
  /** The text of a number; marks it as shown. Undefined: there is no such text. */
  readonly shown: (index: number) => string | undefined;
  /** Texts that stay behind in a file when their cells have gone, many at a time; asked for once, at the end. */
  readonly unshown: () => readonly string[];
};

const TOLD_TOGETHER = 1_000;

/** Takes the part with the shared texts (undefined: there is none), gives them; runs of one text are joined. */
export function sharedStrings(part: Uint8Array | undefined): SharedStrings {
  const texts = part === undefined ? [] : textsOf(part);
  const isShown = new Uint8Array(texts.length);
  return {
    shown: (index) => {
      const text = texts[index];
      if (text !== undefined) isShown[index] = 1;
      return text;
    },
    unshown: () => {
      const unshown: string[] = [];
      while (texts.length > 0) {
        const some = texts.splice(-TOLD_TOGETHER);
        const from = texts.length;
        const left = some.filter((text, at) => text !== '' && isShown[from + at] === 0);
        if (left.length > 0) unshown.push(left.join(BETWEEN));
      }
      return unshown;
    },
  };
}

function textsOf(part: Uint8Array): string[] {
  const texts: string[] = [];
  let letters = 0;
  let text = '';
  let within = 0;
  let isSpelling = false;
  readXml(part, {
    opened: (name) => {
      if (name === 'si') text = '';
      else if (name === 't') within += 1;
      // How a Japanese or Chinese text is spoken, beside the text.
      else if (name === 'rPh') isSpelling = true;
    },
    text: (piece) => {
      if (within > 0 && !isSpelling) text += piece;
    },
    closed: (name) => {
      if (name === 't') within -= 1;
      else if (name === 'rPh') isSpelling = false;
      else if (name === 'si') {
        texts.push(unescaped(text).trim());
        letters += text.length;
        refuseTooMany(texts.length, letters);
      }
    },
  });
  return texts;
}

function refuseTooMany(texts: number, letters: number): void {
  if (texts > MOST_CELLS) throw new RefusedFile(tooMany(null, MOST_CELLS, 'texts'));
  if (letters > MOST_LETTERS) throw new RefusedFile(tooMany(null, MOST_LETTERS, 'letters'));
}
