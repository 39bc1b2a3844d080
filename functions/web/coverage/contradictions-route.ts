import * as z from 'zod';
import { countOf } from '../../../shared/alert/messages/subject-line.ts';
import { longDay } from '../../../shared/calendar/day.ts';
import { contradictionsTable } from '../../../shared/coverage/contradictions.ts';
import { counted } from '../../../shared/coverage/figure-words.ts';
import { sentenceCase } from '../../../shared/state/words.ts';
import { clocksIn, clocksView } from '../clocks.ts';
import type { WebDeps } from '../deps.ts';
import { linkWith, pagesView } from '../list/list-links.ts';
import { PartQuery, partOf } from '../list/part-of-list.ts';
import { type Answer, type Asked, reading, type View } from '../route.ts';
import { tableView } from '../table-view.ts';
import { ownOf } from './figures.ts';

const PATH = '/contradictions';
const Ask = z.object(PartQuery);
type Ask = z.output<typeof Ask>;

const Says = z.object({
  practices: z.int(),
  patients: z.int().describe('Registered with them'),
  page: z.int(),
  pages: z.int(),
});
type Says = z.infer<typeof Says>;

/** `/contradictions`: practices whose own word and whose supplier's extract cannot both be right. */
export const contradictionsRoute = reading({
  path: PATH,
  about: 'Your practices whose own word their supplier’s extract contradicts, most patients first.',
  clocks: true,
  keep: true,
  ask: Ask,
  action: 'read-practices',
  on: async () => ({ kind: 'own' }),
  answers: Says,
  answer: answerOf,
  page: viewOf,
});

async function answerOf(
  { world }: WebDeps,
  { member, clocks, query }: Asked<Ask>,
): Promise<Answer<Says>> {
  const { practices } = await world.on(clocks);
  const table = contradictionsTable(ownOf(member, practices));
  const { rows } = table;
  const part = partOf(rows, {
    keyOf: ({ patients, practice_code }) => `${leastFirst(Number(patients))} ${practice_code}`,
    query,
  });
  const patients = rows.reduce((sum, row) => sum + Number(row.patients), 0);
  return {
    says: { practices: rows.length, patients, page: part.page, pages: part.pages },
    tables: [{ ...table, rows: part.rows }],
    next: part.next,
  };
}

/** A list with the most patients first, as text that code units sort that way. */
function leastFirst(patients: number): string {
  return String(999_999_999 - patients).padStart(9, '0');
}

function viewOf({ says, tables: [table] }: Answer<Says>, { query, clocks }: Asked<Ask>): View {
  const { practices, patients } = says;
  const after = clocksIn(query, '?');
  const rows = table!.rows.map((row) => ({
    ...row,
    declared: sentenceCase(String(row['declared'])),
    observed: sentenceCase(String(row['observed'])),
    declared_on: row['declared_on'] ?? 'Not said',
  }));
  return {
    view: 'coverage/contradictions.njk',
    title: 'Contradictions',
    data: {
      wide: true,
      summary:
        practices === 0
          ? `On ${longDay(clocks.validAt)} none of your practices contradicts its supplier.`
          : `On ${longDay(clocks.validAt)}: ${countOf(practices, 'practice')} with ${counted(patients)} registered patients, those with most patients first.`,
      clocks: clocksView(clocks, query, PATH),
      isEmpty: practices === 0,
      list: tableView(
        { ...table!, rows },
        {
          href: (row, key) =>
            key === 'practice_code' ? `/practices/${row['practice_code']}${after}` : null,
        },
      ),
      csv: linkWith(PATH, query, { format: 'csv' }),
      pagination: pagesView(PATH, query, says),
    },
  };
}
