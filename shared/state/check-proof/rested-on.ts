import type { Signal } from '../decision.ts';
import type { Answer } from './answer.ts';
import type { Reading } from './reading.ts';
import { switchOnsIn } from './switch-ons.ts';

/**
 * Ids of the rules that an answer rests on: those on letters, switch-on and contract always, and the
 * thresholds that its status and signals were measured with.
 */
export function rulesRestedOn(
  reading: Reading,
  { clause }: Answer,
  signals: ReadonlySet<Signal>,
): ReadonlySet<string> {
  const { letterEffect, switchOn, contractDuty, threshold } = reading.rules;
  const isDated = switchOnsIn(reading).some((s) => s.state !== 'missed' && s.date !== null);
  const countsDays = (clause === 'scheduled' && isDated) || signals.has('booking-missed');
  const weighs104 =
    clause === 'opt-in-after-go-live' || signals.has('held-by-104') || signals.has('restricted');
  const entries = [
    letterEffect,
    switchOn,
    contractDuty,
    countsDays ? threshold('days-overdue-booking') : undefined,
    weighs104 ? threshold('share-104-over') : undefined,
    weighs104 ? threshold('accounts-with-access-under') : undefined,
  ];
  return new Set(entries.filter((entry) => entry !== undefined).map((entry) => entry.id));
}
