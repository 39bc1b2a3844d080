import { type Day, longDay } from '../../calendar/day.ts';
import type { FactKind, Statement, ValuesOf } from '../../evidence/fact.ts';
import { canonical } from '../../evidence/statement-id.ts';
import type { ReadResult, Warning } from '../read-result.ts';

type Taken = ReadResult['taken'][number];

/**
 * Takes what a file says, gives the same with its repetitions told apart: a row that says word for word
 * what an earlier one says is a duplicate of it. Rows that contradict one another (the same practice,
 * kind and day, and a different value) are both kept, with a warning that names both: which is right,
 * later evidence decides. Applied to files of every kind. (Issue: duplicate and contradictory rows.)
 */
export function withoutDuplicates(read: ReadResult): ReadResult {
  const often = saidOfMoreThanOnce(read.taken);
  const firstSaying = new Map<string, number>();
  const said: Said = new Map();
  const taken: Taken[] = [];
  const duplicates = [...read.duplicates];
  const warnings: Warning[] = [];
  for (const entry of read.taken) {
    const isRepeated = entry.statements.some(({ practice }) => often.has(practice));
    const saying = isRepeated ? sayingOf(entry) : undefined;
    const of = saying === undefined ? undefined : firstSaying.get(saying);
    if (of !== undefined) {
      duplicates.push({ row: entry.row, of });
      continue;
    }
    taken.push(entry);
    if (saying === undefined) continue;
    firstSaying.set(saying, entry.row);
    warnings.push(...contradictions(entry, said));
  }
  return { ...read, taken, duplicates, warnings: [...read.warnings, ...warnings] };
}

function saidOfMoreThanOnce(taken: readonly Taken[]): ReadonlySet<string> {
  const once = new Set<string>();
  const often = new Set<string>();
  for (const { statements } of taken) {
    for (const practice of new Set(statements.map((said) => said.practice))) {
      if (once.has(practice)) often.add(practice);
      else once.add(practice);
    }
  }
  return often;
}

function sayingOf({ statements }: Taken): string {
  return statements.map(({ row: _, ...said }) => canonical(said)).join('\n');
}

/** By what is spoken of, then by the field: the first value said of it, and where. */
type Said = Map<string, Map<string, { readonly value: unknown; readonly row: number }>>;

const WHAT: Readonly<Record<FactKind, string>> = {
  listing: 'the listing',
  'list-size': 'the number of patients',
  membership: 'the place or supplier',
  succession: 'the merger',
  'default-access': 'the default setting',
  'switch-on-booked': 'the booked switch-on',
  'access-counts': 'the counts of accounts or patients',
  'pause-letter': 'the pause letter',
  dpia: 'the DPIA',
  'opt-in-step': 'a step of the opt-in',
  plan: 'the plan',
  'bulk-104': 'bulk coding 104',
  'declared-status': 'the declared status',
  review: 'the review',
  reply: 'the reply',
  exemption: 'the exemption',
  retraction: 'the retraction',
};

function contradictions({ row, statements }: Taken, said: Said): Warning[] {
  const found = new Map<string, Warning>();
  for (const statement of statements) {
    const other = otherRow(statement, row, said);
    if (other === undefined) continue;
    const { kind, practice, asAt } = statement;
    const warning = contradiction({ row, other, kind, practice, asAt });
    if (!found.has(`${other}\n${kind}`)) found.set(`${other}\n${kind}`, warning);
  }
  return [...found.values()];
}

/** The earlier row that gives another value for what this statement speaks of. A value not given contradicts nothing. */
function otherRow(statement: Statement, row: number, said: Said): number | undefined {
  const key = subjectOf(statement);
  const fields = said.get(key) ?? new Map<string, { value: unknown; row: number }>();
  said.set(key, fields);
  let other: number | undefined;
  for (const [field, value] of Object.entries(claimsOf(statement))) {
    if (value === null) continue;
    const before = fields.get(field);
    if (before === undefined) fields.set(field, { value, row });
    else if (before.value !== value && before.row !== row) other ??= before.row;
  }
  return other;
}

function claimsOf(statement: Statement): Record<string, unknown> {
  const { kind, values, effectiveOn } = statement;
  return kind === 'succession' ? { ...values, effectiveOn } : values;
}

function subjectOf(statement: Statement): string {
  const { kind, practice, asAt } = statement;
  return [practice, kind, asAt, ...tellingApart(statement)].join('\n');
}

/** Two letters, two opt-in steps or two exemptions are two things, and may differ in all they say. */
function tellingApart(statement: Statement): (string | null)[] {
  switch (statement.kind) {
    case 'opt-in-step':
      return [statement.values.step];
    case 'pause-letter':
      return [statement.values.to, statement.values.sentOn];
    case 'exemption':
      return [statement.values.level, statement.effectiveOn];
    case 'succession':
      // Several practices may merge into one; one merges into one.
      return [statement.values.direction, ...mergedFrom(statement.values)];
    case 'switch-on-booked':
    case 'access-counts':
      return [statement.values.supplier];
    default:
      return [];
  }
}

function mergedFrom({ direction, other }: ValuesOf<'succession'>): string[] {
  return direction === 'merged-from' ? [other] : [];
}

function contradiction(what: {
  row: number;
  other: number;
  kind: FactKind;
  practice: string;
  asAt: Day;
}): Warning {
  const { row, other, kind, practice, asAt } = what;
  return {
    row,
    column: null,
    warning: `rows ${other} and ${row} contradict each other: both speak of ${WHAT[kind]} of ${practice} as at ${longDay(asAt)}, with different values. Both were kept; correct the wrong one and send it again`,
  };
}
