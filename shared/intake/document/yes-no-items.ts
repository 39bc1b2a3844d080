import type { Flow } from './flow.ts';

/** A line of a checklist: a cell that says something, and the cell after it that says yes or no to it. */
export type Item = {
  readonly at: number;
  readonly end: number;
  readonly text: string;
  readonly isYes: boolean;
};

const ITEM =
  /(?<=^|\n)(?<text>[^\n☐☑☒✓✔][^\n]{3,160})\n(?=(?:(?<yes>(?:yes|y|done|completed?|in place)(?=[ \n,.:;-]|$)|[☒☑✓✔](?=\n|$))|(?:no|n|not (?:done|started|yet|in place|complete)|outstanding)(?=[ \n,.:;-]|$)|[☐✗✘](?=\n|$)))/giu;

/** In a PDF the end of the row before may run into the line: only its last part is answered. */
const PART_END = /[:.;!?] (?=.)/u;

/** Takes a document, gives the lines of it that are answered by yes or no in a cell of their own. */
export function itemsIn({ text }: Flow): Item[] {
  return [...text.matchAll(ITEM)].map((match) => {
    const line = match.groups?.['text'] ?? '';
    const text = line.split(PART_END).at(-1)!;
    const end = match.index + line.length;
    const isYes = match.groups?.['yes'] !== undefined;
    return { at: end - text.length, end, text, isYes };
  });
}
