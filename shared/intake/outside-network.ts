import { type Instant, londonDay } from '../calendar/day.ts';
import type { Fact, Sender } from '../evidence/fact.ts';
import type { PracticeCode } from '../practice/code.ts';
import { placeOf } from '../state/practice-on-day.ts';
import type { ReadResult, Warning } from './read-result.ts';

/**
 * Takes what a file says, who sent it, and what is known of the practices in it; gives a warning for each
 * practice of which a PCN speaks though the register or a map puts it in another network on the day of
 * receipt. The statements are kept: membership files come late. None for any other sender. Pure.
 * (Issue: an upload made on behalf of a practice by its PCN.)
 */
export function outsideNetwork(
  { taken }: Pick<ReadResult, 'taken'>,
  { sender, receivedAt }: { readonly sender: Sender; readonly receivedAt: Instant },
  known: readonly Fact[],
): readonly Warning[] {
  const { role, org } = sender;
  if (role !== 'pcn' || org === undefined) return [];
  const rows = firstRows(taken);
  const facts = Map.groupBy(
    known.filter(({ practice }) => rows.has(practice)),
    ({ practice }) => practice,
  );
  const on = londonDay(receivedAt);
  const at = { validAt: on, knownAt: receivedAt, rulesAt: on };
  const warnings: Warning[] = [];
  for (const [practice, row] of rows) {
    const { pcn } = placeOf(facts.get(practice) ?? [], at);
    if (pcn === null || pcn === org) continue;
    const warning = `practice ${practice} is in the network ${pcn} by the register, and not in ${org}: what was said on its behalf was kept; check the practice code, such as A81001`;
    warnings.push({ row, column: 'practice_code', warning });
  }
  return warnings;
}

function firstRows(taken: ReadResult['taken']): ReadonlyMap<PracticeCode, number> {
  const rows = new Map<PracticeCode, number>();
  for (const { row, statements } of taken) {
    for (const { practice } of statements) if (!rows.has(practice)) rows.set(practice, row);
  }
  return rows;
}
