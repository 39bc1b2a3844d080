import { practiceInWords } from '../../../shared/alert/messages/subject-line.ts';
import { type Day, longDay } from '../../../shared/calendar/day.ts';
import { counted } from '../../../shared/coverage/figure-words.ts';
import type { Row, Table } from '../../../shared/coverage/table.ts';
import { wordFor } from '../list/asked-words.ts';
import type { Answer, Asked, View } from '../route.ts';
import { tableView } from '../table-view.ts';
import { actForms, type TriedAct } from './act-forms.ts';
import type { EpisodeAsk } from './episode-answer.ts';
import type { EpisodeSays } from './episode-says.ts';
import { SECTION_COLOURS, SECTION_WORDS, weeksInWords } from './words.ts';

/** What a banner says after each act. */
const DONE: Readonly<Record<string, string>> = {
  acknowledged: 'You have acknowledged this alert.',
  snoozed: 'You have snoozed this alert. It wakes by itself.',
  assigned: 'You have said who is to deal with this alert.',
  chased: 'You have noted that the practice was chased.',
};

/** The page of one alert. `again`: a form on it that could not be taken, with what is wrong. */
export function episodeView(
  { says, tables }: Answer<EpisodeSays>,
  { query }: Pick<Asked<EpisodeAsk>, 'query'>,
  again: TriedAct | null = null,
): View {
  const title = practiceInWords(says.practice, says.name);
  const table = (name: string) => tables.find((one) => one.name === name);
  return {
    view: 'alerts/episode.njk',
    title: `${says.rule_words}: ${title}`,
    data: {
      heading: title,
      rule: says.rule_words,
      ruleTerm: `/glossary#alert-${says.rule}`,
      done: again === null ? wordFor(DONE, query.get('done')) : null,
      state: stateOf(says),
      because: says.because,
      closedBy: says.closed === null ? says.closed_by : null,
      closed: closedOf(says),
      facts: summaryRows(says),
      ladder: says.closed === null ? says.ladder.map(ladderLine) : [],
      before: beforeOf(says),
      proof: proofOf(table('facts'), table('policy')),
      acts: actsOf(table('acts')),
      forms: says.may_act ? actForms(says, again) : null,
      list: '/alerts',
    },
  };
}

function stateOf({ state }: EpisodeSays) {
  if (state === 'closed') return { text: 'Closed', colour: 'grey' };
  const text = SECTION_WORDS[state];
  return { text, colour: SECTION_COLOURS[text] };
}

function closedOf({ closed }: EpisodeSays) {
  if (closed === null) return null;
  const { on, words, passed_to: to, may_follow } = closed;
  const goesOn = to && { text: to, href: may_follow ? `/alerts/${to}` : null };
  return { on: longDay(on as Day), words, goesOn };
}

function summaryRows(says: EpisodeSays) {
  const row = (key: string, text: string | null, href?: string) =>
    text === null ? [] : [{ key, text, ...(href !== undefined && { href }) }];
  const { standing } = says;
  return [
    ...row('Practice', practiceInWords(says.practice, says.name), `/practices/${says.practice}`),
    ...row('Registered patients', says.patients === null ? 'Not listed' : counted(says.patients)),
    ...row('ICB', says.icb),
    ...row('PCN', says.pcn),
    ...row('Since', longDay(says.since as Day)),
    ...row('First noticed', longDay(says.noticed_on as Day)),
    ...row(says.closed === null ? 'Open for' : 'Was open for', weeksInWords(says.weeks_open)),
    ...row('Ladder', says.closed === null ? says.step : null),
    ...row('Assigned to', standing?.assigned_to ?? null),
    ...row(
      'Snoozed',
      standing?.snoozed_until == null
        ? null
        : `Until ${longDay(standing.snoozed_until as Day)}: ${standing.snooze_reason}`,
    ),
    ...row('Episode', says.id),
  ];
}

function ladderLine({ step, says, due_on, is_reached }: EpisodeSays['ladder'][number]) {
  const when = `${is_reached ? 'Reached' : 'Not yet: due'} on ${longDay(due_on as Day)}`;
  return { step, says, when, isReached: is_reached };
}

/** Episodes that it goes on with are of this practice, or of one that merged into it: perhaps not the reader's to see. */
function beforeOf({ reopens, passed_from: passed }: EpisodeSays) {
  return {
    reopens: reopens && { text: reopens, href: `/alerts/${reopens}` },
    passedFrom: passed.length === 0 ? null : passed.join(', '),
  };
}

function proofOf(facts: Table | undefined, policy: Table | undefined) {
  return {
    facts: (facts?.rows ?? []).map(factLine),
    policy: (policy?.rows ?? []).map((row) => ({
      says: row['says'] ?? 'An entry that is no longer part of the timeline',
      source: row['source'],
      href: `/rules#${row['entry']}`,
      id: row['entry'],
    })),
  };
}

function factLine(row: Row) {
  const says = row['says'];
  if (says === null) {
    return {
      says: 'A fact that is not among those of this practice now',
      beside: '',
      id: null,
    };
  }
  const beside = `From: ${row['sender']}, received on ${longDay(row['received_on'] as Day)}`;
  return { says, beside, id: inShort(String(row['fact'])) };
}

/** The beginning of a hash names it well enough on a page. */
function inShort(id: string): string {
  return /^[0-9a-f]{12,}$/.test(id) ? id.slice(0, 8) : id;
}

function actsOf(acts: Table | undefined) {
  if (acts === undefined) return null;
  return { isEmpty: acts.rows.length === 0, table: tableView(acts) };
}
