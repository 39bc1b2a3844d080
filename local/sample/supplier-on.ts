import type { Day } from '../../shared/calendar/day.ts';
import type { Supplier } from '../../shared/practice/supplier.ts';
import type { Actor } from './actor.ts';

/** Whose system a practice is on, on a day. */
export function supplierOn({ practice, script }: Actor, on: Day): Supplier {
  return script.moves.findLast((move) => move.on <= on)?.to ?? practice.supplier;
}
