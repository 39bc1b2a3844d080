import { Beside } from './docx-beside.ts';
import * as names from './docx-names.ts';
import { Paragraphs } from './docx-paragraphs.ts';
import { FormField, isOn, symbol, tick } from './docx-ticks.ts';
import { attribute, type Tag, walkXml } from './docx-xml.ts';
import type { Aside } from './opened.ts';

/** What a part of a Word file holds: paragraphs in reading order, and what stands beside them. */
export type Story = {
  /** The local name of its outermost element, Word's own beginning with "w:". */
  readonly root: string;
  readonly paragraphs: readonly string[];
  readonly asides: readonly Aside[];
};

/**
 * Takes an XML part of a Word file, gives its story. Tracked insertions are text; deletions, comments,
 * notes, footers, hidden text, prompts of empty fields and field codes are asides, and so is any text
 * in an element that this does not know. Throws `StrangeXml`.
 */
export function readStory(bytes: Uint8Array): Story {
  const walk = new Walk();
  walkXml(bytes, walk);
  return walk.story();
}

const NAME_AND_VALUE = ['name', 'val', 'value'];

type ContentControl = { isTicked: boolean | undefined; isPrompt: boolean };

class Walk {
  readonly #paragraphs = new Paragraphs();
  readonly #beside = new Beside();
  readonly #controls: ContentControl[] = [];
  readonly #path: string[] = [];
  #field = new FormField();

  opened(tag: Tag): void {
    this.#path.push(tag.name);
    this.#beginBeside(tag);
    this.#noteWritten(tag);
    this.#noteControl(tag);
    this.#noteField(tag);
    this.#beginText(tag);
  }

  text(text: string, { name, uri }: Tag): void {
    if (names.TEXT.includes(name)) this.#say(text);
    else if (names.FIELD_CODE.includes(name)) this.#beside.add('a field', text);
    else if (!names.POSITIONS.test(uri)) this.#beside.add('a part beside the text', text);
  }

  closed({ name }: Tag): void {
    if (name === 'w:checkBox' || name === 'w:ddList') this.#say(this.#field.shows(name));
    if (name === 'w:sdt') this.#controls.pop();
    if (name === 'w:p') {
      if (this.#hasPassages()) this.#paragraphs.end();
      this.#beside.takes('\n');
    }
    if (name === 'w:tc' && this.#hasPassages()) this.#paragraphs.endCell();
    this.#beside.end(this.#path.length);
    if (this.#path.length > 1) this.#path.pop();
  }

  story(): Story {
    const [root = ''] = this.#path;
    return { root, paragraphs: this.#paragraphs.texts(), asides: this.#beside.asides() };
  }

  #beginText(tag: Tag): void {
    const { name } = tag;
    if (name === 'w:p' && this.#hasPassages()) this.#paragraphs.begin();
    if (name === 'w:tc' && this.#hasPassages()) this.#paragraphs.beginCell();
    if (name === 'w:vMerge' && attribute(tag, 'val') !== 'restart') this.#paragraphs.continueCell();
    if (name === 'w:sym') this.#say(symbol(tag));
    // Among the properties of a paragraph, w:tab is where a tab stop stands.
    if (this.#path.at(-2) === 'w:r') this.#say(names.LETTERS.get(name) ?? '');
  }

  #beginBeside(tag: Tag): void {
    const { name } = tag;
    const depth = this.#path.length;
    const [beside, unseen] = [names.BESIDE.get(name), names.UNSEEN.get(name)];
    if (beside !== undefined) this.#beside.begin(beside, { depth, keepsParagraphs: false });
    if (unseen !== undefined) this.#beside.begin(unseen, { depth, keepsParagraphs: true });
    // The property stands in w:r/w:rPr, before the text of the run that it hides.
    const [run, properties] = this.#path.slice(-3);
    if (name === 'w:vanish' && isOn(tag) && run === 'w:r' && properties === 'w:rPr') {
      this.#beside.begin('hidden text', { depth: depth - 2, keepsParagraphs: true });
    }
  }

  #noteWritten({ name, attributes }: Tag): void {
    const named = names.NAMED.get(name);
    for (const { local, value } of attributes) {
      const where =
        names.WRITTEN.get(local) ?? (NAME_AND_VALUE.includes(local) ? named : undefined);
      if (where !== undefined) this.#beside.add(where, value);
    }
  }

  #noteControl(tag: Tag): void {
    const control = this.#controls.at(-1);
    if (tag.name === 'w:sdt') this.#controls.push({ isTicked: undefined, isPrompt: false });
    if (control === undefined) return;
    if (tag.name === 'w:showingPlcHdr') control.isPrompt = isOn(tag);
    if (tag.name === 'checkbox') control.isTicked = false;
    if (tag.name === 'checked' && control.isTicked !== undefined) control.isTicked = isOn(tag);
    if (tag.name === 'w:sdtContent') this.#beginContent(control);
  }

  /** A tick box is what its control says, whatever sign shows it. */
  #beginContent({ isTicked, isPrompt }: ContentControl): void {
    const of = { depth: this.#path.length, keepsParagraphs: true };
    if (isTicked !== undefined) {
      this.#say(tick(isTicked));
      this.#beside.begin('the sign of a tick box', of);
    } else if (isPrompt) {
      this.#beside.begin('the prompt of an empty field', of);
    }
  }

  #noteField(tag: Tag): void {
    if (tag.name === 'w:ffData') this.#field = new FormField();
    this.#field.meet(tag);
  }

  #say(text: string): void {
    if (text === '' || this.#beside.takes(text)) return;
    if (this.#isPassages()) this.#paragraphs.add(text);
    else this.#beside.add('a part beside the text', text);
  }

  #isPassages(): boolean {
    return names.PASSAGE_ROOTS.includes(this.#path[0] ?? '');
  }

  #hasPassages(): boolean {
    return this.#isPassages() && this.#beside.keepsParagraphs();
  }
}
