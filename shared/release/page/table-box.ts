import type { Column, Row, Table } from '../../coverage/table.ts';
import { cellOf } from './cell-words.ts';
import { type Markup, markup } from './markup.ts';
import { isForScreenOnly } from './printed-weeks.ts';

/** How one table of the release stands on the page: which columns, which rows, what beneath it. */
export type TableBox = {
  readonly table: Table;
  /** Unlike every other id of the page. */
  readonly id: string;
  readonly caption?: string;
  /** For those who see the page the heading right above says the same as the caption. */
  readonly isCaptionHeard?: boolean;
  /** Keys in the order shown; without them all columns. A key that the table has not got is left out. */
  readonly columns?: readonly string[];
  readonly rows?: readonly Row[];
  /** Where the rest of the rows is, or what else a reader needs right beneath. */
  readonly beneath?: string | null;
  /** Less space in the cells, for a table with many columns. */
  readonly dense?: boolean;
  /** The last row adds up those above it. */
  readonly isLastTotal?: boolean;
  /** In the summary, which must fit a page: the same columns are explained further down. */
  readonly isUnexplained?: boolean;
  /** What an empty cell of a column means, by its key, where it is not that nobody knows. */
  readonly emptyMeans?: Readonly<Record<string, string>>;
};

/**
 * One table as markup: caption, headings with a scope, numbers right aligned, in a box of its own that
 * scrolls on a small screen and can be reached by keyboard. The first column heads its row.
 */
export function tableBox(box: TableBox): Markup {
  const { table, id, caption = table.title, rows = table.rows, beneath = null } = box;
  const columns = columnsOf(box);
  if (rows.length === 0 || columns.length === 0) {
    return markup`<p>${caption}: no rows this week.</p>`;
  }
  const isHidden = isForScreenOnly(rows, columns);
  const kindOf = (i: number) => {
    if (box.isLastTotal && i === rows.length - 1) return 'total';
    return isHidden(rows[i]!) ? 'on-screen' : null;
  };
  return markup`<div class="box" role="region" aria-labelledby="${id}" tabindex="0">
<table class="${widthOf(box, columns)}" data-table="${table.name}">
<caption id="${id}"${box.isCaptionHeard ? markup` class="heard"` : null}><span>${caption}</span></caption>
<thead><tr>${columns.map(headingCell)}</tr></thead>
<tbody>
${rows.map((row, i) => bodyRow(row, columns, { kind: kindOf(i), emptyMeans: box.emptyMeans ?? {} }))}</tbody>
</table>
</div>
${isHidden.anyAtAll ? PRINTED_POINTER : null}${notesBeneath({ rows, columns, beneath })}${box.isUnexplained ? null : meanings(columns)}`;
}

/** More columns than A4 has room for in small print are printed smaller still. */
function widthOf({ dense }: TableBox, columns: readonly Column[]): string {
  if (columns.length > 13) return 'dense wide';
  return dense ? 'dense' : 'usual';
}

function columnsOf({ table, columns }: TableBox): readonly Column[] {
  if (columns === undefined) return table.columns;
  return columns.flatMap((key) => table.columns.find((column) => column.key === key) ?? []);
}

function headingCell({ key, heading, holds }: Column): Markup {
  return markup`<th scope="col" data-key="${key}"${alignment(holds)}>${heading}</th>`;
}

type RowBox = {
  readonly kind: 'total' | 'on-screen' | null;
  readonly emptyMeans: Readonly<Record<string, string>>;
};

function bodyRow(row: Row, columns: readonly Column[], { kind, emptyMeans }: RowBox): Markup {
  const cells = columns.map((column, i) => {
    const isEmpty = (row[column.key] ?? null) === null;
    const text = (isEmpty ? emptyMeans[column.key] : undefined) ?? cellOf(row, column);
    return i === 0
      ? markup`<th scope="row"${alignment(column.holds)}>${text}</th>`
      : markup`<td${alignment(column.holds)}>${text}</td>`;
  });
  return markup`<tr${kind === null ? null : markup` class="${kind}"`}>${cells}</tr>
`;
}

/** Texts, codes and days begin at the left; figures end at the right, `[c]` and No data among them. */
function alignment(holds: Column['holds']): Markup | null {
  if (holds === 'text') return null;
  return holds === 'day' || holds === 'code' ? markup` class="whole"` : markup` class="figure"`;
}

const PRINTED_POINTER = markup`<p class="beneath in-print">The last 13 weeks are printed here. All weeks are on the page on screen, and in the files beside it.</p>
`;

type Beneath = {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly beneath: string | null;
};

function notesBeneath({ rows, columns, beneath }: Beneath): Markup | null {
  const hasConfidential = rows.some((row) => columns.some(({ key }) => row[key] === '[c]'));
  if (!hasConfidential && beneath === null) return null;
  const explained = hasConfidential
    ? '[c]: a count of people, or a share from which one could be worked out, kept confidential.'
    : null;
  return markup`<p class="beneath">${[explained, beneath].filter((text) => text !== null).join(' ')}</p>
`;
}

function meanings(columns: readonly Column[]): Markup | null {
  const noted = columns.filter(({ note }) => note !== undefined);
  if (noted.length === 0) return null;
  return markup`<details class="meanings"><summary>What the columns mean</summary><dl>${noted.map(
    ({ heading, note }) => markup`<dt>${heading}</dt><dd>${note ?? null}</dd>`,
  )}</dl></details>
`;
}
