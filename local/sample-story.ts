import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { objectReports } from '../shared/store/object-reports.ts';
import { LAST_MONDAY } from './first-page.ts';
import type { Machine } from './machine.ts';
import type { Shell } from './shell.ts';

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url));
const WEEK_BEFORE = '2023-11-27';
/** From when the alert step is run week by week: enough for alerts to have aged. */
const FIRST_EVENING = '2023-10-02';

/**
 * Gives the made-up data what a service that had run for a while would have: alerts that have aged, and the
 * releases of its last two weeks. Each in a process of its own beside this one, so that pages answer
 * meanwhile; what is there already is not made again.
 */
export function tellSampleStory(machine: Machine, shell: Shell): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const told = tell(machine, { shell, signal: stopping.signal }).catch((error: unknown) => {
    if (stopping.signal.aborted) return;
    const why = error instanceof Error ? error.message : String(error);
    shell.note(`The sample's alerts and releases could not all be made: ${why}`);
  });
  return {
    async stop() {
      stopping.abort();
      await told;
    },
  };
}

type Telling = { readonly shell: Shell; readonly signal: AbortSignal };

async function tell(
  { folder, reports, episodes }: Machine,
  { shell, signal }: Telling,
): Promise<void> {
  const chain = await objectReports(reports).chain();
  const missing = [WEEK_BEFORE, LAST_MONDAY].filter(
    (week) => !chain.some((link) => link.week === week),
  );
  const hasRun = (await episodes.lastRun()) !== undefined;
  if (hasRun && missing.length === 0) return;
  shell.note(
    'Alerts and releases of the sample are being made; pages show them within some minutes.',
  );
  const commands = [
    ...missing.map((week) => ['release', '--week', week]),
    ...(hasRun ? [] : [['alerts', '--run', '--from', FIRST_EVENING, '--as-of', LAST_MONDAY]]),
  ];
  for (const words of commands) await command([...words, '--data', folder.root], signal);
  shell.note('The alerts and releases of the sample are there.');
}

function command(words: readonly string[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--max-semi-space-size=8', CLI, ...words], {
      stdio: 'ignore',
      signal,
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`"rollout ${words.join(' ')}" ended with ${code}`));
    });
  });
}
