import type { Command } from 'commander';
import { changesOf } from '../../functions/intake/upload-changes.ts';
import type { Receipt } from '../../shared/intake/receipt/receipt.ts';
import { worstFirst } from '../../shared/intake/receipt/worst-first.ts';
import { type HandInOptions, handedIn, withHandIn } from '../hand-in-options.ts';
import type { Machine } from '../machine.ts';
import { receiptPage } from '../receipt-page.ts';
import { folderOf, printJson, type Shell, sayIfMadeUp } from '../shell.ts';

/** `rollout submit FILE…`: takes files in, and prints what was right and wrong with each. */
export function submitCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('submit')
    .description('take files in: register files, returns, extracts; prints a receipt for each')
    .argument('<file...>', 'the files');
  return withHandIn(command).action(async (paths: readonly string[], options: HandInOptions) => {
    const folder = folderOf(command);
    // Every file is looked at before the first is taken in: wrong usage changes nothing.
    const files = await Promise.all(paths.map((path) => handedIn(path, options)));
    const { openMachine } = await import('../machine.ts');
    const machine = await openMachine(folder);
    try {
      const receipts: Receipt[] = [];
      for (const file of files) receipts.push(await machine.handIn(file));
      await sayIfMadeUp(shell, folder, options.json ? 'data' : 'page');
      if (options.json) printJson(shell, receipts.map(worstFirst));
      else shell.print((await pagesOf(machine, receipts)).join('\n\n'));
      if (!receipts.every(isGood)) shell.endWith(1);
      // Last, since the receipts are true by now, and a national file changes thousands of states.
      await machine.settle();
    } finally {
      await machine.close();
    }
  });
}

async function pagesOf(machine: Machine, receipts: readonly Receipt[]): Promise<string[]> {
  const pages: string[] = [];
  for (const receipt of receipts)
    pages.push(receiptPage(receipt, await changesOf(machine, receipt)));
  return pages;
}

/** At least one row said something that could be kept, now or before. */
export function isGood(
  receipt: Pick<Receipt, 'refused' | 'accepted' | 'unchanged' | 'duplicate'>,
): boolean {
  return !receipt.refused && receipt.accepted + receipt.unchanged + receipt.duplicate > 0;
}
