import * as z from 'zod';
import { byCodeUnits } from '../../../shared/coverage/by-code-units.ts';

const ROWS = 50;

/** What of a list is asked for: a page of it, or what comes after a cursor. */
export const PartQuery = {
  page: z
    .string()
    .regex(/^[1-9]\d{0,4}$/, 'Write a page as a number from 1 on')
    .optional()
    .describe('Which page of 50 rows'),
  cursor: z
    .string()
    .max(500, 'This is no cursor: take it from the answer before')
    .optional()
    .describe('Where to go on: `next` of the answer before'),
};

type PartAsk<T> = {
  /** Sorts as the list is sorted, by code units, and names one row. */
  readonly keyOf: (row: T) => string;
  readonly query: URLSearchParams;
};

/** One part of a list, and where the next begins. */
export type Part<T> = {
  readonly rows: readonly T[];
  readonly page: number;
  readonly pages: number;
  readonly next: string | null;
};

/**
 * Up to 50 rows of a sorted list: of a page, or those after a cursor, which holds the key of the last row
 * given, so that rows that come or go meanwhile neither repeat nor hide others. All rows where a file of
 * them is asked for.
 */
export function partOf<T>(all: readonly T[], { keyOf, query }: PartAsk<T>): Part<T> {
  const pages = Math.max(1, Math.ceil(all.length / ROWS));
  if (query.get('format') === 'csv') return { rows: all, page: 1, pages: 1, next: null };
  const begin = beginOf(all, { keyOf, query }, pages);
  const rows = all.slice(begin, begin + ROWS);
  const last = rows.at(-1);
  const isEnd = last === undefined || begin + ROWS >= all.length;
  return {
    rows,
    page: Math.floor(begin / ROWS) + 1,
    pages,
    next: isEnd ? null : Buffer.from(keyOf(last)).toString('base64url'),
  };
}

function beginOf<T>(all: readonly T[], { keyOf, query }: PartAsk<T>, pages: number): number {
  const cursor = query.get('cursor');
  if (cursor === null || cursor === '') {
    return (Math.min(Number(query.get('page') ?? 1), pages) - 1) * ROWS;
  }
  const key = Buffer.from(cursor, 'base64url').toString();
  const begin = all.findIndex((row) => byCodeUnits(keyOf(row), key) > 0);
  return begin < 0 ? all.length : begin;
}
