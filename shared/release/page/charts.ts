import type { Chart } from '../chart.ts';
import { asItIs, type Markup, markup } from './markup.ts';
import { tableBox } from './table-box.ts';

/**
 * Every chart with its table beneath: folded away on screen, open in print. A picture carries its own
 * title; the heading is for those who do not see it.
 */
export function chartsSection(charts: readonly Chart[]): Markup | null {
  if (charts.length === 0) return null;
  return markup`<section id="charts" class="page" aria-labelledby="charts-title">
<h2 id="charts-title">Charts</h2>
${charts.map(chartFigure)}</section>`;
}

function chartFigure(chart: Chart): Markup {
  const { name, title, says, svg } = chart;
  const shape = isTall(svg) ? 'tall' : 'broad';
  return markup`<figure aria-labelledby="chart-${name}">
<h3 id="chart-${name}" class="heard">${title}</h3>
<div class="box picture ${shape}" role="region" aria-labelledby="chart-${name}" tabindex="0">${asItIs(svg)}</div>
<p>${says}</p>
${figuresIn(chart)}</figure>
`;
}

/** A chart of places shows what the coverage tables have, so that its table is not printed a second time. */
function figuresIn({ name, table }: Chart): Markup {
  const isOfPlaces = table.columns.some(({ key }) => key === 'scope_code');
  return markup`<details${isOfPlaces ? markup` class="on-screen"` : null}><summary>The figures in this chart</summary>
${tableBox({
  table,
  id: `chart-${name}-table`,
  isCaptionHeard: true,
  dense: table.columns.length > 7,
  emptyMeans: NONE,
})}
</details>
${isOfPlaces ? markup`<p class="beneath in-print">The figures in this chart are in the tables of coverage by area below.</p>\n` : null}`;
}

/** Higher than a landscape picture: it gets a page of its own in print rather than small letters. */
function isTall(svg: string): boolean {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return Number(height) > 0.85 * Number(width);
}

/** Of the XmR table: a week that meets no rule, or begins no phase. */
const NONE = { rule: 'None', new_phase: 'None' };
