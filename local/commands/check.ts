import type { Command } from 'commander';
import { checkUpload } from '../../functions/intake/check-upload.ts';
import { openAside } from '../../functions/intake/open-aside.ts';
import { worstFirst } from '../../shared/intake/receipt/worst-first.ts';
import { type HandInOptions, handedIn, withHandIn } from '../hand-in-options.ts';
import { receiptPage } from '../receipt-page.ts';
import { folderOf, printJson, type Shell, sayIfMadeUp } from '../shell.ts';
import { isGood } from './submit.ts';

/** `rollout check FILE`: the receipt that submitting would give, with nothing stored. */
export function checkCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('check')
    .description('the same checks as submit, with nothing stored')
    .argument('<file>', 'the file');
  return withHandIn(command).action(async (path: string, options: HandInOptions) => {
    const folder = folderOf(command);
    const file = await handedIn(path, options);
    const { openMachine } = await import('../machine.ts');
    const machine = await openMachine(folder);
    try {
      const receipt = await checkUpload({ ...machine, open: openAside }, file);
      await sayIfMadeUp(shell, folder, options.json ? 'data' : 'page');
      // A list, as submit gives it, so that one program can read both.
      if (options.json) printJson(shell, [worstFirst(receipt)]);
      else shell.print(`${receiptPage(receipt)}\n  This was a check: nothing was stored.`);
      if (!isGood(receipt)) shell.endWith(1);
    } finally {
      await machine.close();
    }
  });
}
