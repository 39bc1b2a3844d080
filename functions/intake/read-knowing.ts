import type { Fact } from '../../shared/evidence/fact.ts';
import type { ReadResult } from '../../shared/intake/read-result.ts';
import { readUpload } from '../../shared/intake/read-upload.ts';
import type { Upload } from '../../shared/intake/receipt.ts';
import type { PracticeCode } from '../../shared/practice/code.ts';
import { atOnce } from '../../shared/store/at-once.ts';
import type { FactsIndex, Ledger } from '../../shared/store/ports.ts';

/** Files above this size speak of hundreds of practices: the whole ledger is asked for before reading. */
const LARGE_BYTES = 50_000;
/** Above so many practices one pass over the ledger is quicker than a query for each. */
const PRACTICES_TO_QUERY = 100;
const QUERIES_AT_ONCE = 8;

type Deps = { readonly ledger: Ledger; readonly index: FactsIndex };
type Read = { readonly read: ReadResult; readonly known: readonly Fact[] };
type IsRegistered = (code: PracticeCode) => boolean;

/**
 * Reads an upload together with what is known of the practices in it (and perhaps of others), so that
 * the reader can warn of codes that no register file has listed.
 */
export async function readKnowing(deps: Deps, upload: Upload, bytes: Uint8Array): Promise<Read> {
  const { sender, receivedAt, asAt } = upload;
  const readAs = (isRegistered: IsRegistered) =>
    readUpload(bytes, { sender, receivedAt, asAt, isRegistered });
  return bytes.length > LARGE_BYTES ? readLarge(deps, readAs) : readSmall(deps, readAs);
}

type ReadAs = (isRegistered: IsRegistered) => ReadResult;

async function readLarge({ ledger }: Deps, readAs: ReadAs): Promise<Read> {
  const known = await ledger.all();
  const listed = practicesListed(known);
  return { read: readAs((code) => listed.has(code)), known };
}

/**
 * Which practices a small file names shows only on reading. So it is read as if all were registered,
 * and once more in the rare case that one of them is not.
 */
async function readSmall(deps: Deps, readAs: ReadAs): Promise<Read> {
  const asked = new Set<PracticeCode>();
  const read = readAs((code) => asked.add(code).has(code));
  const known = await knownOf(deps, new Set([...asked, ...practicesIn(read)]));
  const listed = practicesListed(known);
  if ([...asked].every((code) => listed.has(code))) return { read, known };
  return { read: readAs((code) => listed.has(code)), known };
}

async function knownOf(
  { ledger, index }: Deps,
  practices: ReadonlySet<PracticeCode>,
): Promise<readonly Fact[]> {
  if (practices.size > PRACTICES_TO_QUERY) return ledger.all();
  return (await atOnce(QUERIES_AT_ONCE, [...practices], (code) => index.of(code))).flat();
}

function practicesIn(read: ReadResult): readonly PracticeCode[] {
  return read.taken.flatMap((row) => row.statements.map((statement) => statement.practice));
}

function practicesListed(facts: readonly Fact[]): ReadonlySet<PracticeCode> {
  return new Set(facts.filter((fact) => fact.kind === 'listing').map((fact) => fact.practice));
}
