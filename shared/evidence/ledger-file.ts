import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import type { Upload } from '../intake/receipt/receipt.ts';
import { UploadSchema } from '../intake/receipt/receipt-schema.ts';
import type { Fact } from './fact.ts';
import { factFromJson } from './stored-fact.ts';

/** What one committing write holds: the upload, and every statement that it added. */
type LedgerFile = { readonly upload: Upload; readonly facts: readonly Fact[] };

const HeaderSchema = z.object({ ledger: z.literal(1), upload: UploadSchema });

/** Gives the bytes of a ledger file: gzipped NDJSON, a header line and then one fact a line, in the order given. */
export function writeLedgerFile({ upload, facts }: LedgerFile): Uint8Array {
  const lines: unknown[] = [{ ledger: 1, upload }, ...facts];
  return gzipSync(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
}

/**
 * Reads a ledger file; each fact is brought up to the current schema version and checked. Throws with
 * the line number when any line cannot be read: all of an upload counts or none of it.
 */
export function readLedgerFile(bytes: Uint8Array): LedgerFile {
  const [header, ...lines] = unzipped(bytes).split('\n');
  // The file ends in a line feed: what follows it must be nothing, or the last line was cut short.
  if (lines.pop() !== '') throw new Error('the ledger file does not end in a whole line');
  const { upload } = headerFrom(header!);
  return { upload, facts: lines.map((line, at) => factOnLine(line, at + 2)) };
}

function unzipped(bytes: Uint8Array): string {
  try {
    return gunzipSync(bytes).toString('utf8');
  } catch (error) {
    throw new Error('the ledger file is damaged: it cannot be unzipped', { cause: error });
  }
}

function headerFrom(line: string): z.infer<typeof HeaderSchema> {
  try {
    return HeaderSchema.parse(JSON.parse(line));
  } catch {
    throw new Error(
      'line 1 of the ledger file is no header of ledger version 1; run the newer program that wrote it',
    );
  }
}

function factOnLine(line: string, number: number): Fact {
  try {
    return factFromJson(line);
  } catch (error) {
    throw new Error(`line ${number} of the ledger file: ${(error as Error).message}`);
  }
}
