import * as z from 'zod';
import { may } from '../../../shared/access/may.ts';
import type { Member } from '../../../shared/access/member.ts';
import type { Resource } from '../../../shared/access/resource.ts';
import type { Episode } from '../../../shared/alert/episode.ts';
import { standingOf } from '../../../shared/alert/episodes/standing.ts';
import { RULE_WORDS } from '../../../shared/alert/rule.ts';
import { addDays, type Instant, londonDay } from '../../../shared/calendar/day.ts';
import type { PracticeCode } from '../../../shared/practice/code.ts';
import type { WebDeps } from '../deps.ts';
import type { Answer, Asked } from '../route.ts';
import type { EpisodeSays } from './episode-says.ts';
import { actsTable, entriesTable, factsTable } from './episode-tables.ts';
import { type Look, lookAtAlerts, practiceAt, seenBy, seesActs } from './look.ts';
import { sectionIn } from './open-alerts.ts';
import { stepInWords } from './words.ts';

export const EpisodeAsk = z.object({
  episode: z.string().max(100).describe('As lists of alerts name it: A81001-stalled-1'),
});
export type EpisodeAsk = z.infer<typeof EpisodeAsk>;

/** The resource that an episode is: its practice, where that is today; null where no episode has the id. */
export async function episodeResource(
  deps: WebDeps,
  { ask, moment }: Pick<Asked<EpisodeAsk>, 'ask' | 'moment'>,
): Promise<Resource | null> {
  const episode = await deps.episodes.of(ask.episode);
  if (episode === undefined) return null;
  const { england } = await lookAtAlerts(deps, moment);
  return { kind: 'practice', ...practiceAt(england, episode.alert.practice) };
}

/** When an act is noted that is done now: made-up practices live in 2023, so theirs are of the last run's day. */
export function momentOfAct(
  { madeUp }: Pick<WebDeps, 'madeUp'>,
  { acts }: Episode,
  { moment, lastRun }: { readonly moment: Instant } & Pick<Look, 'lastRun'>,
): Instant {
  if (!madeUp || lastRun === undefined) return moment;
  const last = acts.at(-1)?.at ?? '';
  if (last < lastRun.knownAt) return lastRun.knownAt;
  // One after the other, so that of two acts of a kind the later one counts.
  return new Date(Date.parse(last) + 1).toISOString() as Instant;
}

/** One alert in full: what was found, its proof, its ladder, what people did. Null where no episode has the id. */
export async function episodeAnswer(
  deps: WebDeps,
  asked: Asked<EpisodeAsk>,
): Promise<Answer<EpisodeSays> | null> {
  const { member, moment } = asked;
  const stored = await deps.episodes.of(asked.ask.episode);
  if (stored === undefined) return null;
  const look = await lookAtAlerts(deps, moment);
  const episode = seenBy(member, stored);
  const place = practiceAt(look.england, episode.alert.practice);
  const isTheirs = may(member, 'act-on-alert', { kind: 'practice', ...place });
  const says = {
    ...found(episode, look),
    ...{ icb: place.icb, pcn: place.pcn },
    ...ages(episode, look),
    closed: closingOf(episode, member, look),
    standing: seesActs(member) ? doneSoFar(episode, look) : null,
    may_act: isTheirs && episode.closed === null,
    noted_on: londonDay(momentOfAct(deps, stored, { moment, lastRun: look.lastRun })),
  };
  const tables = [
    factsTable(episode, look.england.known.byPractice.get(episode.alert.practice) ?? []),
    entriesTable(episode),
    ...(seesActs(member) ? [actsTable(episode)] : []),
  ];
  return { says, tables };
}

function found({ id, alert, about, reopens, passedFrom }: Episode, { on }: Look) {
  return {
    id,
    practice: alert.practice,
    name: about.name,
    patients: about.patients,
    rule: alert.rule,
    rule_words: RULE_WORDS[alert.rule],
    because: alert.because,
    closed_by: alert.closedBy,
    since: alert.since,
    found_from: alert.from,
    on,
    reopens,
    passed_from: [...passedFrom],
  };
}

function ages(episode: Episode, look: Look) {
  const { on, ladder } = look;
  const standing = standingOf(episode, { on, ladder });
  return {
    noticed_on: episode.noticedOn,
    weeks_open: standing.weeks,
    state: episode.closed === null ? sectionIn(look, episode) : ('closed' as const),
    step: stepInWords(standing.step, ladder),
    ladder: ladder.map(({ change, says }) => {
      const due = addDays(episode.noticedOn, change.afterWeeks * 7);
      return { step: stepInWords(change.step, ladder), says, due_on: due, is_reached: due <= on };
    }),
  };
}

/** Where it was passed on, and whether the member may see that: a successor may be at another ICB. */
function closingOf({ closed }: Episode, member: Member, { england }: Look): EpisodeSays['closed'] {
  if (closed === null) return null;
  const { on, words, passedTo } = closed;
  const successor = passedTo?.split('-')[0] as PracticeCode | undefined;
  const may_follow =
    successor !== undefined &&
    may(member, 'read-alerts', { kind: 'practice', ...practiceAt(england, successor) });
  return { on, words, passed_to: passedTo, may_follow };
}

function doneSoFar(episode: Episode, { on, ladder }: Look): EpisodeSays['standing'] {
  const { assignedTo, snooze, chases } = standingOf(episode, { on, ladder });
  return {
    assigned_to: assignedTo,
    snoozed_until: snooze?.until ?? null,
    snooze_reason: snooze?.reason ?? null,
    chases,
  };
}
