import { isDay, longDay } from '../../../shared/calendar/day.ts';
import type { Fact } from '../../../shared/evidence/fact.ts';
import { sentenceCase } from '../../../shared/state/words.ts';

/** One thing that a row or a document says, in words. */
type Value = { readonly what: string; readonly says: string };

/** Codes of people at one practice are given in no page; hashes and codes of places say nothing here. */
const NOT_SHOWN = new Set(['document', 'of']);

/**
 * What was read of one practice in one place of a file, value by value. Counts of accounts and of patients by
 * code are withheld: `[c]` (ADR 10). Nothing of it is free text, since no fact has any.
 */
export function valuesInWords({ kind, values }: Fact): readonly Value[] {
  return Object.entries(values).flatMap(([key, value]) => {
    if (NOT_SHOWN.has(key)) return [];
    const what = sentenceCase(key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
    const isCount = kind === 'access-counts' && typeof value === 'number';
    return [{ what, says: isCount ? '[c]' : inWords(value) }];
  });
}

function inWords(value: unknown): string {
  if (value === null) return 'Not said';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value !== 'string') return String(value);
  return isDay(value) ? longDay(value) : value;
}
