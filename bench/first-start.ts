import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { aim } from './report.ts';
import { sameFileAgain } from './same-file-again.ts';

const MOST_SECONDS = 60;
const MOST_MIB = 1024;
const START = fileURLToPath(new URL('../local/start.mjs', import.meta.url));
const PEAK = fileURLToPath(new URL('peak-memory.ts', import.meta.url));

/** `npm start -- --once` from an empty folder: how long and how much memory; then a file sent again. */
export async function firstStart(): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'rollout-bench-'));
  try {
    const data = join(folder, 'data');
    const { seconds, mib } = await startOnce(data, join(folder, 'peak'));
    return [
      `npm start -- --once from an empty folder: ${seconds.toFixed(1)} s, ${aim(seconds < MOST_SECONDS, `under ${MOST_SECONDS} s`)}`,
      `its most memory: ${mib.toFixed(0)} MiB, ${aim(mib < MOST_MIB, `under ${MOST_MIB} MiB`)}`,
      ...(await sameFileAgain(data)),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function startOnce(data: string, peakFile: string) {
  const began = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', pathToFileURL(PEAK).href, START, '--once', '--data', data],
    { env: { ...process.env, BENCH_PEAK_FILE: peakFile }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`npm start -- --once failed: ${stderr}`);
  const seconds = (performance.now() - began) / 1000;
  return { seconds, mib: Number(await readFile(peakFile, 'utf8')) / 1024 };
}
