import { instant } from '../../../../shared/calendar/day.ts';
import type { Sender } from '../../../../shared/evidence/fact.ts';
import type { Act, Acted } from '../../../../shared/intake/acts/act.ts';

/** The act, where it can be done; a test in which it cannot has failed. */
export function done(acted: Acted): Act {
  if (!acted.ok) throw new Error(acted.why);
  return acted.act;
}

/** Why an act cannot be done; empty where it can. */
export function whyNot(acted: Acted): string {
  return acted.ok ? '' : acted.why;
}

/** What stands in an act's original. */
export function originalOf({ bytes }: Act): Record<string, unknown> {
  return JSON.parse(new TextDecoder().decode(bytes));
}

export const ICB: Sender = { role: 'icb', org: 'QHM' };
export const PRACTICE_ITSELF: Sender = { role: 'practice', org: 'A81001' };
/** A text that must not be kept: it holds a well-formed NHS number that was never issued. */
export const PATIENT_DATA = 'seen by the patient 943 476 5919';
export const on = (day: string) => instant(`${day}T10:00:00Z`);
