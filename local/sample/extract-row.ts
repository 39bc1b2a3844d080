import type { Day } from '../../shared/calendar/day.ts';
import type { Supplier } from '../../shared/practice/supplier.ts';
import type { Actor } from './actor.ts';
import { randomFor } from './random.ts';
import { settingOn } from './script.ts';

type Ask = {
  readonly supplier: Supplier;
  readonly on: Day;
  readonly counted?: 'switched-on' | 'all' | undefined;
};

/** One practice's row in an extract, in the column order of the file. */
export function extractCells(actor: Actor, { supplier, on, counted }: Ask): readonly string[] {
  const { practice, script } = actor;
  const random = randomFor(0, `${practice.code} on ${on}`);
  const { on: isOn, since } = settingOn(script, on);
  const booking = script.bookings.find((b) => b.announced <= on && on < b.on);
  const isOptIn = script.said.some(({ cells }) => cells['dpia_outcome'] === 'opt-in');
  const cells = [
    practice.code,
    supplier === 'EMIS' ? 'EMIS Web' : supplier === 'TPP' ? 'SystmOne' : supplier,
    extractDate(supplier, on),
    isOn ? 'on' : 'off',
    since !== null && random.chance(0.9) ? extractDate(supplier, since) : '',
    isOn || isOptIn ? 'yes' : random.chance(0.2) ? 'no' : '',
    booking === undefined ? '' : extractDate(supplier, booking.on),
  ];
  if (counted === undefined) return cells;
  return [...cells, ...(counted === 'all' || isOn ? counts(actor, isOn) : ['', '', '', ''])];
}

/** EMIS writes 24/11/2023, the others 2023-11-24. */
function extractDate(supplier: Supplier, on: Day): string {
  return supplier === 'EMIS' ? `${on.slice(8)}/${on.slice(5, 7)}/${on.slice(0, 4)}` : on;
}

/** About half of the patients have an online account; where it is live most accounts have access, elsewhere few. */
function counts({ practice, script }: Actor, isOn: boolean): readonly string[] {
  const random = randomFor(0, `accounts of ${practice.code}`);
  const accounts = Math.round(practice.patients * (0.4 + 0.25 * random.fraction()));
  const share104 = script.share104[0] ?? (isOn ? 0 : 1) + random.between(0, 3);
  const open = isOn ? 0.91 + 0.08 * random.fraction() : 0.03 + 0.15 * random.fraction();
  const held = isOn && share104 > 50 ? 1 - share104 / 100 : 1;
  const coded104 = Math.round((practice.patients * share104) / 100);
  const coded106 = Math.round(practice.patients * 0.01 * random.fraction());
  return [accounts, Math.floor(accounts * open * held), coded104, coded106].map(String);
}
