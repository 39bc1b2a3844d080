import type { ScopeType } from '../../coverage/coverage-row.ts';
import { IN_CSV_ONLY, type Release } from '../release.ts';
import { cellInWords } from './cell-words.ts';
import { CUTS_SHOWN } from './cuts-shown.ts';
import { type Markup, markup } from './markup.ts';
import { HOW_FAR, rowsBy, STATUS_COLUMNS, shortlyNamed } from './picks.ts';
import { tableBox } from './table-box.ts';

const MOST_PRACTICES = 250;
const MOST_CONTRADICTIONS = 20;

/** Coverage by place and supplier, of open practices: how far each is, and where its practices stand. */
export function coverageSection(release: Release): Markup {
  const cuts = CUTS_SHOWN[release.head.scope.type];
  return markup`<section id="coverage" class="page" aria-labelledby="coverage-title">
<h2 id="coverage-title">Coverage by area and supplier</h2>
<p>All tables are of open practices on the day. Areas and list sizes are those of that day. Every column of every level and denominator is in <code>coverage.csv</code>.</p>
${cuts.map((cut) => coverageBy(release, cut))}</section>`;
}

function coverageBy(release: Release, [scope, words]: readonly [ScopeType, string]): Markup | null {
  const rows = shortlyNamed(rowsBy(release, scope));
  if (rows.length === 0) return null;
  const table = release.tables.coverage;
  const names = scope === 'supplier' ? ['scope_name'] : ['scope_name', 'scope_code'];
  return markup`<h3>By ${words}</h3>
${tableBox({ table, id: `coverage-${scope}`, caption: `Live practices, patients and accounts, by ${words}`, columns: [...names, ...HOW_FAR], rows, dense: true })}
${tableBox({ table, id: `statuses-${scope}`, caption: `Status of every open practice, by ${words}`, columns: ['scope_name', ...STATUS_COLUMNS, 'practices'], rows, dense: true, beneath: 'The nine statuses add up to the practices.' })}`;
}

/** When practices were last heard of. */
export function freshnessSection({ tables }: Release): Markup {
  const { freshness: table } = tables;
  return markup`<section id="freshness" aria-labelledby="freshness-title">
<h2 id="freshness-title">${table.title}</h2>
<p>${table.says}</p>
${tableBox({
  table,
  id: 'ages',
  isCaptionHeard: true,
  rows: shortlyNamed(table.rows),
  columns: ['scope_name', ...table.columns.map(({ key }) => key).filter(isNoScope)],
  dense: true,
})}
</section>`;
}

/** Where practices' own word and suppliers' extracts disagree, those with most patients first. */
export function contradictionsSection({ tables }: Release): Markup {
  const { contradictions: table } = tables;
  const isCut = table.rows.length > MOST_CONTRADICTIONS;
  return markup`<section id="contradictions" aria-labelledby="contradictions-title">
<h2 id="contradictions-title">${table.title}</h2>
<p>${table.says}</p>
${tableBox({
  table,
  id: 'contradicted',
  isCaptionHeard: true,
  columns: ['practice_name', 'practice_code', 'icb_code', 'patients', 'means'],
  rows: table.rows.slice(0, MOST_CONTRADICTIONS),
  dense: true,
  beneath: isCut
    ? `The first ${MOST_CONTRADICTIONS} of ${cellInWords(table.rows.length, 'count')}. All of them are in contradictions.csv.`
    : null,
})}
</section>`;
}

/** The practices of one ICB. England's 6,300 are in their CSV only. */
export function practicesSection({ head, tables }: Release): Markup | null {
  const { practices: table } = tables;
  if (head.scope.type === 'national' || IN_CSV_ONLY.has(table.name)) return null;
  if (table.rows.length === 0 || table.rows.length > MOST_PRACTICES) return null;
  const columns = [
    'practice_name',
    'practice_code',
    'system_supplier',
    'status',
    'since',
    'signals',
    'configuration_seen_on',
    'patients',
  ];
  return markup`<section id="practices" aria-labelledby="practices-title">
<h2 id="practices-title">Practices of this ICB</h2>
<p>${table.says} More columns are in <code>practices.csv</code>; <code>rollout state CODE</code> shows the proof behind any one of them.</p>
${tableBox({
  table,
  id: 'every-practice',
  isCaptionHeard: true,
  columns,
  dense: true,
  emptyMeans: { signals: 'None' },
})}
</section>`;
}

function isNoScope(key: string): boolean {
  return !key.startsWith('scope_');
}
