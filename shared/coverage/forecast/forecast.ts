import { addDays, type Day, daysBetween } from '../../calendar/day.ts';
import { type BackTest, backTest } from './back-test.ts';
import type { WeekOfHistory } from './history.ts';
import { FEWEST_CHANGES, pastOf, type Span, spanAhead, spansAt } from './spans.ts';

/** Dates further off than two years are not given: nothing back-tests them. */
const MOST_WEEKS_AHEAD = 104;

/** `target`: percent of practices, over 0 to 100. `quietWeeks`: weeks without a newly live practice that are no progress. */
export type ForecastAsk = {
  readonly target: number;
  readonly deadline: Day | null;
  readonly quietWeeks: number;
};

/** When the target is reached. A null day: not within two years at that pace. */
export type Outlook =
  | { readonly kind: 'reached'; readonly since: Day }
  | { readonly kind: 'too-little-history'; readonly weeks: number }
  | { readonly kind: 'no-progress'; readonly weeks: number }
  | {
      readonly kind: 'expected';
      readonly earliest: Day | null;
      readonly on: Day | null;
      readonly latest: Day | null;
    };

export type Forecast = {
  /** The last week of the history, from which it looks ahead. */
  readonly from: Day | null;
  readonly practices: number;
  readonly live: number;
  readonly outlook: Outlook;
  /** The share in the last week up to the deadline; null without history enough, or where the deadline has passed. */
  readonly atDeadline: Span | null;
  readonly backTest: BackTest;
};

/**
 * When one scope reaches a target, and its share at a deadline, each with an 80% interval that the
 * scope's own past is held against. Pure. Takes the weeks oldest first. (Design: forecast; ADR 11.)
 */
export function forecastOf(weeks: readonly WeekOfHistory[], ask: ForecastAsk): Forecast {
  const last = weeks.at(-1);
  const since = reachedSince(weeks, ask.target);
  if (last === undefined || weeks.length <= FEWEST_CHANGES) {
    const short: Outlook = { kind: 'too-little-history', weeks: weeks.length };
    return {
      from: last?.week ?? null,
      practices: last?.practices ?? 0,
      live: last?.live ?? 0,
      outlook: since === undefined ? short : { kind: 'reached', since },
      atDeadline: null,
      backTest: { held: 0, checked: 0 },
    };
  }
  const past = pastOf(weeks.map(({ live, practices }) => live / practices));
  const spans = spansAt(past, weeks.length - 1);
  const ahead = (n: number) => spanAhead(spans, last.live / last.practices, n);
  return {
    from: last.week,
    practices: last.practices,
    live: last.live,
    outlook: since === undefined ? outlookOf(weeks, ask, ahead) : { kind: 'reached', since },
    atDeadline: atDeadline(last.week, ask.deadline, ahead),
    backTest: backTest(past),
  };
}

type Ahead = (weeks: number) => Span;

function outlookOf(weeks: readonly WeekOfHistory[], ask: ForecastAsk, ahead: Ahead): Outlook {
  const quiet = quietWeeksIn(weeks);
  if (quiet >= ask.quietWeeks) return { kind: 'no-progress', weeks: quiet };
  const { week, practices } = weeks.at(-1)!;
  // The count that is nearest to a share is what a share ahead means for whole practices.
  const enough = (livesFor(ask.target, practices) - 0.5) / practices;
  const first = (end: keyof Span): Day | null => {
    for (let n = 1; n <= MOST_WEEKS_AHEAD; n++) {
      if (ahead(n)[end] >= enough) return addDays(week, 7 * n);
    }
    return null;
  };
  return { kind: 'expected', earliest: first('high'), on: first('point'), latest: first('low') };
}

/** How many of so many practices must be live for a share in percent. */
function livesFor(target: number, practices: number): number {
  return Math.ceil((target * practices) / 100 - 1e-9);
}

/** The first week of the run, up to the last, in which the target is met. */
function reachedSince(weeks: readonly WeekOfHistory[], target: number): Day | undefined {
  const missedIn = weeks.findLastIndex(({ live, practices }) => live < livesFor(target, practices));
  return weeks[missedIn + 1]?.week;
}

/** Weeks since a practice last went live. */
function quietWeeksIn(weeks: readonly WeekOfHistory[]): number {
  const lastProgress = weeks.findLastIndex(({ newlyLive }) => newlyLive !== null && newlyLive > 0);
  return weeks.length - 1 - Math.max(0, lastProgress);
}

function atDeadline(from: Day, deadline: Day | null, ahead: Ahead): Span | null {
  if (deadline === null || deadline < from) return null;
  const weeks = Math.floor(daysBetween(from, deadline) / 7);
  return weeks > MOST_WEEKS_AHEAD ? null : ahead(weeks);
}
