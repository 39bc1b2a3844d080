import type * as z from 'zod';
import type { Act } from '../../../shared/alert/episode.ts';
import { doAct } from '../../alert/do-act.ts';
import type { WebDeps } from '../deps.ts';
import { type Asked, type Done, doing, type Route, type Wrong } from '../route.ts';
import type { ActName } from './act-forms.ts';
import {
  type EpisodeAsk as Ask,
  EpisodeAsk,
  episodeAnswer,
  episodeResource,
  momentOfAct,
} from './episode-answer.ts';
import { episodeView } from './episode-page.ts';
import { lookAtAlerts, practiceAt } from './look.ts';

/** When something was done, and who says so. */
type Stamp = Pick<Act, 'at' | 'by'>;

type ActRoute<Form> = {
  readonly act: ActName;
  readonly about: string;
  readonly did: Extract<Done['audit']['did'], Act['act']>;
  readonly form: z.ZodType<Form>;
  readonly actOf: (form: Form, stamp: Stamp) => Act;
  /** The field that a refusal of the act is about. */
  readonly fieldOf: (refused: string) => string;
};

/** A route by which people note one kind of act about an episode. What cannot stand is said at its field. */
export function actRoute<Form>({ act, about, did, form, actOf, fieldOf }: ActRoute<Form>): Route {
  return doing({
    path: `/alerts/:episode/${act}`,
    about,
    ask: EpisodeAsk,
    action: 'act-on-alert',
    on: episodeResource,
    form,
    async act(deps, asked, filled): Promise<Done | Wrong> {
      const noted = await noteAct(deps, asked, (stamp) => actOf(filled, stamp));
      if ('refused' in noted) {
        return {
          wrong: [{ field: noted.isClosed ? null : fieldOf(noted.refused), says: noted.refused }],
        };
      }
      const { episode } = asked.ask;
      return {
        to: `/alerts/${episode}?done=${did}`,
        says: { episode, done: did },
        audit: { did, what: episode, icb: noted.icb },
      };
    },
    async again(deps, asked, tried) {
      const answer = (await episodeAnswer(deps, asked))!;
      return episodeView(answer, asked, { act, tried });
    },
  });
}

type Noted =
  | { readonly icb: string | null }
  | { readonly refused: string; readonly isClosed: boolean };

async function noteAct(
  deps: WebDeps,
  { ask, member, moment }: Asked<Ask>,
  actBy: (stamp: Stamp) => Act,
): Promise<Noted> {
  const { lastRun, england } = await lookAtAlerts(deps, moment);
  const episode = (await deps.episodes.of(ask.episode))!;
  if (episode.closed !== null) {
    return {
      refused: 'This alert was closed, so nothing more can be noted about it.',
      isClosed: true,
    };
  }
  const at = momentOfAct(deps, episode, { moment, lastRun });
  const outcome = await doAct(deps.episodes, ask.episode, actBy({ at, by: member.name }));
  if ('refused' in outcome) return { refused: outcome.refused, isClosed: false };
  return { icb: practiceAt(england, episode.alert.practice).icb };
}
