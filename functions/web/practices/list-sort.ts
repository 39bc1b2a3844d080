import type { PracticeOnDay } from '../../../shared/coverage/practice-on-day.ts';
import { STATUSES } from '../../../shared/state/decision.ts';

/** The columns by which a list of practices can be sorted. */
export const SORTED_BY = [
  'practice_code',
  'practice_name',
  'status',
  'since',
  'sub_icb_code',
  'pcn_code',
  'system_supplier',
  'patients',
] as const;
export type SortedBy = (typeof SORTED_BY)[number];
export type Order = 'ascending' | 'descending';

/** Last of all, whichever way the list goes: what is not known is no answer to "which is first". */
const NOTHING = '\u{10ffff}';
/** Before any letter: "PARK SURGERY" stands before "PARK SURGERY (EAST)". */
const END = '\u0000';
const DIGITS = 12;

/**
 * What a practice is sorted by, as text that code units sort rightly: the column's value, then the code, so
 * that no two are equal. Descending, each character is turned round.
 */
export function sortKey(by: SortedBy, order: Order): (practice: PracticeOnDay) => string {
  const valueBy = VALUES[by];
  return (practice) => {
    const value = valueBy(practice);
    const { practice: code } = practice.decision;
    if (value === null) return `${NOTHING}${code}`;
    return `${order === 'ascending' ? value : turnedRound(value)}${END}${code}`;
  };
}

const VALUES: Readonly<Record<SortedBy, (practice: PracticeOnDay) => string | null>> = {
  practice_code: ({ decision }) => decision.practice,
  practice_name: ({ name }) => name,
  // In the order in which the clauses are tried.
  status: ({ decision }) => String(STATUSES.indexOf(decision.status)).padStart(2, '0'),
  since: ({ decision }) => decision.since,
  sub_icb_code: ({ place }) => place.subIcb,
  pcn_code: ({ place }) => place.pcn,
  system_supplier: ({ supplier }) => supplier,
  patients: ({ patients }) => String(patients).padStart(DIGITS, '0'),
};

/** Sorts the other way round: each letter by its distance from the last, and an end after all letters. */
function turnedRound(text: string): string {
  let turned = '';
  for (let at = 0; at < text.length; at += 1)
    turned += String.fromCharCode(0xd7ff - text.charCodeAt(at));
  return `${turned}\ud7ff`;
}
