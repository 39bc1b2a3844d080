import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deliver } from '../../../functions/alert/deliver.ts';
import type { DeliverDeps } from '../../../functions/alert/hand-over.ts';
import { retryDue } from '../../../functions/alert/retry-due.ts';
import { settleUncertain } from '../../../functions/alert/settle-uncertain.ts';
import type { Instant } from '../../../shared/calendar/day.ts';
import { messageOf, SIX_PM } from '../../shared/alert/deliveries.ts';
import {
  IN_DOUBT,
  NOT_NOW,
  postOffice,
  type Script,
  SENT,
  TOO_LONG,
  UNKNOWN,
} from './post-office.ts';
import { type Around, stopsAt, wrapped } from './stops.ts';

const MESSAGES = [1, 2, 3, 4, 5, 6].map((n) => messageOf(n, { subscription: `team-${n}` }));
/** The first two are taken, the others each have their own trouble. */
const SCRIPT: Script = ({ id }) =>
  [[SENT], [SENT], [NOT_NOW, NOT_NOW, SENT], [IN_DOUBT], [UNKNOWN], [TOO_LONG]][
    MESSAGES.findIndex((each) => each.id === id)
  ]!;

/** The same stores and carrier, with something around every call. */
function through(deps: DeliverDeps, around: Around): DeliverDeps {
  return {
    ...deps,
    deliveries: wrapped(deps.deliveries, around),
    subscriptions: wrapped(deps.subscriptions, around),
    carrier: wrapped(deps.carrier, around),
  };
}

async function run(deps: DeliverDeps): Promise<void> {
  try {
    await settleUncertain(deps, 'run');
    await deliver(deps, MESSAGES, 'run');
    await retryDue(deps, 'run');
  } catch {
    // The machine stopped.
  }
}

type Office = ReturnType<typeof postOffice>;

async function toTheEnd({ deps, pass }: Office): Promise<void> {
  for (let n = 0; n < 10; n++) {
    pass(90);
    await run(deps);
  }
}

/** None was taken twice; each has an end that says what is known of it, and none is lost without a word. */
async function expectRightEnds({ deps, taken, tries }: Office): Promise<void> {
  const inDoubt: string[] = [];
  for (const [n, { id }] of MESSAGES.entries()) {
    const delivery = await deps.deliveries.of(id);
    const times = taken.get(id) ?? 0;
    expect(times).toBeLessThanOrEqual(1);
    if (delivery?.state === 'sent') expect(times).toBe(1);
    else if (delivery?.state === 'uncertain') inDoubt.push(id);
    // Refused for good, and its machine stopped before it could say so: the address is suppressed all the same.
    else expect([n, delivery?.state]).toEqual([n, 'refused']);
    if (delivery?.state === 'refused') expect([4, 5]).toContain(n);
    if (n >= 4) expect(tries.get(id) ?? 0).toBeLessThanOrEqual(1);
  }
  expect(inDoubt.length).toBeGreaterThanOrEqual(1);
}

test('a machine that stops at any call sends nothing twice and loses nothing', async () => {
  const whole = postOffice(SCRIPT);
  const { machine, around } = stopsAt(Number.POSITIVE_INFINITY, 'before');
  await run(through(whole.deps, around));
  expect(machine.calls).toBeGreaterThan(30);
  const doubts: number[] = [];
  for (let n = 1; n <= machine.calls; n++) {
    for (const when of ['before', 'after'] as const) {
      const office = postOffice(SCRIPT);
      await run(through(office.deps, stopsAt(n, when).around));
      await toTheEnd(office);
      await expectRightEnds(office);
      doubts.push((await office.deps.deliveries.inState('uncertain')).length);
    }
  }
  // The stops are worth something: some leave messages in doubt beside the one that always is.
  expect(Math.max(...doubts)).toBeGreaterThan(1);
  expect(Math.min(...doubts)).toBe(1);
});

const stops = fc.record({
  n: fc.integer({ min: 1, max: 60 }),
  when: fc.constantFrom('before' as const, 'after' as const),
  minutes: fc.constantFrom(0, 1, 6, 14, 16, 90),
});

test('nor does one that stops again and again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(stops, { maxLength: 6 }), async (all) => {
      const office = postOffice(SCRIPT);
      for (const { n, when, minutes } of all) {
        await run(through(office.deps, stopsAt(n, when).around));
        office.pass(minutes);
      }
      await toTheEnd(office);
      await expectRightEnds(office);
    }),
    { numRuns: 300 },
  );
});

test('nor do runs at once, in any order of their calls, under clocks that jump', async () => {
  const jumps = fc.array(fc.constantFrom(0, 1, 6, 16), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), jumps, stops, async (scheduler, minutes, stop) => {
      const office = postOffice(SCRIPT);
      let calls = 0;
      const now = (): Instant => {
        office.pass(minutes[calls++ % minutes.length]!);
        return office.deps.now();
      };
      const around: Around = async (call) => {
        await scheduler.schedule(Promise.resolve());
        return call();
      };
      const atOnce = { ...through(office.deps, around), now };
      const stopping = through(atOnce, stopsAt(stop.n, stop.when).around);
      await scheduler.waitFor(Promise.all([run(atOnce), run(atOnce), run(stopping)]));
      await toTheEnd(office);
      await expectRightEnds(office);
    }),
    { numRuns: 300 },
  );
});

test('where the carrier can tell, nothing stays in doubt', async () => {
  for (let n = 1; n <= 40; n++) {
    for (const when of ['before', 'after'] as const) {
      const office = postOffice();
      const carrier = {
        ...office.deps.carrier,
        was: async ({ id }: { id: string }) => office.taken.has(id),
      };
      const deps = { ...office.deps, carrier };
      await run(through(deps, stopsAt(n, when).around));
      await toTheEnd({ ...office, deps });
      expect(await deps.deliveries.inState('sent')).toHaveLength(MESSAGES.length);
      expect([...office.taken.values()]).toEqual(MESSAGES.map(() => 1));
    }
  }
});

test('the harness notices a message that is sent twice', async () => {
  const office = postOffice(SCRIPT);
  await run(through(office.deps, stopsAt(Number.POSITIVE_INFINITY, 'before').around));
  await office.carrier.handOver(MESSAGES[0]!);
  await expect(expectRightEnds(office)).rejects.toThrow();
  expect(office.deps.now() >= SIX_PM).toBe(true);
});
