import { hash } from 'node:crypto';
import { generateSample } from '../local/sample/generate.ts';
import type { SampleFile } from '../local/sample/sample.ts';
import type { Clocks } from '../shared/calendar/clocks.ts';
import { day, endOfLondonDay } from '../shared/calendar/day.ts';
import type { Fact } from '../shared/evidence/fact.ts';
import { factFrom } from '../shared/evidence/statements-to-facts.ts';
import { readUpload } from '../shared/intake/read-upload.ts';
import type { Upload } from '../shared/intake/receipt/receipt.ts';

const LAST_DAY = day('2023-12-04');
/** The last day of the made-up story, as known at its end and under its own rules. */
export const AT: Clocks = {
  validAt: LAST_DAY,
  knownAt: endOfLondonDay(LAST_DAY),
  rulesAt: LAST_DAY,
};

/** The made-up national sample: about 6,300 practices and 14 months of files. */
export function sampleFiles(): readonly SampleFile[] {
  return generateSample({ seed: 1 }).files;
}

/** What files say, in the order of their coming; a statement said before is left out, as by intake. */
export function factsOf(files: readonly SampleFile[]): readonly Fact[] {
  const facts = new Map<string, Fact>();
  for (const { name, text, sender, receivedAt, asAt } of files) {
    const bytes = new TextEncoder().encode(text);
    const sha256 = hash('sha256', bytes, 'hex');
    const upload: Upload = { uploadId: name, sha256, fileName: name, sender, receivedAt, asAt };
    const read = readUpload(bytes, {
      ...{ sender, receivedAt, asAt, sha256, isRegistered: () => true },
      ...{ about: null, mapping: null },
    });
    for (const { statements } of read.taken) {
      for (const statement of statements) {
        const fact = factFrom(statement, upload);
        if (!facts.has(fact.id)) facts.set(fact.id, fact);
      }
    }
  }
  return [...facts.values()];
}
