import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fact } from '../../../../shared/evidence/fact.ts';
import { codesOf, coverOn, file, icb, placesOn } from './geography.ts';

const ICBS = ['QAA', 'QBB', 'QCC', 'QDD'] as const;
const DAYS = ['2025-06-30', '2026-02-27', '2026-08-01'] as const;
const NOW = '2026-09-07';
const LATER = '2026-11-02';

type Row = Readonly<Record<string, string>>;

/** Three register files of one to twelve practices; each file may leave practices out, merge ICBs and split them. */
const files = fc
  .record({
    first: fc.array(fc.constantFrom(...ICBS), { minLength: 1, maxLength: 12 }),
    /** An ICB's practices go in turn to those named. */
    moves: fc.tuple(
      ...DAYS.slice(1).map(() =>
        fc.dictionary(
          fc.constantFrom(...ICBS),
          fc.uniqueArray(fc.constantFrom(...ICBS), { minLength: 1, maxLength: 3 }),
          { minKeys: 1 },
        ),
      ),
    ),
    strays: fc.tuple(
      ...DAYS.slice(1).map(() =>
        fc.array(fc.tuple(fc.nat(11), fc.option(fc.constantFrom(...ICBS))), { maxLength: 3 }),
      ),
    ),
  })
  .map(({ first, moves, strays }) => {
    const rows: Row[] = [Object.fromEntries(first.map((icb, n) => [`A81${100 + n}`, icb]))];
    let now = rows[0]!;
    for (const [n, move] of moves.entries()) {
      const next = Object.fromEntries(
        Object.entries(now).map(([code, icb], n) => [
          code,
          move[icb]?.[n % move[icb].length] ?? icb,
        ]),
      );
      const row: Record<string, string> = { ...next };
      for (const [at, icb] of strays[n]!) {
        const code = `A81${100 + at}`;
        if (next[code] === undefined) continue;
        if (icb === null) delete row[code];
        else row[code] = icb;
      }
      now = { ...now, ...row };
      rows.push(row);
    }
    return rows;
  });

const factsOf = (rows: readonly Row[]): readonly Fact[] =>
  rows.flatMap((row, n) => file(DAYS[n]!, row));

/** Where each practice is by the first so many files. */
const whereBy = (rows: readonly Row[], count: number): Row =>
  Object.assign({}, ...rows.slice(0, count));

/** Who was in an ICB when a file named it last. */
function lastIn(
  rows: readonly Row[],
  code: string,
): { file: number; practices: readonly string[] } {
  const at = rows.findLastIndex((row) => Object.values(row).includes(code));
  const where = at === -1 ? {} : whereBy(rows, at + 1);
  return { file: at, practices: Object.keys(where).filter((one) => where[one] === code) };
}

test('every practice that was in an ICB when a file named it last is covered', () => {
  fc.assert(
    fc.property(files, fc.constantFrom(...ICBS), (rows, code) => {
      const cover = coverOn(NOW, icb(code), factsOf(rows));
      expect(codesOf(cover)).toEqual(expect.arrayContaining([...lastIn(rows, code).practices]));
    }),
    { numRuns: 150 },
  );
});

test('an ICB that the newest file names covers exactly the practices that are in it', () => {
  fc.assert(
    fc.property(files, (rows) => {
      const now = whereBy(rows, rows.length);
      for (const code of new Set(Object.values(rows.at(-1)!))) {
        const inIt = Object.keys(now).filter((one) => now[one] === code);
        expect(codesOf(coverOn(NOW, icb(code), factsOf(rows)))).toEqual(inIt.sort());
      }
    }),
    { numRuns: 60 },
  );
});

test('where an ICB was split, no practice is heard of that was in none of those that ended', () => {
  let splits = 0;
  fc.assert(
    fc.property(files, fc.constantFrom(...ICBS), (rows, code) => {
      const cover = coverOn(NOW, icb(code), factsOf(rows));
      if (cover.ended.at(-1)?.how !== 'practices') return;
      splits += 1;
      const there = cover.ended.flatMap(({ from }) => lastIn(rows, from).practices);
      expect(codesOf(cover)).toEqual([...new Set(there)].sort());
    }),
    { numRuns: 400 },
  );
  // How many there are is chance; that there are any is not.
  expect(splits).toBeGreaterThan(0);
});

test('what is covered does not depend on the order of the facts', () => {
  const shuffled = files.chain((rows) => {
    const facts = factsOf(rows);
    return fc.tuple(
      fc.constant(facts),
      fc.shuffledSubarray([...facts], { minLength: facts.length }),
    );
  });
  fc.assert(
    fc.property(shuffled, fc.constantFrom(...ICBS), ([facts, other], code) => {
      const [a, b] = [coverOn(NOW, icb(code), facts), coverOn(NOW, icb(code), other)];
      expect(codesOf(b)).toEqual(codesOf(a));
      expect({ ...b, practices: null }).toEqual({ ...a, practices: null });
    }),
    { numRuns: 60 },
  );
});

test('the key and the practices stay while nothing changes: as days pass, and when a file comes again', () => {
  fc.assert(
    fc.property(files, fc.constantFrom(...ICBS), (rows, code) => {
      const facts = factsOf(rows);
      const now = coverOn(NOW, icb(code), facts);
      const again = [...facts, ...file('2026-10-01', rows.at(-1)!)];
      for (const later of [coverOn(LATER, icb(code), facts), coverOn(LATER, icb(code), again)]) {
        expect([later.key, codesOf(later)]).toEqual([now.key, codesOf(now)]);
      }
    }),
    { numRuns: 60 },
  );
});

test('a place is looked up in the past up to the day alone, whatever is known of later days', () => {
  fc.assert(
    fc.property(files, fc.constantFrom(...ICBS), (rows, code) => {
      const past = placesOn('2026-03-30', factsOf(rows)).past();
      const until = lastIn(rows.slice(0, 2), code);
      const last = past.lastOf('icb', code);
      expect(last?.on ?? null).toBe(until.file === -1 ? null : DAYS[until.file]);
      expect([...(last?.practices ?? [])].sort()).toEqual([...until.practices].sort());
      // A file with no row says nothing: the one before is then the newest.
      const newest = rows.slice(0, 2).findLastIndex((row) => Object.keys(row).length > 0);
      expect(past.isNamedStill('icb', code)).toBe(until.file === newest);
    }),
    { numRuns: 60 },
  );
});
