import type { Table } from '../coverage/table.ts';

/** One picture of a release, with the table of what it shows. */
export type Chart = {
  /** For ids and file names: `status-by-week`. */
  readonly name: string;
  readonly title: string;
  /** One or two plain sentences: what to see in it. */
  readonly says: string;
  /** A whole `<svg>` element, without scripts, fonts or anything from elsewhere. */
  readonly svg: string;
  readonly table: Table;
};
