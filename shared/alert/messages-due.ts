import type { Day } from '../calendar/day.ts';
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
import { tellsOfCover, tellsOfDigest, tellsOfStep } from './messages/tells.ts';
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
  /** The day of the run. */
  readonly on: Day;
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
      ? [coverNotice(ask, to), stateChange(ask, to), reminder(ask, to)]
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

/** A practice's first one says its status too, so that it is told of the next one as a change. */
function coverNotice({ cover, told, found }: DueAsk, to: To): Message | null {
  if (told.tells.has(tellsOfCover(cover.key))) return null;
  const practices = [...cover.practices].filter((code) => isOpenPractice(found.get(code)));
  const { followed } = cover;
  const ended =
    followed === null
      ? []
      : [
          {
            place: followed.from,
            on: followed.endedAfter,
            wentTo: followed.to.map(({ words, practices: n }) => ({ place: words, practices: n })),
          },
        ];
  const message = coverNoticeOf({ ...to, key: cover.key, practices: practices.length, ended });
  if (to.subscription.audience !== 'practice') return message;
  const statuses = practices.map((code) => stateTell(code, found.get(code)!.status, to.on));
  return { ...message, tells: [...message.tells, ...statuses] };
}

function isOpenPractice(found: Found | undefined): boolean {
  return found !== undefined && found.status !== 'out-of-scope';
}

/** By the day on which it is told: a status that comes back is told again. */
function stateTell(practice: PracticeCode, status: Status, on: Day): string {
  return `state:${practice}=${status}@${on}`;
}

/** What was told last, beside what is found today; before the first word there is nothing to compare with. */
function stateChange({ cover, told, found, on, inFull }: DueAsk, to: To): Message | null {
  for (const practice of cover.practices) {
    const now = found.get(practice);
    const was = told.statuses.get(practice) as Status | undefined;
    if (now === undefined || was === undefined || was === now.status) continue;
    const { why, nextDate } = inFull(practice);
    const { name } = now.about;
    const is = now.status;
    const since = now.since;
    const message = stateChangeOf({ ...to, practice, name, was, is, since, why, nextDate });
    return { ...message, tells: [stateTell(practice, is, on)] };
  }
  return null;
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
  const episodes = stepsDue(ask).filter(({ alert }) => paces[alert.rule] === 'immediate');
  return noticeOf({ ...to, episodes, ladder: ask.ladder });
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
  if (told.lastDigest !== null && told.lastDigest > week) return null;
  const isHeard = ({ alert }: Episode) =>
    cover.practices.has(alert.practice) && subscription.paces[alert.rule] !== 'none';
  const since = told.lastDigest;
  const isNew = ({ closed }: Episode) => since !== null && closed !== null && closed.on > since;
  return digestOf({
    ...to,
    week,
    since,
    episodes: ask.open.filter(isHeard),
    closed: ask.closed.filter(isHeard).filter(isNew),
    ladder,
    headline,
  });
}
