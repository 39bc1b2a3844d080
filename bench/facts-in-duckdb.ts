import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Fact, FactKind } from '../shared/evidence/fact.ts';

const ALWAYS = {
  practice: 'VARCHAR',
  id: 'VARCHAR',
  effectiveOn: 'DATE',
  asAt: 'DATE',
  receivedAt: 'TIMESTAMP',
  ownWord: 'BOOLEAN',
  completeList: 'BOOLEAN',
};
type Columns = Readonly<Record<string, 'VARCHAR' | 'DATE' | 'BOOLEAN' | 'BIGINT'>>;

/** One table for each kind of evidence that the figures look at, with the columns that they need. */
const TABLES: Partial<Record<FactKind, Columns>> = {
  listing: {
    status: 'VARCHAR',
    country: 'VARCHAR',
    gpPractice: 'BOOLEAN',
    openedOn: 'DATE',
    closedOn: 'DATE',
    icb: 'VARCHAR',
  },
  'list-size': { patients: 'BIGINT' },
  membership: { icb: 'VARCHAR', supplier: 'VARCHAR' },
  succession: {},
  'default-access': { supplier: 'VARCHAR', on: 'BOOLEAN' },
  'switch-on-booked': { supplier: 'VARCHAR', on: 'DATE' },
  'access-counts': {
    supplier: 'VARCHAR',
    onlineAccounts: 'BIGINT',
    accountsWithAccess: 'BIGINT',
    patients104: 'BIGINT',
  },
  'pause-letter': {
    to: 'VARCHAR',
    sentOn: 'DATE',
    acknowledgedOn: 'DATE',
    withdrawnOn: 'DATE',
  },
  dpia: { completedOn: 'DATE', signed: 'BOOLEAN', outcome: 'VARCHAR', reviewOn: 'DATE' },
  'opt-in-step': { step: 'VARCHAR', on: 'DATE' },
  plan: {
    agreedOn: 'DATE',
    leadNamed: 'BOOLEAN',
    staffTraining: 'BOOLEAN',
    recordReviewProcess: 'BOOLEAN',
    targetOn: 'DATE',
    reviewOn: 'DATE',
  },
  'bulk-104': { doneOn: 'DATE' },
  'declared-status': { status: 'VARCHAR' },
  exemption: { level: 'VARCHAR', endsOn: 'DATE' },
};

/**
 * A DuckDB in memory with the facts in typed tables, one a kind. Throws on kinds that no file of the
 * sample holds (reviews, retractions) and that the query beside it therefore leaves out.
 */
export async function factsInDuckDb(facts: readonly Fact[]): Promise<DuckDBConnection> {
  const strange = facts.find(({ kind }) => TABLES[kind] === undefined);
  if (strange !== undefined) throw new Error(`the query knows no ${strange.kind}`);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const folder = await mkdtemp(join(tmpdir(), 'rollout-bench-'));
  try {
    for (const [kind, columns] of Object.entries(TABLES)) {
      const file = join(folder, `${kind}.ndjson`);
      const those = facts.filter((fact) => fact.kind === kind);
      await writeFile(file, those.map((fact) => `${JSON.stringify(flat(fact))}\n`).join(''));
      const types = JSON.stringify({ ...ALWAYS, ...columns }).replaceAll('"', "'");
      await connection.run(
        `CREATE TABLE "${kind}" AS FROM read_json('${file}', format = 'newline_delimited', columns = ${types})`,
      );
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return connection;
}

function flat({ practice, id, effectiveOn, asAt, receivedAt, source, values }: Fact): object {
  const ownWord = source.onBehalfOf === undefined && source.relayed === undefined;
  const completeList = source.completeList === true;
  return { ...values, practice, id, effectiveOn, asAt, receivedAt, ownWord, completeList };
}
