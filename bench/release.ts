import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { addDays, type Day, day } from '../shared/calendar/day.ts';
import { clocksOfWeek } from '../shared/calendar/week.ts';
import type { Fact } from '../shared/evidence/fact.ts';
import { POLICY, policyInForce } from '../shared/policy/timeline.ts';
import { filesOf } from '../shared/release/files-of.ts';
import { brokenFiles } from '../shared/release/reconcile/files-agree.ts';
import { brokenSums } from '../shared/release/reconcile/sums.ts';
import { ENGLAND } from '../shared/release/release.ts';
import { coverageBefore, releaseOf } from '../shared/release/release-of.ts';
import { workOut } from '../shared/release/worked-out.ts';
import { folderObjects } from '../shared/store/folder-objects.ts';
import { objectLedger } from '../shared/store/object-ledger.ts';
import { factsInDuckDb } from './facts-in-duckdb.ts';
import { interleaved } from './interleaved.ts';
import { clocksFor, preparedOn } from './national-week.ts';
import { aim, ratio } from './report.ts';
import { factsOf, sampleFiles } from './sample-facts.ts';

const WEEK = day('2023-12-04');
const WEEKS = 60;
const TIMES = 3;
const AT_MOST = 3;
const MOST_MIB = 512;

/**
 * England's release with every file of it (60 weeks of history, workbook, page, charts, read back and
 * reconciled), beside DuckDB working out the coverage figures alone of the same weeks in SQL; and the
 * memory of the whole command, which publishes every ICB's release too.
 */
export async function release(): Promise<readonly string[]> {
  const facts = factsOf(sampleFiles());
  const connection = await factsInDuckDb(facts);
  const statement = await preparedOn(connection);
  const inSql = async () => {
    for (const week of weeks()) {
      const clocks = clocksOfWeek(week);
      statement.bind(clocksFor(clocks, policyInForce(clocks)));
      await statement.runAndReadAll();
    }
  };
  const took = await interleaved({ ours: () => englandsRelease(facts), duckDb: inSql }, TIMES);
  connection.closeSync();
  const isMet = took.ours <= AT_MOST * took.duckDb;
  return [
    `every file of England’s release: ${ratio(took.ours, took.duckDb, 'DuckDB')}, ${aim(isMet, `at most ${AT_MOST}`)}`,
    ...(await wholeCommand(facts)),
  ];
}

function weeks(): readonly Day[] {
  return Array.from({ length: WEEKS }, (_, at) => addDays(WEEK, 7 * (at + 1 - WEEKS)));
}

async function englandsRelease(facts: readonly Fact[]): Promise<void> {
  const clocks = clocksOfWeek(WEEK);
  const comparedWith = clocksOfWeek(addDays(WEEK, -7));
  const worked = workOut({ facts, entries: POLICY, clocks, comparedWith });
  const about = { week: WEEK, scope: ENGLAND, version: '1.0.0', note: null, clocks, comparedWith };
  const release = releaseOf(worked, { ...about, madeUp: true, codeVersion: 'bench' }, []);
  const files = await filesOf(release, worked);
  const against = { national: release, before: coverageBefore(worked, ENGLAND) };
  const broken = [...brokenSums(release, against), ...brokenFiles(release, files)];
  if (broken.length > 0) throw new Error(broken.join('; '));
}

const ROLLOUT = fileURLToPath(new URL('../local/rollout.mjs', import.meta.url));
const PEAK = fileURLToPath(new URL('peak-memory.ts', import.meta.url));

/** `rollout release` on a ledger of these facts, as a process of its own. */
async function wholeCommand(facts: readonly Fact[]): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'rollout-bench-'));
  try {
    const data = join(folder, 'data');
    await commitAll(facts, data);
    const began = performance.now();
    const mib = released(data, join(folder, 'peak'));
    const took = performance.now() - began;
    return [
      `rollout release, England and 42 ICBs: ${(took / 1000).toFixed(1)} s`,
      `its most memory: ${mib.toFixed(0)} MiB, ${aim(mib < MOST_MIB, `under ${MOST_MIB} MiB`)}`,
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function commitAll(facts: readonly Fact[], data: string): Promise<void> {
  const ledger = objectLedger(folderObjects(data));
  for (const [uploadId, own] of Map.groupBy(facts, ({ source }) => source.uploadId)) {
    const { receivedAt, asAt, source } = own[0]!;
    const { sha256, sender } = source;
    await ledger.commit({ uploadId, sha256, fileName: uploadId, sender, receivedAt, asAt }, own);
  }
}

/** Runs the command; gives the most MiB that its process held. */
function released(data: string, peakFile: string): number {
  const flags = [
    '--max-semi-space-size=8',
    '--heap-growing-percent=15',
    '--import',
    pathToFileURL(PEAK).href,
  ];
  const words = ['release', '--week', WEEK, '--data', data];
  const env = { ...process.env, BENCH_PEAK_FILE: peakFile };
  const ran = spawnSync(process.execPath, [...flags, ROLLOUT, ...words], { env, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`rollout release failed: ${ran.stderr}`);
  return Number(readFileSync(peakFile, 'utf8')) / 1024;
}
