import { retryDue } from '../functions/alert/retry-due.ts';
import { type Day, londonDay, sixOClockInLondon } from '../shared/calendar/day.ts';
import { mondayOf } from '../shared/calendar/week.ts';
import { alertStepOn } from './alert-machine.ts';
import { deliveredInWords } from './delivered-in-words.ts';
import type { Machine } from './machine.ts';
import { now } from './now.ts';
import { tellOperatorsOn } from './operators-told.ts';
import type { Shell } from './shell.ts';
import { counted } from './words.ts';

const LOOKS_EVERY_MS = 10 * 60_000;
const TWELVE_HOURS_MS = 12 * 3_600_000;

/**
 * Runs the alert step each evening at 6pm in London while `npm start` runs, as the schedule does in the
 * cloud. One that failed, or on which this machine was off, is made up for at the next look: what was told
 * is not told again, so each evening asks for the digest of its week. What waits is tried again between.
 * Not on a folder with made-up data, whose story ends in 2023.
 */
export function keepEvenings(machine: Machine, shell: Shell): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const done = { on: null as Day | null };
  const look = () => {
    running = running.then(() => evening(machine, { shell, done }));
  };
  const timer = setInterval(look, LOOKS_EVERY_MS);
  look();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

type Looking = { readonly shell: Shell; readonly done: { on: Day | null } };

async function evening(machine: Machine, { shell, done }: Looking): Promise<void> {
  const knownAt = now();
  const validAt = londonDay(knownAt);
  const sixInTheEvening = Date.parse(sixOClockInLondon(validAt)) + TWELVE_HOURS_MS;
  try {
    const { run, deps } = await alertStepOn(machine);
    if (done.on === validAt || Date.parse(knownAt) < sixInTheEvening) {
      await retryDue(deps, 'between evenings');
      return;
    }
    const { open, deliveries, held } = await run({ validAt, knownAt, week: mondayOf(validAt) });
    shell.note(
      `Alerts looked at: ${counted(open, 'alert')} open, ${deliveredInWords(deliveries)}.`,
    );
    await tellOperatorsOn(machine, knownAt, deliveries.counts['over-cap'] > 0);
    if (held.length === 0) done.on = validAt;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    shell.note(`Alerts could not be looked at: ${why}. They are tried again in ten minutes.`);
  }
}
