import { addDays, type Day } from '../../calendar/day.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { Supplier } from '../../practice/supplier.ts';
import type { Sent } from './letters.ts';
import type { Reading } from './reading.ts';

/** A switch-on that is to come, is overdue or was missed; `date` null: in phases. */
export type SwitchOn = {
  readonly why: 'booking' | 'letter' | 'phased';
  readonly date: Day | null;
  readonly state: 'to-come' | 'overdue' | 'missed';
  readonly since: Day;
  readonly by: readonly Fact[];
};

/** The switch-ons that a booking or the rules of the day hold out; the supplier's booking goes first. */
export function switchOnsIn(reading: Reading): readonly SwitchOn[] {
  return [byBooking(reading), byRule(reading)].filter((one) => one !== undefined);
}

/** Letters of the day of the first extract with this booking, or later: they are news to the supplier. */
export function lettersAfterBooking({ shown, post }: Reading): readonly Sent[] {
  const { firstBooked } = shown;
  return firstBooked === undefined ? [] : post.own.filter(({ on }) => on >= firstBooked.asAt);
}

function byBooking(reading: Reading): SwitchOn | undefined {
  const { booking, firstBooked } = reading.shown;
  const isSetAside = lettersAfterBooking(reading).some((letter) => letter.isAcknowledged);
  if (booking === undefined || firstBooked === undefined || isSetAside) return undefined;
  return dated(reading, {
    why: 'booking',
    date: booking.values.on,
    since: firstBooked.asAt,
    by: [booking],
  });
}

/** The rules of 1 November 2022: a letter in time gets the date, all others the phases (seed 000). */
function byRule(reading: Reading): SwitchOn | undefined {
  const { supplier, rules, post } = reading;
  const letter = post.own[0];
  const effect = rules.letterEffect;
  const isBound = (bound: readonly Supplier[]) => {
    const name = supplier.name ?? letter?.to ?? null;
    return name === null ? letter !== undefined : bound.includes(name);
  };
  if (letter !== undefined && effect !== undefined) {
    const { change, effectiveFrom } = effect;
    if (change.effect === 'paused' || !isBound(change.suppliers)) return undefined;
    const { day, time } = change.sentBy;
    if (`${letter.on} ${letter.time ?? time}` <= `${day} ${time}`) {
      const since = letter.on > effectiveFrom ? letter.on : effectiveFrom;
      return dated(reading, { why: 'letter', date: change.switchOn, since, by: letter.by });
    }
  }
  const phases = rules.switchOn?.change;
  if (!phases?.phasedFrom || !isBound(phases.suppliers)) return undefined;
  const by = letter?.by ?? [supplier.said].filter((said) => said !== undefined);
  return { why: 'phased', date: null, state: 'to-come', since: phases.phasedFrom, by };
}

/** To come up to its own day, then overdue for the days that policy gives, then missed. */
function dated(
  { on, rules }: Reading,
  found: Omit<SwitchOn, 'state' | 'date'> & { readonly date: Day },
): SwitchOn {
  const grace = rules.threshold('days-overdue-booking')?.change.value ?? 0;
  if (on <= found.date) return { ...found, state: 'to-come' };
  return { ...found, state: on <= addDays(found.date, grace) ? 'overdue' : 'missed' };
}
