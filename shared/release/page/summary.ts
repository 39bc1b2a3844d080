import type { Day } from '../../calendar/day.ts';
import type { Release } from '../release.ts';
import { figurePanel, headlineSentences } from './figures.ts';
import { thingsToLookAt } from './look-at.ts';
import { type Markup, markup } from './markup.ts';
import { mainCauseExplained, movementInShort, movementSentence } from './movement.ts';
import { figure, headlineOf, type Pick, rowsWith, STATUS_COLUMNS } from './picks.ts';
import { tableBox } from './table-box.ts';

/** One page that a board can read: the headline, what changed, what is ahead, what is not known. */
export function summarySection(release: Release): Markup {
  const things = thingsToLookAt(release);
  return markup`<section id="summary" aria-labelledby="summary-title">
<h2 id="summary-title">Summary</h2>
<p class="lead">${headlineSentences(release) ?? 'There is no figure for this week.'}</p>
${figurePanel(release)}
<div class="sides">
<div>
<h3>What changed, and why</h3>
<p>${movementSentence(release)} ${mainCauseExplained(release)}</p>
${movementInShort(release)}
</div>
<div>
<h3>The next target</h3>
<p>${targetSentence(headlineOf(release))}</p>
<h3>What is not known</h3>
<p>${unknownSentence(release)}</p>
</div>
</div>
${whereTheyStand(release)}
${
  things.length === 0
    ? null
    : markup`<h3>What to look at first</h3>
<ol>${things.map((thing) => markup`<li>${thing}</li>`)}</ol>`
}
</section>`;
}

/** The nine statuses of the scope's open practices, side by side. */
function whereTheyStand(release: Release): Markup | null {
  const pick = headlineOf(release);
  if (pick === undefined) return null;
  return tableBox({
    table: pick.table,
    id: 'summary-statuses',
    caption: 'Where every open practice stands',
    columns: [...STATUS_COLUMNS, 'practices'],
    rows: [pick.row],
    dense: true,
    isUnexplained: true,
  });
}

/** How far the share of live practices is from the target shown beside it: the difference of the two. */
function targetSentence(pick: Pick | undefined): string {
  const [target, by, share] = ['target_pct', 'target_date', 'live_pct'].map((key) =>
    figure(pick, key),
  );
  if (target === null || by === null || share === null || pick === undefined) {
    return 'No target with a date is in force.';
  }
  const points = Math.round(10 * (numberAt(pick, 'target_pct') - numberAt(pick, 'live_pct'))) / 10;
  const isPast = (pick.row['target_date'] as Day) < (pick.row['as_at'] as Day);
  const named = isPast
    ? `The last target that was announced, ${target} of practices by ${by}, has passed.`
    : `The next target is ${target} of practices by ${by}.`;
  const distance =
    points > 0
      ? `Live practices, at ${share}, are ${points.toFixed(1)} percentage points below it.`
      : `Live practices, at ${share}, have reached it.`;
  return `${named} ${distance}`;
}

function numberAt({ row }: Pick, key: string): number {
  return Number(row[key]);
}

/** Freshness in one sentence or two, from the row of the release's own scope. */
function unknownSentence({ head, tables }: Release): string {
  const { type, code } = head.scope;
  const table = tables.freshness;
  const [row] = rowsWith(table, { scope_type: type, scope_code: code });
  if (row === undefined) return 'How lately practices were heard of is not known.';
  const of = (key: string) => figure({ table, row }, key) ?? 'No data';
  const latest = figure({ table, row }, 'latest_extract');
  const ends = latest === null ? 'No extract has come yet.' : `The latest extract is of ${latest}.`;
  return `Of ${of('practices')} open practices, suppliers’ extracts showed ${of('days_0_to_7')} in the last 7 days, ${of('over_45_days')} last more than 45 days ago, and ${of('never')} never. Whether a practice is live is not certain at ${of('unknown')} of them; that makes the room between the lowest and the highest share. ${ends}`;
}
