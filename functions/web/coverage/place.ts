import { SCOPE_TYPES, type ScopeType } from '../../../shared/coverage/coverage-row.ts';
import type { PracticeOnDay } from '../../../shared/coverage/practice-on-day.ts';
import { CUTS, NOT_KNOWN } from '../../../shared/coverage/scopes.ts';

/** One place, as addresses have it: `icb:QHM`. */
export type Place = { readonly type: ScopeType; readonly code: string };

/** Reads a place as an address has it; null for anything else. */
export function placeFrom(words: string): Place | null {
  const at = words.indexOf(':');
  const [type, code] = [words.slice(0, at), words.slice(at + 1)];
  const isType = (SCOPE_TYPES as readonly string[]).includes(type);
  return isType && /^[A-Za-z0-9 ]{2,20}$/.test(code) ? { type: type as ScopeType, code } : null;
}

/** Whether a practice is in a place on the day. */
export function isIn({
  type,
  code,
}: Place): (practice: Pick<PracticeOnDay, 'place' | 'supplier'>) => boolean {
  const { codeOf } = CUTS[type];
  return (practice) => (codeOf(practice) ?? NOT_KNOWN).toLowerCase() === code.toLowerCase();
}

/** What people can go down to from a row of one level; none: to its practices. */
export const BENEATH: Readonly<Record<ScopeType, readonly ScopeType[]>> = {
  national: ['region', 'icb', 'supplier'],
  region: ['icb'],
  icb: ['sub-icb', 'pcn'],
  'sub-icb': ['pcn'],
  pcn: [],
  supplier: [],
};

/** What a level is called: of one row, and of several. */
export const LEVEL_WORDS: Readonly<Record<ScopeType, readonly [one: string, several: string]>> = {
  national: ['England', 'England'],
  region: ['Region', 'Regions'],
  icb: ['ICB', 'ICBs'],
  'sub-icb': ['Sub-ICB', 'Sub-ICBs'],
  pcn: ['PCN', 'PCNs'],
  supplier: ['System supplier', 'System suppliers'],
};

/** How a level stands in the address of a list of practices; England stands in none. */
export const LIST_FILTER: Readonly<Record<ScopeType, string | null>> = {
  national: null,
  region: 'region',
  icb: 'icb',
  'sub-icb': 'sub-icb',
  pcn: 'pcn',
  supplier: 'supplier',
};
