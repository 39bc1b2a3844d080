import { type Day, longDay } from '../../../shared/calendar/day.ts';
import {
  type CoverageColumn,
  type CoverageRow,
  DENOMINATORS,
  SCOPE_TYPES,
  type ScopeType,
} from '../../../shared/coverage/coverage-row.ts';
import { figureInWords } from '../../../shared/coverage/figure-words.ts';
import { NOT_KNOWN } from '../../../shared/coverage/scopes.ts';
import type { Row } from '../../../shared/coverage/table.ts';
import { STATUSES, type Status } from '../../../shared/state/decision.ts';
import { clocksIn, clocksView } from '../clocks.ts';
import { choice, pagesView } from '../list/list-links.ts';
import type { Answer, Asked, View } from '../route.ts';
import { tableView } from '../table-view.ts';
import type { CoverageAsk, CoverageSays } from './coverage-says.ts';
import { BENEATH, LEVEL_WORDS, LIST_FILTER, placeFrom } from './place.ts';

const PATH = '/coverage';
const FORM = new Set(['by', 'denominator', 'page']);
/** What a page shows of each row; CSV and JSON have every column. */
const SHOWN = [
  'scope_code',
  'scope_name',
  'practices',
  'live',
  'live_pct',
  'live_pct_lower',
  'live_pct_upper',
  'opt_in',
  'scheduled',
  'paused_by_letter',
  'working_towards',
  'reverted',
  'incomplete',
  'conflict',
  'no_evidence',
  'patients',
  'patients_live_pct',
] as const satisfies readonly CoverageColumn[];

/** The status that a column counts: its own word with hyphens. */
const STATUS_OF = new Map<string, Status>([
  ...STATUSES.map((status) => [status.replaceAll('-', '_'), status] as const),
  // A share leads to the practices that make it up.
  ['live_pct', 'live'],
  ['patients_live_pct', 'live'],
]);
const OF_ALL = new Set(['practices', 'patients']);

/** The page of a table of figures: each leads to the practices behind it, each row to what lies beneath. */
export function coverageView(
  { says, tables }: Answer<CoverageSays>,
  asked: Asked<CoverageAsk>,
): View {
  const { ask, query, clocks } = asked;
  const [table] = tables;
  const part = partShown(table!.rows, ask);
  const own = new Set(says.own);
  const after = clocksIn(query, '&');
  const whole = says.of as CoverageRow | null;
  return {
    view: 'coverage/coverage.njk',
    title: 'Coverage',
    data: {
      wide: true,
      headline: whole === null ? null : headlineOf(whole, says.as_at as Day),
      target: whole === null ? null : targetOf(whole),
      clocks: clocksView(clocks, query, PATH),
      hidden: [...query]
        .filter(([name, value]) => value !== '' && !FORM.has(name))
        .map(([name, value]) => ({ name, value })),
      levels: levelsFor(ask, asked).map((level) => choice(level, LEVEL_WORDS[level][1], ask.by)),
      denominators: DENOMINATORS.map((name) =>
        choice(name, DENOMINATOR_WORDS[name], ask.denominator),
      ),
      up: ask.of ? `${PATH}?by=icb&denominator=${ask.denominator}${after}` : null,
      list: tableView(
        {
          ...table!,
          title: `${LEVEL_WORDS[ask.by][1]}, ${ask.denominator} practices`,
          rows: part.rows,
        },
        { shown: SHOWN, href: (row, key) => hrefOf(row, key, { asked, own, after }) },
      ),
      isEmpty: table!.rows.length === 0,
      pagination: pagesView(PATH, query, part),
      csv: withFormat(query, 'csv'),
      json: `/api/v1${PATH}${query.size === 0 ? '' : `?${query}`}`,
    },
  };
}

/** More PCNs than a page can show at once. */
const ROWS = 200;

function partShown(rows: readonly Row[], { page }: CoverageAsk) {
  const pages = Math.max(1, Math.ceil(rows.length / ROWS));
  const at = Math.min(Number(page ?? 1), pages);
  return { rows: rows.slice((at - 1) * ROWS, at * ROWS), page: at, pages };
}

const DENOMINATOR_WORDS = {
  open: 'Open practices',
  listed: 'Open, with a registered list',
  programme: 'Listed, on a system in the programme',
} as const;

function headlineOf(row: CoverageRow, on: Day): string {
  const word = (column: CoverageColumn) => figureInWords(row, column);
  const name = String(row.scope_name ?? row.scope_code);
  if (row.practices === 0) return `${name} has no such practice on ${longDay(on)}.`;
  return `${name} on ${longDay(on)}: ${word('live')} of ${word('practices')} practices are live (${word('live_pct')}), with ${word('patients_live_pct')} of ${word('patients')} registered patients. Counting every practice of which too little is known as not live gives ${word('live_pct_lower')}, counting it as live ${word('live_pct_upper')}.`;
}

function targetOf(row: CoverageRow): string | null {
  if (row.target_date === null) return null;
  return `The target in force is ${figureInWords(row, 'target_pct')} by ${figureInWords(row, 'target_date')}.`;
}

/** Only cuts that make sense within the place: what lies beneath it, and suppliers. */
function levelsFor(ask: CoverageAsk, { member }: Asked<CoverageAsk>): readonly ScopeType[] {
  const of = ask.of ? placeFrom(ask.of) : null;
  const isSupplier = member.role === 'supplier';
  const levels: readonly ScopeType[] =
    of === null ? SCOPE_TYPES : [of.type, ...allBeneath(of.type), 'supplier'];
  return [...new Set(levels)].filter((level) => !isSupplier || !['sub-icb', 'pcn'].includes(level));
}

function allBeneath(level: ScopeType): readonly ScopeType[] {
  return BENEATH[level].flatMap((next) => (next === 'supplier' ? [] : [next, ...allBeneath(next)]));
}

type Around = {
  readonly asked: Asked<CoverageAsk>;
  readonly own: ReadonlySet<string>;
  readonly after: string;
};

function hrefOf(row: Row, key: string, { asked: { ask }, own, after }: Around): string | null {
  const code = String(row['scope_code']);
  const level = ask.by;
  const isKnown = code !== NOT_KNOWN;
  if (key === 'scope_code' || key === 'scope_name') {
    const [next] = BENEATH[level];
    if (key === 'scope_name' || next === undefined || !isKnown) return null;
    if (next === 'sub-icb' && !own.has(code)) return null;
    const within = level === 'national' ? '' : `&of=${level}:${encodeURIComponent(code)}`;
    return `${PATH}?by=${next}&denominator=${ask.denominator}${within}${after}`;
  }
  if (!own.has(code) && level !== 'national') return null;
  const status = STATUS_OF.get(key);
  if (status === undefined && !OF_ALL.has(key)) return null;
  const filter = LIST_FILTER[level];
  const place = filter === null ? '' : `&${filter}=${encodeURIComponent(code)}`;
  const of = ask.of ? placeFrom(ask.of) : null;
  const wider =
    of === null || of.type === level
      ? ''
      : `&${LIST_FILTER[of.type]}=${encodeURIComponent(of.code)}`;
  const only = status === undefined ? '' : `&status=${status}`;
  return `/practices?denominator=${ask.denominator}${place}${wider}${only}${after}`;
}

function withFormat(query: URLSearchParams, format: string): string {
  const asked = new URLSearchParams(query);
  asked.set('format', format);
  return `${PATH}?${asked}`;
}
