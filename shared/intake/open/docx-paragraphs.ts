import { TooMuchText } from './document-problem.ts';

/** A long DPIA has 2,000, the cells of its tables among them. */
const MOST_PARAGRAPHS = 50_000;

type Slot = { readonly parts: string[]; isBlankCell: boolean };
type Cell = { readonly first: number; isContinued: boolean };

/**
 * The paragraphs of a Word story in reading order, as they are met. A paragraph takes its place where
 * it begins, so that the one around a text box comes before the box's own. Paragraphs without text fall
 * away, but a table cell without any is a blank that somebody left, and stays as one empty paragraph.
 */
export class Paragraphs {
  readonly #slots: Slot[] = [];
  readonly #open: Slot[] = [];
  readonly #cells: Cell[] = [];

  begin(): void {
    this.#open.push(this.#newSlot());
  }

  end(): void {
    this.#open.pop();
  }

  /** Text outside of any paragraph (a tick box may stand there) makes one of its own. */
  add(text: string): void {
    const open = this.#open.at(-1);
    if (open !== undefined) open.parts.push(text);
    else this.#newSlot().parts.push(text);
  }

  beginCell(): void {
    this.#cells.push({ first: this.#slots.length, isContinued: false });
  }

  /** The cell is the lower part of one that is merged downwards: blank by nature. */
  continueCell(): void {
    const cell = this.#cells.at(-1);
    if (cell !== undefined) cell.isContinued = true;
  }

  endCell(): void {
    const cell = this.#cells.pop();
    if (cell === undefined || cell.isContinued) return;
    const blank = this.#slots[cell.first];
    if (blank === undefined) return;
    for (let i = cell.first; i < this.#slots.length; i++) {
      if (textOf(this.#slots[i]!) !== '' || this.#slots[i]!.isBlankCell) return;
    }
    blank.isBlankCell = true;
  }

  #newSlot(): Slot {
    if (this.#slots.length >= MOST_PARAGRAPHS) throw new TooMuchText();
    const slot: Slot = { parts: [], isBlankCell: false };
    this.#slots.push(slot);
    return slot;
  }

  texts(): readonly string[] {
    return this.#slots.flatMap((slot) => {
      const text = textOf(slot);
      return text === '' && !slot.isBlankCell ? [] : [text];
    });
  }
}

function textOf({ parts }: Slot): string {
  return parts.join('').trim();
}
