import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { open } from '../../../../shared/intake/open/open.ts';
import { plainDigits } from '../../../../shared/intake/open/sheet-value.ts';

const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
  fc.integer({ min: -1_000_000, max: 1_000_000_000 }),
  fc.double({ min: 0.001, max: 9_999, noNaN: true }),
  fc.boolean(),
  fc.constantFrom(null, '<&>"', 'a\nb', '943 476 5919', '=1+1'),
);
const grid = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 6,
});

function textOf(value: string | number | boolean | null): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return plainDigits(value);
  // XML makes one line feed of every line end, and has no other control characters.
  return (value ?? '').replace(/\r\n?/g, '\n').trim();
}

test('what another library writes comes out cell by cell, where it stood', async () => {
  await fc.assert(
    fc.asyncProperty(grid, async (rows) => {
      const texts = rows.map((row) => row.map(textOf));
      fc.pre(texts.some((row) => row.some((text) => text !== '')));
      const file = await open(await writeXlsx({ sheets: [{ name: 'One', rows }] }));
      const read = file.as === 'sheets' ? file.sheets[0]!.rows : [];
      const found = new Map(read.map(({ row, cells }) => [row, cells]));
      for (const [at, row] of texts.entries()) {
        const cells = found.get(at + 1) ?? [];
        expect(row.map((_, i) => cells[i] ?? '')).toEqual(row);
        expect(cells.slice(row.length).join('')).toBe('');
      }
    }),
    { numRuns: 100 },
  );
});
