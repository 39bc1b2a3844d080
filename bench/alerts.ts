import { emptyStores } from '../functions/alert/rehearse.ts';
import { runAlerts } from '../functions/alert/run-alerts.ts';
import { SILENT } from '../functions/log.ts';
import { forNobody } from '../local/rehearsal.ts';
import { sightOn } from '../shared/alert/sight.ts';
import { addDays } from '../shared/calendar/day.ts';
import { clocksOfWeek } from '../shared/calendar/week.ts';
import type { Fact } from '../shared/evidence/fact.ts';
import { policyInForce } from '../shared/policy/timeline.ts';
import { groupByPractice, practicesOnDay } from '../shared/state/practice-on-day.ts';
import {
  memoryDeliveries,
  memoryEpisodes,
  memorySubscriptions,
} from '../shared/store/alert-memory.ts';
import type { Carrier } from '../shared/store/alert-ports.ts';
import { interleaved } from './interleaved.ts';
import { aim, ratio } from './report.ts';
import { AT, factsOf, sampleFiles } from './sample-facts.ts';

const TIMES = 9;
const AT_MOST = 2;
const WEEK_BEFORE = addDays(AT.validAt, -7);

/**
 * The national evening run from facts in memory (every alert looked for, episodes brought up to date, a
 * digest for each ICB written and handed over to nobody), beside deciding the states alone from the same
 * facts. Then the same day again: what it writes and sends.
 */
export async function alerts(): Promise<readonly string[]> {
  const facts = factsOf(sampleFiles());
  const begun = await weekBefore(facts);
  const counts = await ranOnce(facts, begun);
  const took = await interleaved(
    {
      states: () => practicesOnDay(groupByPractice(facts), AT, policyInForce(AT)),
      run: () => evening(facts, copyOf(begun)),
    },
    TIMES,
  );
  const isMet = took.run <= AT_MOST * took.states;
  return [
    `${counts.open} alerts open, ${counts.opened} opened and ${counts.closed} closed in the week, ${counts.sent} digests`,
    `evening run: ${ratio(took.run, took.states, 'deciding the states alone')}, ${aim(isMet, `at most ${AT_MOST}`)}`,
    `the same day again: ${counts.writesAgain} episodes written, ${counts.sentAgain} messages sent, ${aim(counts.writesAgain + counts.sentAgain === 0, 'none')}`,
  ];
}

type Begun = Awaited<ReturnType<typeof weekBefore>>;

/** A run with every ICB's digest, on stores and with a carrier in memory. */
async function evening(facts: readonly Fact[], stores: ReturnType<typeof copyOf>, on = AT.validAt) {
  const { validAt, knownAt } = clocksOfWeek(on);
  let sent = 0;
  const carrier: Carrier = {
    async handOver() {
      sent += 1;
      return { outcome: 'sent', providerId: null };
    },
  };
  const run = runAlerts({
    ...stores,
    look: async () => sightOn(groupByPractice(facts), clocksOfWeek(on)),
    headlines: async () => new Map(),
    links: () => ({ episode: () => null, unsubscribe: null, all: null, submit: null }),
    carrier,
    cap: Number.POSITIVE_INFINITY,
    madeUp: true,
    now: () => knownAt,
    log: SILENT,
  });
  const report = await run({ validAt, knownAt, week: on });
  return { report, sent };
}

async function weekBefore(facts: readonly Fact[]) {
  const sight = sightOn(groupByPractice(facts), clocksOfWeek(WEEK_BEFORE));
  const icbs = new Set(
    [...sight.found.values()].flatMap(({ about, status }) =>
      status === 'out-of-scope' || about.icb === null ? [] : [about.icb],
    ),
  );
  const subscriptions = [...icbs].sort().map((icb) => forNobody(icb, WEEK_BEFORE));
  const stores = emptyStores(subscriptions);
  await evening(facts, stores, WEEK_BEFORE);
  const deliveries = await Promise.all(
    subscriptions.map(({ id }) => stores.deliveries.ofSubscription(id)),
  );
  return { subscriptions, episodes: await stores.episodes.open(), deliveries: deliveries.flat() };
}

function copyOf({ subscriptions, episodes, deliveries }: Begun) {
  return {
    episodes: memoryEpisodes(episodes),
    subscriptions: memorySubscriptions(subscriptions),
    deliveries: memoryDeliveries(deliveries),
  };
}

async function ranOnce(facts: readonly Fact[], begun: Begun) {
  const stores = copyOf(begun);
  const { report, sent } = await evening(facts, stores);
  const again = await evening(facts, stores);
  const { opened, closed, changed } = again.report;
  return {
    ...{ open: report.open, opened: report.opened, closed: report.closed, sent },
    writesAgain: opened + closed + changed,
    sentAgain: again.sent,
  };
}
