import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { interleaved } from './interleaved.ts';
import { ratio } from './report.ts';
import { sampleFiles } from './sample-facts.ts';

const TIMES = 3;
const CYCLE = fileURLToPath(new URL('cycle.ts', import.meta.url));

/** Files to coverage as one process, all fourteen months of the sample, beside a Node that does nothing. */
export async function wholeCycle(): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'rollout-bench-'));
  try {
    const files = sampleFiles();
    for (const { name, text } of files) await writeFile(join(folder, name), text);
    const index = files.map(({ text: _, ...file }) => file);
    await writeFile(join(folder, 'index.json'), JSON.stringify(index));
    const took = await interleaved(
      { ours: () => run([CYCLE, folder]), bare: () => run(['-e', '0']) },
      TIMES,
    );
    return [
      `${files.length} files to coverage, as a process: ${ratio(took.ours, took.bare, 'bare node -e 0')}`,
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

function run(args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed: ${stderr}`);
}
