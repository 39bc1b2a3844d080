import { MADE_UP, placeName } from './names.ts';
import type { SubIcb } from './places.ts';
import { type Random, randomFor } from './random.ts';

export type Pcn = { readonly code: string; readonly name: string };

/** Practices in a network, such that a whole England has about 1,250. */
const SMALLEST = 2;
const LARGEST = 9;

/**
 * Networks for practices that come in order of sub-ICB: groups of neighbours, about one in a hundred
 * practices in none, and about one network in a hundred reaching into the next sub-ICB of its ICB.
 */
export function madeUpPcns(homes: readonly SubIcb[], seed: number): readonly (Pcn | null)[] {
  const random = randomFor(seed, 'pcns');
  const members: (Pcn | null)[] = [];
  let current: Pcn | null = null;
  let room = 0;
  let made = 0;
  for (const [index, home] of homes.entries()) {
    const before = homes[index - 1];
    const reachesOver = before?.icb === home.icb && room > 0 && random.chance(0.15);
    if (room === 0 || (before !== home && !reachesOver)) {
      current = pcn(made++, random);
      room = random.between(SMALLEST, LARGEST);
    }
    members.push(random.chance(0.01) ? null : current);
    room -= 1;
  }
  return members;
}

/** Codes of the right form, from two runs of numbers in which ODS has given none; names may repeat. */
function pcn(index: number, random: Random): Pcn {
  const number = index < 850 ? 22_510 + index : 35_010 + index - 850;
  return { code: `U${number}`, name: `${placeName(random)} PCN ${MADE_UP}` };
}
