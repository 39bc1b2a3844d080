import type { Day } from '../calendar/day.ts';
import type { Fact, FactOf } from '../evidence/fact.ts';
import type { Supplier } from '../practice/supplier.ts';
import { holdingOn } from './register-on-day.ts';
import type { SortedFacts } from './sorted-facts.ts';

type NamesSupplier = FactOf<'membership'> | FactOf<'default-access'>;

/** Whose system a practice is on, and the statement that says so. */
export type SupplierInForce = {
  readonly supplier: Supplier | null;
  readonly said: Fact | null;
  /** The first of the unbroken run of statements that name the same supplier. */
  readonly first: Fact | null;
  /** The last statement before that run, which named another: it marks where the run starts. */
  readonly brokenBy: Fact | null;
  /** Nothing of the day or before names a supplier: this one was named later. */
  readonly isLaterThanDay: boolean;
  /** Another extract of the same date, by another supplier. */
  readonly disagrees: Fact | null;
};

const NONE: SupplierInForce = {
  supplier: null,
  said: null,
  first: null,
  brokenBy: null,
  isLaterThanDay: false,
  disagrees: null,
};

/** The statements that name a practice's supplier: the practice map's, and each extract's own. */
export function supplierStatements(facts: SortedFacts): readonly NamesSupplier[] {
  const mapped = facts.membership.filter((m) => m.values.supplier !== null);
  const extracts = facts['default-access'];
  const all = [...mapped, ...extracts];
  // A register map of the same date comes first, so that it is believed before an extract. The order
  // only settles ties, and most practices have none.
  return areOfDifferentDays(mapped) && areOfDifferentDays(extracts) && !shareADay(mapped, extracts)
    ? all
    : all.sort(bySupplierThenId);
}

/** True for what came in the order of its dates, as most does. */
function areOfDifferentDays(said: readonly NamesSupplier[]): boolean {
  return said.every((one, i) => i === 0 || said[i - 1]!.asAt < one.asAt);
}

function shareADay(mapped: readonly NamesSupplier[], extracts: readonly NamesSupplier[]): boolean {
  return mapped.some((map) => extracts.some((extract) => extract.asAt === map.asAt));
}

/**
 * The supplier in force on a day: the latest statement of that day or before, else the earliest
 * after it. Two extracts of one date by two suppliers disagree, unless the register settles it.
 */
export function supplierInForce(said: readonly NamesSupplier[], on: Day): SupplierInForce {
  const holding = holdingOn(said, on);
  if (holding === undefined) {
    return NONE;
  }
  const supplier = holding.values.supplier;
  const disagrees =
    holding.kind === 'membership'
      ? null
      : (said.find((s) => s.asAt === holding.asAt && s.values.supplier !== supplier) ?? null);
  const isLaterThanDay = holding.asAt > on;
  return { supplier, said: holding, ...startOfRun(said, holding), isLaterThanDay, disagrees };
}

function startOfRun(said: readonly NamesSupplier[], holding: NamesSupplier) {
  let first = holding;
  let brokenBy: NamesSupplier | null = null;
  for (const s of said) {
    const isOther = s.values.supplier !== holding.values.supplier;
    if (isOther && s.asAt < holding.asAt && (brokenBy === null || s.asAt > brokenBy.asAt)) {
      brokenBy = s;
    }
  }
  for (const s of said) {
    if (s.values.supplier !== holding.values.supplier || s.asAt >= first.asAt) continue;
    if (brokenBy === null || s.asAt > brokenBy.asAt) first = s;
  }
  return { first, brokenBy };
}

function bySupplierThenId(a: NamesSupplier, b: NamesSupplier): number {
  if (a.kind !== b.kind) return a.kind === 'membership' ? -1 : 1;
  if (a.kind === 'membership' && a.receivedAt !== b.receivedAt) {
    return a.receivedAt > b.receivedAt ? -1 : 1;
  }
  if (a.values.supplier !== b.values.supplier) {
    return (a.values.supplier ?? '') < (b.values.supplier ?? '') ? -1 : 1;
  }
  return a.id < b.id ? -1 : 1;
}
