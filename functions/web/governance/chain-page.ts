import { countOf } from '../../../shared/alert/messages/subject-line.ts';
import { type Day, longDay } from '../../../shared/calendar/day.ts';
import { counted } from '../../../shared/coverage/figure-words.ts';
import { choice, linkWith, pagesView } from '../list/list-links.ts';
import type { Answer, Tried, View } from '../route.ts';
import { tableView } from '../table-view.ts';
import type { ChainSays } from './chain-says.ts';
import type { CheckedRelease } from './check-release.ts';

const PATH = '/chain';

/** The page of the chain, with the form that checks a release. `tried`: what was asked of it and cannot be done. */
export function chainView(
  { says, tables }: Answer<ChainSays>,
  query: URLSearchParams,
  tried: Tried | null,
): View {
  const { place, places, links, head, broken } = says;
  return {
    view: 'governance/chain.njk',
    title: 'Chain of releases',
    data: {
      wide: true,
      isEmpty: links === 0,
      summary: summaryOf(says),
      isWhole: broken.length === 0,
      broken: broken.map(sentence),
      head,
      place: placeInWords(place),
      filter:
        places.length < 2
          ? null
          : { action: PATH, places: places.map((one) => choice(one, placeInWords(one), place)) },
      check: checkForm(says, tried),
      table: tableView(tables[0]!, {
        href: (row, key) =>
          key === 'week' && row['manifest'] !== null
            ? `/releases/${row['week']}?version=${row['version']}&place=${place}`
            : null,
      }),
      csv: linkWith(PATH, query, { format: 'csv' }),
      pagination: pagesView(PATH, query, says),
    },
  };
}

function summaryOf({ links, releases, broken, place }: ChainSays): string {
  if (links === 0) return 'Nothing has been published yet.';
  const whole =
    broken.length === 0
      ? 'Every link follows from the one before it.'
      : `${countOf(broken.length, 'thing')} in it ${broken.length === 1 ? 'is' : 'are'} wrong.`;
  const own =
    releases === links
      ? ''
      : ` ${countOf(releases, 'link')} hold a release of ${placeInWords(place)}.`;
  return `${countOf(links, 'link')}. ${whole}${own}`;
}

function checkForm({ weeks, place }: ChainSays, tried: Tried | null) {
  if (weeks.length === 0) return null;
  const typed = tried?.typed['release'] ?? '';
  const error = tried?.wrong.find(({ field }) => field === 'release')?.says;
  return {
    action: `/chain/check?place=${place}`,
    releases: weeks.flatMap(({ week, versions }) =>
      versions.map((version) =>
        choice(`${week}/${version}`, `${longDay(week as Day)}, version ${version}`, typed),
      ),
    ),
    error: error === undefined ? null : { text: error },
  };
}

/** `England`, or `ICB QHM`. */
function placeInWords(place: string): string {
  return place === 'ENGLAND' ? 'England' : `ICB ${place}`;
}

/** The page that is the answer to a check: each thing that was held against another, and what is wrong. */
export function checkedView({ week, version, place, checks }: CheckedRelease): View {
  const isSound = checks.every(({ fails }) => fails.length === 0);
  const what = `${longDay(week as Day)}, version ${version}, ${placeInWords(place)}`;
  return {
    view: 'governance/checked.njk',
    title: isSound ? 'The release is sound' : 'The release is not sound',
    data: {
      what,
      isSound,
      checks: checks.map(({ what: says, fails }) => ({
        says: sentence(withCommas(says)),
        tag:
          fails.length === 0
            ? { text: 'Right', colour: 'green' }
            : { text: 'Wrong', colour: 'red' },
        fails: fails.slice(0, MOST_FAILS).map(sentence),
        more: Math.max(0, fails.length - MOST_FAILS),
      })),
      list: `${PATH}?place=${place}`,
    },
  };
}

const MOST_FAILS = 20;

/** Counts in a check's words, as people read them; hashes and days stay. */
function withCommas(words: string): string {
  return words.replace(/\b\d{4,}(?= (facts|files|uploads|releases)\b)/g, (count) =>
    counted(Number(count)),
  );
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
