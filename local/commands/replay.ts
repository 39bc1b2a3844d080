import type { Command } from 'commander';
import type { Machine } from '../machine.ts';
import { folderOf, printJson, type Shell, sayIfMadeUp } from '../shell.ts';
import { counted } from '../words.ts';

type Replayed = {
  readonly uploads: number;
  readonly facts: number;
  readonly practices: number;
};

/** `rollout replay`: the index and the results anew from the ledger, which is the truth. */
export function replayCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('replay')
    .description('rebuild the index and the results from the ledger')
    .option('--json', 'the counts as JSON');
  return command.action(async (options: { json?: true }) => {
    const folder = folderOf(command);
    const { openMachine } = await import('../machine.ts');
    const machine = await openMachine(folder);
    try {
      const replayed = await replay(machine);
      await sayIfMadeUp(shell, folder, options.json ? 'data' : 'page');
      if (options.json) printJson(shell, replayed);
      else {
        const { uploads, facts, practices } = replayed;
        shell.print(
          `Replayed ${counted(uploads, 'upload')} with ${counted(facts, 'fact')}, and worked out the states of ${counted(practices, 'practice')}.`,
        );
      }
    } finally {
      await machine.close();
    }
  });
}

async function replay({ ledger, index, news, ...machine }: Machine): Promise<Replayed> {
  const facts = await ledger.all();
  const uploads = await ledger.uploads();
  await machine.emptyRebuildable();
  await index.add(facts);
  await news.send([...new Set(facts.map((fact) => fact.practice))]);
  return { uploads: uploads.length, facts: facts.length, practices: await machine.settle() };
}
