import type { Fact, Sender } from '../../shared/evidence/fact.ts';
import { isMappedBy } from '../../shared/intake/mapping/apply-mapping.ts';
import { MAPPED_KINDS } from '../../shared/intake/mapping/mapping.ts';
import type { Opened } from '../../shared/intake/open/opened.ts';
import { ownRows } from '../../shared/intake/own-rows.ts';
import type { ReadResult } from '../../shared/intake/read-result.ts';
import { readOpened } from '../../shared/intake/read-upload.ts';
import type { Upload } from '../../shared/intake/receipt/receipt.ts';
import type { PracticeCode } from '../../shared/practice/code.ts';
import { atOnce } from '../../shared/store/at-once.ts';
import type { FactsIndex, Ledger, Work } from '../../shared/store/ports.ts';

/** Files of more rows speak of hundreds of practices: the whole ledger is asked for before reading. */
const LARGE_ROWS = 500;
/** Above so many practices one pass over the ledger is quicker than a query for each. */
const PRACTICES_TO_QUERY = 100;
const QUERIES_AT_ONCE = 8;

type Deps = { readonly ledger: Ledger; readonly index: FactsIndex; readonly work: Work };
type Read = { readonly read: ReadResult; readonly known: readonly Fact[] };
type IsRegistered = (code: PracticeCode) => boolean;

/**
 * Reads an upload together with what is known of the practices in it (and perhaps of others), so that
 * the reader can warn of codes that no register file has listed.
 */
export async function readKnowing(deps: Deps, upload: Upload, opened: Opened): Promise<Read> {
  const { sender, receivedAt, asAt, sha256, about = null } = upload;
  const mapping = await mappingFor(deps.work, opened, sender);
  const said = { sender, receivedAt, asAt, sha256, about, mapping };
  const readAs = (isRegistered: IsRegistered) => readOpened(opened, { ...said, isRegistered });
  const found = await (rowsIn(opened) > LARGE_ROWS ? readLarge : readSmall)(deps, readAs);
  return { ...found, read: ownRows(found.read, upload, found.known) };
}

/** The mapping that was saved for a sender's own tracker, where this file is headed as that is. */
async function mappingFor(work: Work, opened: Opened, { role, org }: Sender) {
  if (opened.as !== 'sheets' || org === undefined) return null;
  for (const kind of MAPPED_KINDS) {
    const mapping = await work.mapping({ role, org }, kind);
    if (mapping !== undefined && isMappedBy(opened, mapping)) return mapping;
  }
  return null;
}

function rowsIn(opened: Opened): number {
  if (opened.as !== 'sheets') return 0;
  return opened.sheets.reduce((sum, { rows }) => sum + rows.length, 0);
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
