import { type Command, InvalidArgumentError } from 'commander';
import type { SenderRole } from '../../shared/evidence/fact.ts';
import type { Act } from '../../shared/intake/acts/act.ts';
import { retractionOf } from '../../shared/intake/acts/retraction.ts';
import { doAct } from '../do-act.ts';
import { orgOption, roleOption, senderFrom } from '../sender-options.ts';
import type { Shell } from '../shell.ts';
import { counted } from '../words.ts';

type Options = {
  readonly reason: string;
  readonly from: SenderRole;
  readonly org?: string;
  readonly json?: true;
};

/** `rollout retract ID` (or `withdraw`): lets a statement, or all of an upload, fall away from now on. */
export function retractCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('retract')
    .alias('withdraw')
    .description('withdraw a statement or a whole upload from now on; what was known before stays')
    .argument('<id>', 'the id of a statement or of an upload')
    .requiredOption('--reason <text>', 'why; kept with the original, repeated nowhere', asReason)
    .addOption(roleOption('who retracts: its own sender, or national').makeOptionMandatory())
    .addOption(orgOption())
    .option('--json', 'the receipt as JSON');
  return command.action((of: string, { reason, from, org, json }: Options) =>
    doAct({
      ...{ command, shell, inWords },
      json: json === true,
      actAt: async ({ ledger }, receivedAt) =>
        retractionOf({ of, reason, sender: senderFrom(from, org), receivedAt }, await ledger.all()),
    }),
  );
}

function inWords({ receipt }: Act): string {
  return `Retracted ${counted(receipt.facts, 'statement')} about ${counted(receipt.practices, 'practice')}, from ${receipt.receivedAt} on. Upload ${receipt.uploadId}.`;
}

function asReason(text: string): string {
  if (text.trim() !== '') return text.trim();
  throw new InvalidArgumentError('Say why in a few words.');
}
