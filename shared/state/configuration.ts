import type { Day } from '../calendar/day.ts';
import type { FactOf } from '../evidence/fact.ts';
import type { Supplier } from '../practice/supplier.ts';
import type { SortedFacts } from './sorted-facts.ts';

type Extract = FactOf<'default-access'>;

/** What the supplier in force has shown of a practice's default, up to a day. */
export type Configuration = {
  /** The one that holds on the day; null: none was ever seen. */
  readonly held: Extract | null;
  /** An extract of the same date that shows the opposite. */
  readonly disagrees: Extract | null;
  /** The first of the unbroken run of extracts, up to the held one, that show the same. */
  readonly runStart: Extract | null;
  /** The last extract before the run, which showed the opposite: it marks where the run starts. */
  readonly runBrokenBy: Extract | null;
  /** Held off: the last extract before the run that showed it on. */
  readonly wasOn: Extract | null;
  /** Shown on by another supplier, in an extract of the day or before. */
  readonly onElsewhere: Extract | null;
};

const NONE: Configuration = {
  held: null,
  disagrees: null,
  runStart: null,
  runBrokenBy: null,
  wasOn: null,
  onElsewhere: null,
};

/**
 * The configuration that holds on a day. One counts from its effective date (else its extract's), and
 * among those that count the latest extract date wins, never the upload date; only the supplier in
 * force is heard. Without a known supplier there is no configuration, since every extract names one.
 */
export function configurationOn(
  extracts: readonly Extract[],
  supplier: Supplier | null,
  on: Day,
): Configuration {
  if (extracts.length === 0) return NONE;
  const counting = extracts.filter((e) => e.effectiveOn <= on);
  const own = counting.filter((e) => e.values.supplier === supplier).sort(latestExtractFirst);
  const elsewhere = counting.filter(
    (e) => e.values.supplier !== supplier && e.values.on && e.asAt <= on,
  );
  const onElsewhere = elsewhere.sort(latestExtractFirst)[0] ?? null;
  const held = own[0];
  if (held === undefined) return { ...NONE, onElsewhere };
  const firstOther = own.findIndex((e) => e.values.on !== held.values.on);
  const other = own[firstOther];
  const run = firstOther === -1 ? own : own.slice(0, firstOther);
  return {
    held,
    disagrees: other?.asAt === held.asAt ? other : null,
    runStart: run.reduce((first, e) => (e.effectiveOn <= first.effectiveOn ? e : first)),
    runBrokenBy: other ?? null,
    wasOn: held.values.on ? null : (other ?? null),
    onElsewhere,
  };
}

/** Among extracts of one date the order means nothing; it is fixed only so that answers repeat. */
function latestExtractFirst(a: Extract, b: Extract): number {
  if (a.asAt !== b.asAt) return a.asAt > b.asAt ? -1 : 1;
  if (a.values.on !== b.values.on) return a.values.on ? -1 : 1;
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** What one row of an extract can say: any of these shows that the extract spoke of the practice. */
type FromExtract = FactOf<'default-access' | 'switch-on-booked' | 'access-counts'>;

/** A statement of the latest extract of one supplier up to a day, by the extract's own date. */
export function latestExtractOf(
  facts: SortedFacts,
  supplier: Supplier | null,
  on: Day,
): FromExtract | null {
  let latest: FromExtract | null = null;
  const kinds = [facts['default-access'], facts['switch-on-booked'], facts['access-counts']];
  for (const said of kinds) {
    for (const one of said) {
      if (one.asAt > on || one.values.supplier !== supplier) continue;
      if (latest === null || one.asAt > latest.asAt) latest = one;
      else if (one.asAt === latest.asAt && one.kind === latest.kind && one.id < latest.id) {
        latest = one;
      }
    }
  }
  return latest;
}
