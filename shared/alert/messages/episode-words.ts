import { londonDay, longDay } from '../../calendar/day.ts';
import { listInWords } from '../../release/page/cell-words.ts';
import type { Act, Episode } from '../episode.ts';
import { RULE_WORDS } from '../rule.ts';
import type { Links } from './links.ts';
import type { PlacedEpisode } from './placed.ts';
import type { Line } from './sheet.ts';
import { countOf, shortened } from './subject-line.ts';

const LONGEST_NOTE = 200;

/** A step of the ladder in words: `first notice`, `week 4`. */
function stepInWords({ standing, ladder }: PlacedEpisode): string {
  const entry = ladder.find(({ change }) => change.step === standing.step);
  const weeks = entry?.change.afterWeeks ?? 0;
  return weeks === 0 ? 'first notice' : `week ${weeks}`;
}

/** An alert's heading: its rule, whether it is new or escalated, how far up the ladder, and whether it came again. */
export function alertTitle(placed: PlacedEpisode): Line {
  const { episode, section } = placed;
  const again = episode.reopens === null ? '' : ', again';
  return [
    { strong: RULE_WORDS[episode.alert.rule] },
    `: ${section}, ${stepInWords(placed)}${again}`,
  ];
}

/** Registered patients of the practice, by the list file that holds. */
export function patientsInWords({ about }: Episode): string {
  return about.patients === null
    ? 'Registered patients: not listed'
    : countOf(about.patients, 'registered patient');
}

/** `Open for 6 weeks, since 23 October 2023.` */
export function ageInWords({ episode, standing }: PlacedEpisode): string {
  const since = `since ${longDay(episode.noticedOn)}`;
  if (standing.daysOpen === 0) return 'Opened today.';
  const { weeks } = standing;
  return weeks === 0
    ? `Open for less than a week, ${since}.`
    : `Open for ${countOf(weeks, 'week')}, ${since}.`;
}

/** Who chased, acknowledged and was given the episode, as far as anybody did. */
function doneInWords({ standing }: PlacedEpisode): string {
  const { lastChase, acknowledged, assignedTo } = standing;
  const said = [
    lastChase === null ? 'Not chased yet.' : chaseInWords(lastChase, standing.chases),
    ...(standing.woken ? ['Its snooze has ended.'] : []),
    ...(acknowledged === null ? [] : [`Acknowledged by ${byAndWhen(acknowledged)}.`]),
    ...(assignedTo === null ? [] : [`Assigned to ${shortened(assignedTo, LONGEST_NOTE)}.`]),
  ];
  return said.join(' ');
}

/** How a practice was chased, as a sentence says it. */
export const HOW_WORDS: Readonly<Record<Extract<Act, { act: 'chased' }>['how'], string>> = {
  telephone: 'by telephone',
  email: 'by email',
  letter: 'by letter',
  meeting: 'in a meeting',
  visit: 'by a visit',
  other: 'in another way',
};

function chaseInWords(chase: Extract<Act, { act: 'chased' }>, chases: number): string {
  const often = chases > 1 ? ` (${countOf(chases, 'chase')} so far)` : '';
  const by = shortened(chase.by, LONGEST_NOTE);
  return `Last chased ${HOW_WORDS[chase.how]} on ${longDay(chase.on)} by ${by}${often}.`;
}

function byAndWhen({ by, at }: Act): string {
  return `${shortened(by, LONGEST_NOTE)} on ${longDay(londonDay(at))}`;
}

/** What stands beneath an alert's heading for a commissioner, line by line. */
export function alertLines(placed: PlacedEpisode, links: Links): readonly Line[] {
  const { episode } = placed;
  return [
    [episode.alert.because],
    [`${ageInWords(placed)} ${doneInWords(placed)}`],
    [`To close it: ${episode.alert.closedBy}`],
    episodeLine(episode, links),
  ];
}

/** The id, which commands need, as a link where there is one, and the episodes that it goes on with. */
function episodeLine(episode: Episode, links: Links): Line {
  const link = links.episode(episode.id);
  const { reopens, passedFrom } = episode;
  const before = [
    ...(reopens === null ? [] : [`opened again after ${reopens}`]),
    ...(passedFrom.length === 0
      ? []
      : [`goes on with ${listInWords(passedFrom)} of a practice that merged into this one`]),
  ];
  return [
    'Episode ',
    link === null ? { code: episode.id } : { link, says: episode.id },
    before.length > 0 ? ` (${before.join('; ')}).` : link === null ? '.' : '',
  ];
}

/** What somebody typed, with a full stop where it ends without one. */
function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** A snoozed episode in one line: until when, and why. */
export function snoozedLine({ episode, standing }: PlacedEpisode, title: string): Line {
  const { snooze } = standing;
  const until =
    snooze === null
      ? ''
      : ` Until ${longDay(snooze.until)} (${shortened(snooze.by, LONGEST_NOTE)}): ${asSentence(shortened(snooze.reason, LONGEST_NOTE))}`;
  return [
    { strong: title },
    `: ${RULE_WORDS[episode.alert.rule]}.${until} Episode `,
    { code: episode.id },
    '.',
  ];
}

/** A closed episode in one line: why, and where it goes on if it was passed to a successor. */
export function closedLine(episode: Episode, title: string): Line {
  const { closed } = episode;
  const goesOn =
    closed === null || closed.passedTo === null
      ? []
      : [' It goes on as episode ', { code: closed.passedTo }, '.'];
  return [
    { strong: title },
    `: ${RULE_WORDS[episode.alert.rule]}. ${closed === null ? '' : `Closed on ${longDay(closed.on)}: ${closed.words} `}Episode `,
    { code: episode.id },
    '.',
    ...goesOn,
  ];
}
