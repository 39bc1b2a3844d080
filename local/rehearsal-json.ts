import type { Episode } from '../shared/alert/episode.ts';
import type { Shown } from './rehearsal-shown.ts';
import { concerns, messagesShown } from './rehearsal-text.ts';

/** A rehearsal as JSON: every day with what opens and closes, what is open at the end, and every message of the last day. */
export function rehearsalJson(shown: Shown): string {
  const { asOf, from, days, differs, given } = shown;
  const own = (episodes: readonly Episode[]) => episodes.filter((e) => concerns(shown, e));
  return JSON.stringify(
    {
      asOf,
      from,
      days: days.map(({ on, opened, closed, open, messages }) => ({
        on,
        opened: own(opened),
        closed: own(closed),
        open: own(open).length,
        messages: messages.length,
      })),
      open: own(days.at(-1)?.open ?? []),
      messages: messagesShown(shown).map(
        ({ id, subscription, kind, on, subject, tells, json, channel }) => ({
          id,
          subscription,
          to: channel.type === 'email' ? channel.to : channel.url,
          ...{ kind, on, subject, tells, json },
        }),
      ),
      differs:
        differs === null ? null : { given, opened: own(differs.opened), gone: own(differs.gone) },
    },
    null,
    2,
  );
}
