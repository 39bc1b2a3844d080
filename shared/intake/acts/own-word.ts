import type { Fact } from '../../evidence/fact.ts';
import type { PracticeCode } from '../../practice/code.ts';
import type { Actor } from './act.ts';
import { placeThen } from './place-then.ts';

/**
 * Why somebody cannot speak for a practice; undefined for the practice itself, and for its own PCN or ICB
 * where the register or a map says which that is on the day. `what`: that of which they speak, to begin the
 * sentence with.
 */
export function whyNotItsWord(
  { what, practice }: { readonly what: string; readonly practice: PracticeCode },
  { sender: { role, org }, receivedAt }: Actor,
  facts: readonly Fact[],
): string | undefined {
  if (role === 'practice' && org === practice) return undefined;
  const mayBe = (role === 'pcn' || role === 'icb') && org !== undefined;
  const known = mayBe ? placeThen(facts, practice, receivedAt)[role] : practice;
  if (mayBe && (known === null || known === org)) return undefined;
  return `${what} is of practice ${practice}${mayBe ? `, which belongs to ${known} by the register` : ''}: only the practice itself replies, under its own code, or its own PCN or ICB on its behalf.`;
}
