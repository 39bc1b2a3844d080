import type { Denominator } from '../../../shared/coverage/coverage-row.ts';
import type { Leg } from '../../../shared/coverage/moved/leg.ts';
import { whoMoved } from '../../../shared/coverage/moved/who-moved.ts';
import type { WebDeps } from '../deps.ts';
import type { Known } from '../world.ts';
import { type Kept, keptLast, momentKey } from './kept.ts';
import type { Weeks } from './weeks-asked.ts';

/** Of one process: a bundle has one world. */
const WORLDS = new WeakMap<WebDeps['world'], Kept<readonly Leg[]>>();

/** Who moved between two weeks, of all practices. */
export function legsBetween(
  { world }: Pick<WebDeps, 'world'>,
  known: Known,
  { from, to, denominator }: Weeks & { readonly denominator: Denominator },
): readonly Leg[] {
  const kept = WORLDS.get(world) ?? keptLast<readonly Leg[]>(4);
  WORLDS.set(world, kept);
  const key = `${momentKey(known, from)} ${momentKey(known, to)} ${denominator}`;
  return kept(key, () => whoMoved(known.byPractice, { from, to, denominator }));
}
