import { HOW_WORDS } from '../../../shared/alert/messages/episode-words.ts';
import { countOf, practiceInWords } from '../../../shared/alert/messages/subject-line.ts';
import { type Day, longDay } from '../../../shared/calendar/day.ts';
import { counted } from '../../../shared/coverage/figure-words.ts';
import type { Row } from '../../../shared/coverage/table.ts';
import { choice, linkWith, pagesView } from '../list/list-links.ts';
import type { Answer, Asked, View } from '../route.ts';
import type { AlertsAsk, AlertsSays } from './list-says.ts';
import { SECTION_COLOURS, weeksInWords } from './words.ts';

const PATH = '/alerts';

/** The page of open alerts. */
export function alertsView({ says, tables }: Answer<AlertsSays>, asked: Asked<AlertsAsk>): View {
  const { query, ask } = asked;
  const { icbs, by_rule, by_state } = says;
  const icb = ask.icb ?? null;
  return {
    view: 'alerts/list.njk',
    title: 'Alerts',
    data: {
      wide: true,
      summary: summaryOf(says),
      withActs: says.with_acts,
      filter: {
        action: PATH,
        practice: ask.practice ?? null,
        rules: [
          choice('', 'Every alert', ask.rule ?? null),
          ...by_rule.map(({ rule, words, alerts }) =>
            choice(rule, `${words} (${counted(alerts)})`, ask.rule ?? null),
          ),
        ],
        states: [
          choice('', 'Any state', ask.state ?? null),
          ...by_state.map(({ state, words, alerts }) =>
            choice(state, `${words} (${counted(alerts)})`, ask.state ?? null),
          ),
        ],
        orders: [
          choice('', 'Longest open first', ask.sort ?? null),
          choice('patients', 'Most patients first', ask.sort ?? null),
          choice('new', 'New first, then escalated', ask.sort ?? null),
        ],
        icbs:
          icbs.length < 2
            ? []
            : [
                choice('', 'Every ICB', icb),
                ...icbs.map(({ code, name }) => choice(code, `${name} (${code})`, icb)),
              ],
      },
      byRule: by_rule.map(({ rule, words, alerts }) => [
        { text: words },
        { text: counted(alerts), format: 'numeric', href: linkWith(PATH, query, { rule }) },
      ]),
      alerts: (tables[0]?.rows ?? []).map((row) => alertRow(row, icbs.length > 1)),
      csv: linkWith(PATH, query, { format: 'csv' }),
      pagination: pagesView(PATH, query, says),
    },
  };
}

function summaryOf({ on, found_on, alerts, practices }: AlertsSays): string {
  if (found_on === null) {
    return 'Nobody has looked for alerts yet. They are looked for every evening.';
  }
  const found = `as found on ${longDay(found_on as Day)}`;
  const aged = found_on === on ? '' : `; ages are as at ${longDay(on as Day)}`;
  if (alerts === 0) return `No such alert is open, ${found}${aged}.`;
  const verb = alerts === 1 ? 'is' : 'are';
  return `${countOf(alerts, 'alert')} ${verb} open at ${countOf(practices, 'practice')}, ${found}${aged}.`;
}

/** One alert as the table shows it. */
function alertRow(row: Row, withIcb: boolean) {
  const code = String(row['practice_code']);
  const name = row['practice_name'];
  const state = String(row['state']);
  return {
    practice: {
      text: practiceInWords(code, typeof name === 'string' ? name : null),
      href: `/practices/${code}`,
    },
    icb: withIcb ? row['icb_code'] : null,
    alert: { text: String(row['rule']), href: `${PATH}/${row['episode']}` },
    state: { text: state, colour: SECTION_COLOURS[state] },
    because: String(row['because']),
    age: `${weeksInWords(Number(row['weeks_open']))}, since ${longDay(row['noticed_on'] as Day)}`,
    step: String(row['step']),
    patients: row['patients'] === null ? 'Not listed' : counted(Number(row['patients'])),
    done: doneLines(row),
  };
}

function doneLines(row: Row): readonly string[] {
  const { last_chased_on: chased, last_chased_how: how, last_chased_by: by } = row;
  const { acknowledged_by: seen, assigned_to: to, snoozed_until: until } = row;
  return [
    chased
      ? `Chased ${HOW_WORDS[how as keyof typeof HOW_WORDS]} on ${longDay(chased as Day)} by ${by}`
      : 'Not chased yet',
    ...(to ? [`Assigned to ${to}`] : []),
    ...(seen ? [`Acknowledged by ${seen}`] : []),
    ...(until ? [`Snoozed until ${longDay(until as Day)}: ${row['snooze_reason']}`] : []),
  ];
}
