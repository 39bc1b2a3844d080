import type { Table } from '../../coverage/table.ts';
import { type Markup, markup } from './markup.ts';
import { tableBox } from './table-box.ts';

/** Definitions as generated from the rules, one table after the other. */
export function definitionsSection(definitions: readonly Table[]): Markup | null {
  if (definitions.length === 0) return null;
  return markup`<section id="definitions" class="page" aria-labelledby="definitions-title">
<h2 id="definitions-title">Definitions and rules in force</h2>
<p>Generated from the rules that worked out the figures, so that they cannot say something else.</p>
${definitions.map(
  (table) => markup`<h3>${table.title}</h3>
<p>${table.says}</p>
${tableBox({ table, id: `definitions-${table.name}`, isCaptionHeard: true })}`,
)}</section>`;
}
