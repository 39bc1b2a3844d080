import fc from 'fast-check';
import { expect, test } from 'vitest';
import { open } from '../../../../shared/intake/open/open.ts';
import { goodFiles } from './good-files.ts';
import { fuzzCases } from './mutations.ts';
import { takeApart } from './take-apart.ts';

// `npm run fuzz` throws a hundred times as many.
test('whatever arrives is read or refused with a remedy, and no row of it is lost', async () => {
  const cases = fuzzCases(await goodFiles());
  await fc.assert(
    fc.asyncProperty(cases, fc.constantFrom('icb', 'supplier', 'national'), async (file, role) => {
      const read = takeApart(await open(file.bytes), role);
      if (read.refused !== null) expect(read.refused.remedy, file.made).toMatch(/\w{4}/);
      else expect(read.kind, file.made).not.toBeNull();
    }),
    { numRuns: 250 },
  );
}, 120_000);
