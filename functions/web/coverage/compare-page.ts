import { may } from '../../../shared/access/may.ts';
import { type Day, longDay } from '../../../shared/calendar/day.ts';
import { clocksOfWeek } from '../../../shared/calendar/week.ts';
import { NOT_KNOWN } from '../../../shared/coverage/scopes.ts';
import type { Row } from '../../../shared/coverage/table.ts';
import { linkWith } from '../list/list-links.ts';
import { releasePath } from '../releases/release-links.ts';
import type { Answer, Asked, View } from '../route.ts';
import { tableView } from '../table-view.ts';
import type { CompareAsk, CompareSays } from './compare-says.ts';
import { isSmall } from './figures.ts';
import { BENEATH, LEVEL_WORDS, LIST_FILTER } from './place.ts';
import { clocksOn } from './weeks-asked.ts';
import { weeksForm } from './weeks-form.ts';

const PATH = '/compare';
const SHOWN = [
  'scope_code',
  'scope_name',
  'live_from',
  'live_to',
  'live_change',
  'live_pct_from',
  'live_pct_to',
  'live_pct_change',
  'practices_change',
  'patients_live_pct_from',
  'patients_live_pct_to',
  'patients_live_pct_change',
] as const;

/** The page of two weeks side by side. */
export function compareView(
  { says, tables: [table] }: Answer<CompareSays>,
  asked: Asked<CompareAsk>,
): View {
  const { ask, query, member } = asked;
  const { from, to } = says;
  return {
    view: 'coverage/compare.njk',
    title: 'Compare two weeks',
    data: {
      wide: true,
      form: weeksForm(PATH, { ...ask, from, to }, member.role === 'supplier'),
      published: publishedIn(says, asked),
      isEmpty: table!.rows.length === 0,
      list: tableView(
        {
          ...table!,
          title: `${LEVEL_WORDS[ask.by][1]}, ${ask.denominator} practices`,
          rows: table!.rows.map(inPoints),
        },
        { shown: SHOWN, href: linksOf(says, asked) },
      ),
      moved: `/moved?from=${from}&to=${to}&by=${ask.by}&denominator=${ask.denominator}`,
      csv: linkWith(PATH, query, { format: 'csv' }),
    },
  };
}

/** Changes of percentages with the one decimal that the percentages have. */
function inPoints(row: Row): Row {
  const points = (['live_pct_change', 'patients_live_pct_change'] as const).map((key) => {
    const change = row[key];
    if (typeof change !== 'number' || change === 0) return [key, change ?? null];
    return [key, `${change > 0 ? '+' : '−'}${Math.abs(change).toFixed(1)}`];
  });
  return { ...row, ...Object.fromEntries(points) };
}

/** The releases that the figures are from, with links for who may read them. */
function publishedIn({ from, to, published }: CompareSays, { member }: Asked<CompareAsk>) {
  if (published === null) return null;
  const { place } = published;
  const mayRead = may(member, 'read-release', { kind: 'release', place });
  const one = (week: string, version: string) => ({
    text: `version ${version} of ${longDay(week as Day)}`,
    href: mayRead ? releasePath(week, version, place) : null,
  });
  return [one(from, published.from), one(to, published.to)];
}

/** What lies beneath a place in the later week; null: nothing that its reader may see. */
function beneath({ by, denominator }: CompareAsk, code: string, isSeen: boolean, week: string) {
  const [next] = BENEATH[by];
  if (next === undefined || code === NOT_KNOWN || (isSmall(next) && !isSeen)) return null;
  const within = by === 'national' ? '' : `&of=${by}:${encodeURIComponent(code)}`;
  const clocks = clocksOn(clocksOfWeek(week as Day), '&');
  return `/coverage?by=${next}&denominator=${denominator}${within}${clocks}`;
}

/** Where counts of live practices lead: to those of that week. Published ones were counted under the same clocks. */
function linksOf({ from, to, own }: CompareSays, { ask, member }: Asked<CompareAsk>) {
  const seen = new Set(own);
  const weekOf: Readonly<Record<string, string>> = { live_from: from, live_to: to };
  const filter = LIST_FILTER[ask.by];
  return (row: Readonly<Record<string, unknown>>, key: string): string | null => {
    const code = String(row['scope_code']);
    if (key === 'scope_code') return beneath(ask, code, seen.has(code), to);
    const week = weekOf[key];
    const isSeen = ask.by === 'national' ? member.scope.type === 'england' : seen.has(code);
    if (week === undefined || !isSeen) return null;
    const place = filter === null ? '' : `&${filter}=${encodeURIComponent(code)}`;
    const clocks = clocksOn(clocksOfWeek(week as Day), '&');
    return `/practices?denominator=${ask.denominator}&status=live${place}${clocks}`;
  };
}
