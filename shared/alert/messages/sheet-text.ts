import { counted } from '../../coverage/figure-words.ts';
import type { Block, Entry, Line, Piece, Sheet, Table } from './sheet.ts';
import { MADE_UP, onOneLine } from './sheet.ts';

const WIDTH = 76;

/** A sheet as plain text, wrapped at 76 columns: readable wherever no HTML is shown. Ends with a line break. */
export function sheetText(sheet: Sheet): string {
  const title = wrapped(onOneLine(sheet.title));
  const parts = [
    wrapped(onOneLine(sheet.head)),
    `${title}\n${'='.repeat(longestLine(title))}`,
    ...(sheet.madeUp ? [wrapped(MADE_UP)] : []),
    ...sheet.blocks.map(blockText),
    '-'.repeat(WIDTH),
    ...sheet.footer.map((line) => wrapped(lineText(line))),
  ];
  return `${parts.join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.block) {
    case 'heading':
      return headed(onOneLine(block.says));
    case 'paragraph':
      return wrapped(lineText(block.says));
    case 'list':
      return block.items.map((item) => wrapped(lineText(item), '- ', '  ')).join('\n');
    case 'commands':
      return block.lines.map((line) => `    ${onOneLine(line)}`).join('\n');
    case 'table':
      return tableText(block);
    case 'entry':
      return entryText(block);
    default:
      return block satisfies never;
  }
}

function headed(says: string): string {
  const lines = wrapped(says);
  return `${lines}\n${'-'.repeat(longestLine(lines))}`;
}

function entryText({ title, says, alerts }: Entry): string {
  const lines = [wrapped(onOneLine(title))];
  if (says !== null) lines.push(wrapped(lineText(says)));
  for (const alert of alerts) {
    lines.push(wrapped(lineText(alert.title), '  * ', '    '));
    for (const line of alert.lines) lines.push(wrapped(lineText(line), '    ', '    '));
  }
  return lines.join('\n');
}

/** Counts under their headings, to the right; rows in the order given. */
function tableText({ caption, columns, rows, total }: Table): string {
  const [first, ...counts] = columns.map(onOneLine) as [string, ...string[]];
  const all = total === null ? rows : [...rows, total];
  const heads = all.map(([head]) => onOneLine(head));
  const width = Math.max(first.length, ...heads.map((head) => head.length));
  const cells = (head: string, texts: readonly string[]) =>
    head.padEnd(width) + texts.map((t, i) => `  ${t.padStart(counts[i]!.length)}`).join('');
  const lines = all.map(([, ...figures], i) => cells(heads[i]!, figures.map(counted)));
  return [wrapped(onOneLine(caption)), '', cells(first, counts), ...lines].join('\n');
}

function lineText(line: Line): string {
  return onOneLine(line.map(pieceText).join(''));
}

function pieceText(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  if ('strong' in piece) return piece.strong;
  return 'code' in piece ? piece.code : `${piece.says}: ${piece.link}`;
}

/** Breaks at spaces only, so that a link stays whole even where it is longer than the line. */
function wrapped(text: string, first = '', later = first): string {
  const lines: string[] = [];
  let line = first;
  let isBegun = false;
  for (const word of text.split(' ')) {
    if (isBegun && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = later;
      isBegun = false;
    }
    line += isBegun ? ` ${word}` : word;
    isBegun = true;
  }
  return [...lines, line].join('\n');
}

function longestLine(text: string): number {
  return Math.max(...text.split('\n').map((line) => line.length));
}
