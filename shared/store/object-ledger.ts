import type { Fact } from '../evidence/fact.ts';
import { readLedgerFile, writeLedgerFile } from '../evidence/ledger-file.ts';
import { atOnce } from './at-once.ts';
import type { Ledger, Objects } from './ports.ts';

const FOLDER = 'evidence/facts/';
const ENDING = '.ndjson.gz';
/** Objects fetched at once: enough to hide the way to S3, few enough for one function's memory. */
const FETCHES = 8;

/**
 * The append-only ledger over objects. An upload is committed by one write to a key that must be
 * empty. What is committed never changes, so a file is decoded once in the life of the process.
 */
export function objectLedger(objects: Objects): Ledger {
  const decoded = new Map<string, Promise<readonly Fact[] | undefined>>();
  let everything: { readonly files: number; readonly facts: readonly Fact[] } | undefined;

  function of(uploadId: string): Promise<readonly Fact[] | undefined> {
    const seen = decoded.get(uploadId);
    if (seen !== undefined) return seen;
    const fetched = fetchFacts(objects, uploadId);
    decoded.set(uploadId, fetched);
    // Only what is there is settled: absence and failure are asked about again.
    const forget = () => decoded.delete(uploadId);
    fetched.then((facts) => facts === undefined && forget(), forget);
    return fetched;
  }

  async function uploads(): Promise<readonly string[]> {
    const ids = (await objects.list(FOLDER)).filter((key) => key.endsWith(ENDING)).map(uploadIdOf);
    ids.sort();
    await atOnce(FETCHES, ids, of);
    return ids;
  }

  return {
    of,
    uploads,
    async commit(upload, facts) {
      const bytes = writeLedgerFile({ upload, facts });
      const outcome = await objects.putIfAbsent(keyOf(upload.uploadId), bytes);
      if (outcome === 'exists') return 'already';
      decoded.set(upload.uploadId, Promise.resolve(facts));
      return 'committed';
    },
    async all() {
      const ids = await uploads();
      // Files are only ever added, so as many files as last time are the same files.
      if (everything?.files !== ids.length) {
        const files = await Promise.all(ids.map(of));
        everything = { files: ids.length, facts: files.flatMap((facts) => facts ?? []) };
      }
      return everything.facts;
    },
  };
}

function keyOf(uploadId: string): string {
  return `${FOLDER}${uploadId}${ENDING}`;
}

function uploadIdOf(key: string): string {
  return key.slice(FOLDER.length, -ENDING.length);
}

async function fetchFacts(
  objects: Objects,
  uploadId: string,
): Promise<readonly Fact[] | undefined> {
  const object = await objects.get(keyOf(uploadId));
  if (object === undefined) return undefined;
  const { upload, facts } = readLedgerFile(object.bytes);
  if (upload.uploadId !== uploadId) {
    throw new Error(`the ledger file of upload ${uploadId} says that it is of another upload`);
  }
  return facts;
}
