import type { Clocks } from '../../calendar/clocks.ts';
import { longDay } from '../../calendar/day.ts';
import type { CoverageRow } from '../coverage-row.ts';
import { aligned } from '../coverage-table.ts';
import { changeInWords, counted } from '../figure-words.ts';
import { byCodeNotKnownLast } from '../scopes.ts';
import { CAUSE_WORDS } from './cause-words.ts';
import { CAUSES, type Leg } from './leg.ts';
import type { MovementRow } from './movement.ts';

/** What the page shows: the figures of both ends, one row a scope of one cut, and what lies between them. */
export type MovedPage = {
  readonly from: Clocks;
  readonly to: Clocks;
  readonly before: readonly CoverageRow[];
  readonly after: readonly CoverageRow[];
  readonly rows: readonly MovementRow[];
};

/** The practices that a terminal shows; CSV and JSON have all. */
const MOST = 40;

/**
 * Who moved, as text for a terminal: the figures before, each cause, the figures after, so that they add
 * up before the eyes. Of England one line a cause, in practices and patients; of several scopes one line
 * a scope, in live practices, and only those in which something moved.
 */
export function movedPage(page: MovedPage): string {
  const [first] = page.after;
  if (first === undefined) return 'No practice is in any such scope on that day.\n';
  const isWhole = first.scope_type === 'national';
  const lines = [
    `Who moved from ${longDay(page.from.validAt)} to ${longDay(page.to.validAt)}, of ${first.denominator} practices`,
    '',
    ...(isWhole ? causeByCause(page, first) : scopeByScope(page)),
    '',
    isWhole ? 'Each practice: --practices' : 'Every count: --format csv or json',
  ];
  return lines.map((line) => `${line}\n`).join('');
}

const SHOWN = [
  ['Practices', 'practices'],
  ['Live', 'live'],
  ['Patients', 'patients'],
  ['Patients live', 'patients_live'],
] as const;

function causeByCause({ from, to, before, rows }: MovedPage, after: CoverageRow): string[] {
  const figures = (label: string, row: CoverageRow | undefined) => [
    label,
    ...SHOWN.map(([, key]) => counted(Number(row?.[key] ?? 0))),
  ];
  const causes = CAUSES.map((cause) => {
    const row = rows.find((one) => one.cause === cause);
    const changes = SHOWN.map(([, key]) => changeInWords(row?.[`${key}_change`] ?? 0));
    return [`  ${CAUSE_WORDS[cause].name}`, ...changes];
  });
  const head = ['', ...SHOWN.map(([heading]) => heading)];
  const [start, end] = [longDay(from.validAt), longDay(to.validAt)];
  return aligned([head, figures(start, before[0]), ...causes, figures(end, after)], 1);
}

function scopeByScope({ from, to, before, after, rows }: MovedPage): string[] {
  if (rows.length === 0) return ['Nothing moved.'];
  const causes = CAUSES.filter((cause) =>
    rows.some((row) => row.cause === cause && row.live_change !== 0),
  );
  const codes = [...new Set(rows.map(({ scope_code }) => scope_code))].sort(byCodeNotKnownLast);
  const live = (side: readonly CoverageRow[], code: string) =>
    counted(Number(side.find(({ scope_code }) => scope_code === code)?.live ?? 0));
  const nameOf = (code: string) =>
    [...after, ...before].find(({ scope_code }) => scope_code === code)?.scope_name ?? '';
  const change = (code: string, cause: string) =>
    rows.find((row) => row.scope_code === code && row.cause === cause)?.live_change ?? 0;
  const head = [
    'Code',
    'Name',
    `Live on ${longDay(from.validAt)}`,
    ...causes.map((cause) => CAUSE_WORDS[cause].name),
    `Live on ${longDay(to.validAt)}`,
  ];
  const body = codes.map((code) => [
    code,
    String(nameOf(code)),
    live(before, code),
    ...causes.map((cause) => changeInWords(change(code, cause))),
    live(after, code),
  ]);
  return aligned([head, ...body], 2);
}

/** The practices that moved, a step a line: `A81001  THE SURGERY  scheduled -> live  Real change: …`. */
export function moversPage(legs: readonly Leg[], { from, to }: Pick<MovedPage, 'from' | 'to'>) {
  const title = `Who moved from ${longDay(from.validAt)} to ${longDay(to.validAt)}, practice by practice`;
  const lines = legs
    .slice(0, MOST)
    .map((leg) => [
      leg.practice,
      leg.name ?? '',
      statusesOf(leg),
      `${CAUSE_WORDS[leg.cause].name}: ${leg.because}`,
    ]);
  const more = legs.length - MOST;
  return [
    title,
    '',
    ...(lines.length === 0 ? ['Nobody moved.'] : aligned(lines, 4)),
    ...(more > 0 ? ['', `and ${counted(more)} more: --format csv or json`] : []),
    '',
  ].join('\n');
}

function statusesOf({ from, to }: Leg): string {
  const [was, is] = [from, to].map(
    (standing) => standing?.status.replaceAll('-', ' ') ?? 'not counted',
  );
  return was === is ? was! : `${was} -> ${is}`;
}
