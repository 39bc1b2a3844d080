import fc from 'fast-check';
import { expect, test } from 'vitest';
import { screenPieces } from '../../../../shared/intake/patient-data/screen-passages.ts';

/** In pieces: no file of ours holds a whole one. */
const NUMBER = ['943', '476', '5919'];
const screened = (...texts: string[]) =>
  screenPieces(
    texts.map((text, index) => ({ text, where: String(index) })),
    () => 2023,
  );

// What looks like the prefix of a telephone number abroad in one cell says nothing of the next.
test.each(['15.0000', '0 | Office/7.4 | 15.0000', '0044', '+44', '12 0000', '44', '2023', '(0)'])(
  'a number in a passage of its own is found behind one that ends in %s',
  (before) => {
    for (const written of [NUMBER.join(' '), NUMBER.join('')]) {
      expect(screened(before, written)).toEqual({ what: 'an NHS number', where: '1' });
    }
  },
);

test('and behind any figures at all, whatever follows', () => {
  const figures = fc.stringMatching(/^[ +().,/0-9£%-]{0,12}$/);
  fc.assert(
    fc.property(figures, figures, (before, behind) => {
      expect(screened(`Total ${before} in all`, NUMBER.join(' '), `and ${behind}`)).toBeDefined();
      expect(screened(`Total ${before}`, NUMBER.join(''), `and ${behind}`)).toBeDefined();
    }),
    { numRuns: 2_000 },
  );
});
