import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AlertDeps } from '../../../functions/alert/alert-deps.ts';
import { runAlerts } from '../../../functions/alert/run-alerts.ts';
import type { Episode } from '../../../shared/alert/episode.ts';
import { runOn, smallEngland } from './small-england.ts';
import { type Around, stopsAt, wrapped } from './stops.ts';

/** The Mondays and evenings of a summer. */
const RUNS = [
  runOn('2023-05-01', '2023-05-01'),
  runOn('2023-08-01'),
  runOn('2023-08-16'),
  runOn('2023-08-21', '2023-08-21'),
  runOn('2023-09-04', '2023-09-04'),
  runOn('2023-09-08'),
];

type England = ReturnType<typeof smallEngland>;

const ids = (episodes: readonly Episode[]) => episodes.map(({ id }) => id).sort();

async function openOf({ deps }: Pick<England, 'deps'>) {
  return ids(await deps.episodes.open());
}

test('a summer, run by run: what opens, closes and is told', async () => {
  const england = smallEngland();
  const seen: unknown[] = [];
  for (const ask of RUNS) {
    const report = await england.run(ask);
    const told = (await england.deps.deliveries.inState('sent')).filter(
      ({ on }) => on === ask.validAt,
    );
    seen.push({
      on: ask.validAt,
      open: await openOf(england),
      told: told.map(({ subject }) => subject).sort(),
      ...{ opened: report.opened, closed: report.closed },
    });
  }
  expect(seen).toEqual([
    {
      on: '2023-05-01',
      open: ['A81001-stalled-1', 'A81003-stalled-1', 'A81004-stalled-1'],
      told: [
        '3 alerts in Made-up ICB (QHM): first digest, 0 escalated',
        'Your record access alerts for A81002',
        'Your record access alerts for Made-up ICB (QHM)',
      ],
      opened: 3,
      closed: 0,
    },
    {
      on: '2023-08-01',
      open: ['A81001-stalled-1', 'A81002-plan-target-passed-1', 'A81004-stalled-1'],
      told: [
        'Record access: a new status for MADE-UP SURGERY (A81002)',
        'Record access: what is still needed from MADE-UP SURGERY (A81002)',
      ],
      opened: 1,
      closed: 1,
    },
    {
      on: '2023-08-16',
      open: [
        'A81001-stalled-1',
        'A81002-plan-target-passed-1',
        'A81003-booking-missed-1',
        'A81004-stalled-1',
      ],
      told: ['Booked switch-on missed: MADE-UP SURGERY (A81003)'],
      opened: 1,
      closed: 0,
    },
    {
      on: '2023-08-21',
      open: [
        'A81001-stalled-1',
        'A81002-plan-target-passed-1',
        'A81003-booking-missed-1',
        'A81004-stalled-1',
      ],
      told: ['4 alerts in Made-up ICB (QHM): 2 new, 1 closed'],
      opened: 0,
      closed: 0,
    },
    {
      on: '2023-09-04',
      open: ['A81001-stalled-1', 'A81002-plan-target-passed-1', 'A81003-booking-missed-1'],
      told: [
        '3 alerts in Made-up ICB (QHM): 0 new, 1 closed',
        'Reminder: record access, still needed from MADE-UP SURGERY (A81002)',
      ],
      opened: 0,
      closed: 1,
    },
    {
      on: '2023-09-08',
      open: ['A81001-stalled-1', 'A81003-booking-missed-1'],
      told: ['Record access: a new status for MADE-UP SURGERY (A81002)'],
      opened: 0,
      closed: 1,
    },
  ]);
  const merged = await england.deps.episodes.of('A81004-stalled-1');
  expect(merged?.closed).toMatchObject({ why: 'merged', passedTo: 'A81001-stalled-1' });
  const heir = await england.deps.episodes.of('A81001-stalled-1');
  expect(heir?.passedFrom).toEqual(['A81004-stalled-1']);
});

test('a second run of the same day writes nothing and sends nothing', async () => {
  const england = smallEngland();
  for (const ask of RUNS) {
    await england.run(ask);
    const sent = england.tries.size;
    let writes = 0;
    const counting: Around = (call) => call();
    const save: AlertDeps['episodes']['save'] = async (episode) => {
      writes += 1;
      return england.deps.episodes.save(episode);
    };
    const deps = {
      ...england.deps,
      episodes: { ...wrapped(england.deps.episodes, counting), save },
    };
    const report = await runAlerts(deps)(ask);
    expect([writes, report.opened, report.closed, report.changed]).toEqual([0, 0, 0, 0]);
    expect(england.tries.size).toBe(sent);
  }
});

