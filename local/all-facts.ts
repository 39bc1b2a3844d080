import type { Fact } from '../shared/evidence/fact.ts';
import { objectLedger } from '../shared/store/object-ledger.ts';
import type { DataFolder } from './data-folder.ts';
import { objectStores } from './objects.ts';
import { PlainError } from './plain-error.ts';

/** All facts in the ledger of a data folder. Throws a PlainError where there are none. */
export async function allFacts({ root }: DataFolder): Promise<readonly Fact[]> {
  const { evidence } = await objectStores(root);
  const facts = await objectLedger(evidence).all();
  if (facts.length === 0) {
    throw new PlainError(
      `The data folder ${root} holds no facts yet. Submit a register file first, or run npm start for the sample.`,
    );
  }
  return facts;
}
