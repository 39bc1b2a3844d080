import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { emptyStores } from '../../functions/alert/rehearse.ts';
import { runAlerts } from '../../functions/alert/run-alerts.ts';
import { SILENT } from '../../functions/log.ts';
import { DEFAULT_SEED } from '../../local/commands/sample.ts';
import { forNobody } from '../../local/rehearsal.ts';
import { generateSample } from '../../local/sample/generate.ts';
import { sightOn } from '../../shared/alert/sight.ts';
import { day } from '../../shared/calendar/day.ts';
import { clocksOfWeek } from '../../shared/calendar/week.ts';
import { groupByPractice } from '../../shared/state/practice-on-day.ts';
import type { HandedOver } from '../../shared/store/alert-ports.ts';
import { factsOf, readSample } from '../local/sample/read-sample.ts';
import { factsOfIcb, inLines, weeksOf } from './alert-weeks.ts';

const EXPECTED = new URL('alert-weeks.txt', import.meta.url);
const ICB = 'QBP';

let facts: ReturnType<typeof groupByPractice>;
beforeAll(() => {
  facts = groupByPractice(factsOf(readSample(generateSample({ seed: DEFAULT_SEED }))));
}, 120_000);

/** The weeks as they were read and judged; lines that begin with # say how. */
function judged(): ReadonlyMap<string, string> {
  const blocks = readFileSync(EXPECTED, 'utf8').split('\n\n');
  const lines = blocks.map((block) => block.split('\n').filter((line) => !line.startsWith('#')));
  return new Map(
    lines
      .map((block) => block.filter((line) => line !== ''))
      .filter((block) => block.length > 0)
      .map((block) => [block[0]!.slice(0, 10), block.join('\n')]),
  );
}

describe('the made-up England, all of it', { timeout: 120_000 }, () => {
  test('weeks of one ICB are as they were read and judged', async () => {
    const weeks = await weeksOf(factsOfIcb(facts, ICB), ICB);
    const expected = judged();
    expect(expected.size).toBeGreaterThanOrEqual(10);
    for (const [on, block] of expected) {
      const week = weeks.find((one) => one.on === on);
      expect(week === undefined ? on : inLines(week).join('\n')).toBe(block);
    }
  });

  test('6,300 practices: every ICB has its digest, whatever becomes of the others', async () => {
    const week = day('2023-12-04');
    const sight = sightOn(facts, clocksOfWeek(week));
    const inScope = [...sight.found.values()].filter(({ status }) => status !== 'out-of-scope');
    expect(inScope.length).toBeGreaterThan(6_000);
    const icbs = [...new Set(inScope.flatMap(({ about }) => about.icb ?? []))].sort();
    expect(icbs).toHaveLength(42);
    const stores = emptyStores(icbs.map((icb) => forNobody(icb, week)));
    const answers: readonly HandedOver[] = [
      { outcome: 'refused', why: '550 no such user', forGood: false },
      { outcome: 'not-now', why: '450 busy' },
      { outcome: 'uncertain', why: 'connection lost' },
    ];
    const subjects: string[] = [];
    const run = runAlerts({
      ...stores,
      look: async () => sight,
      headlines: async () => new Map(),
      links: () => ({ episode: () => null, unsubscribe: null, all: null, submit: null }),
      carrier: {
        async handOver({ kind, subject, subscription }) {
          const trouble = answers[icbs.indexOf(subscription.replace('preview-', ''))];
          if (trouble !== undefined) return trouble;
          if (kind === 'digest') subjects.push(subject);
          return { outcome: 'sent', providerId: null };
        },
      },
      cap: 1_000,
      madeUp: true,
      now: () => clocksOfWeek(week).knownAt,
      log: SILENT,
    });
    const { open, deliveries } = await run({ ...clocksOfWeek(week), week });
    expect(subjects).toHaveLength(42 - answers.length);
    const counts = subjects.map((subject) => Number(/: (\d+) alerts? in/.exec(subject)?.[1]));
    const troubled = icbs.slice(0, answers.length);
    const told = inScope
      .filter(({ about }) => about.icb !== null && !troubled.includes(about.icb))
      .reduce((sum, { alerts }) => sum + alerts.length, 0);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(told);
    expect(open).toBe(inScope.reduce((sum, { alerts }) => sum + alerts.length, 0));
    expect(deliveries.counts).toMatchObject({ refused: 2, waiting: 2, uncertain: 2, failed: 0 });
  });
});
