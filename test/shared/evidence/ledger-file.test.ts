import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { FACT_KINDS } from '../../../shared/evidence/fact.ts';
import { readLedgerFile, writeLedgerFile } from '../../../shared/evidence/ledger-file.ts';
import { uploadOf } from '../uploads.ts';
import { oneOfEachKind } from './every-kind.ts';

const upload = uploadOf();
const facts = oneOfEachKind();

/** The lines of a ledger file, changed, as a ledger file. */
function changed(change: (lines: string[]) => string[]): Uint8Array {
  const lines = gunzipSync(writeLedgerFile({ upload, facts })).toString().split('\n');
  return gzipSync(change(lines).join('\n'));
}

describe('a ledger file', () => {
  test('gives back the upload and its facts, in order', () => {
    expect(new Set(facts.map((fact) => fact.kind))).toEqual(new Set(FACT_KINDS));
    expect(readLedgerFile(writeLedgerFile({ upload, facts }))).toEqual({ upload, facts });
  });

  test('keeps the true time of recording of a backdated upload', () => {
    const backdated = uploadOf({ backfilledAt: upload.receivedAt });
    expect(readLedgerFile(writeLedgerFile({ upload: backdated, facts: [] })).upload).toEqual(
      backdated,
    );
  });

  test('of schema version 1 is read for ever', () => {
    const kept = readFileSync(new URL('fixtures/ledger-schema-1.ndjson', import.meta.url));
    const read = readLedgerFile(gzipSync(kept));
    expect(read.upload.uploadId).toBe('up-1');
    expect(new Set(read.facts.map((fact) => fact.kind))).toEqual(new Set(FACT_KINDS));
    // An id stays what it was when the statement was first written down, whatever the schema has become.
    const [, ...lines] = kept.toString().trim().split('\n');
    expect(read.facts.map((fact) => fact.id)).toEqual(lines.map((line) => JSON.parse(line).id));
  });

  test.each([
    {
      what: 'is cut short',
      bytes: writeLedgerFile({ upload, facts }).slice(0, -20),
      says: /damaged/,
    },
    { what: 'is not zipped', bytes: Buffer.from('{}\n'), says: /damaged/ },
    { what: 'lacks its last line feed', bytes: changed((l) => l.slice(0, -1)), says: /whole line/ },
    { what: 'has no header', bytes: changed((l) => l.slice(1)), says: /line 1 .* no header/ },
    {
      what: 'is of a newer ledger version',
      bytes: changed((l) => l.with(0, l[0]!.replace('"ledger":1', '"ledger":2'))),
      says: /line 1 .* run the newer program/,
    },
    {
      what: 'holds a fact of a newer schema version',
      bytes: changed((l) => l.with(4, l[4]!.replace('"schema":1', '"schema":2'))),
      says: /^line 5 .* schema version 2/,
    },
    {
      what: 'holds a fact with an impossible day',
      bytes: changed((l) => l.with(2, l[2]!.replace('"asAt":"2022-06-01"', '"asAt":"2022-02-31"'))),
      says: /^line 3 of the ledger file: not a fact: asAt: not a day/,
    },
    {
      what: 'has an empty line',
      bytes: changed((l) => l.toSpliced(3, 0, '')),
      says: /^line 4 .*JSON/,
    },
  ])('that $what is refused, with the place', ({ bytes, says }) => {
    expect(() => readLedgerFile(bytes)).toThrow(says);
  });

  test('never quotes what it cannot read', () => {
    const torn = changed((l) => l.with(1, '{"name":"Mrs Secret'));
    const wrong = changed((l) => l.with(1, l[1]!.replace('"active"', '"Mrs Secret"')));
    for (const bytes of [torn, wrong]) {
      expect(() => readLedgerFile(bytes)).toThrow(/^line 2 (?!.*Secret)/);
    }
  });
});
