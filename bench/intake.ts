import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeXlsx } from 'hucre/xlsx';
import * as z from 'zod';
import { MOST_CELLS } from '../shared/intake/open/file-limits.ts';
import { columnsOf } from '../shared/intake/readers/return-columns.ts';
import { aim } from './report.ts';

const TAKE_APART = fileURLToPath(new URL('take-apart.ts', import.meta.url));
const MOST_SECONDS = 10;
const MOST_MIB = 200;

/** A row for each practice. */
const ENGLAND = 6_500;

/** Files within the limits, each in a process of its own: how long, and how much memory beyond idle. */
export async function intake(): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'rollout-bench-'));
  try {
    const lines: string[] = [];
    for (const { name, bytes } of await files()) {
      const path = join(folder, name);
      await writeFile(path, bytes);
      lines.push(said(name, bytes.length, takenApart(path)));
    }
    return lines;
  } finally {
    await rm(folder, { recursive: true });
  }
}

const Taken = z.object({ rows: z.number(), ms: z.number(), mib: z.number() });

function takenApart(path: string): z.infer<typeof Taken> {
  const flags = ['--max-semi-space-size=8', TAKE_APART, path];
  const { status, stdout, stderr } = spawnSync(process.execPath, flags, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`a file could not be taken apart: ${stderr}`);
  return Taken.parse(JSON.parse(stdout));
}

function said(name: string, size: number, { rows, ms, mib }: z.infer<typeof Taken>): string {
  const seconds = ms / 1000;
  const within = seconds < MOST_SECONDS && mib < MOST_MIB;
  const bounds = aim(within, `under ${MOST_SECONDS} s and ${MOST_MIB} MiB beyond idle`);
  return `${name} (${(size / 1e6).toFixed(1)} MB, ${rows} rows taken): ${seconds.toFixed(1)} s, ${mib.toFixed(0)} MiB, ${bounds}`;
}

async function files() {
  return [
    { name: 'tracker-of-england.csv', bytes: csv(ENGLAND) },
    { name: 'tracker-of-england.xlsx', bytes: await xlsx(ENGLAND) },
    { name: 'largest-tracker.csv', bytes: csv(MOST_ROWS) },
    { name: 'largest-tracker.xlsx', bytes: await xlsx(MOST_ROWS) },
  ];
}

const COLUMNS = [...columnsOf('status-return').keys()];
/** The most full rows that the limit on cells lets through. */
const MOST_ROWS = Math.floor(MOST_CELLS / COLUMNS.length) - 2;

/** A full row for each practice: every cell is filled. */
function rowsOf(count: number): string[][] {
  return Array.from({ length: count }, (_, n) => {
    const code = `B${String(10_000 + n).padStart(5, '0')}`;
    return COLUMNS.map((name) => cellOf(name, code, n));
  });
}

const WORDS = new Map([
  ['declared_status', 'working towards'],
  ['letter_to', 'EMIS'],
  ['dpia_outcome', 'opt-in'],
  ['plan_staff_training', 'yes'],
  ['plan_record_review_process', 'yes'],
  ['comment', 'spoke to the practice manager; training is booked for the spring'],
]);

function cellOf(column: string, code: string, n: number): string {
  if (column === 'practice_code') return code;
  if (column.endsWith('_date')) return `${1 + (n % 28)}/${1 + (n % 9)}/2023`;
  return WORDS.get(column) ?? 'Sam Example';
}

function csv(count: number): Uint8Array {
  const lines = [COLUMNS, ...rowsOf(count)].map((cells) => cells.join(','));
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

function xlsx(count: number): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: 'Tracker', rows: [COLUMNS, ...rowsOf(count)] }] });
}
