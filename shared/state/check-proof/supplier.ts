import type { Day } from '../../calendar/day.ts';
import type { Fact, FactOf } from '../../evidence/fact.ts';
import type { Supplier } from '../../practice/supplier.ts';
import { earlierIsGreater, greatest, nearness, ofKind } from './rank.ts';

type Names = FactOf<'membership'> | FactOf<'default-access'>;

/** Whose system the practice is on, and what says so. */
export type SupplierOn = {
  readonly name: Supplier | null;
  readonly said: Names | undefined;
  readonly contradicted: Names | undefined;
  /** It was named only after the day asked about. */
  readonly isLater: boolean;
  /** The day of the first statement that named it, with none of another since. */
  readonly since: Day | null;
};

/**
 * The supplier by the statement nearest to the day: the practice map's or an extract's own. On one date
 * the map goes before extracts; two extracts of one date by two suppliers contradict each other.
 */
export function supplierOn(facts: readonly Fact[], on: Day): SupplierOn {
  const named = ofKind(facts, 'membership').filter((m) => m.values.supplier !== null);
  const all: readonly Names[] = [...named, ...ofKind(facts, 'default-access')].toSorted(bySupplier);
  const said = greatest(all, (s) => [...nearness(s, on), ...standing(s)]);
  if (said === undefined) {
    return { name: null, said, contradicted: undefined, isLater: false, since: null };
  }
  const name = said.values.supplier;
  const others = all.filter((s) => s.values.supplier !== name);
  const sameDay = others.filter((s) => s.asAt === said.asAt);
  const contradicted = said.kind === 'membership' ? undefined : sameDay[0];
  const lastOther = greatest(
    others.filter((s) => s.asAt < said.asAt),
    (s) => [s.asAt],
  );
  const run = all.filter(
    (s) =>
      s.values.supplier === name &&
      s.asAt <= said.asAt &&
      (lastOther === undefined || s.asAt > lastOther.asAt),
  );
  const first = greatest(run, (s) => [earlierIsGreater(s.asAt)]);
  return { name, said, contradicted, isLater: said.asAt > on, since: first?.asAt ?? null };
}

function standing(said: Names): readonly string[] {
  return said.kind === 'membership' ? ['1', said.receivedAt] : ['0', ''];
}

function bySupplier(a: Names, b: Names): number {
  return `${a.values.supplier} ${a.id}` < `${b.values.supplier} ${b.id}` ? -1 : 1;
}
