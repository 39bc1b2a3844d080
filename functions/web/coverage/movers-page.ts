import { countOf } from '../../../shared/alert/messages/subject-line.ts';
import { type Day, longDay } from '../../../shared/calendar/day.ts';
import { clocksOfWeek } from '../../../shared/calendar/week.ts';
import { CAUSE_WORDS } from '../../../shared/coverage/moved/cause-words.ts';
import { CAUSES, type Cause } from '../../../shared/coverage/moved/leg.ts';
import type { Row } from '../../../shared/coverage/table.ts';
import { sentenceCase } from '../../../shared/state/words.ts';
import { choice, linkWith, pagesView } from '../list/list-links.ts';
import type { Answer, Asked, View } from '../route.ts';
import { tableView } from '../table-view.ts';
import type { MoversAsk, MoversSays } from './movers-says.ts';
import { clocksOn } from './weeks-asked.ts';

const PATH = '/moved/practices';
const SHOWN = [
  'practice_code',
  'practice_name',
  'cause',
  'from_status',
  'to_status',
  'patients_live_change',
  'because',
] as const;

/** The page of the practices that moved. */
export function moversView(
  { says, tables: [table] }: Answer<MoversSays>,
  { ask, query }: Asked<MoversAsk>,
): View {
  const { from, to, steps, practices } = says;
  const own = new Set(says.own);
  const after = clocksOn(clocksOfWeek(to as Day), '?');
  return {
    view: 'coverage/movers.njk',
    title: 'Practices that moved',
    data: {
      wide: true,
      summary: `${countOf(practices, 'practice')} of yours moved in ${countOf(steps, 'step')} between ${longDay(from as Day)} and ${longDay(to as Day)}.`,
      isEmpty: steps === 0,
      action: PATH,
      hidden: [...query]
        .filter(([name, value]) => value !== '' && !NOT_KEPT.has(name))
        .map(([name, value]) => ({ name, value })),
      causes: [
        choice('', 'Any cause', ask.cause ?? null),
        ...CAUSES.map((cause) => choice(cause, CAUSE_WORDS[cause].name, ask.cause ?? null)),
      ],
      list: tableView(
        { ...table!, rows: table!.rows.map(inWords) },
        {
          shown: SHOWN,
          // Where it left the reader's place there is no page of it for them any more.
          href: (row, key) =>
            key === 'practice_code' && own.has(String(row['practice_code']))
              ? `/practices/${row['practice_code']}${after}`
              : null,
        },
      ),
      back: `/moved?from=${from}&to=${to}&denominator=${ask.denominator}`,
      csv: linkWith(PATH, query, { format: 'csv' }),
      pagination: pagesView(PATH, query, says),
    },
  };
}

const NOT_KEPT = new Set(['cause', 'page', 'cursor', 'format']);
const NOT_COUNTED = 'Not counted';

function inWords(row: Row): Row {
  const word = (status: Row[string] | undefined) =>
    typeof status === 'string' ? sentenceCase(status) : NOT_COUNTED;
  return {
    ...row,
    cause: CAUSE_WORDS[row['cause'] as Cause].name,
    from_status: word(row['from_status']),
    to_status: word(row['to_status']),
  };
}
