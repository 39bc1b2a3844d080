import { hash } from 'node:crypto';
import type { Command } from 'commander';
import { openAside } from '../../functions/intake/open-aside.ts';
import { readKnowing } from '../../functions/intake/read-knowing.ts';
import { patientDataIn } from '../../functions/intake/screen.ts';
import { kindOf } from '../../shared/intake/read-upload.ts';
import type { Receipt, Upload } from '../../shared/intake/receipt/receipt.ts';
import { reconcile } from '../../shared/intake/receipt/reconcile.ts';
import { holdsPatientData } from '../../shared/intake/receipt/refused.ts';
import { worstFirst } from '../../shared/intake/receipt/worst-first.ts';
import { uploadId } from '../../shared/intake/upload-id.ts';
import { type HandInOptions, handedIn, withHandIn } from '../hand-in-options.ts';
import type { HandedIn, Machine } from '../machine.ts';
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
      const receipt = await checked(machine, file);
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

async function checked(machine: Machine, file: HandedIn): Promise<Receipt> {
  const { bytes, ...said } = file;
  const sha256 = hash('sha256', bytes, 'hex');
  const upload: Upload = { ...said, sha256, uploadId: uploadId({ ...said, sha256 }) };
  const opened = await openAside(bytes);
  const hit = patientDataIn(opened, upload.fileName);
  if (hit !== null) return holdsPatientData({ upload, scan: 'none' }, kindOf(opened), hit);
  const { read, known } = await readKnowing(machine, upload, opened);
  return reconcile({ read, upload, known }).receipt;
}
