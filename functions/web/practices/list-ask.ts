import * as z from 'zod';
import { DENOMINATORS, type Denominator } from '../../../shared/coverage/coverage-row.ts';
import { DENOMINATOR_RULES } from '../../../shared/coverage/denominators.ts';
import type { PracticeOnDay } from '../../../shared/coverage/practice-on-day.ts';
import { NOT_KNOWN } from '../../../shared/coverage/scopes.ts';
import { SIGNALS, STATUSES } from '../../../shared/state/decision.ts';
import { oneOf } from '../list/asked-words.ts';
import { PartQuery } from '../list/part-of-list.ts';
import { SORTED_BY } from './list-sort.ts';

const code = z
  .string()
  .regex(/^([A-Za-z0-9 ]{2,10})?$/, 'Write a code, such as QHM')
  .transform((text) => text || undefined)
  .optional();

/** What a list of practices can be asked for. */
export const ListAsk = z.object({
  search: z
    .string()
    .max(100, 'Search for at most 100 characters')
    .optional()
    .describe('Part of a practice’s name or code'),
  status: oneOf(STATUSES).describe('Only practices of this status'),
  signal: oneOf(SIGNALS).describe('Only practices with this signal'),
  denominator: oneOf(DENOMINATORS).describe('Only practices that this denominator counts'),
  region: code.describe('Only practices of this region, such as Y63; "not known": those of none'),
  icb: code.describe('Only practices of this ICB'),
  'sub-icb': code.describe('Only practices of this sub-ICB'),
  pcn: code.describe('Only practices of this primary care network'),
  supplier: z
    .string()
    .regex(/^[A-Za-z ]{0,20}$/, 'Write a supplier, such as EMIS')
    .optional()
    .describe('Only practices on this supplier’s system'),
  sort: oneOf(SORTED_BY).describe('By which column; code where none is named'),
  order: oneOf(['ascending', 'descending']),
  ...PartQuery,
});
export type ListAsk = z.output<typeof ListAsk>;

/** Whether a practice is one of those asked for; out of scope only where that is the status asked for. */
export function isAsked(ask: ListAsk): (practice: PracticeOnDay) => boolean {
  const search = (ask.search ?? '').trim().toLowerCase();
  const isCounted = ask.denominator && DENOMINATOR_RULES[ask.denominator as Denominator];
  const places = [
    [ask.region, 'region'],
    [ask.icb, 'icb'],
    [ask['sub-icb'], 'subIcb'],
    [ask.pcn, 'pcn'],
  ] as const;
  return (practice) => {
    const { decision, place, supplier, name } = practice;
    if (
      ask.status === undefined ? decision.status === 'out-of-scope' : decision.status !== ask.status
    ) {
      return false;
    }
    if (isCounted && !isCounted(practice)) return false;
    if (ask.signal !== undefined && !decision.signals.includes(ask.signal)) return false;
    if (ask.supplier && !isCode(ask.supplier, supplier)) return false;
    if (!places.every(([wanted, key]) => wanted === undefined || isCode(wanted, place[key]))) {
      return false;
    }
    return (
      search === '' ||
      decision.practice.toLowerCase().includes(search) ||
      (name ?? '').toLowerCase().includes(search)
    );
  };
}

function isCode(wanted: string, code: string | null): boolean {
  return wanted.toLowerCase() === (code ?? NOT_KNOWN).toLowerCase();
}
