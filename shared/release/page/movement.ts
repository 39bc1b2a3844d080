import { longDay } from '../../calendar/day.ts';
import type { ScopeType } from '../../coverage/coverage-row.ts';
import { changeInWords } from '../../coverage/figure-words.ts';
import { CAUSE_WORDS } from '../../coverage/moved/cause-words.ts';
import { CAUSES } from '../../coverage/moved/leg.ts';
import type { Row } from '../../coverage/table.ts';
import type { Release } from '../release.ts';
import { cellInWords, listInWords } from './cell-words.ts';
import { CUTS_SHOWN } from './cuts-shown.ts';
import { type Markup, markup } from './markup.ts';
import { causeName, liveByPlaceAndCause, ownMovement, withCauseNames } from './movement-picks.ts';
import { STATUS_COLUMNS } from './picks.ts';
import { type TableBox, tableBox } from './table-box.ts';

const IN_SHORT = ['cause', 'practices_moved', 'live_change', 'patients_live_change'];
const IN_FULL = [
  'cause',
  'practices_moved',
  'practices_change',
  'live_change',
  'patients_change',
  'patients_live_change',
];
/** Steps that changed a status, of the practices of one ICB. */
const MOST_STEPS = 40;

/** One sentence: by how much the live practices changed since the release compared with, and why. */
export function movementSentence(release: Release): string {
  const since = `the figures of ${longDay(release.head.comparedWith.validAt)}`;
  const { causes, total } = ownMovement(release);
  const change = Number(total?.['live_change'] ?? 0);
  const moving = causes.filter(({ live_change }) => live_change !== 0).toSorted(largestFirst);
  if (moving.length === 0) return `No practice became live or stopped being live since ${since}.`;
  const why = listInWords(moving.map(causeWithChange));
  if (change === 0) {
    return `As many practices are live as in ${since}, as changes cancel out: ${why}.`;
  }
  const size = cellInWords(Math.abs(change), 'count');
  const are = Math.abs(change) === 1 ? 'practice is' : 'practices are';
  return `${size} ${change > 0 ? 'more' : 'fewer'} ${are} live than in ${since}: ${why}.`;
}

/** What the cause behind most of the change means, for readers who stop at the summary. */
export function mainCauseExplained(release: Release): string | null {
  const [main] = ownMovement(release)
    .causes.filter(({ live_change }) => live_change !== 0)
    .toSorted(largestFirst);
  const cause = CAUSES.find((candidate) => candidate === main?.['cause']);
  return cause === undefined
    ? null
    : `${CAUSE_WORDS[cause].name}: ${lowerFirst(CAUSE_WORDS[cause].means)}`;
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function causeWithChange(row: Row): string {
  const name = causeName(row['cause'] ?? null).toLowerCase();
  return `${name} ${changeInWords(Number(row['live_change']))}`;
}

/** The small table of the summary: live practices and their patients, by cause and in all. */
export function movementInShort(release: Release): Markup | null {
  return byCause(release, {
    id: 'summary-causes',
    caption: 'Change since the last release, by cause',
    columns: IN_SHORT,
    dense: true,
    isUnexplained: true,
  });
}

/** The rows of the release's own place, the total last; null where nothing moved. */
function byCause({ head, tables }: Release, box: Omit<TableBox, 'table'>): Markup | null {
  const { causes, total } = ownMovement({ head, tables });
  if (total === undefined) return null;
  return tableBox({
    ...box,
    table: tables.movement,
    rows: withCauseNames([...causes, total]),
    isLastTotal: true,
  });
}

/** Who moved: statuses by cause, the change in live practices by place, and in an ICB each practice's steps. */
export function movementSection(release: Release): Markup {
  return markup`<section id="movement" class="page" aria-labelledby="movement-title">
<h2 id="movement-title">What changed since the last release, and why</h2>
<p>${movementSentence(release)}</p>
<p>Every change of every practice is put down to one cause, and the parts add up to the whole change. Each practice that moved, with one sentence on what is behind it, is in <code>moved.csv</code>.</p>
${byCause(release, {
  id: 'movement-causes',
  caption: 'Change since the last release, by cause',
  columns: IN_FULL,
})}
${byCause(release, {
  id: 'movement-statuses',
  caption: 'Change in each status, by cause',
  columns: ['cause', ...STATUS_COLUMNS.map((key) => `${key}_change`), 'practices_change'],
  dense: true,
})}
${CUTS_SHOWN[release.head.scope.type].map((cut) => liveBy(release, cut))}
${release.head.scope.type === 'icb' ? stepsOfPractices(release) : null}
</section>`;
}

function liveBy(release: Release, [scope, words]: readonly [ScopeType, string]): Markup | null {
  const table = liveByPlaceAndCause(release, scope);
  if (table.rows.length === 0) return null;
  return tableBox({
    table,
    id: `moved-${scope}`,
    caption: `Change in live practices, by ${words} and cause`,
    dense: true,
  });
}

function stepsOfPractices({ tables: { moved } }: Release): Markup | null {
  const steps = moved.rows.filter(({ from_status: from, to_status: to }) => from !== to);
  if (steps.length === 0) return null;
  const isCut = steps.length > MOST_STEPS;
  return tableBox({
    table: moved,
    id: 'steps',
    caption: 'Practices whose status changed',
    columns: ['practice_name', 'practice_code', 'from_status', 'to_status', 'cause', 'because'],
    rows: withCauseNames(steps.slice(0, MOST_STEPS)),
    dense: true,
    emptyMeans: { from_status: 'Not counted', to_status: 'Not counted' },
    beneath: isCut
      ? `The first ${MOST_STEPS} of ${cellInWords(steps.length, 'count')}. All of them are in moved.csv.`
      : null,
  });
}

function largestFirst(a: Row, b: Row): number {
  return Math.abs(Number(b['live_change'])) - Math.abs(Number(a['live_change']));
}
