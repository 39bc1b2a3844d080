import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';

/** A good file, by name, from which bad ones are made. */
export type GoodFile = { readonly name: string; readonly bytes: Uint8Array };

/** A file to throw at intake, and how it came about: what a failure is reported with. */
export type FuzzCase = { readonly made: string; readonly bytes: Uint8Array };

/** How files begin that intake knows, so that rubbish behind them reaches the readers. */
const BEGINNINGS = ['', 'PK\u0003\u0004', '%PDF-1.7\n', '\u00d0\u00cf\u0011\u00e0', '<?xml ', '"'];

const rubbish: fc.Arbitrary<FuzzCase> = fc
  .tuple(fc.constantFrom(...BEGINNINGS), fc.uint8Array({ maxLength: 2_000 }))
  .map(([beginning, rest]) => ({
    made: `rubbish after ${JSON.stringify(beginning)}`,
    bytes: joined(Buffer.from(beginning, 'latin1'), rest),
  }));

/** Text made of the pieces that tables are made of, in any order. */
const PIECES = [
  ...['practice_code', 'as_at_date', 'letter_sent_date', 'system_supplier', 'extract_date'],
  ...['default_access', 'A81001', 'a 81 002', 'EMIS', 'on', '04/12/2023', '31/02/2023', 'n/a'],
  ...[
    '"',
    '""',
    ',',
    ',,',
    '\n',
    '\r\n',
    '\r',
    '\0',
    '\ufeff',
    '\u2028',
    '=1+1',
    '1364731000000100',
  ],
  ...['9'.repeat(400), '\ud800', 'é', '٣', '-1', '1e308', ' '],
];
const HEADERS = [
  'practice_code,as_at_date,declared_status,letter_sent_date,plan_target_date,comment\n',
  'practice_code,system_supplier,extract_date,default_access,online_accounts,patients_104\n',
  '',
];
const textOfPieces: fc.Arbitrary<FuzzCase> = fc
  .tuple(
    fc.constantFrom(...HEADERS),
    fc.array(
      fc.oneof({ weight: 3, arbitrary: fc.constantFrom(',', '\n') }, fc.constantFrom(...PIECES)),
      { maxLength: 300 },
    ),
  )
  .map(([header, pieces]) => ({
    made: 'text of pieces',
    bytes: Buffer.from(header + pieces.join('')),
  }));

/** Values that a reader of XML may trip over: in the place of a text, a number, a reference or a date. */
const HOSTILE = [
  ...['', '-1', '99999999999', '1e999', 'NaN', '2958466', '-0.5', 'A0', 'XFE1048577', 'ZZZ1:A1'],
  ...['&amp;', '&#0;', '../../x', 'http://example.org/x', '=1+1', '9'.repeat(5_000)],
];

/** What can befall the bytes of a file on its way. */
type Damage = (bytes: Uint8Array) => Uint8Array;
type Named = readonly [what: string, damage: Damage];
const named = (what: string, apply: Damage): Named => [what, apply];
const at = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const damage: fc.Arbitrary<Named> = fc.oneof(
  fc
    .tuple(at, fc.nat(255))
    .map(([where, byte]) => named('a byte changed', (b) => b.with(place(b, where), byte))),
  at.map((where) => named('cut short', (b) => b.subarray(0, place(b, where)))),
  fc.tuple(at, fc.uint8Array({ maxLength: 40 })).map(([where, more]) =>
    named('bytes put in', (b) => {
      const here = place(b, where);
      return joined(b.subarray(0, here), more, b.subarray(here));
    }),
  ),
  fc.tuple(at, at).map(([a, b]) =>
    named('a piece twice', (bytes) => {
      const [from, to] = [place(bytes, Math.min(a, b)), place(bytes, Math.max(a, b))];
      return joined(bytes.subarray(0, to), bytes.subarray(from));
    }),
  ),
  fc
    .tuple(at, fc.constantFrom(...HOSTILE))
    .map(([where, hostile]) => named('a value in its XML changed', inXml(where, hostile))),
);

function inXml(where: number, hostile: string): Damage {
  return (bytes) => {
    const text = Buffer.from(bytes).toString('latin1');
    const values = [...text.matchAll(/(?<==")[^"<>]*(?=")|(?<=>)[^<>]+(?=<)/g)];
    const value = values[Math.floor(where * values.length)];
    if (value === undefined) return bytes;
    const end = value.index + value[0].length;
    return Buffer.from(text.slice(0, value.index) + hostile + text.slice(end), 'latin1');
  };
}

function place(bytes: Uint8Array, where: number): number {
  return Math.min(Math.floor(where * bytes.length), Math.max(0, bytes.length - 1));
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/**
 * Files to throw at intake: rubbish, text of the right pieces in the wrong order, good files damaged,
 * and good ZIP files (spreadsheets, Word) of which one part was damaged and then zipped again, so that
 * the damage gets past the checksum and reaches the XML.
 */
export function fuzzCases(good: readonly GoodFile[]): fc.Arbitrary<FuzzCase> {
  const damaged = fc
    .tuple(fc.constantFrom(...good), fc.array(damage, { minLength: 1, maxLength: 2 }))
    .map(([{ name, bytes }, damages]) => ({
      made: `${name}: ${damages.map(([what]) => what).join(', ')}`,
      bytes: damages.reduce((left, [, apply]) => (left.length === 0 ? left : apply(left)), bytes),
    }));
  const zips = good.filter(({ bytes }) => bytes[0] === 0x50 && bytes[1] === 0x4b);
  const partDamaged = fc
    .tuple(fc.constantFrom(...zips), at, fc.array(damage, { minLength: 1, maxLength: 2 }))
    .map(([zip, which, damages]) => inPart(zip, which, damages));
  return fc.oneof(rubbish, textOfPieces, damaged, partDamaged);
}

function inPart({ name, bytes }: GoodFile, which: number, damages: readonly Named[]): FuzzCase {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const part = names[Math.floor(which * names.length)]!;
  const apply = (left: Uint8Array, [, by]: Named) => (left.length === 0 ? left : by(left));
  const changed = damages.reduce(apply, parts[part]!);
  return {
    made: `${name}: in ${part} ${damages.map(([what]) => what).join(', ')}`,
    bytes: zipSync({ ...parts, [part]: changed }),
  };
}
