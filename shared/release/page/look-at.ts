import type { Row } from '../../coverage/table.ts';
import type { Release } from '../release.ts';
import { cellInWords, listInWords } from './cell-words.ts';
import { type Markup, markup } from './markup.ts';
import { newlyIn } from './movement-picks.ts';
import { figure, furthestBehindFirst, headlineOf, rowsBy, scopeOf } from './picks.ts';

/** What a board would be shown first, each picked plainly from a table further down the page. */
export function thingsToLookAt(release: Release): readonly Markup[] {
  return [contradicted(release), furthestBehind(release), slippedBack(release)].filter(
    (thing) => thing !== null,
  );
}

/** The places with the lowest shares; in an ICB its sub-ICBs, or its PCNs where it has only one of those. */
function furthestBehind(release: Release): Markup | null {
  const isNational = release.head.scope.type === 'national';
  const subIcbs = furthestBehindFirst(rowsBy(release, 'sub-icb'));
  const [cut, places] = isNational
    ? ['ICBs', furthestBehindFirst(rowsBy(release, 'icb'))]
    : subIcbs.length > 1
      ? ['Sub-ICBs', subIcbs]
      : ['PCNs', furthestBehindFirst(rowsBy(release, 'pcn'))];
  if (places.length < 2) return null;
  const named = places
    .slice(0, 3)
    .map((row) => `${scopeOf(row)} (${cellInWords(row['live_pct'] ?? null, 'share')})`);
  return markup`<strong>${cut} furthest behind.</strong> The lowest shares of live practices are in ${listInWords(named)}.`;
}

/** Practices whose state went back or cannot be told, with those that came to it since the last release. */
function slippedBack(release: Release): Markup | null {
  const row = headlineOf(release);
  const parts = SLIPPED.flatMap(([key, status, words]) => {
    const count = figure(row, key);
    if (count === null) return [];
    const since = newlyIn(release, status).length;
    const lately = ` (${cellInWords(since, 'count')} of them first known since the last release)`;
    return `${words}: ${count}${since === 0 ? '' : lately}.`;
  });
  if (parts.length === 0) return null;
  return markup`<strong>Practices that slipped back or are stuck.</strong> ${parts.join(' ')}${newlyReverted(release)}`;
}

const SLIPPED = [
  ['reverted', 'reverted', 'Live before and switched off now'],
  ['incomplete', 'incomplete', 'With only some of the evidence'],
  ['conflict', 'conflict', 'In conflict'],
] as const;

function newlyReverted(release: Release): string | null {
  const names = newlyIn(release, 'reverted').map(practiceIn);
  if (names.length === 0) return null;
  const first = names.slice(0, 3);
  return ` Switched off since the last release: ${first.length < names.length ? `${first.join(', ')} and others` : listInWords(first)}.`;
}

function practiceIn(row: Row): string {
  return String(row['practice_name'] ?? row['practice_code'] ?? 'a practice');
}

/** The largest contradictions, as the table ranks them. */
function contradicted({ tables }: Release): Markup | null {
  const { contradictions: table } = tables;
  const [first] = table.rows;
  if (first === undefined) return null;
  const named = table.rows.slice(0, 3).map((row) => {
    const patients = figure({ table, row }, 'patients');
    return patients === null ? practiceIn(row) : `${practiceIn(row)} (${patients} patients)`;
  });
  const count = cellInWords(table.rows.length, 'count');
  const where =
    table.rows.length > named.length
      ? `${count} practices; those with most patients are ${listInWords(named)}`
      : listInWords(named);
  return markup`<strong>What practices say and what suppliers show.</strong> They contradict each other at ${where}.`;
}
