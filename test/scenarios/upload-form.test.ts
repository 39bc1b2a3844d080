import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rolloutOn } from './command.ts';
import { epraccurLine } from './files.ts';

const START = fileURLToPath(new URL('../../local/start.mjs', import.meta.url));
const RETURN =
  'practice_code,as_at_date,letter_to,letter_sent_date\nA81001,2022-11-30,EMIS,2022-10-31\n';

const folder = mkdtempSync(join(tmpdir(), 'rollout-form-'));
const data = join(folder, 'data');
const rollout = rolloutOn(data);
let running: ChildProcess;

beforeAll(async () => {
  const register = join(folder, 'register.csv');
  writeFileSync(register, epraccurLine({ code: 'A81001', name: 'THE SURGERY' }));
  // A folder that holds data of its own is not filled with the sample.
  await rollout('submit', register, '--as-at', '2022-11-30');
});
afterAll(async () => {
  await ended(running);
  rmSync(folder, { recursive: true, force: true });
});

type Granted = {
  readonly uploadId: string;
  readonly grant: { readonly url: string; readonly fields: Readonly<Record<string, string>> };
};
const asPractice = ['grant', '--from', 'practice', '--org', 'A81001'];

function sent({ grant }: Granted, text: string): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(grant.fields)) form.append(name, value);
  form.append('file', new Blob([text]), 'return.csv');
  return fetch(grant.url, { method: 'POST', body: form });
}

describe('a file sent by a plain form', () => {
  test('needs the server of the data folder', async () => {
    const ran = await rollout(...asPractice, '--file', 'return.csv');
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(/npm start/);
  });

  test('is taken in by it, once, and its receipt is there', async () => {
    running = await started();
    const granted: Granted = JSON.parse((await rollout(...asPractice, '--file', 'r.csv')).out);
    const answer = await sent(granted, RETURN);
    expect(answer.status).toBe(201);
    const receipt = await untilReceipt(granted.uploadId);
    expect(receipt).toMatchObject({ accepted: 1, sender: { role: 'practice', org: 'A81001' } });
    expect((await sent(granted, RETURN.replace('A81001', 'A81002'))).status).toBe(409);
  });

  test('is refused when the form was changed', async () => {
    const granted: Granted = JSON.parse((await rollout(...asPractice, '--file', 'r.csv')).out);
    const { url, fields } = granted.grant;
    const forged = { ...granted, grant: { url, fields: { ...fields, key: 'uploads/another' } } };
    expect((await sent(forged, RETURN)).status).toBe(403);
  });

  test('can be written as a page that needs no script', async () => {
    const page = join(folder, 'form.html');
    await rollout(...asPractice, '--file', 'return.csv', '--form', page);
    const html = readFileSync(page, 'utf8');
    expect(html).toMatch(
      /<form method="post" action="http:\/\/127\.0\.0\.1:\d+\/storage\/uploads"/,
    );
    expect(html).not.toContain('<script');
  });
});

async function started(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [START, '--data', data]);
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (text) => String(text).includes('Running on') && resolve());
    child.on('exit', (code) => reject(new Error(`it ended with ${code}`)));
  });
  return child;
}

async function ended(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null) return;
  const exited = new Promise((resolve) => child.on('exit', resolve));
  child.kill('SIGTERM');
  await exited;
}

async function untilReceipt(uploadId: string): Promise<unknown> {
  for (let tries = 60; tries > 0; tries -= 1) {
    const { code, out } = await rollout('receipts', uploadId, '--format', 'json');
    if (code === 0) return JSON.parse(out);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`upload ${uploadId} got no receipt`);
}
