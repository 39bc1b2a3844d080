import { londonDay, sixOClockInLondon } from '../shared/calendar/day.ts';
import { isMonday } from '../shared/calendar/week.ts';
import { alertStepOn } from './alert-machine.ts';
import type { Machine } from './machine.ts';
import { now } from './now.ts';
import { tellOperatorsOn } from './operators-told.ts';
import type { Shell } from './shell.ts';
import { counted } from './words.ts';

const LOOKS_EVERY_MS = 10 * 60_000;
const TWELVE_HOURS_MS = 12 * 3_600_000;

/**
 * Runs the alert step each evening at 6pm in London while `npm start` runs, as the schedule does in the
 * cloud; one that was missed is made up for at the next look. Not on a folder with made-up data, whose story
 * ends in 2023. On Mondays the digests go along.
 */
export function keepEvenings(machine: Machine, shell: Shell): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const look = () => {
    running = running.then(() => evening(machine, shell));
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

async function evening(machine: Machine, shell: Shell): Promise<void> {
  const knownAt = now();
  const validAt = londonDay(knownAt);
  const sixInTheEvening = Date.parse(sixOClockInLondon(validAt)) + TWELVE_HOURS_MS;
  if (Date.parse(knownAt) < sixInTheEvening) return;
  const lastRun = await machine.episodes.lastRun();
  if (lastRun !== undefined && Date.parse(lastRun.knownAt) >= sixInTheEvening) return;
  try {
    const { run } = await alertStepOn(machine);
    const week = isMonday(validAt) ? validAt : null;
    const { open, deliveries } = await run({ validAt, knownAt, week });
    const { sent } = deliveries.counts;
    shell.note(
      `Alerts looked at: ${counted(open, 'alert')} open, ${counted(sent, 'message')} sent.`,
    );
    await tellOperatorsOn(machine, knownAt, deliveries.counts['over-cap'] > 0);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    shell.note(`Alerts could not be looked at: ${why}. They are tried again in ten minutes.`);
  }
}
