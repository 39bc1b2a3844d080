import type { Fact } from '../evidence/fact.ts';
import { type Picture, saidIn } from './picture.ts';

/**
 * Every fact that the picture rests on, sorted by id: what a proof carries. From these alone the same
 * status, signals, flags and labels follow, since whatever was left out lost to one that is here.
 */
export function usedFacts(picture: Picture): readonly Fact[] {
  const { register, supplier, configuration, letters } = picture;
  const found: (Fact | null)[] = [
    ...register.used,
    supplier.said,
    supplier.disagrees,
    supplier.first,
    configuration.held,
    configuration.disagrees,
    configuration.runStart,
    configuration.wasOn,
    configuration.onElsewhere,
    picture.latestExtract,
    picture.booking,
    picture.bookedSince,
    picture.counts,
    picture.countsSinceBulk,
    picture.list,
    ...picture.letterFacts,
    ...letters.suppliersThen,
    ...saidIn(picture.dpia),
    ...saidIn(picture.plan),
    ...picture.steps.values(),
    ...saidIn(picture.bulk104),
    picture.declared,
    ...picture.exemptions,
    ...picture.judged.values(),
    ...picture.judgedOut.letters,
    ...picture.judgedOut.dpia,
    ...picture.judgedOut.plan,
  ];
  const once = new Set(found.filter((fact) => fact !== null));
  return [...once].sort((a, b) => (a.id < b.id ? -1 : 1));
}
