import type { Episode } from '../shared/alert/episode.ts';
import { placedOn } from '../shared/alert/messages/placed.ts';
import { RULE_WORDS, RULES } from '../shared/alert/rule.ts';
import { type Day, longDay } from '../shared/calendar/day.ts';
import type { PolicyInForce } from '../shared/policy/entry.ts';
import { columns } from './columns.ts';
import { counted } from './words.ts';

type Ask = {
  /** Open ones. */
  readonly episodes: readonly Episode[];
  readonly on: Day;
  readonly ladder: PolicyInForce['ladder'];
  readonly icb: string | null;
};

const MOST_LINES = 60;

/** The open alerts as a page: how many by rule, then each, those that climbed furthest and the oldest first. */
export function alertsPage({ episodes, on, ladder, icb }: Ask): string {
  const where = icb === null ? '' : ` at ${icb}`;
  if (episodes.length === 0) return `No alert is open${where} on ${longDay(on)}.`;
  const placed = placedOn(episodes, { on, ladder, since: null });
  const practices = new Set(episodes.map(({ alert }) => alert.practice)).size;
  const lines = placed.slice(0, MOST_LINES).map(({ episode, standing }) => {
    const { alert, about, id } = episode;
    const state = [
      ...(standing.snooze === null ? [] : [`snoozed until ${standing.snooze.until}`]),
      ...(standing.assignedTo === null ? [] : [`for ${standing.assignedTo}`]),
      ...(standing.chases === 0 ? [] : [`chased ${standing.chases} times`]),
      ...(standing.acknowledged === null ? [] : ['acknowledged']),
    ];
    return [
      id,
      about.name ?? alert.practice,
      about.icb ?? '',
      `${standing.weeks} wk`,
      `step ${standing.step}`,
      [alert.because, ...state].join(' '),
    ];
  });
  const rest = placed.length - lines.length;
  const byRule = RULES.flatMap((rule) => {
    const count = episodes.filter(({ alert }) => alert.rule === rule).length;
    return count === 0 ? [] : [`  ${String(count).padStart(5)}  ${RULE_WORDS[rule]}`];
  });
  return [
    `${counted(episodes.length, 'alert')} open${where} on ${longDay(on)}, at ${counted(practices, 'practice')}:`,
    ...byRule,
    '',
    ...columns([['Episode', 'Practice', 'ICB', 'Open', 'Ladder', 'What was found'], ...lines]),
    ...(rest > 0
      ? ['', `${counted(rest, 'more alert')}: --json lists all, --icb those of one ICB`]
      : []),
  ].join('\n');
}
