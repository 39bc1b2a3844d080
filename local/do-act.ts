import type { Command } from 'commander';
import { commitAct } from '../functions/intake/commit-act.ts';
import type { Instant } from '../shared/calendar/day.ts';
import type { Act, Acted } from '../shared/intake/acts/act.ts';
import type { Machine } from './machine.ts';
import { now } from './now.ts';
import { PlainError } from './plain-error.ts';
import { folderOf, printJson, type Shell, sayIfMadeUp } from './shell.ts';

/** What a command of this kind needs besides its own words. */
export type Doing = {
  readonly command: Command;
  readonly shell: Shell;
  readonly json: boolean;
  /** Works out the act from the stores, as of this moment. */
  readonly actAt: (stores: Pick<Machine, 'ledger' | 'work'>, at: Instant) => Promise<Acted>;
  /** What was done, in words. */
  readonly inWords: (act: Act) => string;
};

/** Does one act on a data folder: works it out, commits it as intake does, prints it, settles the states. */
export async function doAct({ command, shell, json, actAt, inWords }: Doing): Promise<void> {
  const folder = folderOf(command);
  const { openMachine } = await import('./machine.ts');
  const machine = await openMachine(folder);
  try {
    const acted = await actAt(machine, now());
    if (!acted.ok) throw new PlainError(acted.why);
    const receipt = await commitAct({ ...machine, messages: machine.news }, acted.act);
    await sayIfMadeUp(shell, folder, json ? 'data' : 'page');
    if (json) printJson(shell, receipt);
    else shell.print(inWords(acted.act));
    await machine.settle();
  } finally {
    await machine.close();
  }
}
