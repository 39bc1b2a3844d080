import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROLLOUT = fileURLToPath(new URL('../../local/rollout.mjs', import.meta.url));

/** What a run of the command left behind. */
export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs `rollout` as people do, as a process of its own, on one data folder. */
export function rolloutOn(data: string): (...words: string[]) => Promise<Ran> {
  return (...words) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [ROLLOUT, '--data', data, ...words]);
      let out = '';
      let err = '';
      child.stdout.on('data', (text) => (out += text));
      child.stderr.on('data', (text) => (err += text));
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, out, err }));
    });
}
