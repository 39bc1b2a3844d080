import type { Release } from '../release.ts';
import { type Markup, markup } from './markup.ts';
import { byDenominator, HOW_FAR } from './picks.ts';
import { tableBox } from './table-box.ts';

const AS_PUBLISHED = [
  'published_on',
  'scope_code',
  'measure',
  'published_says',
  'published',
  'unit',
  'denominator',
  'arithmetic',
];

/** Denominators side by side, with who is in and out, and the published figures with their arithmetic. */
export function denominatorsSection(release: Release): Markup {
  const { coverage, denominators, published } = release.tables;
  return markup`<section id="denominators" aria-labelledby="denominators-title">
<h2 id="denominators-title">Denominators, and the figures that others published</h2>
<p>A percentage says little without what it is of. Here is the same week by each denominator; every other table of this page is of open practices.</p>
${tableBox({ table: coverage, id: 'by-denominator', caption: 'The same week by each denominator', columns: ['denominator', ...HOW_FAR, 'patients_outside'], rows: byDenominator(release), dense: true })}
<p>${denominators.says} Each code with its reason is in <code>denominator.csv</code>.</p>
${tableBox({ table: denominators, id: 'in-and-out' })}
${
  published.rows.length === 0
    ? null
    : markup`<h3>${published.title}</h3>
<p>${published.says}</p>
${publishedTable(release)}`
}
</section>`;
}

/** The published figures that have one of ours beside them, and all those of the release's own place. */
function publishedTable({ head, tables }: Release): Markup {
  const { published: table } = tables;
  const rows = table.rows.filter(
    (row) => row['ours'] !== null || row['scope_code'] === head.scope.code,
  );
  return tableBox({
    table,
    id: 'published',
    isCaptionHeard: true,
    columns: AS_PUBLISHED,
    rows,
    dense: true,
    beneath:
      rows.length < table.rows.length
        ? 'Published figures of places without a figure of ours are in published.csv.'
        : null,
  });
}
