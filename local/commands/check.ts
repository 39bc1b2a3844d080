import { hash } from 'node:crypto';
import type { Command } from 'commander';
import type { Fact } from '../../shared/evidence/fact.ts';
import { readUpload } from '../../shared/intake/read-upload.ts';
import type { Receipt } from '../../shared/intake/receipt.ts';
import { reconcile } from '../../shared/intake/reconcile.ts';
import { objectLedger } from '../../shared/store/object-ledger.ts';
import { type HandInOptions, handedIn, withHandIn } from '../hand-in-options.ts';
import type { HandedIn } from '../machine.ts';
import { objectStores } from '../objects.ts';
import { receiptPage } from '../receipt-page.ts';
import { folderOf, printJson, type Shell, sayIfMadeUp } from '../shell.ts';
import { uploadId } from '../upload-id.ts';
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
    const { evidence } = await objectStores(folder.root);
    const receipt = checked(file, await objectLedger(evidence).all());
    await sayIfMadeUp(shell, folder, options.json ? 'data' : 'page');
    // A list, as submit gives it, so that one program can read both.
    if (options.json) printJson(shell, [receipt]);
    else shell.print(`${receiptPage(receipt)}\n  This was a check: nothing was stored.`);
    if (!isGood(receipt)) shell.endWith(1);
  });
}

function checked(file: HandedIn, known: readonly Fact[]): Receipt {
  const { bytes, ...said } = file;
  const sha256 = hash('sha256', bytes, 'hex');
  const upload = { ...said, sha256, uploadId: uploadId({ ...said, sha256 }) };
  const registered = new Set(
    known.filter(({ kind }) => kind === 'listing').map(({ practice }) => practice),
  );
  const read = readUpload(bytes, {
    ...said,
    isRegistered: (code) => registered.has(code),
  });
  return reconcile({ read, upload, known }).receipt;
}
