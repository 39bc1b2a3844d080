import { Command } from 'commander';
import { takeArrivals } from './arrivals.ts';
import { DEFAULT_SEED } from './commands/sample.ts';
import { keepEvenings } from './evenings.ts';
import { explained } from './explained.ts';
import { firstPage, LAST_MONDAY } from './first-page.ts';
import { loadSample } from './load-sample.ts';
import { openMachine } from './machine.ts';
import { today } from './now.ts';
import { PlainError } from './plain-error.ts';
import { tellSampleStory } from './sample-story.ts';
import { folderOf, processShell, sayIfMadeUp, withData } from './shell.ts';

const shell = processShell;

const command = withData(new Command('start'))
  .description('Loads the made-up sample on first start, shows the figures, and keeps running.')
  .option('--once', 'end after the figures are shown')
  .exitOverride()
  .action(start);

try {
  await command.parseAsync(process.argv.slice(2), { from: 'user' });
} catch (error) {
  shell.endWith(explained(error, shell));
}

/** `npm start`: owns the data folder until Ctrl-C, so that commands in other terminals use it through here. */
async function start({ once }: { once?: true }): Promise<void> {
  const folder = folderOf(command);
  const machine = await openMachine(folder);
  try {
    if (!machine.mine && !once)
      throw new PlainError(
        `${folder.root} is in use already: "npm start" runs in another terminal. Use "npx rollout" beside it.`,
      );
    await loadSample(machine, { seed: DEFAULT_SEED }, shell);
    const isSample = (await folder.sample()) !== undefined;
    await sayIfMadeUp(shell, folder, 'page');
    shell.print(firstPage(await machine.ledger.all(), isSample ? LAST_MONDAY : today()));
    if (once) return;
    const arrivals = await takeArrivals(machine, shell);
    shell.print(`\nOpen ${arrivals.endpoint} in a browser.`);
    shell.note(
      `Running on ${folder.root}; "npx rollout" works beside it in another terminal. Ctrl-C ends.`,
    );
    const beside = isSample ? tellSampleStory(machine, shell) : keepEvenings(machine, shell);
    await untilInterrupted();
    await beside.stop();
    await arrivals.close();
  } finally {
    await machine.close();
  }
}

function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    // A pending promise alone does not keep a process alive.
    const alive = setInterval(() => {}, 60_000);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        clearInterval(alive);
        resolve();
      });
    }
  });
}
