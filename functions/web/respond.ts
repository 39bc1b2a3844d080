import { hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Table } from '../../shared/coverage/table.ts';
import { tableCsv } from '../../shared/release/files/csv.ts';
import type { Answer, WebFile } from './route.ts';

/** By what an answer is known again: a hash of all of it. */
export function etagOf(body: string | Uint8Array): string {
  return `"${hash('sha256', body, 'base64url').slice(0, 22)}"`;
}

type Tagged = {
  readonly body: string | Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  /** Left out: it is worked out. */
  readonly etag?: string;
  /** A page that its reader's browser must not bring back after signing out. */
  readonly isPage?: true;
  /** The body as gzip, where it is kept; left out: it is packed now. */
  readonly packed?: () => Uint8Array;
};

/** Shorter answers are not worth the packing. */
const WORTH_PACKING = 1_024;

/**
 * What is sent may be asked for again by its tag; only its reader keeps it, and asks each time whether it
 * still holds. Packed where the reader takes gzip, here and not by a stream behind it: a page that is kept
 * is packed once.
 */
export function tagged(
  request: Request,
  { body, headers, etag = etagOf(body), packed = () => gzipSync(body), isPage }: Tagged,
): Response {
  const all: Record<string, string> = {
    ...headers,
    etag,
    'cache-control': isPage ? 'private, no-store' : 'private, no-cache',
    vary: headers['vary'] === undefined ? 'accept-encoding' : `${headers['vary']}, accept-encoding`,
  };
  if (isNamed(request.headers.get('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers: all });
  }
  const isPacked =
    body.length >= WORTH_PACKING && /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  if (isPacked) {
    return new Response(bytesOf(packed()), { headers: { ...all, 'content-encoding': 'gzip' } });
  }
  return new Response(typeof body === 'string' ? body : bytesOf(body), { headers: all });
}

/** Bytes as a body may be made of them, whatever memory they lie in. */
function bytesOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer
    ? (bytes as Uint8Array<ArrayBuffer>)
    : new Uint8Array(bytes);
}

/** A compressing server in between marks a tag as weak. */
function isNamed(asked: string | null, etag: string): boolean {
  if (asked === null) return false;
  if (asked.trim() === '*') return true;
  return asked.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}

/** An answer as JSON: what it says, its tables' rows by name, where the list goes on. */
export function answerJson(answer: Answer, madeUp: boolean): string {
  const tables = answer.tables.map((table) => [
    table.name,
    { title: table.title, rows: rowsOf(table) },
  ]);
  const body = {
    ...(madeUp && { made_up: true }),
    says: answer.says,
    tables: Object.fromEntries(tables),
    ...(answer.next !== undefined && { next: answer.next }),
  };
  return JSON.stringify(body);
}

function rowsOf({ columns, rows }: Table) {
  return rows.map((row) => Object.fromEntries(columns.map(({ key }) => [key, row[key] ?? null])));
}

/** The first table of an answer as CSV; null where it has none. */
export function answerCsv({ tables: [first] }: Answer): WebFile | null {
  if (first === undefined) return null;
  const bytes = new TextEncoder().encode(tableCsv(first));
  return { name: `${first.name}.csv`, type: 'text/csv; charset=utf-8', bytes };
}

/** A file to take away. Its name is ours, of letters that need no quoting. */
export function fileHeaders({
  name,
  type,
}: Pick<WebFile, 'name' | 'type'>): Record<string, string> {
  const plain = name.replace(/[^A-Za-z0-9._-]/g, '_');
  return { 'content-type': type, 'content-disposition': `attachment; filename="${plain}"` };
}

/** Whether a request for data would rather have CSV. */
export function wantsCsv(request: Request, format: string | null): boolean {
  if (format !== null) return format === 'csv';
  const accepts = request.headers.get('accept') ?? '';
  return /\btext\/csv\b/.test(accepts) && !/\bapplication\/json\b/.test(accepts);
}
