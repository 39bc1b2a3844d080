import fc from 'fast-check';
import { open } from '../../../../shared/intake/open/open.ts';
import { goodFiles } from './good-files.ts';
import { type FuzzCase, fuzzCases } from './mutations.ts';
import { takeApart } from './take-apart.ts';

/**
 * `npm run fuzz [-- CASES [SEED]]`: throws files at intake, 20,000 unless told otherwise. Ends with 1
 * when one crashes it, takes more than 10 s, or takes the process more than 200 MB above where it stood
 * after the readers had been loaded. Prints the seed, with which the same cases come again.
 */
const MOST_MS = 10_000;
const MOST_BYTES = 200 * 1024 * 1024;

const [cases = '20000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
const numRuns = Number(cases);
const good = await goodFiles();
for (const { bytes } of good) takeApart(await open(bytes), 'icb');
const idle = process.memoryUsage.rss();
const seen = { slowest: 0, slowestWas: '', peak: idle, refused: 0, read: 0 };

console.log(`fuzz: ${numRuns} cases from ${good.length} good files, seed ${seed}`);
const roles = fc.constantFrom('icb', 'supplier', 'national', 'practice', 'pcn');
const outcome = await fc.check(fc.asyncProperty(fuzzCases(good), roles, throwAt), {
  numRuns,
  seed: Number(seed),
  endOnFailure: true,
});
const most = Math.round((seen.peak - idle) / 1024 / 1024);
console.log(`fuzz: ${seen.read} read, ${seen.refused} refused`);
console.log(
  `fuzz: slowest ${Math.round(seen.slowest)} ms (${seen.slowestWas}), ${most} MB at most`,
);
if (outcome.failed) {
  console.error(`fuzz: FAILED on ${outcome.counterexample?.[0].made}\n${outcome.errorInstance}`);
  process.exitCode = 1;
}

async function throwAt(file: FuzzCase, role: Parameters<typeof takeApart>[1]): Promise<void> {
  const begun = performance.now();
  const read = takeApart(await open(file.bytes), role);
  const took = performance.now() - begun;
  if (read.refused === null) seen.read += 1;
  else seen.refused += 1;
  if (took > seen.slowest) Object.assign(seen, { slowest: took, slowestWas: file.made });
  seen.peak = Math.max(seen.peak, process.memoryUsage.rss());
  if (took > MOST_MS) throw new Error(`took ${Math.round(took)} ms`);
  if (seen.peak - idle > MOST_BYTES) throw new Error('took more than 200 MB above idle');
}
