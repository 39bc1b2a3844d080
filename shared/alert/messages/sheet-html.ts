import { counted } from '../../coverage/figure-words.ts';
import { type Markup, markup } from '../../release/page/markup.ts';
import { mailStyle } from './mail-style.ts';
import {
  type Block,
  type CountRow,
  type Entry,
  type Line,
  MADE_UP,
  onOneLine,
  type Sheet,
  type Table,
} from './sheet.ts';

/**
 * A sheet as one HTML mail that stands alone: no script, no picture, nothing fetched. Everything that
 * came from outside is escaped.
 */
export function sheetHtml(sheet: Sheet): string {
  const title = onOneLine(sheet.title);
  const page = markup`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${title}</title>
${mailStyle()}
</head>
<body>
<div class="page">
<div class="masthead"><p>${onOneLine(sheet.head)}</p></div>
<div class="main">
<h1>${title}</h1>
${sheet.madeUp ? markup`<p class="made-up"><strong>${MADE_UP}</strong></p>` : null}
${sheet.blocks.map((block) => markup`${blockHtml(block)}\n`)}</div>
<div class="foot">
${sheet.footer.map((line) => markup`<p>${lineHtml(line)}</p>\n`)}</div>
</div>
</body>
</html>
`;
  return page.toString();
}

function blockHtml(block: Block): Markup {
  switch (block.block) {
    case 'heading':
      return markup`<h2>${onOneLine(block.says)}</h2>`;
    case 'paragraph':
      return markup`<p>${lineHtml(block.says)}</p>`;
    case 'list':
      return markup`<ul>${block.items.map((item) => markup`<li>${lineHtml(item)}</li>\n`)}</ul>`;
    case 'commands':
      return markup`<div class="command">${block.lines.map((line) => markup`<p><code>${onOneLine(line)}</code></p>\n`)}</div>`;
    case 'table':
      return tableHtml(block);
    case 'entry':
      return entryHtml(block);
    default:
      return block satisfies never;
  }
}

function entryHtml({ title, says, alerts }: Entry): Markup {
  return markup`<div class="entry">
<h3>${onOneLine(title)}</h3>
${says === null ? null : markup`<p class="about">${lineHtml(says)}</p>\n`}${alerts.map(
  (alert) => markup`<div class="alert">
<p class="what">${lineHtml(alert.title)}</p>
${alert.lines.map((line) => markup`<p>${lineHtml(line)}</p>\n`)}</div>
`,
)}</div>`;
}

function tableHtml({ caption, columns, rows, total }: Table): Markup {
  return markup`<table>
<caption>${onOneLine(caption)}</caption>
<thead><tr>${columns.map((column) => markup`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => markup`<tr>${cells(row)}</tr>\n`)}${total === null ? null : markup`<tr class="total">${cells(total)}</tr>\n`}</tbody>
</table>`;
}

function cells([head, ...counts]: CountRow): Markup {
  return markup`<th scope="row">${onOneLine(head)}</th>${counts.map((count) => markup`<td>${counted(count)}</td>`)}`;
}

function lineHtml(line: Line): Markup {
  return markup`${line.map((piece) => {
    if (typeof piece === 'string') return markup`${spaced(piece)}`;
    if ('strong' in piece) return markup`<strong>${spaced(piece.strong)}</strong>`;
    if ('code' in piece) return markup`<code>${spaced(piece.code)}</code>`;
    return markup`<a href="${piece.link}">${spaced(piece.says)}</a>`;
  })}`;
}

/** On one line, but with the spaces that part it from the pieces beside it. */
function spaced(text: string): string {
  return `${/^\s/.test(text) ? ' ' : ''}${onOneLine(text)}${/\S\s$/.test(text) ? ' ' : ''}`;
}
