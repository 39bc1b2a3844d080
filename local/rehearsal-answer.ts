import type { RehearsalStores } from '../functions/alert/rehearse.ts';
import { addDays, type Day } from '../shared/calendar/day.ts';
import type { PolicyEntry } from '../shared/policy/entry.ts';
import { withEntries } from '../shared/policy/policy-file.ts';
import { POLICY } from '../shared/policy/timeline.ts';
import { groupByPractice } from '../shared/state/practice-on-day.ts';
import {
  memoryDeliveries,
  memoryEpisodes,
  memorySubscriptions,
} from '../shared/store/alert-memory.ts';
import type { AlertMachine } from './alert-machine.ts';
import { alertsThatDiffer, forNobody, placesWithoutSubscriber, rehearsed } from './rehearsal.ts';
import { rehearsalHtml } from './rehearsal-html.ts';
import { rehearsalJson } from './rehearsal-json.ts';
import type { Shown } from './rehearsal-shown.ts';
import { rehearsalText } from './rehearsal-text.ts';

type Ask = {
  readonly asOf: Day;
  readonly from?: Day;
  /** Other policy entries to compare with; null: none. */
  readonly given: readonly PolicyEntry[] | null;
  readonly format: 'text' | 'html' | 'json';
  /** Only what concerns this ICB is shown; null: everything. */
  readonly icb: string | null;
};

/** Rehearses the alert step on a data folder and writes what it would do; nothing is sent or kept. */
export async function rehearsalAnswer(machine: AlertMachine, ask: Ask): Promise<string> {
  const shown = await shownOf(machine, ask);
  if (ask.format === 'json') return rehearsalJson(shown);
  return ask.format === 'html' ? rehearsalHtml(shown) : rehearsalText(shown);
}

async function shownOf(machine: AlertMachine, { asOf, from, given, icb }: Ask): Promise<Shown> {
  const facts = groupByPractice(await machine.ledger.all());
  const subscribed = (await machine.subscriptions.all()).filter((s) => s.endedOn === null);
  const places = placesWithoutSubscriber(facts, asOf, subscribed).filter(
    (code) => icb === null || code === icb,
  );
  const since = from ?? addDays(asOf, -1);
  const subscriptions = [...subscribed, ...places.map((code) => forNobody(code, since))];
  const lastRun = await machine.episodes.lastRun();
  const isFromNothing = from === undefined && lastRun !== undefined && lastRun.validAt > asOf;
  const { headlines, madeUp } = machine.deps;
  const go = async (entries: readonly PolicyEntry[]) =>
    rehearsed({
      ...{ facts, asOf, entries, subscriptions, deps: { headlines, madeUp } },
      ...(from !== undefined && { from }),
      stored: await copies(machine, subscriptions, isFromNothing),
    });
  const now = await go(POLICY);
  const other = given === null ? null : await go(withEntries(POLICY, given).entries);
  const differs =
    other === null ? null : alertsThatDiffer(now.days.at(-1)!.open, other.days.at(-1)!.open);
  return { ...now, icb, asOf, from: from ?? null, isFromNothing, differs, given: given ?? [] };
}

async function copies(
  { episodes, deliveries }: AlertMachine,
  subscriptions: Parameters<typeof memorySubscriptions>[0] & {},
  isFromNothing: boolean,
): Promise<RehearsalStores> {
  const begin = isFromNothing ? [] : await storedEpisodes(episodes);
  const told = isFromNothing
    ? []
    : (await Promise.all(subscriptions.map(({ id }) => deliveries.ofSubscription(id)))).flat();
  const lastRun = isFromNothing ? undefined : await episodes.lastRun();
  return {
    episodes: memoryEpisodes(begin, lastRun),
    subscriptions: memorySubscriptions(subscriptions),
    deliveries: memoryDeliveries(told),
  };
}

async function storedEpisodes(episodes: AlertMachine['episodes']) {
  const closed = await episodes.closedFrom('2000-01-01' as Day);
  return [...closed, ...(await episodes.open())];
}
