import { DENOMINATORS } from '../../../shared/coverage/coverage-row.ts';
import { counted } from '../../../shared/coverage/figure-words.ts';
import { sentenceCase } from '../../../shared/state/words.ts';
import { clocksIn, clocksView } from '../clocks.ts';
import { choice, linkWith, pagesView } from '../list/list-links.ts';
import type { Answer, Asked, View } from '../route.ts';
import { tableView } from '../table-view.ts';
import type { ListAsk } from './list-ask.ts';
import type { ListSays } from './list-says.ts';
import { SORTED_BY, type SortedBy } from './list-sort.ts';

const PATH = '/practices';
const PLACES = [
  ['region', 'Region'],
  ['icb', 'ICB'],
  ['sub-icb', 'Sub-ICB'],
  ['pcn', 'PCN'],
  ['supplier', 'System supplier'],
] as const;

/** The page of a list of practices. */
export function listView({ says, tables }: Answer<ListSays>, asked: Asked<ListAsk>): View {
  const { ask, query, clocks } = asked;
  const { practices, patients, by_status, signals } = says;
  const clocksAfter = clocksIn(query, '?');
  return {
    view: 'practices/list.njk',
    title: 'Practices',
    data: {
      wide: true,
      summary: `${counted(practices)} ${practices === 1 ? 'practice' : 'practices'} with ${counted(patients)} registered patients`,
      clocks: clocksView(clocks, query, PATH),
      search: ask.search ?? '',
      hidden: hiddenOf(query),
      statuses: [
        choice('', 'Any status', ask.status ?? null),
        ...by_status.map(({ status, practices: count }) =>
          choice(status, `${sentenceCase(status)} (${counted(count)})`, ask.status ?? null),
        ),
      ],
      signals: [
        choice('', 'Any', ask.signal ?? null),
        ...signals.map((signal) => choice(signal, sentenceCase(signal), ask.signal ?? null)),
      ],
      denominators: [
        choice('', 'Every practice in scope', ask.denominator ?? null),
        ...DENOMINATORS.map((name) => choice(name, sentenceCase(name), ask.denominator ?? null)),
      ],
      filters: PLACES.flatMap(([key, words]) =>
        ask[key]
          ? [{ text: `${words}: ${ask[key]}`, remove: linkWith(PATH, query, { [key]: null }) }]
          : [],
      ),
      list: tableView(tables[0]!, {
        href: (row, key) =>
          key === 'practice_code' ? `${PATH}/${row['practice_code']}${clocksAfter}` : null,
        sort: (key) => sortView(key, asked),
      }),
      isEmpty: practices === 0,
      csv: linkWith(PATH, query, { format: 'csv' }),
      all: `${PATH}${clocksAfter}`,
      pagination: pagesView(PATH, query, says),
    },
  };
}

const FORM = new Set(['search', 'status', 'signal', 'denominator', 'page', 'cursor', 'format']);

/** What the form of the filters does not ask itself, and keeps. */
function hiddenOf(query: URLSearchParams) {
  return [...query]
    .filter(([name, value]) => !FORM.has(name) && value !== '')
    .map(([name, value]) => ({ name, value }));
}

/** A heading sorts by its column; the one that sorts already turns the list round. */
function sortView(key: string, { ask, query }: Asked<ListAsk>) {
  if (!SORTED_BY.includes(key as SortedBy)) return null;
  const isSorted = key === (ask.sort ?? 'practice_code');
  const order = ask.order ?? 'ascending';
  const isTurned = isSorted && order === 'ascending';
  const href = linkWith(PATH, query, { sort: key, order: isTurned ? 'descending' : null });
  return { href, sort: isSorted ? order : ('none' as const) };
}
