import { canonical } from '../evidence/statement-id.ts';
import type { PolicyEntry } from './entry.ts';

/** What makes one timeline another. */
export type TimelineChanges = {
  readonly added: readonly PolicyEntry[];
  readonly removed: readonly PolicyEntry[];
  /** Entries of the same id, with the fields that differ. */
  readonly changed: readonly {
    readonly before: PolicyEntry;
    readonly after: PolicyEntry;
    readonly fields: readonly (keyof PolicyEntry)[];
  }[];
};

const FIELDS = [
  'announcedOn',
  'effectiveFrom',
  'change',
  'supersedes',
  'says',
  'source',
] as const satisfies readonly (keyof PolicyEntry)[];

/** Compares two timelines entry by entry, by their ids; the order of entries says nothing. */
export function compareTimelines(
  before: readonly PolicyEntry[],
  after: readonly PolicyEntry[],
): TimelineChanges {
  const [old, young] = [before, after].map((all) => new Map(all.map((one) => [one.id, one])));
  return {
    added: after.filter(({ id }) => !old!.has(id)),
    removed: before.filter(({ id }) => !young!.has(id)),
    changed: before.flatMap((one) => {
      const other = young!.get(one.id);
      if (other === undefined) return [];
      const fields = FIELDS.filter((field) => canonical(one[field]) !== canonical(other[field]));
      return fields.length === 0 ? [] : [{ before: one, after: other, fields }];
    }),
  };
}
