import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SENDER_ROLES } from '../../../shared/evidence/fact.ts';
import { readUpload } from '../../../shared/intake/read-upload.ts';
import { from } from './readers/return-tables.ts';
import { epraccurRow, linesOf, reconciles } from './uploads-to-read.ts';

const GOOD = [
  linesOf(
    'practice_code,as_at_date,declared_status,comment',
    'A81001,04/12/2023,live,"two\nlines"',
    'A81002,04/12/2023,paused,',
    'A81002,04/12/2023,paused,"said ""again"""',
  ),
  linesOf(
    'practice_code,system_supplier,extract_date,default_access,online_accounts',
    'A81001,TPP,04/12/2023,on,1000',
    'A81002,EMIS,04/12/2023,off,"2,000"',
  ),
  linesOf(
    'PUBLICATION,EXTRACT_DATE,TYPE,CCG_CODE,ONS_CCG_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS',
    'GP_PRAC_PAT_LIST,01May2022,GP,16C,E38000247,A81001,ZZ99 9ZZ,ALL,ALL,5983',
    'GP_PRAC_PAT_LIST,01May2022,GP,16C,E38000247,A81002,ZZ99 9ZZ,ALL,ALL,8000',
  ),
  linesOf(epraccurRow(), epraccurRow({ 1: 'A81002', 13: 'C', 12: '20230101' }), epraccurRow()),
].map((text) => new TextEncoder().encode(text));

/** One slip: bytes put in, taken out or doubled somewhere. */
const slip = fc.record({
  at: fc.nat(400),
  out: fc.nat(8),
  put: fc.oneof(
    fc.constantFrom('"', ',', '\n', '\r', '\r\n', '""', ',,', '\uFEFF', '\0', 'é', 'A81003,', ' '),
    fc.string({ maxLength: 4 }),
  ),
});

function spoiled(good: Uint8Array, slips: readonly { at: number; out: number; put: string }[]) {
  return slips.reduce<Uint8Array>((bytes, { at, out, put }) => {
    const from = at % (bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, from), Buffer.from(put), bytes.subarray(from + out)]);
  }, good);
}

const spoiledFile = fc
  .tuple(fc.constantFrom(...GOOD), fc.array(slip, { minLength: 1, maxLength: 4 }))
  .map(([good, slips]) => spoiled(good, slips));
const noise = fc.uint8Array({ maxLength: 300 });
const csvNoise = fc
  .array(fc.constantFrom('"', ',', '\n', '\r', 'a', 'A81001', 'practice_code,as_at_date\n', ' '))
  .map((parts) => new TextEncoder().encode(parts.join('')));

describe('whatever the bytes', () => {
  test('nothing throws, and every row is taken, a duplicate or rejected', () => {
    const file = fc.oneof({ weight: 6, arbitrary: spoiledFile }, noise, csvNoise);
    fc.assert(
      fc.property(file, fc.constantFrom(...SENDER_ROLES), (bytes, role) => {
        const read = readUpload(bytes, from(role));
        expect(reconciles(read)).toBe(true);
        const said = [...read.problems, ...(read.refused === null ? [] : [read.refused])];
        for (const { problem, remedy } of said) {
          expect(problem.length * remedy.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1_500 },
    );
  });

  test('one bad row among good ones is the only one lost', () => {
    const bad = fc.constantFrom(
      'A81002',
      'A81002,x"y,live',
      'A81002,"04/12/2023"x,live',
      'A,b,c,d',
    );
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), bad, (before, after, line) => {
        const good = (n: number) =>
          Array.from({ length: n }, (_, i) => `A8${1000 + i},04/12/2023,live`);
        const lines = [
          'practice_code,as_at_date,declared_status',
          ...good(before),
          line,
          ...good(after),
        ];
        const read = readUpload(new TextEncoder().encode(linesOf(...lines)), from('practice'));
        expect(read.problems.map(({ row }) => row)).toEqual([before + 2]);
        expect(read.taken.length + read.duplicates.length).toBe(before + after);
      }),
      { numRuns: 200 },
    );
  });
});
