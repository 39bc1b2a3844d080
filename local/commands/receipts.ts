import { type Command, InvalidArgumentError } from 'commander';
import { receiptLine } from '../receipt-page.ts';
import { folderOf, printJson, type Shell, sayIfMadeUp } from '../shell.ts';

type Options = { readonly limit: number; readonly json?: true };

/** `rollout receipts`: what was handed in lately and what became of it, newest first. */
export function receiptsCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('receipts')
    .description('what was handed in lately, newest first')
    .option('--limit <number>', 'how many', asCount, 50)
    .option('--json', 'the whole receipts as JSON');
  return command.action(async (options: Options) => {
    const folder = folderOf(command);
    const { openMachine } = await import('../machine.ts');
    const machine = await openMachine(folder);
    try {
      const receipts = await machine.work.receipts(options.limit);
      await sayIfMadeUp(shell, folder, options.json ? 'data' : 'page');
      if (options.json) printJson(shell, receipts);
      else shell.print(receipts.map(receiptLine).join('\n') || 'Nothing was handed in yet.');
    } finally {
      await machine.close();
    }
  });
}

function asCount(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a whole number above 0.');
}
