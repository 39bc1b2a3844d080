import type { DigestAsk } from './digest.ts';
import type { DigestView } from './digest-view.ts';
import { closedJson, episodeJson } from './episode-json.ts';

/**
 * A digest as data: the same alerts as in the mail, and how many more there are, so that a message stays
 * of a size that can be stored and sent.
 */
export function digestJson(ask: DigestAsk, view: DigestView): Readonly<Record<string, unknown>> {
  const { listed, snoozed, closed } = view;
  const inFull = listed.flatMap(({ groups }) => groups.flat());
  return {
    week: ask.week,
    since: ask.since?.on ?? null,
    headline: ask.headline,
    counts: view.counts,
    byRule: view.byRule.map(({ rule, counts }) => ({ rule, ...counts })),
    episodes: [...inFull, ...snoozed.shown].map((placed) => episodeJson(placed, ask.links)),
    closed: closed.shown.map((episode) => closedJson(episode, ask.links)),
    notListed: {
      alerts: listed.reduce((sum, { left }) => sum + left.alerts, snoozed.left),
      closed: closed.left,
    },
  };
}
