import fc from 'fast-check';
import { addDays, day, instant } from '../../../../shared/calendar/day.ts';
import type { Cell, Column, Holds, Table } from '../../../../shared/coverage/table.ts';
import {
  type Release,
  type ReleaseHead,
  TABLE_NAMES,
  type TableName,
} from '../../../../shared/release/release.ts';

const WEEK = day('2023-12-04');

/** A made-up release of England with a test's own words over it. */
function head(over: Partial<ReleaseHead> = {}): ReleaseHead {
  const clocks = { validAt: WEEK, knownAt: instant('2023-12-04T06:00:00Z'), rulesAt: WEEK };
  return {
    week: WEEK,
    scope: { type: 'national', code: 'ENGLAND', name: 'England' },
    version: '1.0.0',
    note: null,
    clocks,
    comparedWith: { ...clocks, validAt: day('2023-11-27') },
    madeUp: true,
    codeVersion: '0.0.0+test',
    ...over,
  };
}

/** A release of which only the named tables have rows. */
export function releaseOf(
  own: Partial<Record<TableName, Table>>,
  over: Partial<ReleaseHead> = {},
): Release {
  const empty = (name: TableName): Table => ({
    name,
    title: name,
    says: `Nothing in ${name}.`,
    columns: [],
    rows: [],
  });
  const tables = Object.fromEntries(TABLE_NAMES.map((name) => [name, own[name] ?? empty(name)]));
  return { head: head(over), tables: tables as Release['tables'] };
}

const TRICKY = [
  '=1+1',
  '+44',
  '-5',
  '@cmd',
  '\tx',
  'a "quoted" word',
  'two\nlines',
  'a,b;c',
  'é ≤ 5 İı',
  "'apostrophe",
  '1e5',
  '007',
  'x < y & z',
];
const texts = fc.oneof(
  fc.constantFrom(...TRICKY),
  fc
    .string({ minLength: 1, maxLength: 12, unit: 'grapheme-ascii' })
    .filter((text) => text.trim() === text),
);

/** Any cell that a column may hold; null among them. */
function cellFor(holds: Holds): fc.Arbitrary<Cell> {
  const some: fc.Arbitrary<Cell> =
    holds === 'text' || holds === 'code'
      ? texts
      : holds === 'day'
        ? fc.integer({ min: 0, max: 3000 }).map((days) => addDays(day('2020-01-01'), days))
        : holds === 'share' || holds === 'number'
          ? fc.integer({ min: -1000, max: 10_000 }).map((tenths) => tenths / 10)
          : fc.integer({ min: holds === 'change' ? -70_000_000 : 0, max: 70_000_000 });
  return fc.option(some, { freq: 5 });
}

const COLUMNS: readonly Column[] = [
  { key: 'code', heading: 'Code', holds: 'code', note: 'A note.' },
  { key: 'words', heading: 'Words', holds: 'text' },
  { key: 'on', heading: 'On', holds: 'day', note: 'Another note.' },
  { key: 'count', heading: 'Count', holds: 'count', note: 'A note.' },
  { key: 'change', heading: 'Change', holds: 'change' },
  { key: 'share', heading: 'Share', holds: 'share' },
  { key: 'mean', heading: 'Mean', holds: 'number' },
];

/** Any table, of one row at least. */
export const anyTable: fc.Arbitrary<Table> = fc
  .array(fc.record(Object.fromEntries(COLUMNS.map(({ key, holds }) => [key, cellFor(holds)]))), {
    minLength: 1,
    maxLength: 6,
  })
  .map((rows) => ({
    name: 'practices',
    title: 'Any table',
    says: 'Whatever.',
    columns: COLUMNS,
    rows: rows as Table['rows'],
  }));
