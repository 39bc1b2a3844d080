import type { ReadContext, ReadResult } from '../../../shared/intake/read-result.ts';
import { readUpload } from '../../../shared/intake/read-upload.ts';
import { from } from './readers/return-tables.ts';

/** Reads a file given as text, sent by NHS England unless told otherwise, received on 10 December 2023. */
export function readText(text: string, context: ReadContext = from('national')): ReadResult {
  return readUpload(new TextEncoder().encode(text), context);
}

/** A file of lines, each ended. */
export function linesOf(...lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/** A row of epraccur as published to 2025, all cells in quotation marks; `over` says what differs, by position from 1. */
export function epraccurRow(over: Readonly<Record<number, string>> = {}, quote = '"'): string {
  const usual: Record<number, string> = {
    1: 'A81001',
    2: 'THE MADE-UP SURGERY',
    3: 'Y63',
    4: 'QHM',
    10: 'ZZ99 9ZZ',
    11: '19740401',
    13: 'A',
    14: 'B',
    15: '16C',
    16: '20200401',
    22: '0',
    26: '4',
  };
  const cells = Array.from({ length: 27 }, (_, i) => over[i + 1] ?? usual[i + 1] ?? '');
  return cells.map((cell) => `${quote}${cell}${quote}`).join(',');
}

/** Every row of the file is taken, a duplicate of an earlier one, or rejected; and only one of these. */
export function reconciles(read: ReadResult): boolean {
  if (read.refused !== null) return read.taken.length + read.duplicates.length === 0;
  const taken = read.taken.map(({ row }) => row);
  const duplicates = read.duplicates.map(({ row }) => row);
  const rejected = [...new Set(read.problems.map(({ row }) => row))];
  const all = [...taken, ...duplicates, ...rejected];
  return all.length === read.rows && new Set(all).size === all.length;
}
