import type { Fact } from '../evidence/fact.ts';
import { heardIn, type Picture } from './picture.ts';

/**
 * Every fact that the picture rests on, sorted by id: what a proof carries. From these alone the same
 * status, signals, flags, labels and dates follow, since whatever was left out lost to one that is here.
 */
export function usedFacts(picture: Picture): readonly Fact[] {
  const { register, supplier, configuration, letters } = picture;
  const found: (Fact | null)[] = [
    ...register.used,
    supplier.said,
    supplier.disagrees,
    supplier.first,
    supplier.brokenBy,
    configuration.held,
    configuration.disagrees,
    configuration.runStart,
    configuration.runBrokenBy,
    configuration.wasOn,
    configuration.onElsewhere,
    picture.latestExtract,
    picture.booking,
    picture.bookedSince,
    picture.counts,
    ...picture.countsBefore,
    picture.countsSinceBulk,
    picture.list,
    ...picture.letterFacts,
    ...letters.suppliersThen,
    ...heardIn(picture.dpia),
    ...heardIn(picture.plan),
    ...picture.steps.values(),
    ...heardIn(picture.bulk104),
    picture.declared,
    ...picture.exemptions,
    ...picture.judged.values(),
    ...picture.newestDocuments,
    ...picture.fallen,
  ];
  const once = new Set(found.filter((fact) => fact !== null));
  return [...once].sort((a, b) => (a.id < b.id ? -1 : 1));
}
