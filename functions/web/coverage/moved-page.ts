import { type Day, longDay } from '../../../shared/calendar/day.ts';
import type { ScopeType } from '../../../shared/coverage/coverage-row.ts';
import { changeInWords, counted } from '../../../shared/coverage/figure-words.ts';
import type { Row } from '../../../shared/coverage/table.ts';
import { linkWith } from '../list/list-links.ts';
import type { Answer, Asked, View } from '../route.ts';
import { tableView } from '../table-view.ts';
import type { MovedAsk, MovedSays } from './moved-says.ts';
import { LEVEL_WORDS, LIST_FILTER } from './place.ts';
import { weeksForm } from './weeks-form.ts';

const PATH = '/moved';

/** The page of what changed between two weeks. */
export function movedView(
  { says, tables: [, sums] }: Answer<MovedSays>,
  { ask, query, member }: Asked<MovedAsk>,
): View {
  const { from, to } = says;
  const isSupplier = member.role === 'supplier';
  const own = new Set(says.own);
  const movers = (filter: Readonly<Record<string, string>>) =>
    `/moved/practices?${new URLSearchParams({ from, to, denominator: ask.denominator, ...filter })}`;
  const isWhole = ask.by === 'national';
  // Whoever sees some practices alone is led to them from the list, not from figures of all.
  const seesAll = member.scope.type === 'england';
  const href = (code: string, cause: string) => {
    if (isWhole) return seesAll ? movers({ cause }) : null;
    return own.has(code) ? movers({ [filterOf(ask.by)]: code }) : null;
  };
  return {
    view: 'coverage/moved.njk',
    title: 'Who moved',
    data: {
      wide: true,
      summary: `From ${longDay(from as Day)} to ${longDay(to as Day)}, of ${ask.denominator} practices, each week as known at 6am of its Monday.`,
      change: isWhole ? changeInSentence(sums!.rows) : null,
      form: weeksForm(PATH, { ...ask, from, to }, isSupplier),
      isWhole,
      isEmpty: sums!.rows.length === 0,
      list: tableView(
        {
          ...sums!,
          title: `${sums!.title}: ${LEVEL_WORDS[ask.by][1]}`,
          rows: isWhole ? sums!.rows.map(signed) : sums!.rows,
        },
        {
          href: (row, key) =>
            key === 'moved' && row['moved'] !== ''
              ? href(String(row['scope_code']), String(row['cause_code']))
              : null,
        },
      ),
      movers: isSupplier ? null : movers({}),
      compare: `/compare?from=${from}&to=${to}&by=${ask.by}&denominator=${ask.denominator}`,
      csv: linkWith(PATH, query, { format: 'csv' }),
    },
  };
}

/** The whole change in a sentence: what is asked first of two weeks. */
function changeInSentence(rows: readonly Row[]): string {
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const [was, is] = [Number(first['live']), Number(last['live'])];
  const [people, now] = [Number(first['patients_live']), Number(last['patients_live'])];
  const by = (change: number) => (change === 0 ? 'no change' : changeInWords(change));
  return `Live practices: ${counted(was)}, then ${counted(is)} (${by(is - was)}). Patients at live practices: ${counted(people)}, then ${counted(now)} (${by(now - people)}).`;
}

/** Changes with their sign, so that they are told from the figures between which they stand. */
function signed(row: Row): Row {
  if (row['cause_code'] === undefined) return { ...row, moved: '' };
  const changes = CHANGES.map((key) => [key, changeInWords(Number(row[key]))]);
  return { ...row, ...Object.fromEntries(changes) };
}

const CHANGES = ['practices', 'live', 'patients', 'patients_live'];

function filterOf(by: ScopeType): string {
  return LIST_FILTER[by] ?? 'icb';
}
