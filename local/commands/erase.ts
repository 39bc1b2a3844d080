import type { Command } from 'commander';
import { hasPatientData } from '../../shared/intake/patient-data/screen.ts';
import { now } from '../now.ts';
import { PlainError } from '../plain-error.ts';
import { folderOf, printJson, type Shell, sayIfMadeUp } from '../shell.ts';
import { counted } from '../words.ts';

type Options = { readonly reason: string; readonly json?: true };

/**
 * `rollout erase UPLOAD --reason TEXT`: an information-governance officer erases an original. A
 * tombstone stays, so that the same file is not kept again; what was read from it stays until it is
 * retracted, since a fact holds no name and no free text.
 */
export function eraseCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('erase')
    .description('erase the original of an upload; its hash and a tombstone stay')
    .argument('<upload>', 'the id of the upload')
    .requiredOption('--reason <text>', 'why, in a few words; kept on the tombstone')
    .option('--json', 'the outcome as JSON');
  return command.action(async (uploadId: string, options: Options) => {
    const folder = folderOf(command);
    const reason = reasonFrom(options.reason);
    const { openMachine } = await import('../machine.ts');
    const machine = await openMachine(folder);
    try {
      const receipt = await machine.work.receipt(uploadId);
      if (receipt === undefined) {
        throw new PlainError(`There is no upload ${uploadId}. "rollout receipts" lists them.`);
      }
      const { sha256, facts } = receipt;
      const outcome = await machine.erasure.erase({ sha256, erasedAt: now(), reason });
      await sayIfMadeUp(shell, folder, options.json ? 'data' : 'page');
      if (options.json) printJson(shell, { uploadId, sha256, outcome, facts });
      else shell.print(`${WORDS[outcome]} ${rest(uploadId, facts)}`);
    } finally {
      await machine.close();
    }
  });
}

const WORDS = {
  erased:
    'The original was erased. Its tombstone stays, and the same file will not be taken again.',
  'was-erased': 'The original had been erased before.',
  nothing:
    'There was no original to erase. A tombstone was laid, so that this file will not be taken again.',
} as const;

function rest(uploadId: string, facts: number): string {
  if (facts === 0) return 'Nothing was taken from it.';
  return `${counted(facts, 'statement')} taken from it stay; to take those back as well: rollout retract ${uploadId} --reason TEXT --from ROLE.`;
}

function reasonFrom(text: string): string {
  const reason = text.trim();
  if (reason === '') throw new PlainError('--reason is empty: say why in a few words.', 2);
  if (!hasPatientData(reason)) return reason;
  throw new PlainError('--reason holds what looks like patient data: say why without it.', 2);
}
