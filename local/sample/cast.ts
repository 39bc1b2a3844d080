import { SUPPLIERS } from '../../shared/practice/supplier.ts';
import { type Actor, actor } from './actor.ts';
import { mergers } from './mergers.ts';
import { newPractices } from './new-practices.ts';
import type { MadeUpPractice } from './practices.ts';
import { randomFor, shareOut, shuffled } from './random.ts';
import { type Casting, LATER, WINTER } from './storylines/castings.ts';
import { unlisted } from './storylines/plans.ts';

/** Gives every practice its storyline: mergers and practices without a list first, then the eager, then the rest. */
export function castOf(practices: readonly MadeUpPractice[], seed: number): readonly Actor[] {
  const merging = mergers(practices, seed);
  const merged = new Set(merging.map(({ practice }) => practice));
  const rest = practices.filter((p) => !merged.has(p));
  const withoutList = rest.filter((p) => p.patients === 0);
  const parts = new Map<MadeUpPractice, Casting>();
  for (const supplier of SUPPLIERS) {
    const own = rest.filter((p) => p.supplier === supplier && p.patients > 0);
    handOut(own, seed, parts);
  }
  return [
    ...merging,
    ...withoutList.map((p) => actor(p, { storyline: 'unlisted', story: unlisted }, seed)),
    ...[...parts].map(([practice, casting]) => actor(practice, casting, seed)),
    ...newPractices(practices, seed),
  ].sort((a, b) => (a.practice.code < b.practice.code ? -1 : 1));
}

/** The eager practices get the winter's parts, all others one of the later ones by lot. */
function handOut(
  practices: readonly MadeUpPractice[],
  seed: number,
  parts: Map<MadeUpPractice, Casting>,
): void {
  const supplier = practices[0]?.supplier;
  if (supplier === undefined) return;
  const random = randomFor(seed, `cast of ${supplier}`);
  const castings = [...WINTER, ...LATER].filter((c) => (c.share[supplier] ?? 0) > 0);
  const shares = castings.map((c) => c.share[supplier]!);
  const least = practices.length >= 4 * castings.length ? 1 : 0;
  const quotas = shareOut(practices.length, shares, least);
  const winter = castings.flatMap((c, i) => (WINTER.includes(c) ? Array(quotas[i]).fill(c) : []));
  const later = castings.flatMap((c, i) => (WINTER.includes(c) ? [] : Array(quotas[i]).fill(c)));
  const eagerFirst = practices
    .map((practice) => ({ practice, zeal: practice.subIcb.icb.zeal * (0.5 + random.fraction()) }))
    .sort((a, b) => b.zeal - a.zeal);
  const wanted = [...shuffled(winter, random), ...shuffled(later, random)] as Casting[];
  for (const [index, { practice }] of eagerFirst.entries()) parts.set(practice, wanted[index]!);
}
