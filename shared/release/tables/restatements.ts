import type { Cell, Column, Row, Table } from '../../coverage/table.ts';

const COLUMNS = [
  { key: 'version', heading: 'Version', holds: 'text' },
  { key: 'replaces', heading: 'Replaces', holds: 'text' },
  { key: 'scope_type', heading: 'Level', holds: 'text' },
  { key: 'scope_code', heading: 'Code', holds: 'code' },
  { key: 'denominator', heading: 'Denominator', holds: 'text' },
  { key: 'figure', heading: 'Figure', holds: 'text' },
  { key: 'was', heading: 'Was', holds: 'text' },
  { key: 'is', heading: 'Is', holds: 'text' },
  {
    key: 'cause',
    heading: 'Cause',
    holds: 'text',
    note: 'Parts by cause where practices moved; else what changed since the version before.',
  },
] as const satisfies readonly Column[];
export type RestatementColumn = (typeof COLUMNS)[number]['key'];
export type Restatement = Row<RestatementColumn>;

/** What changed in a figure from one version of a week to the next. */
export type Restated = {
  readonly key: { readonly scopeType: Cell; readonly scopeCode: Cell; readonly denominator: Cell };
  readonly figure: string;
  readonly was: Cell;
  readonly is: Cell;
};

/** The log of restated figures: every version's, oldest first; empty for a week's first version. */
export function restatementsTable(rows: readonly Restatement[]): Table<RestatementColumn> {
  return {
    name: 'restatements',
    title: 'Restated figures',
    says: 'Every figure of this week that a later version changed, from what to what, and why. Earlier versions stay readable beside this one.',
    columns: COLUMNS,
    rows,
  };
}

const KEYS = ['scope_type', 'scope_code', 'denominator'] as const;

/** Compares two coverage tables of one week, cell by cell; rows that only one of them has count as null in the other. */
export function restatedBetween(was: Table, is: Table): readonly Restated[] {
  const old = byKey(was);
  const now = byKey(is);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [before, after] = [old.get(key), now.get(key)];
    const row = (after ?? before)!;
    const place = {
      scopeType: row['scope_type']!,
      scopeCode: row['scope_code']!,
      denominator: row['denominator']!,
    };
    return is.columns
      .filter(({ key: figure }) => !(KEYS as readonly string[]).includes(figure))
      .map(({ key: figure }) => ({
        figure,
        was: before?.[figure] ?? null,
        is: after?.[figure] ?? null,
      }))
      .filter((cell) => cell.was !== cell.is)
      .map((cell) => ({ key: place, ...cell }));
  });
}

function byKey({ rows }: Table): Map<string, Row> {
  return new Map(rows.map((row) => [KEYS.map((key) => row[key]).join(' '), row]));
}
