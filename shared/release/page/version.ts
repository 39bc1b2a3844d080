import { longDay } from '../../calendar/day.ts';
import type { Row } from '../../coverage/table.ts';
import type { Release } from '../release.ts';
import { cellInWords, momentInWords } from './cell-words.ts';
import { type Markup, markup } from './markup.ts';
import { tableBox } from './table-box.ts';

/** What is listed here of a long restatement log; the whole of it is in its CSV. */
const MOST_RESTATED = 20;

/** Clocks, version and what kind of figures these are, beneath the heading. */
export function versionLines({ head }: Release, status: string): Markup {
  const { clocks, version } = head;
  return markup`<p>As at ${longDay(clocks.validAt)}, from what had been received by ${momentInWords(clocks.knownAt)}, under the rules announced by ${longDay(clocks.rulesAt)}. Version ${version}. ${status}</p>`;
}

/** Why there is another version of the week, near the top of the page; null for a week's first. */
export function amendmentNote(release: Release): Markup | null {
  const { note, version } = release.head;
  if (note === null) return null;
  const count = restatedNow(release).length;
  const restated =
    count === 0
      ? null
      : markup` It restates ${cellInWords(count, 'count')} ${count === 1 ? 'figure' : 'figures'}: see <a href="#restatements">restated figures</a>.`;
  return markup`<div class="inset"><p><strong>Version ${version}.</strong> ${note}${restated}</p></div>`;
}

/** Which figures this version changed, from what to what; null where it changed none. */
export function restatementsSection(release: Release): Markup | null {
  const rows = restatedNow(release);
  if (rows.length === 0) return null;
  const table = release.tables.restatements;
  const isCut = rows.length > MOST_RESTATED;
  return markup`<section id="restatements" aria-labelledby="restatements-title">
<h2 id="restatements-title">Restated figures</h2>
<p>${table.says}</p>
${tableBox({
  table,
  id: 'restated',
  caption: `What version ${release.head.version} changed`,
  columns: ['scope_code', 'denominator', 'figure', 'was', 'is', 'cause'],
  rows: rows.slice(0, MOST_RESTATED).map((row) => inWords(row, release)),
  beneath: isCut
    ? `The first ${MOST_RESTATED} of ${cellInWords(rows.length, 'count')}. All of them are in restatements.csv.`
    : null,
})}
</section>`;
}

/** What this version restates: its own scope before the places in it, else as the log has it. */
function restatedNow({ head, tables }: Release): readonly Row[] {
  const rows = tables.restatements.rows.filter(({ version }) => version === head.version);
  const isOwn = (row: Row) => row['scope_code'] === head.scope.code;
  return [...rows.filter(isOwn), ...rows.filter((row) => !isOwn(row))];
}

/** The figure by its heading, and its values as the coverage tables write them. */
function inWords(row: Row, { tables }: Release): Row {
  const column = tables.coverage.columns.find(({ key }) => key === row['figure']);
  if (column === undefined) return row;
  const [was, is] = [row['was'] ?? null, row['is'] ?? null].map((cell) =>
    cellInWords(cell, column.holds),
  );
  return { ...row, figure: column.heading, was: was!, is: is! };
}
