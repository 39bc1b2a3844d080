import { countOf } from '../../../shared/alert/messages/subject-line.ts';
import { counted } from '../../../shared/coverage/figure-words.ts';
import { clocksIn, clocksView } from '../clocks.ts';
import { choice, linkWith, pagesView } from '../list/list-links.ts';
import type { Answer, Asked, View } from '../route.ts';
import { tableView } from '../table-view.ts';
import type { DpiaShown, DpiasAsk, DpiasSays } from './dpia-says.ts';

const PATH = '/dpias';
const SHOWN_WORDS: Readonly<Record<DpiaShown, string>> = {
  overdue: 'Review overdue',
  'not-reviewed': 'Document not reviewed by the ICB',
  'opt-in': 'Outcome opt-in',
  automatic: 'Outcome automatic access',
};

/** The page of the register. */
export function dpiasView(
  { says, tables }: Answer<DpiasSays>,
  { ask, query, clocks }: Asked<DpiasAsk>,
): View {
  const { counts, icbs, practices } = says;
  const clocksKept = clocksIn(query, '?');
  return {
    view: 'governance/dpias.njk',
    title: 'Register of DPIAs',
    data: {
      wide: true,
      summary: `${countOf(practices, 'practice')} with a DPIA${ask.show === undefined ? '' : ` shown: ${lower(SHOWN_WORDS[ask.show])}`}.`,
      clocks: clocksView(clocks, query, PATH),
      filter: {
        action: PATH,
        kept: [...new URLSearchParams(clocksKept)].map(([name, value]) => ({ name, value })),
        shows: [
          choice('', `All (${counted(counts.all)})`, ask.show ?? null),
          ...Object.entries(SHOWN_WORDS).map(([shown, words]) =>
            choice(shown, `${words} (${counted(counts[shown as DpiaShown])})`, ask.show ?? null),
          ),
        ],
        icbs:
          icbs.length < 2
            ? []
            : [
                choice('', 'Every ICB', ask.icb ?? null),
                ...icbs.map(({ code, name }) => choice(code, `${name} (${code})`, ask.icb ?? null)),
              ],
      },
      table: tableView(tables[0]!, {
        shown: SHOWN_COLUMNS,
        href: (row, key) =>
          key === 'practice_code' ? `/practices/${row['practice_code']}${clocksKept}` : null,
      }),
      isEmpty: practices === 0,
      csv: linkWith(PATH, query, { format: 'csv' }),
      pagination: pagesView(PATH, query, says),
    },
  };
}

const SHOWN_COLUMNS = [
  'practice_code',
  'practice_name',
  'icb_code',
  'completed_on',
  'signed',
  'outcome',
  'review_on',
  'review_overdue',
  'documents_seen',
  'review',
  'reviewed_on',
  'replied_on',
  'source',
];

function lower(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}
