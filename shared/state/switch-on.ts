import { addDays, type Day } from '../calendar/day.ts';
import type { Fact } from '../evidence/fact.ts';
import type { PolicyEntry, PolicyInForce } from '../policy/entry.ts';
import type { Supplier } from '../practice/supplier.ts';
import type { Letter } from './letters.ts';
import type { Picture } from './picture.ts';

/** A switch-on that a booking or the policy of the day holds out. */
export type SwitchOn = {
  readonly why: 'booking' | 'letter' | 'phased';
  /** Null: in phases, the supplier names the day. */
  readonly date: Day | null;
  readonly by: readonly Fact[];
  readonly entries: readonly PolicyEntry[];
  readonly since: Day;
  /** The day itself is still to come; from the day after it is overdue, then missed. */
  readonly standing: 'to-come' | 'overdue' | 'missed';
};

/** The entry under which a letter pauses; one that only delays does so for the suppliers that it names. */
export function pausingEntry(
  picture: Picture,
  { letterEffect }: PolicyInForce,
): PolicyEntry | null {
  if (letterEffect === null || letterEffect.change.effect === 'paused') return letterEffect;
  const supplier = picture.supplier.supplier ?? picture.letters.standing[0]?.to ?? null;
  const isBound = supplier === null || letterEffect.change.suppliers.includes(supplier);
  return isBound ? null : letterEffect;
}

/** The switch-on to come or overdue, and one that was missed; a supplier's booking goes before a national date. */
export type SwitchOns = { readonly ahead: SwitchOn | null; readonly missed: SwitchOn | null };

/** The switch-ons in view of a practice under the policy of the day. */
export function switchOnsOf(picture: Picture, policy: PolicyInForce): SwitchOns {
  const found = [bookedSwitchOn(picture, policy), policySwitchOn(picture, policy)];
  const inView = found.filter((one) => one !== null);
  return {
    ahead: inView.find((one) => one.standing !== 'missed') ?? null,
    missed: inView.find((one) => one.standing === 'missed') ?? null,
  };
}

/**
 * Letters later than the booking: dated on or after the first extract that gave its date. One sets the
 * booking aside once the supplier has acknowledged it, also where later extracts repeat the old date.
 */
export function laterLetters({ bookedSince, letters }: Picture): readonly Letter[] {
  return bookedSince === null ? [] : letters.standing.filter((l) => l.sentOn >= bookedSince.asAt);
}

function bookedSwitchOn(picture: Picture, policy: PolicyInForce): SwitchOn | null {
  const { booking, bookedSince } = picture;
  if (booking === null || laterLetters(picture).some((l) => l.acknowledged)) return null;
  const since = (bookedSince ?? booking).asAt;
  const date = booking.values.on;
  const standing = standingOf(date, picture.on, policy);
  return { why: 'booking', date, by: [booking], entries: overdueEntry(policy), since, standing };
}

/**
 * Under the rules of 1 November 2022 a letter in time gets a date, and a late one or none the phased
 * switch-on (seed 000); from 29 November on neither holds (seed 003). National dates bind only the
 * suppliers that the entry names; a practice whose supplier is not known is bound by its own letter.
 */
function policySwitchOn(picture: Picture, policy: PolicyInForce): SwitchOn | null {
  const first = picture.letters.standing[0];
  const effect = policy.letterEffect;
  if (first !== undefined && effect !== null) {
    if (effect.change.effect === 'paused') return null;
    const { sentBy, switchOn, suppliers } = effect.change;
    if (!isBound(picture.supplier.supplier ?? first.to, suppliers, first)) return null;
    if (isInTime(first, sentBy)) {
      const since = first.sentOn > effect.effectiveFrom ? first.sentOn : effect.effectiveFrom;
      const standing = standingOf(switchOn, picture.on, policy);
      const entries = [effect, ...overdueEntry(policy)];
      return { why: 'letter', date: switchOn, by: first.said, entries, since, standing };
    }
  }
  return phasedSwitchOn(picture, policy, first);
}

function phasedSwitchOn(
  picture: Picture,
  { switchOn }: PolicyInForce,
  letter: Letter | undefined,
): SwitchOn | null {
  if (switchOn === null || switchOn.change.phasedFrom === null) return null;
  const { phasedFrom, suppliers } = switchOn.change;
  if (!isBound(picture.supplier.supplier ?? letter?.to ?? null, suppliers, letter)) return null;
  const by = letter?.said ?? (picture.supplier.said === null ? [] : [picture.supplier.said]);
  const entries = [switchOn];
  return { why: 'phased', date: null, by, entries, since: phasedFrom, standing: 'to-come' };
}

function isBound(
  supplier: Supplier | null,
  bound: readonly Supplier[],
  letter: Letter | undefined,
): boolean {
  return supplier === null ? letter !== undefined : bound.includes(supplier);
}

/** A letter of the last day whose time nobody gave counts as in time (and is flagged). */
function isInTime(letter: Letter, { day, time }: { day: Day; time: string }): boolean {
  if (letter.sentOn !== day) return letter.sentOn < day;
  return letter.sentTime === null || letter.sentTime <= time;
}

function standingOf(date: Day, on: Day, { thresholds }: PolicyInForce): SwitchOn['standing'] {
  if (date >= on) return 'to-come';
  const days = thresholds['days-overdue-booking']?.change.value ?? 0;
  return addDays(date, days) >= on ? 'overdue' : 'missed';
}

function overdueEntry({ thresholds }: PolicyInForce): readonly PolicyEntry[] {
  const entry = thresholds['days-overdue-booking'];
  return entry === null ? [] : [entry];
}
