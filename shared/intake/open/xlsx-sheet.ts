import type { Aside } from './opened.ts';
import type { CellContext } from './sheet-cell.ts';
import { cellCollector, type Room, type SheetCells } from './sheet-cells.ts';
import { textCollector } from './sheet-texts.ts';
import { readXml } from './sheet-xml.ts';

type ReadSheet = Pick<SheetCells, 'rows'> & { readonly asides: readonly Aside[] };

/** `number`: which sheet it is, for messages, since its name might be somebody's. */
type Asked = { readonly context: CellContext; readonly room: Room; readonly number: number };

const HEADER_OR_FOOTER = /^(odd|even|first)(Header|Footer)$/;
/** "&L" for the left, "&"Arial,Bold"", "&12" for the size, "&K00FF00" for the colour. */
const LOOK_OF_HEADER = /&(?:"[^"]*"|\d{1,3}|K[0-9A-F]{6}|[A-Z])/gi;

/**
 * Takes the part of a sheet, gives its cells and, as asides, what stands beside them in the same part:
 * header and footer, drop-down lists and prompts, what filters and scenarios hold, and formulas with
 * numbers in them.
 */
export function readSheet(part: Uint8Array, { context, room, number }: Asked): ReadSheet {
  const cells = cellCollector(context, room);
  const beside = textCollector(['val']);
  const margins = textCollector();
  let now: 'cells' | 'margins' | 'beside' = 'beside';
  const collectors = { cells, beside, margins };
  readXml(part, {
    opened: (name, attributes) => {
      if (name === 'sheetData') now = 'cells';
      else if (HEADER_OR_FOOTER.test(name)) now = 'margins';
      collectors[now].opened(name, attributes);
    },
    text: (text) => collectors[now].text(text),
    closed: (name) => {
      collectors[now].closed(name);
      if (name === 'sheetData' || HEADER_OR_FOOTER.test(name)) now = 'beside';
    },
  });
  const { rows, formulas } = cells.take();
  const margin = margins.take().replace(LOOK_OF_HEADER, ' ').trim();
  const asides = [
    { where: `the header or footer of sheet ${number}`, text: margin },
    { where: `a drop-down list, prompt, link or filter of sheet ${number}`, text: beside.take() },
    ...formulas.map(({ cell, text }) => ({
      where: `the formula of cell ${cell} on sheet ${number}`,
      text: text.trim(),
    })),
  ];
  return { rows, asides };
}
