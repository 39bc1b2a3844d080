import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { IntakeEnv } from '../../functions/intake/env.ts';
import { StateEnv } from '../../functions/state/env.ts';
import { BUNDLING } from '../../infra/pipeline-function.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const STEPS = [
  { step: 'intake', names: Object.keys(IntakeEnv.shape) },
  { step: 'state', names: Object.keys(StateEnv.shape) },
] as const;

describe.each(STEPS)('the bundle of $step', ({ step, names }) => {
  let folder: string;
  let metafile: Metafile;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bundle-'));
    const { mainFields, banner, target, minify } = BUNDLING;
    const built = await build({
      entryPoints: [join(ROOT, `functions/${step}/handler.ts`)],
      outfile: join(folder, 'index.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      metafile: true,
      banner: { js: banner },
      mainFields,
      target,
      minify,
    });
    metafile = built.metafile;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('starts from a folder with nothing else in it, and answers an empty batch', () => {
    const script =
      "const { handler } = await import('./index.mjs');" +
      "console.log('answer ' + JSON.stringify(await handler({ Records: [] }, {})));";
    const env = Object.fromEntries(names.map((name) => [name, 'https://queue.example/none']));
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: folder,
      env: { ...env, AWS_REGION: 'eu-west-2', POWERTOOLS_DEV: 'false' },
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    expect(run.stdout).toContain('answer {"batchItemFailures":[]}');
  });

  test('does not start without its environment', () => {
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', "import './index.mjs'"], {
      cwd: folder,
      env: { AWS_REGION: 'eu-west-2' },
      encoding: 'utf8',
    });
    expect(run.status).not.toBe(0);
    expect(run.stderr).toContain(names[0]);
  });

  test('carries nothing that only one machine or a deployment needs', () => {
    const inputs = Object.keys(metafile.inputs);
    const strange = inputs.filter((path) =>
      /dynalite|aws-cdk|commander|^local\/|^infra\//.test(path),
    );
    expect(strange).toEqual([]);
  });
});
