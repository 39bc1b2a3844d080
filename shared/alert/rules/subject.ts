import type { Day } from '../../calendar/day.ts';
import type { Supplier } from '../../practice/supplier.ts';
import type { PracticeInView } from '../../state/practice-on-day.ts';

/** The extracts of each supplier that list (nearly) all of its practices, up to the day, latest first. */
export type WholeExtracts = ReadonlyMap<Supplier, readonly Day[]>;

/** What every rule looks at: one practice on one day, and the extracts that it could have been in. */
export type Subject = PracticeInView & { readonly extracts: WholeExtracts };
