import * as z from 'zod';
import { countOf } from '../../../shared/alert/messages/subject-line.ts';
import { type Day, longDay } from '../../../shared/calendar/day.ts';
import { counted } from '../../../shared/coverage/figure-words.ts';
import type { Column, Row, Table } from '../../../shared/coverage/table.ts';
import {
  type RuleRow,
  rulesTable,
  SEEDS,
  TOPIC_HEADINGS,
} from '../../../shared/policy/rule-book.ts';
import { POLICY } from '../../../shared/policy/timeline.ts';
import { clocksView } from '../clocks.ts';
import { type Answer, type Asked, reading, type View } from '../route.ts';

const Says = z.object({
  rules_at: z.string(),
  entries: z.int(),
  not_announced_yet: z.int(),
});
type Says = z.infer<typeof Says>;

/** `/rules`: the policy as it had been announced by a day. */
export const rulesRoute = reading({
  path: '/rules',
  about: 'The policy timeline as announced by a day (rules-at), and where each entry is written',
  ask: z.object({}),
  action: 'read-guidance',
  on: async () => ({ kind: 'guidance' }),
  clocks: true,
  answers: Says,
  answer: async (_, { clocks }) => answerOf(clocks.rulesAt),
  page: rulesView,
});

function answerOf(rulesAt: Day): Answer<Says> {
  const rows = rulesTable({ rulesAt });
  const says = {
    rules_at: rulesAt,
    entries: rows.length,
    not_announced_yet: POLICY.length - rows.length,
  };
  return { says, tables: [timelineTable(rows)] };
}

const COLUMNS = [
  { key: 'entry', heading: 'Entry', holds: 'code' },
  { key: 'topic', heading: 'About', holds: 'code' },
  { key: 'announced_on', heading: 'Announced', holds: 'day' },
  { key: 'effective_from', heading: 'Has effect from', holds: 'day' },
  { key: 'rule', heading: 'Rule', holds: 'text' },
  { key: 'says', heading: 'In plain English', holds: 'text' },
  { key: 'source', heading: 'Source', holds: 'text' },
  { key: 'standing', heading: 'Standing', holds: 'text' },
  { key: 'supersedes', heading: 'Supersedes', holds: 'text' },
] as const satisfies readonly Column[];

function timelineTable(rows: readonly RuleRow[]): Table {
  const superseded = new Map(POLICY.map(({ id, supersedes }) => [id, supersedes.join(', ')]));
  return {
    name: 'rules',
    title: 'Policy timeline',
    says: 'A row is one change of the rules, oldest announcement first.',
    columns: COLUMNS,
    rows: rows.map((row) => ({
      entry: row.id,
      topic: row.topic,
      announced_on: row.announcedOn,
      effective_from: row.effectiveFrom,
      rule: row.rule,
      says: row.says,
      source: row.source,
      standing: row.standing,
      supersedes: superseded.get(row.id) || null,
    })),
  };
}

function rulesView({ says, tables }: Answer<Says>, { clocks, query }: Asked): View {
  const rows = tables[0]?.rows ?? [];
  const { entries, not_announced_yet: later, rules_at } = says;
  const more = later === 0 ? '' : ` ${counted(later)} more came later.`;
  return {
    view: 'guidance/rules.njk',
    title: 'The rules',
    data: {
      summary: `As announced by ${longDay(rules_at as Day)}: ${countOf(entries, 'entry', 'entries')}.${more}`,
      clocks: { ...clocksView(clocks, query, '/rules'), rulesAt: rules_at },
      topics: Object.entries(TOPIC_HEADINGS).flatMap(([topic, heading]) => {
        const own = rows.filter((row) => row['topic'] === topic);
        return own.length === 0 ? [] : [{ heading, entries: own.map(entryView) }];
      }),
      seeds: Object.entries(SEEDS).map(([seed, what]) => ({ seed, what })),
      csv: `/rules?format=csv&rules-at=${rules_at}`,
    },
  };
}

function entryView(row: Row) {
  const standing = String(row['standing']);
  const [state, ids] = standing.startsWith('superseded by ')
    ? ['Superseded', standing.slice('superseded by '.length).split(', ')]
    : standing === 'in force'
      ? ['In force', []]
      : [`To come: ${standing}`, []];
  return {
    id: String(row['entry']),
    says: row['says'],
    rule: row['rule'] === 'none' ? null : row['rule'],
    dates: `Announced ${longDay(row['announced_on'] as Day)}, has effect from ${longDay(row['effective_from'] as Day)}`,
    source: row['source'],
    tag: {
      text: state,
      colour: state === 'In force' ? 'green' : state === 'Superseded' ? 'grey' : 'blue',
    },
    supersededBy: ids,
    supersedes: row['supersedes'] === null ? [] : String(row['supersedes']).split(', '),
  };
}
