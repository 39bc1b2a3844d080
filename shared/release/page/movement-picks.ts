import { CAUSE_WORDS } from '../../coverage/moved/cause-words.ts';
import { CAUSES } from '../../coverage/moved/leg.ts';
import type { Cell, Column, Row, Table } from '../../coverage/table.ts';
import type { Release } from '../release.ts';
import { rowsWith, scopeOf } from './picks.ts';

/** The row of a place that adds up its causes. */
const TOTAL = 'total';

/** What moved in the release's own place: a row for each cause, and the one of their total if anything did. */
export function ownMovement({ head, tables }: Release): {
  readonly causes: readonly Row[];
  readonly total: Row | undefined;
} {
  const { type, code } = head.scope;
  const rows = rowsWith(tables.movement, { scope_type: type, scope_code: code });
  return {
    causes: rows.filter(({ cause }) => cause !== TOTAL),
    total: rows.find(({ cause }) => cause === TOTAL),
  };
}

/** The rows with the cause as people read it. */
export function withCauseNames(rows: readonly Row[]): readonly Row[] {
  return rows.map((row) => ({ ...row, cause: causeName(row['cause'] ?? null) }));
}

/** A cause as people read it. */
export function causeName(cause: Cell): string {
  const known = CAUSES.find((candidate) => candidate === cause);
  if (known !== undefined) return CAUSE_WORDS[known].name;
  return cause === TOTAL ? 'All causes' : String(cause);
}

/**
 * The change in live practices by place and cause side by side: one row for each place of the cut in
 * which that changed, one column for each cause that changed it anywhere, and the total last.
 */
export function liveByPlaceAndCause({ tables }: Release, scope: string): Table {
  const rows = rowsWith(tables.movement, { scope_type: scope }).filter(
    ({ live_change: change }) => typeof change === 'number' && change !== 0,
  );
  const causes = [...CAUSES, TOTAL].filter((cause) => rows.some((row) => row['cause'] === cause));
  return {
    ...tables.movement,
    columns: [
      { key: 'scope_name', heading: 'Name', holds: 'text' },
      ...(scope === 'supplier' ? [] : [CODE]),
      ...causes.map((key): Column => ({ key, heading: causeName(key), holds: 'change' })),
    ],
    rows: placesOf(rows).map((place) => sideBySide(place, causes)),
  };
}

const CODE: Column = { key: 'scope_code', heading: 'Code', holds: 'code' };

function placesOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const places = new Map<Cell, Row[]>();
  for (const row of rows) {
    const code = row['scope_code'] ?? null;
    places.set(code, [...(places.get(code) ?? []), row]);
  }
  return [...places.values()];
}

function sideBySide(place: readonly Row[], causes: readonly string[]): Row {
  const by = (cause: string) => place.find((row) => row['cause'] === cause)?.['live_change'] ?? 0;
  return {
    scope_name: scopeOf(place[0]!),
    scope_code: place[0]!['scope_code'] ?? null,
    ...Object.fromEntries(causes.map((cause) => [cause, by(cause)])),
  };
}

/** The last steps of practices that were counted in another status before, and end in this one. */
export function newlyIn({ tables }: Release, status: string): readonly Row[] {
  const ends = new Map<Cell, { readonly first: Row; readonly last: Row }>();
  for (const row of tables.moved.rows) {
    const practice = row['practice_code'] ?? null;
    ends.set(practice, { first: ends.get(practice)?.first ?? row, last: row });
  }
  return [...ends.values()]
    .filter(({ first, last }) => {
      const was = first['from_status'] ?? null;
      return was !== null && was !== status && last['to_status'] === status;
    })
    .map(({ last }) => last);
}
