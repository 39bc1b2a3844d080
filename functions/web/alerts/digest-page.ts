import { HOW_WORDS } from '../../../shared/alert/messages/episode-words.ts';
import { countOf, practiceInWords } from '../../../shared/alert/messages/subject-line.ts';
import { RULE_WORDS, type Rule } from '../../../shared/alert/rule.ts';
import { type Day, longDay } from '../../../shared/calendar/day.ts';
import { counted } from '../../../shared/coverage/figure-words.ts';
import { choice } from '../list/list-links.ts';
import type { Answer, View } from '../route.ts';
import type { DigestJson, DigestSays } from './digest-says.ts';
import { weeksInWords } from './words.ts';

type Listed = DigestJson['episodes'][number];

/** The page that shows a digest before it is sent. */
export function digestView({ says }: Answer<DigestSays>): View {
  const { icb, week, digest, icbs, weeks, text } = says;
  return {
    view: 'alerts/digest.njk',
    title: 'Weekly digest',
    data: {
      filter: {
        icbs:
          icbs.length < 2
            ? []
            : [choice('', 'Choose an ICB', icb), ...icbs.map((one) => icbChoice(one, icb))],
        icb,
        weeks: weeks.map((one) => choice(one, longDay(one as Day), week)),
      },
      nobodyLooked: weeks.length === 0,
      digest: digest === null || icb === null ? null : digestPart(digest, icb),
      mail: (text ?? '').split(/\n{2,}/).map((paragraph) => paragraph.trim().split('\n')),
      csv: week === null ? null : `/digest?icb=${icb}&week=${week}&format=csv`,
    },
  };
}

function icbChoice({ code, name }: DigestSays['icbs'][number], chosen: string | null) {
  return choice(code, `${name} (${code})`, chosen);
}

function digestPart(digest: DigestJson, icb: string) {
  const { subject, cover, week, headline, counts, episodes, closed, notListed } = digest;
  const list = `/alerts?icb=${icb}`;
  const left = [
    ...(notListed.alerts === 0 ? [] : [countOf(notListed.alerts, 'more open alert')]),
    ...(notListed.closed === 0 ? [] : [`${counted(notListed.closed)} more closed`]),
  ];
  return {
    subject,
    what: `What needs somebody’s attention in ${cover}, as at ${longDay(week as Day)}.`,
    coverage: headline === null ? null : coverageOf(headline, { cover, week, icb }),
    isEmpty: counts.all + counts.closed === 0,
    counts: [
      ...digest.byRule.map((row) => countsRow(row, list)),
      ...(digest.byRule.length > 1 ? [countsRow({ rule: null, ...counts }, list)] : []),
    ],
    sections: [
      ...sectionOf('Escalated', episodes, 'escalated'),
      ...sectionOf('New', episodes, 'new'),
      ...sectionOf('Longest open', episodes, 'open'),
      ...sectionOf('Snoozed', episodes, 'snoozed'),
    ],
    closed: closed.map((one) => ({
      title: practiceInWords(one.practice, one.name),
      href: `/alerts/${one.id}`,
      says: `${ruleWords(one.rule)}. Closed on ${longDay(one.closed?.on as Day)}: ${one.closed?.words}`,
    })),
    left: left.length === 0 ? null : { says: `And ${left.join(' and ')}.`, href: list },
  };
}

function coverageOf(
  { name, live, practices, percent, before }: NonNullable<DigestJson['headline']>,
  { cover, week, icb }: { readonly cover: string; readonly week: string; readonly icb: string },
) {
  const change = before === null ? '' : ` A week before it was ${before}.`;
  const asked = `/practices?icb=${icb}&denominator=open&valid-at=${week}`;
  return {
    before: `Coverage in ${name ?? cover} on ${longDay(week as Day)}: ${percent} of open practices are live (`,
    live: { text: counted(live), href: `${asked}&status=live` },
    all: { text: counted(practices), href: asked },
    after: `).${change}`,
  };
}

type Counted = { readonly rule: string | null } & DigestJson['counts'];

function countsRow({ rule, all, escalated, closed, snoozed }: Counted, list: string) {
  const numeric = { format: 'numeric' as const };
  const own = rule === null ? list : `${list}&rule=${rule}`;
  const linked = (count: number, href: string) =>
    count === 0 ? { text: '0', ...numeric } : { text: counted(count), href, ...numeric };
  return [
    { text: rule === null ? 'All' : ruleWords(rule) },
    linked(all, own),
    // What a first digest counts as escalated includes what the list calls new.
    { text: counted(escalated), ...numeric },
    linked(snoozed, `${own}&state=snoozed`),
    { text: counted(closed), ...numeric },
  ];
}

function ruleWords(rule: string): string {
  return RULE_WORDS[rule as Rule] ?? rule;
}

function sectionOf(heading: string, episodes: readonly Listed[], section: Listed['section']) {
  const own = episodes.filter((one) => one.section === section);
  return own.length === 0 ? [] : [{ heading, alerts: own.map(alertPart) }];
}

function alertPart(one: Listed) {
  const practice = practiceInWords(one.practice, one.name);
  return {
    practice: { text: practice, href: `/practices/${one.practice}` },
    rule: { text: ruleWords(one.rule), href: `/alerts/${one.id}` },
    lines: [
      one.because,
      `Open for: ${lower(weeksInWords(one.weeks))}, since ${longDay(one.noticedOn as Day)}. ${doneOf(one)}`,
      `To close it: ${one.closedBy}`,
      ...(one.snoozed === null
        ? []
        : [`Snoozed until ${longDay(one.snoozed.until as Day)}: ${one.snoozed.reason}`]),
    ],
    patients: one.patients === null ? 'not listed' : counted(one.patients),
  };
}

function doneOf({ lastChase, assignedTo }: Listed): string {
  const chased =
    lastChase === null
      ? 'Not chased yet.'
      : `Last chased ${HOW_WORDS[lastChase.how as keyof typeof HOW_WORDS]} on ${longDay(lastChase.on as Day)} by ${lastChase.by}.`;
  return assignedTo === null ? chased : `${chased} Assigned to ${assignedTo}.`;
}

function lower(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}
