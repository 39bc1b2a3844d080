import * as z from 'zod';
import { type Act, CHASED_BY } from '../../../shared/alert/episode.ts';
import { type Day, isDay, londonDay } from '../../../shared/calendar/day.ts';
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

const MOST = 500;
const words = (missing: string) =>
  z.string(missing).trim().min(1, missing).max(MOST, `Keep it to ${MOST} characters`);
const note = z
  .string()
  .trim()
  .max(MOST, `Keep it to ${MOST} characters`)
  .nullish()
  .transform((text) => text || null)
  .describe('What is to be known about it; no patient data');
const A_DAY = 'Write a day as 2023-12-04';
const day = z.string(A_DAY).refine(isDay, A_DAY);

type Stamp = Pick<Act, 'at' | 'by'>;

/** `POST /alerts/:episode/acknowledge`: somebody deals with it. */
const acknowledge = actRoute({
  act: 'acknowledge',
  about: 'Says that you deal with an alert',
  did: 'acknowledged',
  form: z.object({ note }),
  actOf: (form, stamp) => ({ ...stamp, act: 'acknowledged', note: form.note }),
  fieldOf: () => 'note',
});

/** `POST /alerts/:episode/snooze`: quiet until a day, for a reason. */
const snooze = actRoute({
  act: 'snooze',
  about: 'Keeps an alert quiet until a day, on which it wakes by itself',
  did: 'snoozed',
  form: z.object({ until: day, reason: words('Write why it is to be quiet') }),
  actOf: (form, stamp) => ({
    ...stamp,
    act: 'snoozed',
    until: form.until as Day,
    reason: form.reason,
  }),
  fieldOf: (refused) => (refused.startsWith('The reason') ? 'reason' : 'until'),
});

/** `POST /alerts/:episode/assign`: who is to deal with it. */
const assign = actRoute({
  act: 'assign',
  about: 'Says who is to deal with an alert',
  did: 'assigned',
  form: z.object({ to: words('Write a person or team') }),
  actOf: (form, stamp) => ({ ...stamp, act: 'assigned', to: form.to }),
  fieldOf: () => 'to',
});

/** `POST /alerts/:episode/chase`: the practice was asked, how and when. */
const chase = actRoute({
  act: 'chase',
  about: 'Notes that the practice was chased',
  did: 'chased',
  form: z.object({
    how: z.enum(CHASED_BY, 'Choose how the practice was chased'),
    on: z
      .union([z.literal(''), day])
      .nullish()
      .describe('The day; today where it is left out'),
    note,
  }),
  actOf: ({ how, on, note: said }, stamp) => ({
    ...stamp,
    act: 'chased',
    how,
    on: on ? (on as Day) : londonDay(stamp.at),
    note: said,
  }),
  fieldOf: (refused) => (refused.startsWith('The note') ? 'note' : 'on'),
});

export const actRoutes: readonly Route[] = [chase, acknowledge, assign, snooze];

type ActRoute<Form> = {
  readonly act: ActName;
  readonly about: string;
  readonly did: Extract<Done['audit']['did'], Act['act']>;
  readonly form: z.ZodType<Form>;
  readonly actOf: (form: Form, stamp: Stamp) => Act;
  /** The field that a refusal of the act is about. */
  readonly fieldOf: (refused: string) => string;
};

function actRoute<Form>({ act, about, did, form, actOf, fieldOf }: ActRoute<Form>): Route {
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
