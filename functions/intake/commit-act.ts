import type { Act } from '../../shared/intake/acts/act.ts';
import type { Receipt } from '../../shared/intake/receipt/receipt.ts';
import type { TakeInDeps } from './take-in.ts';

export type CommitActDeps = Pick<
  TakeInDeps,
  'originals' | 'ledger' | 'index' | 'work' | 'messages'
>;

/**
 * Commits an act in the order of intake: announce, keep the original, commit the facts, index them, write
 * the receipt, tell the state step. The commit is one write and every other step can be repeated, so that
 * a run which stopped anywhere is healed by running again with the same act. Gives the receipt. Throws
 * when the same original was erased before: nothing of it is then kept.
 */
export async function commitAct(deps: CommitActDeps, act: Act): Promise<Receipt> {
  const { upload, bytes, facts, receipt } = act;
  await deps.work.announce(upload);
  if ((await deps.originals.keep(upload.sha256, bytes)) === 'erased') {
    throw new Error(`the original of upload ${upload.uploadId} was erased; it is not kept again`);
  }
  if (facts.length > 0) {
    await deps.ledger.commit(upload, facts);
    await deps.index.add(facts);
  }
  await deps.work.saveReceipt(receipt);
  if (facts.length > 0) await deps.messages.send([...new Set(facts.map((f) => f.practice))].sort());
  return receipt;
}
