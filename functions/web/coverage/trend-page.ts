import { type Day, longDay } from '../../../shared/calendar/day.ts';
import type { ScopeType } from '../../../shared/coverage/coverage-row.ts';
import type { Table } from '../../../shared/coverage/table.ts';
import { HOW_TO_READ_XMR } from '../../../shared/coverage/xmr/xmr-table.ts';
import { cellInWords } from '../../../shared/release/page/cell-words.ts';
import { clocksIn, clocksView } from '../clocks.ts';
import { choice, linkWith } from '../list/list-links.ts';
import type { Answer, Asked, View } from '../route.ts';
import { tableView } from '../table-view.ts';
import { FORECAST_LEVELS } from './forecast-answer.ts';
import { LIST_FILTER } from './place.ts';
import type { TrendAsk, TrendSays } from './trend-says.ts';

const PATH = '/trend';
const WEEKLY = [
  'week',
  'practices',
  'live',
  'live_pct',
  'newly_live',
  'no_longer_live',
  'patients_live_pct',
];
const LIMITS = ['week', 'newly_live', 'mean', 'lower', 'upper', 'variation', 'rule'];

/** The page of a trend: each chart with the table of what it shows. */
export function trendView(
  { says, tables: [trend, xmr] }: Answer<TrendSays>,
  { query, clocks }: Asked<TrendAsk>,
): View {
  const { of, places } = says;
  const asked = of.type === 'national' ? '' : `${of.type}:${of.code}`;
  const chart = (name: string) =>
    `/trend.svg?chart=${name}&of=${encodeURIComponent(asked)}${clocksIn(query, '&')}`;
  const isListed = places.some(({ value }) => value === asked);
  return {
    view: 'coverage/trend.njk',
    title: 'Trend',
    data: {
      wide: true,
      of: of.name,
      clocks: clocksView(clocks, query, PATH),
      hidden: [...query]
        .filter(([name, value]) => value !== '' && name !== 'of' && name !== 'format')
        .map(([name, value]) => ({ name, value })),
      places: [
        ...places.map(({ value, text }) => choice(value, text, asked)),
        ...(isListed ? [] : [choice(asked, of.name, asked)]),
      ],
      coverage: {
        src: chart('coverage'),
        says: coverageInWords(of.name, trend!),
        list: latestFirst(trend!, WEEKLY, linksOf(says, query)),
      },
      newly: {
        // Before the first extract there is nothing to draw.
        src: xmr!.rows.length === 0 ? null : chart('newly-live'),
        says: xmr!.says.replace(` ${HOW_TO_READ_XMR}`, ''),
        list: latestFirst(xmr!, LIMITS, () => null),
      },
      forecast: FORECAST_LEVELS.some((level) => level === of.type)
        ? `/forecast?of=${encodeURIComponent(asked)}${clocksIn(query, '&')}`
        : null,
      csv: linkWith(PATH, query, { format: 'csv' }),
    },
  };
}

function latestFirst(
  table: Table,
  shown: readonly string[],
  href: (row: Table['rows'][number], key: string) => string | null,
) {
  return tableView({ ...table, rows: table.rows.toReversed() }, { shown, href });
}

/** The picture in a sentence: where it begins and where it ends. */
function coverageInWords(name: string, { rows }: Table): string {
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const on = (row: typeof first) =>
    `${cellInWords(row['live_pct'] ?? null, 'share')} of practices on ${longDay(row['week'] as Day)}`;
  const patients = cellInWords(last['patients_live_pct'] ?? null, 'share');
  if (rows.length === 1) return `${name}: live at ${on(last)}, with ${patients} of patients.`;
  return `${name}: live at ${on(first)} and ${on(last)}, then with ${patients} of patients. Each announced target is marked.`;
}

/** A week's live practices, where the reader may see every practice of the place: counted as known by the same clock, under the rules of the week. */
function linksOf({ of, own }: TrendSays, query: URLSearchParams) {
  const filter = LIST_FILTER[of.type as ScopeType];
  const place = filter === null ? '' : `&${filter}=${encodeURIComponent(of.code)}`;
  const knownAt = query.get('known-at');
  const known = knownAt ? `&known-at=${encodeURIComponent(knownAt)}` : '';
  return (row: Table['rows'][number], key: string): string | null => {
    if (!own || (key !== 'live' && key !== 'practices')) return null;
    const status = key === 'live' ? '&status=live' : '';
    return `/practices?denominator=open${status}${place}&valid-at=${row['week']}${known}`;
  };
}
