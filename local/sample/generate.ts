import { castOf } from './cast.ts';
import { exemptionFile } from './exemption-file.ts';
import { extractFiles } from './extracts.ts';
import { listFiles, mapFiles } from './list-files.ts';
import { successionFiles } from './mergers.ts';
import { outsiders } from './outsiders.ts';
import { madeUpPractices } from './practices.ts';
import { registerFiles } from './register-file.ts';
import { returnFiles } from './returns.ts';
import type { Sample } from './sample.ts';
import { strayFiles, strayTruth } from './strays.ts';
import { truthOf } from './truth.ts';

export type { Sample, SampleFile, Truth } from './sample.ts';
export { truthCsv } from './truth.ts';

/** As many practices as England had in December 2022, give or take. */
const ENGLAND = 6_300;
/** Too few to spread over 42 ICBs, or more than there are made-up network codes for. */
const FEWEST = 84;
const MOST = 6_500;

/**
 * Makes up an England and fourteen months of its news (24 October 2022 to 4 December 2023), in the files
 * that people would have sent. The same seed gives the same bytes on every machine. `practices` scales it
 * down for quick tests; throws a RangeError outside 84 to 6,500.
 */
export function generateSample(ask: { seed: number; practices?: number }): Sample {
  const count = ask.practices ?? ENGLAND;
  if (count < FEWEST || count > MOST) {
    throw new RangeError(`a sample has ${FEWEST} to ${MOST} practices, not ${count}`);
  }
  const practices = madeUpPractices(count, ask.seed);
  const others = outsiders(practices, ask.seed);
  const actors = castOf(practices, ask.seed);
  const files = [
    ...registerFiles(actors, others),
    ...listFiles(actors, others, ask.seed),
    ...mapFiles(actors),
    ...successionFiles(actors),
    exemptionFile(actors),
    ...extractFiles(actors, ask.seed),
    ...returnFiles(actors, ask.seed),
    ...strayFiles(),
  ];
  return {
    madeUp: 'Made-up data',
    files: files.sort((a, b) => compare(a.receivedAt, b.receivedAt) || compare(a.name, b.name)),
    truth: [...truthOf(actors, others), ...strayTruth()],
  };
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
