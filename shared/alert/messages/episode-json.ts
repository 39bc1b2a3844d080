import type { Episode } from '../episode.ts';
import type { Links } from './links.ts';
import type { PlacedEpisode } from './placed.ts';

/** An open episode as data, for webhooks. Days as `YYYY-MM-DD`; null: nothing known, nobody did. */
export function episodeJson({ episode, standing, section }: PlacedEpisode, links: Links) {
  const { lastChase, acknowledged, assignedTo, snooze } = standing;
  return {
    ...identity(episode, links),
    section,
    step: standing.step,
    since: episode.alert.since,
    openedOn: episode.openedOn,
    noticedOn: episode.noticedOn,
    weeks: standing.weeks,
    because: episode.alert.because,
    closedBy: episode.alert.closedBy,
    patients: episode.about.patients,
    reopens: episode.reopens,
    passedFrom: episode.passedFrom,
    lastChase: lastChase && { on: lastChase.on, how: lastChase.how, by: lastChase.by },
    acknowledged: acknowledged && { at: acknowledged.at, by: acknowledged.by },
    assignedTo,
    snoozed: snooze && { until: snooze.until, reason: snooze.reason },
  };
}

/** A closed episode as data: why, and where it goes on. */
export function closedJson(episode: Episode, links: Links) {
  const { closed } = episode;
  return {
    ...identity(episode, links),
    openedOn: episode.openedOn,
    closed: closed && {
      on: closed.on,
      why: closed.why,
      words: closed.words,
      passedTo: closed.passedTo,
    },
  };
}

function identity({ id, alert, about }: Episode, links: Links) {
  return {
    id,
    practice: alert.practice,
    name: about.name,
    rule: alert.rule,
    link: links.episode(id),
  };
}
