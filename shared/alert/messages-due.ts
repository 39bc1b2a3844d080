import type { Day, Instant } from '../calendar/day.ts';
import type { PolicyInForce } from '../policy/entry.ts';
import type { PracticeCode } from '../practice/code.ts';
import type { Status } from '../state/decision.ts';
import type { Episode } from './episode.ts';
import { standingOf } from './episodes/standing.ts';
import type { Found } from './found.ts';
import type { Message } from './message.ts';
import { coverNoticeOf } from './messages/cover-notice.ts';
import { digestOf, type Headline } from './messages/digest.ts';
import type { Links } from './messages/links.ts';
import type { NextDate } from './messages/next-date.ts';
import { noticeOf } from './messages/notice.ts';
import { reminderOf } from './messages/reminder.ts';
import { stateChangeOf } from './messages/state-change.ts';
import { practiceInWords } from './messages/subject-line.ts';
import { tellsOfCover, tellsOfDigest, tellsOfState, tellsOfStep } from './messages/tells.ts';
import type { Subscription } from './subscription.ts';
import type { Cover } from './subscriptions/cover.ts';
import type { Told } from './told.ts';

/** Why a practice has its status, and what comes next by itself: asked for only where it is told. */
export type InFull = { readonly why: string | null; readonly nextDate: NextDate | null };

/** What one subscription is told from. */
export type DueAsk = {
  readonly subscription: Subscription;
  readonly cover: Cover;
  readonly told: Told;
  /** The day of the run, and what it knew. */
  readonly on: Day;
  readonly knownAt: Instant;
  /** The Monday whose digest goes out; null: only what is told at once. */
  readonly week: Day | null;
  /** Open ones, and those closed lately, of all practices. */
  readonly open: readonly Episode[];
  readonly closed: readonly Episode[];
  readonly found: ReadonlyMap<PracticeCode, Found>;
  readonly inFull: (practice: PracticeCode) => InFull;
  readonly ladder: PolicyInForce['ladder'];
  readonly headline: Headline | null;
  readonly links: Links;
  readonly madeUp: boolean;
};

/**
 * The messages that a subscription is due on a day and was not told yet: what it covers, what is told at
 * once, and the digest of the week. The same again gives the same messages. (Design: alerts.)
 */
export function messagesDue(ask: DueAsk): readonly Message[] {
  const { subscription, cover, on, links, madeUp } = ask;
  if (subscription.endedOn !== null) return [];
  const to = { subscription, on, cover: cover.words, links, madeUp };
  const messages =
    subscription.audience === 'practice'
      ? [coverNotice(ask, to), ...stateChanges(ask, to), reminder(ask, to)]
      : [coverNotice(ask, to), notice(ask, to), digest(ask, to)];
  return messages.filter((message) => message !== null);
}

type To = {
  readonly subscription: Subscription;
  readonly on: Day;
  readonly cover: string;
  readonly links: Links;
  readonly madeUp: boolean;
};

/**
 * A practice's also notes the status of each practice that it was told nothing of yet, so that the next
 * status is told as a change. It notes it beside the key: the id is of the cover alone.
 */
function coverNotice({ cover, told, found }: DueAsk, to: To): Message | null {
  if (told.tells.has(tellsOfCover(cover.key))) return null;
  const practices = [...cover.practices].filter((code) => isOpenPractice(found.get(code)));
  const known = cover.ended.findLastIndex(({ key }) => told.tells.has(tellsOfCover(key)));
  const ended = cover.ended.slice(known + 1).map(({ from, endedAfter, to: wentTo }) => ({
    place: from,
    on: endedAfter,
    wentTo: wentTo.map(({ words, practices: n }) => ({ place: words, practices: n })),
  }));
  const isStart = ![...told.tells].some((tell) => tell.startsWith(tellsOfCover('')));
  const merged = cover.merged.map(({ practice, into }) => ({
    practice: practiceInWords(practice, found.get(practice)?.about.name ?? null),
    into: practiceInWords(into, found.get(into)?.about.name ?? null),
  }));
  const { key } = cover;
  const message = coverNoticeOf({
    ...{ ...to, key, practices: practices.length, isStart, ended, merged },
  });
  if (to.subscription.audience !== 'practice') return message;
  const statuses = practices
    .filter((code) => !told.statuses.has(code))
    .map((code) => tellsOfState(code, found.get(code)!.status, to.on));
  return { ...message, tells: [...message.tells, ...statuses] };
}

function isOpenPractice(found: Found | undefined): boolean {
  return found !== undefined && found.status !== 'out-of-scope';
}

/**
 * What was told last, beside what is found today; before the first word there is nothing to compare with.
 * One a day of a practice: a status that comes and goes between the runs of a day is told the day after,
 * if it stays.
 */
function stateChanges({ cover, told, found, on, inFull }: DueAsk, to: To): readonly Message[] {
  return [...cover.practices].flatMap((practice) => {
    const now = found.get(practice);
    const last = told.statuses.get(practice);
    if (now === undefined || last === undefined) return [];
    if (last.status === now.status || last.on >= on) return [];
    const { why, nextDate } = inFull(practice);
    const was = last.status as Status;
    const { status: is, since, about } = now;
    return [stateChangeOf({ ...to, practice, name: about.name, was, is, since, why, nextDate })];
  });
}

function reminder(ask: DueAsk, to: To): Message | null {
  const episodes = stepsDue(ask);
  const [first] = episodes;
  if (first === undefined) return null;
  const { nextDate } = ask.inFull(first.alert.practice);
  return reminderOf({ ...to, episodes, ladder: ask.ladder, nextDate });
}

function notice(ask: DueAsk, to: To): Message | null {
  const { paces } = ask.subscription;
  const open = ask.open.filter(({ alert }) => paces[alert.rule] === 'immediate');
  return noticeOf({ ...to, episodes: stepsDue({ ...ask, open }), ladder: ask.ladder });
}

/**
 * Open episodes of the cover whose present step was reached since the subscription began and was not
 * told. A snoozed one is quiet; on the day it wakes the step it has reached meanwhile is told.
 */
function stepsDue({ subscription, cover, told, open, on, ladder }: DueAsk): readonly Episode[] {
  return open.filter((episode) => {
    if (!cover.practices.has(episode.alert.practice)) return false;
    if (subscription.paces[episode.alert.rule] === 'none') return false;
    const { step, stepOn, snooze } = standingOf(episode, { on, ladder });
    const reachedOn = stepOn.at(-1);
    if (snooze !== null || reachedOn === undefined || reachedOn < subscription.since) return false;
    return !told.tells.has(tellsOfStep(episode.id, step));
  });
}

function digest(ask: DueAsk, to: To): Message | null {
  const { week, told, subscription, cover, ladder, headline } = ask;
  if (week === null || told.tells.has(tellsOfDigest(week))) return null;
  // A digest that comes late would tell of things closed before the one that was sent.
  if (told.lastDigest !== null && told.lastDigest.week > week) return null;
  const isHeard = ({ alert }: Episode) =>
    cover.practices.has(alert.practice) && subscription.paces[alert.rule] !== 'none';
  const since = told.lastDigest;
  const isNew = ({ closed }: Episode) =>
    since !== null && closed !== null && closed.at > since.knownAt;
  return digestOf({
    ...to,
    week,
    knownAt: ask.knownAt,
    since,
    episodes: ask.open.filter(isHeard),
    closed: ask.closed.filter(isHeard).filter(isNew),
    ladder,
    headline,
  });
}
