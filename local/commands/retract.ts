import { type Command, InvalidArgumentError } from 'commander';
import { uploadKey } from '../../functions/intake/take-in.ts';
import type { SenderRole } from '../../shared/evidence/fact.ts';
import type { Machine } from '../machine.ts';
import { now } from '../now.ts';
import { type Retraction, retractionOf } from '../retraction.ts';
import { orgOption, roleOption, senderFrom } from '../sender-options.ts';
import { folderOf, printJson, type Shell, sayIfMadeUp } from '../shell.ts';
import { counted } from '../words.ts';

type Options = {
  readonly reason: string;
  readonly from: SenderRole;
  readonly org?: string;
  readonly json?: true;
};

/** `rollout retract ID`: lets a statement, or all of an upload, fall away from now on. */
export function retractCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('retract')
    .description('withdraw a statement or a whole upload from now on; what was known before stays')
    .argument('<id>', 'the id of a statement or of an upload')
    .requiredOption('--reason <text>', 'why; kept with the original, repeated nowhere', asReason)
    .addOption(roleOption('who retracts: its own sender, or national').makeOptionMandatory())
    .addOption(orgOption())
    .option('--json', 'the receipt as JSON');
  return command.action(async (id: string, options: Options) => {
    const folder = folderOf(command);
    const { openMachine } = await import('../machine.ts');
    const machine = await openMachine(folder);
    try {
      const sender = senderFrom(options.from, options.org);
      const asked = { of: id, reason: options.reason, sender, receivedAt: now() };
      const retraction = retractionOf(asked, await machine.ledger.all());
      await commit(machine, retraction);
      await sayIfMadeUp(shell, folder, options.json ? 'data' : 'page');
      if (options.json) printJson(shell, retraction.receipt);
      else shell.print(inWords(retraction));
    } finally {
      await machine.close();
    }
  });
}

/** The same order as intake: the ledger first, then all that can be made again from it. */
async function commit(machine: Machine, { upload, bytes, facts, receipt }: Retraction) {
  await machine.work.announce(upload);
  await machine.uploads.putIfAbsent(uploadKey(upload.uploadId), bytes);
  await machine.ledger.commit(upload, facts);
  await machine.index.add(facts);
  await machine.work.saveReceipt(receipt);
  await machine.news.send(facts.map((fact) => fact.practice));
  await machine.settle();
}

function inWords({ receipt }: Retraction): string {
  return `Retracted ${counted(receipt.facts, 'statement')} about ${counted(receipt.practices, 'practice')}, from ${receipt.receivedAt} on. Upload ${receipt.uploadId}.`;
}

function asReason(text: string): string {
  if (text.trim() !== '') return text.trim();
  throw new InvalidArgumentError('Say why in a few words.');
}
