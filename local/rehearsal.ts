import type { AlertDeps } from '../functions/alert/alert-deps.ts';
import {
  emptyStores,
  type RehearsalStores,
  type RehearsedDay,
  rehearse,
} from '../functions/alert/rehearse.ts';
import type { Episode } from '../shared/alert/episode.ts';
import { RULES, type Rule } from '../shared/alert/rule.ts';
import { type Sight, sightOn, sightsByWeek } from '../shared/alert/sight.ts';
import type { Subscription } from '../shared/alert/subscription.ts';
import { PACES } from '../shared/alert/subscription.ts';
import { addDays, type Day, type Instant, sixOClockInLondon } from '../shared/calendar/day.ts';
import { clocksOfWeek, isMonday, mondayOf, mondays } from '../shared/calendar/week.ts';
import type { PolicyEntry } from '../shared/policy/entry.ts';

type Facts = Sight['facts'];

/** What a rehearsal is asked for. */
export type RehearsalAsk = {
  readonly facts: Facts;
  readonly asOf: Day;
  /** Begin from nothing on this Monday and go on week by week; missing: from what is stored, for the one day. */
  readonly from?: Day;
  readonly entries: readonly PolicyEntry[];
  /** Who is subscribed; each ICB that nobody is subscribed to gets a digest for nobody. */
  readonly subscriptions: readonly Subscription[];
  /** Copies of what is stored; not looked at with `from`. */
  readonly stored: RehearsalStores;
  readonly deps: Pick<AlertDeps, 'headlines' | 'madeUp'>;
};

/** What would happen on each day; only the last day's sight is kept. */
export type Rehearsal = {
  readonly days: readonly Omit<RehearsedDay, 'sight'>[];
  readonly last: Sight;
};

/** Goes through the days of a rehearsal, in order, on stores in memory. */
export async function rehearsed(ask: RehearsalAsk): Promise<Rehearsal> {
  const { asOf, from, deps } = ask;
  const stores = from === undefined ? ask.stored : emptyStores(ask.subscriptions);
  const days: Omit<RehearsedDay, 'sight'>[] = [];
  let last: Sight | undefined;
  const sights = sightsOf(ask);
  const weekOf = (on: Day) => (isMonday(on) || from === undefined ? mondayOf(on) : null);
  const links = () => ({ episode: () => null, unsubscribe: null, all: null, submit: null });
  for await (const { sight, ...day } of rehearse({ ...deps, sights, weekOf, stores, links })) {
    days.push(day);
    last = sight;
  }
  if (last === undefined) throw new RangeError(`no day from ${from} to ${asOf}`);
  return { days, last };
}

function* sightsOf({ facts, asOf, from, entries }: RehearsalAsk): Generator<Sight, void> {
  if (from !== undefined) {
    yield* sightsByWeek(facts, mondays(from, isMonday(asOf) ? asOf : addDays(asOf, -1)), entries);
    if (isMonday(asOf)) return;
  }
  yield sightOn(facts, { validAt: asOf, knownAt: knownOn(asOf), rulesAt: asOf }, entries);
}

/** A Monday is looked at as its release is, at 6am in London; any other day in its evening. */
export function knownOn(on: Day): Instant {
  return isMonday(on) ? clocksOfWeek(on).knownAt : eveningOf(on);
}

function eveningOf(on: Day): Instant {
  const morning = Date.parse(sixOClockInLondon(on));
  return new Date(morning + 12 * 3_600_000).toISOString() as Instant;
}

/** ICBs with open practices that no subscription names: each is shown the digest that it would have. */
export function placesWithoutSubscriber(
  facts: Facts,
  on: Day,
  subscribed: readonly Subscription[],
): readonly string[] {
  const named = new Set(
    subscribed.flatMap(({ scope }) => (scope.type === 'icb' ? [scope.code] : [])),
  );
  const { found } = sightOn(facts, { validAt: on, knownAt: knownOn(on), rulesAt: on });
  const codes = new Set<string>();
  for (const { about, status } of found.values()) {
    if (status !== 'out-of-scope' && about.icb !== null && !named.has(about.icb)) {
      codes.add(about.icb);
    }
  }
  return [...codes].sort();
}

/** A subscription for nobody, to see the digest of a place without one. */
export function forNobody(icb: string, since: Day): Subscription {
  const paces = Object.fromEntries(RULES.map((rule) => [rule, PACES[1]])) as Record<Rule, 'weekly'>;
  return {
    id: `preview-${icb}`,
    channel: { type: 'email', to: 'nobody@preview.example' },
    audience: 'commissioner',
    scope: { type: 'icb', code: icb },
    paces,
    saysNothingNew: true,
    since,
    token: 'preview-preview-preview',
    endedOn: null,
  };
}

/** Practices of which an alert is open under one policy and not under the other, by rule. */
export function alertsThatDiffer(before: readonly Episode[], after: readonly Episode[]) {
  const keyOf = ({ alert }: Episode) => `${alert.practice} ${alert.rule}`;
  const [was, is] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  return {
    opened: after.filter((episode) => !was.has(keyOf(episode))),
    gone: before.filter((episode) => !is.has(keyOf(episode))),
  };
}
