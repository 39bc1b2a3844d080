import type { Clocks } from '../calendar/clocks.ts';
import type { Day } from '../calendar/day.ts';
import type { Table } from '../coverage/table.ts';

/** England, or one ICB with its own practices only. `name` null: no practice map has named it. */
export type ReleaseScope =
  | { readonly type: 'national'; readonly code: 'ENGLAND'; readonly name: 'England' }
  | { readonly type: 'icb'; readonly code: string; readonly name: string | null };

export const ENGLAND: ReleaseScope = { type: 'national', code: 'ENGLAND', name: 'England' };

/** A row for every code of the register, closed ones too: a CSV of its own, and on no sheet or page. */
export const IN_CSV_ONLY: ReadonlySet<string> = new Set<TableName>(['denominator']);

/** What a release is: everything but its figures. */
export type ReleaseHead = {
  /** A Monday. */
  readonly week: Day;
  readonly scope: ReleaseScope;
  /** Semantic: 1.0.0, 1.0.1 after a correction, 1.1.0 after more news, 2.0.0 after a change of method. */
  readonly version: string;
  /** Why this version; null only for a week's first. */
  readonly note: string | null;
  /** The day, what was known, and the rules, of every figure in it. */
  readonly clocks: Clocks;
  /** The clocks of the release that "who moved" starts from. */
  readonly comparedWith: Clocks;
  /** Made from sample data: every sheet and page says so. */
  readonly madeUp: boolean;
  readonly codeVersion: string;
};

/** The tables of a release, in the order in which people find them. */
export const TABLE_NAMES = [
  'coverage',
  'movement',
  'moved',
  'trend',
  'xmr',
  'freshness',
  'denominators',
  'denominator',
  'published',
  'contradictions',
  'practices',
  'restatements',
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** A release before it is written: what every file is made from. */
export type Release = {
  readonly head: ReleaseHead;
  readonly tables: Readonly<Record<TableName, Table>>;
};

/** One file of a release. */
export type ReleaseFile = { readonly name: string; readonly bytes: Uint8Array };
