import { readFile } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Clocks } from '../shared/calendar/clocks.ts';
import { addDays } from '../shared/calendar/day.ts';
import { freshFrom } from '../shared/coverage/bounds.ts';
import { coverage, placeNames } from '../shared/coverage/coverage.ts';
import {
  type CoverageColumn,
  type CoverageRow,
  type ScopeType,
  SUPPRESSED,
} from '../shared/coverage/coverage-row.ts';
import { accountsShown } from '../shared/coverage/disclosure/accounts-shown.ts';
import { shownCount } from '../shared/coverage/disclosure/shown-count.ts';
import { percentage } from '../shared/coverage/percentage.ts';
import { NOT_KNOWN } from '../shared/coverage/scopes.ts';
import type { Fact } from '../shared/evidence/fact.ts';
import type { PolicyInForce } from '../shared/policy/entry.ts';
import { policyInForce } from '../shared/policy/timeline.ts';
import { groupByPractice, practicesOnDay } from '../shared/state/practice-on-day.ts';
import { factsInDuckDb } from './facts-in-duckdb.ts';
import { interleaved } from './interleaved.ts';
import { aim, ratio } from './report.ts';
import { AT, factsOf, sampleFiles } from './sample-facts.ts';

const TIMES = 9;

/**
 * Derive and coverage of the national week from facts in memory, beside DuckDB working out the same
 * figures in SQL from the same facts, loaded beforehand. Throws where the two disagree.
 */
export async function nationalWeek(): Promise<readonly string[]> {
  const facts = factsOf(sampleFiles());
  const policy = policyInForce(AT);
  const connection = await factsInDuckDb(facts);
  const ask = await askingDuckDb(connection, policy);
  const practices = compare(figures(facts, policy), await ask());
  const took = await interleaved({ ours: () => figures(facts, policy), duckDb: ask }, TIMES);
  await connection.run('SET threads = 1');
  const alone = await interleaved({ ours: () => figures(facts, policy), duckDb: ask }, TIMES);
  connection.closeSync();
  return [
    `${facts.length} facts of ${practices} open practices; both give the same counts for England and every ICB`,
    `derive + coverage: ${ratio(took.ours, took.duckDb, 'DuckDB')}, ${aim(took.ours < took.duckDb, 'below 1')}`,
    `the same beside DuckDB on one thread, as ours is: ${ratio(alone.ours, alone.duckDb, 'DuckDB')}`,
  ];
}

/** What is timed of ours: every practice decided, and the tables of England and its ICBs. */
function figures(facts: readonly Fact[], policy: PolicyInForce): readonly CoverageRow[] {
  const practices = practicesOnDay(groupByPractice(facts), AT, policy);
  const names = placeNames([]);
  const accounts = accountsShown(practices);
  const by = (scope: ScopeType) =>
    coverage(practices, { by: scope, denominator: 'open', policy, names, accounts });
  return [...by('national'), ...by('icb')];
}

type SqlRow = Readonly<Record<string, unknown>>;

/** The query for the figures of England and every ICB; bind a day's clocks, then run it. */
export async function preparedOn(connection: DuckDBConnection) {
  const query = await readFile(new URL('national-week.sql', import.meta.url), 'utf8');
  return connection.prepare(query);
}

/** What the query takes: the day, what was known, and the thresholds of the day's rules. */
export function clocksFor({ validAt, knownAt }: Clocks, policy: PolicyInForce) {
  const { thresholds } = policy;
  return {
    on: validAt,
    knownAt: knownAt.replace('T', ' ').replace('Z', ''),
    fresh: freshFrom(policy) ?? addDays(validAt, -36_500),
    overdue: thresholds['days-overdue-booking']?.change.value ?? 0,
    share104: thresholds['share-104-over']!.change.value,
    accountsUnder: thresholds['accounts-with-access-under']!.change.value,
  };
}

async function askingDuckDb(connection: DuckDBConnection, policy: PolicyInForce) {
  const { letterEffect, switchOn } = policy;
  if (letterEffect?.change.effect !== 'paused' || switchOn?.change.phasedFrom !== null) {
    throw new Error('the query is written for a policy in which letters pause and bookings count');
  }
  const statement = await preparedOn(connection);
  statement.bind(clocksFor(AT, policy));
  return async (): Promise<readonly SqlRow[]> =>
    (await statement.runAndReadAll()).getRowObjectsJS();
}

const COUNTS: readonly CoverageColumn[] = [
  'practices',
  'live',
  'restricted',
  'declared_live',
  'opt_in',
  'scheduled',
  'paused_by_letter',
  'paused_with_plan',
  'working_towards',
  'reverted',
  'incomplete',
  'conflict',
  'no_evidence',
  'out_of_scope',
  'patients',
  'patients_live',
  'patients_outside',
];

/** Throws on the first figure that differs; gives the number of open practices. */
function compare(ours: readonly CoverageRow[], theirs: readonly SqlRow[]): number {
  const byCode = new Map(theirs.map((row) => [row['scope_code'], row]));
  for (const row of ours.filter(({ scope_code }) => scope_code !== NOT_KNOWN)) {
    const other = byCode.get(row.scope_code);
    if (other === undefined) throw new Error(`DuckDB has no row for ${row.scope_code}`);
    for (const [column, figure] of Object.entries(figuresOf(other))) {
      const own = row[column as CoverageColumn];
      if (own !== asShown(row, column, figure) && own !== SUPPRESSED) {
        throw new Error(`${row.scope_code} ${column}: ours ${own}, DuckDB ${figure}`);
      }
    }
  }
  return Number(ours[0]!.practices);
}

/** Below England counts of accounts are rounded; which are hidden beside the small ones is not compared. */
function asShown({ scope_type }: CoverageRow, column: string, figure: number | null) {
  const isOfPeople = column === 'online_accounts' || column === 'accounts_with_access';
  return isOfPeople && scope_type !== 'national' ? shownCount(figure) : figure;
}

function figuresOf(row: SqlRow): Record<string, number | null> {
  const count = (column: string) => Number(row[column]);
  const known = (column: string) => (row[column] === null ? null : Number(row[column]));
  return {
    ...Object.fromEntries(COUNTS.map((column) => [column, count(column)])),
    live_pct_lower: percentage(count('live_for_sure'), count('practices')),
    live_pct_upper: percentage(count('live_for_sure') + count('unknown'), count('practices')),
    online_accounts: known('online_accounts'),
    accounts_with_access: known('accounts_with_access'),
  };
}
