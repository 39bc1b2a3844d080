import type { Aside } from './opened.ts';

type Sink = {
  readonly where: string;
  readonly parts: string[];
  readonly depth: number;
  readonly keepsParagraphs: boolean;
};

/** What stands beside the passages of a Word story, each text once. Asides can hold asides: a deletion in a comment. */
export class Beside {
  readonly #asides = new Map<string, Aside>();
  readonly #sinks: Sink[] = [];

  /** From here on, until the element at this depth ends, all text is beside the passages. */
  begin(where: string, of: { readonly depth: number; readonly keepsParagraphs: boolean }): void {
    this.#sinks.push({ where, parts: [], ...of });
  }

  /** The element at this depth ends, and all that began with it. */
  end(depth: number): void {
    for (let sink = this.#sinks.at(-1); sink?.depth === depth; sink = this.#sinks.at(-1)) {
      this.#sinks.pop();
      this.add(sink.where, sink.parts.join(''));
    }
  }

  /** Takes the text when one is open; false means that the text belongs to the passages. */
  takes(text: string): boolean {
    return this.#sinks.at(-1)?.parts.push(text) !== undefined;
  }

  /** A single sign (that of a tick box) is no news. */
  add(where: string, text: string): void {
    const trimmed = text.trim();
    if (trimmed.length > 1) this.#asides.set(`${where}\n${trimmed}`, { where, text: trimmed });
  }

  keepsParagraphs(): boolean {
    return this.#sinks.every((sink) => sink.keepsParagraphs);
  }

  asides(): readonly Aside[] {
    return [...this.#asides.values()];
  }
}
