import { type Day, longDay } from '../../../shared/calendar/day.ts';
import type { ScopeType } from '../../../shared/coverage/coverage-row.ts';
import { counted } from '../../../shared/coverage/figure-words.ts';
import { NOT_KNOWN } from '../../../shared/coverage/scopes.ts';
import type { Row } from '../../../shared/coverage/table.ts';
import { cellInWords } from '../../../shared/release/page/cell-words.ts';
import { clocksIn, clocksView } from '../clocks.ts';
import { choice, linkWith } from '../list/list-links.ts';
import type { Answer, Asked, View } from '../route.ts';
import { tableView } from '../table-view.ts';
import { isSmall } from './figures.ts';
import { FORECAST_LEVELS, type ForecastAsk, forecastPlace } from './forecast-answer.ts';
import type { ForecastSays } from './forecast-says.ts';
import { LEVEL_WORDS, LIST_FILTER } from './place.ts';

const PATH = '/forecast';
const SHOWN = [
  'scope_code',
  'scope_name',
  'live',
  'live_pct',
  'deadline_pct',
  'deadline_pct_lower',
  'deadline_pct_upper',
  'cover_pct',
  'says',
];

/** The page of a forecast. */
export function forecastView(
  { says, tables: [table] }: Answer<ForecastSays>,
  asked: Asked<ForecastAsk>,
): View {
  const { ask, query, clocks, member } = asked;
  const levels = FORECAST_LEVELS.filter((level) => !(member.role === 'supplier' && isSmall(level)));
  const rows = table?.rows ?? [];
  const [first] = rows;
  const of = forecastPlace(ask);
  return {
    view: 'coverage/forecast.njk',
    title: 'Forecast',
    data: {
      wide: true,
      none: noneInWords(says, rows.length),
      history: says.history_to === null ? null : longDay(says.history_to as Day),
      headline: rows.length === 1 ? headlineOf(first!) : null,
      chart: chartOf(rows, asked),
      held: heldInWords(says),
      clocks: clocksView(clocks, query, PATH),
      hidden: [...query]
        .filter(([name, value]) => value !== '' && !FORM.has(name))
        .map(([name, value]) => ({ name, value })),
      of: ask.of || null,
      all: ask.of ? { text: LEVEL_WORDS[says.by][1], href: allOf(says, query) } : null,
      trend: of === null ? null : trendOf(of.type, of.code, query),
      levels: levels.map((level) => choice(level, LEVEL_WORDS[level][1], ask.by)),
      target: ask.target ?? '',
      deadline: ask.deadline ?? '',
      list:
        table === undefined ? null : tableView(table, { shown: SHOWN, href: linksOf(says, asked) }),
      csv: linkWith(PATH, query, { format: 'csv' }),
    },
  };
}

/** The chart of one place, where a share is forecast for a day to come; for whom it cannot be seen the sentence above says the same. */
function chartOf(rows: readonly Row[], { ask, query }: Asked<ForecastAsk>): string | null {
  const [row] = rows;
  const isAhead =
    forecastPlace(ask) !== null &&
    row !== undefined &&
    row['deadline_pct'] !== null &&
    String(row['deadline']) > String(row['history_to']);
  return isAhead ? `/forecast.svg${query.size === 0 ? '' : `?${query}`}` : null;
}

const FORM = new Set(['by', 'of', 'target', 'deadline', 'format']);

/** The forecasts of all places of a level, otherwise as they are asked for now. */
function allOf({ by }: ForecastSays, query: URLSearchParams): string {
  const asked = new URLSearchParams(query);
  asked.delete('of');
  asked.set('by', by);
  return `${PATH}?${asked}`;
}

function trendOf(level: ScopeType, code: string, query: URLSearchParams): string {
  const of = level === 'national' ? '' : `${level}:${encodeURIComponent(code)}`;
  return `/trend?of=${of}${clocksIn(query, '&')}`;
}

function noneInWords({ target }: ForecastSays, rows: number): string | null {
  if (target === null) return 'No target was in force on that day. Name one above.';
  return rows === 0 ? 'Too little history: no extract has shown a practice yet.' : null;
}

function headlineOf(row: Row): string {
  const share = (key: string) => cellInWords(row[key] ?? null, 'share');
  const on =
    row['history_to'] === null
      ? ''
      : `On ${longDay(row['history_to'] as Day)}, the last week that extracts reach, `;
  const now = `${row['scope_name'] ?? row['scope_code']}. ${on}${share('live_pct')} of practices were live (${counted(Number(row['live']))} of ${counted(Number(row['practices']))}). ${row['says']}`;
  if (row['deadline_pct'] === null || row['deadline'] === null) return now;
  return `${now} On ${longDay(row['deadline'] as Day)}: ${share('deadline_pct')} (80% interval: ${share('deadline_pct_lower')} to ${share('deadline_pct_upper')}).`;
}

/** An 80% interval that held less than this is said to be too narrow. */
const LEAST_COVER = 70;

function heldInWords({ held, checked, cover_pct: cover }: ForecastSays): string {
  if (cover === null) return 'There is too little history to test such forecasts on.';
  const short = cover < LEAST_COVER ? ' That is too few: take the interval as too narrow.' : '';
  return `Tested on the past, the 80% interval held ${counted(held)} of ${counted(checked)} outcomes, 1 to 12 weeks ahead: ${cover.toFixed(1)}%.${short}`;
}

/** A place of many leads to its own forecast; live practices that extracts showed at the end of the history to their list. */
function linksOf(says: ForecastSays, { ask, query, member }: Asked<ForecastAsk>) {
  const { own, history_to: upTo } = says;
  const seen = new Set(own);
  const filter = LIST_FILTER[says.by];
  const knownAt = query.get('known-at');
  const known = knownAt ? `&known-at=${encodeURIComponent(knownAt)}` : '';
  return (row: Row, key: string): string | null => {
    const code = String(row['scope_code']);
    if (key === 'scope_code') {
      if (forecastPlace(ask) !== null || code === NOT_KNOWN) return null;
      const asked = new URLSearchParams(query);
      asked.delete('by');
      asked.set('of', `${says.by}:${code}`);
      return `${PATH}?${asked}`;
    }
    const isSeen = filter === null ? member.scope.type === 'england' : seen.has(code);
    if (key !== 'live' || !isSeen || upTo === null) return null;
    const place = filter === null ? '' : `&${filter}=${encodeURIComponent(code)}`;
    return `/practices?denominator=open&status=live${place}&valid-at=${upTo}${known}`;
  };
}
