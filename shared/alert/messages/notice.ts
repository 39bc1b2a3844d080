import type { Episode } from '../episode.ts';
import type { Message } from '../message.ts';
import { RULE_WORDS } from '../rule.ts';
import { groupsOf } from './digest-lists.ts';
import { practiceEntry } from './entry.ts';
import { episodeJson } from './episode-json.ts';
import { type Addressed, messageOf } from './message-of.ts';
import { type Ladder, type PlacedEpisode, placedByStep } from './placed.ts';
import { paragraph } from './sheet.ts';
import { countOf, placeInShort, practiceOf } from './subject-line.ts';
import { tellsOfStep } from './tells.ts';
import { whatToDo } from './what-to-do.ts';

export type NoticeAsk = Addressed & {
  /** Open episodes whose present step was not told yet, of rules that are told at once. */
  readonly episodes: readonly Episode[];
  readonly ladder: Ladder;
};

/**
 * What a commissioner is told on the evening itself: every step of the ladder that an alert has just
 * reached, in one message. Null where there is none.
 */
export function noticeOf(ask: NoticeAsk): Message | null {
  const placed = placedByStep(ask.episodes, ask);
  const [first] = placed;
  if (first === undefined) return null;
  return messageOf(ask, {
    kind: 'notice',
    tells: placed.map(({ episode, standing }) => tellsOfStep(episode.id, standing.step)),
    subject: subjectOf(ask, first, placed.length),
    head: 'Record access alerts',
    blocks: [
      paragraph(
        `These alerts in ${ask.cover} have just opened or climbed a step. You hear of them at once because your subscription asks for it.`,
      ),
      ...groupsOf(placed).map((group) => practiceEntry(group, ask)),
      ...whatToDo(),
    ],
    json: { episodes: placed.map((one) => episodeJson(one, ask.links)) },
  });
}

function subjectOf({ cover }: NoticeAsk, { episode }: PlacedEpisode, count: number) {
  return count === 1
    ? ([`${RULE_WORDS[episode.alert.rule]}: `, practiceOf(episode), ''] as const)
    : ([`${countOf(count, 'alert')} to look at now in `, placeInShort(cover), ''] as const);
}
