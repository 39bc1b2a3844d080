import {
  addDays,
  type Day,
  daysBetween,
  type Instant,
  instant,
  londonDay,
  longDay,
  sixOClockInLondon,
} from '../calendar/day.ts';
import { mondayOf } from '../calendar/week.ts';
import { byCodeUnits } from '../coverage/by-code-units.ts';
import { counted } from '../coverage/figure-words.ts';
import { momentInWords } from '../release/page/cell-words.ts';
import type { Delivery } from './message.ts';

/** Days without any upload after which somebody looks whether files still get through. */
export const DAYS_WITHOUT_UPLOAD = 14;
/** Hours after the cut-off, Monday at 06:00 in London, by which its release must be there: noon. */
const HOURS_FOR_A_RELEASE = 6;

/** Messages that were given up, by the name of their queue or folder. */
export type DeadLetters = { readonly queue: string; readonly count: number };

/** What the operators' alerts are seen by. */
export type OperatorsSight = {
  readonly now: Instant;
  /** When the latest upload came; null: none ever did. */
  readonly lastUploadAt: Instant | null;
  readonly deadLetters: readonly DeadLetters[];
  /** The chain of releases. */
  readonly releases: readonly { readonly week: Day }[];
  /** Releases that were not published since their sums broke, in our own words. */
  readonly refusedReleases: readonly { readonly week: Day; readonly why: string }[];
  readonly uncertain: readonly Pick<Delivery, 'id' | 'at'>[];
  readonly dead: readonly Pick<Delivery, 'id' | 'at'>[];
  /** Addresses that take no mail any more. */
  readonly suppressed: readonly { readonly at: Instant }[];
  /** True when a run left messages over that were more than it may send. */
  readonly capReached: boolean;
};

/** One thing that somebody who runs this should see to: what, since when (null: not dated), what to do. */
export type OperatorAlert = {
  readonly what: string;
  readonly since: Day | null;
  readonly remedy: string;
};

/**
 * What the operators are told, apart from the commissioners: that uploads, messages, releases or deliveries
 * are in trouble. Most pressing first; none where all is well. (Issue: alerts, operators' alerts.)
 */
export function operatorAlerts(sight: OperatorsSight): readonly OperatorAlert[] {
  return [
    ...refused(sight),
    ...late(sight),
    ...deadLetters(sight),
    ...deliveries(sight.uncertain, UNCERTAIN),
    ...deliveries(sight.dead, DEAD),
    ...capReached(sight),
    ...suppressedLately(sight),
    ...noUpload(sight),
  ];
}

function refused({ refusedReleases, releases }: OperatorsSight): readonly OperatorAlert[] {
  const published = new Set(releases.map(({ week }) => week));
  return refusedReleases
    .filter(({ week }) => !published.has(week))
    .map(({ week, why }) => ({
      what: `The release of the week of ${longDay(week)} was not published: ${why}.`,
      since: week,
      remedy: 'See "A release that failed" in the runbook.',
    }));
}

/** The release of this week, or of the week before where this one has not come to noon on its Monday. */
function late({ now, releases, refusedReleases }: OperatorsSight): readonly OperatorAlert[] {
  const thisWeek = mondayOf(londonDay(now));
  const week = now >= dueBy(thisWeek) ? thisWeek : addDays(thisWeek, -7);
  const known = [...releases, ...refusedReleases];
  // Before the first release there is nothing that could be late.
  if (known.length === 0 || known.some((each) => each.week >= week)) return [];
  return [
    {
      what: `The release of the week of ${longDay(week)} is late: it was due on the Monday by 12:00.`,
      since: week,
      remedy: 'See "A release that failed" in the runbook; the log of the release step says why.',
    },
  ];
}

function dueBy(week: Day): Instant {
  const due = Date.parse(sixOClockInLondon(week)) + HOURS_FOR_A_RELEASE * 3_600_000;
  return instant(new Date(due).toISOString());
}

function deadLetters(sight: OperatorsSight): readonly OperatorAlert[] {
  return sight.deadLetters
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => byCodeUnits(a.queue, b.queue))
    .map(({ queue, count }) => ({
      what: `${countOf(count, 'message')} given up in ${queue}.`,
      since: null,
      remedy: 'Mend what the log names, then redrive the queue: every step can be repeated.',
    }));
}

type Words = { readonly are: string; readonly remedy: string };

const UNCERTAIN: Words = {
  are: 'perhaps sent, perhaps not',
  remedy:
    'Look whether it arrived, then decide: "rollout messages" lists them. None is sent again by itself.',
};
const DEAD: Words = {
  are: 'not sent after six tries',
  remedy: 'Look at the reason with "rollout messages", mend it, then send again or drop it.',
};

function deliveries(
  found: readonly Pick<Delivery, 'id' | 'at'>[],
  { are, remedy }: Words,
): readonly OperatorAlert[] {
  const first = earliest(found);
  if (first === null) return [];
  return [{ what: `${countOf(found.length, 'message')} ${are}.`, since: londonDay(first), remedy }];
}

function capReached(sight: OperatorsSight): readonly OperatorAlert[] {
  if (!sight.capReached) return [];
  return [
    {
      what: 'A run had more messages than one run may send; the rest was not sent.',
      since: londonDay(sight.now),
      remedy:
        'Look with "rollout alerts --rehearse" whether they are right. If they are, the next run sends on.',
    },
  ];
}

/** A day's news only: an address stays suppressed until a person releases it. */
function suppressedLately({ now, suppressed }: OperatorsSight): readonly OperatorAlert[] {
  const dayBefore = addDays(londonDay(now), -1);
  const lately = suppressed.filter(({ at }) => londonDay(at) >= dayBefore);
  const first = earliest(lately);
  if (first === null) return [];
  return [
    {
      what: `${countOf(lately.length, 'address', 'addresses')} came back or complained, and ${lately.length === 1 ? 'is' : 'are'} sent nothing any more.`,
      since: londonDay(first),
      remedy: 'Ask the team for a right address: "rollout subscriptions" lists them.',
    },
  ];
}

function noUpload({ now, lastUploadAt }: OperatorsSight): readonly OperatorAlert[] {
  const remedy = 'Ask a sender whether files get through: see "An upload without a receipt".';
  if (lastUploadAt === null) return [{ what: 'No upload has ever come.', since: null, remedy }];
  const days = daysBetween(londonDay(lastUploadAt), londonDay(now));
  if (days < DAYS_WITHOUT_UPLOAD) return [];
  const what = `No upload has come for ${days} days, the last on ${momentInWords(lastUploadAt)}.`;
  return [{ what, since: londonDay(lastUploadAt), remedy }];
}

function earliest(found: readonly { readonly at: Instant }[]): Instant | null {
  return found.map(({ at }) => at).toSorted(byCodeUnits)[0] ?? null;
}

function countOf(count: number, one: string, many = `${one}s`): string {
  return `${counted(count)} ${count === 1 ? one : many}`;
}

/** The alerts of a day as the operators' notice: a subject of ASCII of at most 100 letters, and plain text. */
export function operatorsNotice(
  on: Day,
  alerts: readonly OperatorAlert[],
): { readonly subject: string; readonly text: string } {
  const count = countOf(alerts.length, 'thing');
  const items = alerts.map(({ what, since, remedy }) =>
    [`- ${what}`, ...(since === null ? [] : [`  Since ${longDay(since)}.`]), `  ${remedy}`].join(
      '\n',
    ),
  );
  const text = `Record Access Rollout, ${longDay(on)}: to see to.\n\n${items.join('\n\n')}\n`;
  return { subject: `Record Access Rollout: ${count} to see to`, text };
}