test('a run that comes late changes nothing that a later one found', async () => {
  const england = smallEngland();
  await england.run(RUNS.at(-1)!);
  const [open, stored] = [await openOf(england), await england.deps.episodes.open()];
  const report = await england.run(runOn('2023-05-02'));
  expect(report.clocks.validAt).toBe('2023-09-08');
  expect([report.opened, report.closed, report.changed]).toEqual([0, 0, 0]);
  expect(await openOf(england)).toEqual(open);
  expect(await england.deps.episodes.open()).toEqual(stored);
});

function through(deps: AlertDeps, around: Around): AlertDeps {
  return {
    ...deps,
    episodes: wrapped(deps.episodes, around),
    subscriptions: wrapped(deps.subscriptions, around),
    deliveries: wrapped(deps.deliveries, around),
    carrier: wrapped(deps.carrier, around),
  };
}

async function stopped(deps: AlertDeps): Promise<void> {
  for (const ask of [RUNS[2]!, RUNS[3]!]) await runAlerts(deps)(ask).catch(() => undefined);
}

/** As after any stop: an hour on, the same runs come again. */
async function again(england: England): Promise<void> {
  for (const ask of [RUNS[2]!, RUNS[3]!]) {
    england.pass(60);
    await england.run(ask);
  }
}

async function whole(): Promise<England> {
  const england = smallEngland();
  await england.run(RUNS[0]!);
  await stopped(england.deps);
  await again(england);
  return england;
}

/** The messages that an undisturbed summer brings, and each handed over at most once. */
async function expectSame(england: England, undisturbed: England): Promise<void> {
  expect(await openOf(england)).toEqual(await openOf(undisturbed));
  expect(Math.max(...england.taken.values())).toBe(1);
  const inDoubt = await england.deps.deliveries.inState('uncertain');
  const sent = await england.deps.deliveries.inState('sent');
  const tells = [...inDoubt, ...sent].flatMap((delivery) => delivery.tells);
  expect(new Set(tells).size).toBe(tells.length);
  for (const delivery of await undisturbed.deps.deliveries.inState('sent')) {
    for (const tell of delivery.tells.filter((one) => !one.startsWith('digest-known:'))) {
      expect(tells).toContain(tell);
    }
  }
}

describe('a machine that stops', { timeout: 30_000 }, () => {
  test('at any call of a store or carrier loses no episode and sends nothing twice', async () => {
    const undisturbed = await whole();
    const counting = smallEngland();
    await counting.run(RUNS[0]!);
    const { machine, around } = stopsAt(Number.POSITIVE_INFINITY, 'before');
    await stopped(through(counting.deps, around));
    expect(machine.calls).toBeGreaterThan(40);
    for (let n = 1; n <= machine.calls; n++) {
      for (const when of ['before', 'after'] as const) {
        const england = smallEngland();
        await england.run(RUNS[0]!);
        await stopped(through(england.deps, stopsAt(n, when).around));
        await again(england);
        await expectSame(england, undisturbed);
      }
    }
  });

  test('nor do runs of different days at once: what one tells the other does not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const england = smallEngland();
        await england.run(RUNS[0]!);
        const around: Around = async (call) => {
          await scheduler.schedule(Promise.resolve());
          return call();
        };
        const run = runAlerts(through(england.deps, around));
        const [early, late] = [run(RUNS[1]!), run(runOn('2023-08-30'))];
        await scheduler.waitFor(Promise.all([early, late]));
        england.pass(60);
        await england.run(RUNS[4]!);
        const sent = await england.deps.deliveries.inState('sent');
        const tells = sent.flatMap((delivery) => delivery.tells);
        expect(new Set(tells).size).toBe(tells.length);
        expect(tells).toContain('A81003-booking-missed-1@step-1');
      }),
      { numRuns: 100 },
    );
  });

  test('nor do several runs at once, in any order of their calls', async () => {
    const undisturbed = await whole();
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const england = smallEngland();
        await england.run(RUNS[0]!);
        const around: Around = async (call) => {
          await scheduler.schedule(Promise.resolve());
          return call();
        };
        const atOnce = through(england.deps, around);
        await scheduler.waitFor(Promise.all([stopped(atOnce), stopped(atOnce)]));
        await again(england);
        await expectSame(england, undisturbed);
      }),
      { numRuns: 60 },
    );
  });
});
