import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AlertEnv } from '../../functions/alert/env.ts';
import { PagesEnv } from '../../functions/alert/pages-env.ts';
import { IntakeEnv } from '../../functions/intake/env.ts';
import { GrantEnv } from '../../functions/intake/grant-env.ts';
import { ReleaseEnv } from '../../functions/release/env.ts';
import { StateEnv } from '../../functions/state/env.ts';
import { WebEnv } from '../../functions/web/env.ts';
import { BUNDLING, workerBundling } from '../../infra/pipeline-function.ts';
import type { PublishedOnce } from './publish-once.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const EMPTY_BATCH = { Records: [] };
/** What only one machine, a deployment or the worker needs. */
const ELSEWHERE = /dynalite|aws-cdk|commander|^local\/|^infra\/|unpdf/;
/** What only releases are written and drawn with. */
const FOR_RELEASES = /node_modules\/(hucre|hyparquet|vega|saxes)/;
const BUNDLES = [
  {
    entry: 'intake/handler.ts',
    names: Object.keys(IntakeEnv.shape),
    event: EMPTY_BATCH,
    answers: '{"batchItemFailures":[]}',
  },
  {
    entry: 'intake/grant-handler.ts',
    names: Object.keys(GrantEnv.shape),
    event: {},
    answers: '{"refused":[',
  },
  {
    entry: 'state/handler.ts',
    names: Object.keys(StateEnv.shape),
    event: EMPTY_BATCH,
    answers: '{"batchItemFailures":[]}',
  },
  {
    entry: 'release/handler.ts',
    names: Object.keys(ReleaseEnv.shape),
    event: EMPTY_BATCH,
    answers: '{"batchItemFailures":[]}',
  },
  {
    entry: 'alert/handler.ts',
    names: Object.keys(AlertEnv.shape),
    event: EMPTY_BATCH,
    answers: '{"batchItemFailures":[]}',
  },
  {
    entry: 'alert/pages-handler.ts',
    names: Object.keys(PagesEnv.shape),
    // A function URL's event; the answer comes before any table is asked.
    event: {
      version: '2.0',
      rawPath: '/unsubscribe',
      rawQueryString: '',
      headers: { host: 'pages.example' },
      requestContext: { http: { method: 'DELETE' }, domainName: 'pages.example' },
      isBase64Encoded: false,
    },
    answers: '{"body":"<!doctype html>',
  },
] as const;

async function bundle(entry: string, outfile: string): Promise<Metafile> {
  const { mainFields, banner, target, minify } = BUNDLING;
  const { metafile } = await build({
    entryPoints: [join(ROOT, 'functions', entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    metafile: true,
    banner: { js: banner },
    mainFields,
    target,
    minify,
  });
  return metafile;
}

function run(script: string, folder: string, env: Record<string, string>) {
  const flags = ['--input-type=module', '-e', script];
  return spawnSync(process.execPath, flags, { cwd: folder, env, encoding: 'utf8' });
}

describe.each(BUNDLES)('the bundle of $entry', ({ entry, names, event, answers }) => {
  let folder: string;
  let metafile: Metafile;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bundle-'));
    metafile = await bundle(entry, join(folder, 'index.mjs'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('starts from a folder with nothing else in it, and answers', () => {
    const script =
      "const { handler } = await import('./index.mjs');" +
      `console.log('answer ' + JSON.stringify(await handler(${JSON.stringify(event)}, {})));`;
    const env = Object.fromEntries(names.map((name) => [name, 'https://queue.example/none']));
    const ran = run(script, folder, { ...env, AWS_REGION: 'eu-west-2', POWERTOOLS_DEV: 'false' });
    expect(ran.stderr).toBe('');
    expect(ran.stdout).toContain(`answer ${answers}`);
  });

  test('does not start without its environment', () => {
    const ran = run("import './index.mjs'", folder, { AWS_REGION: 'eu-west-2' });
    expect(ran.status).not.toBe(0);
    expect(ran.stderr).toContain(names[0]);
  });

  test('carries nothing that it has no use for', () => {
    const inputs = Object.keys(metafile.inputs);
    const strange = inputs.filter(
      (path) => ELSEWHERE.test(path) || (entry !== 'release/handler.ts' && FOR_RELEASES.test(path)),
    );
    expect(strange).toEqual([]);
  });
});

describe('a bundle that makes releases', () => {
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bundle-'));
    await bundle('../test/infra/publish-once.ts', join(folder, 'index.mjs'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('draws and writes every file from a folder with nothing else in it', () => {
    const ran = run("import './index.mjs'", folder, {});
    expect(ran.stderr).toBe('');
    const { outcome, files } = JSON.parse(ran.stdout) as PublishedOnce;
    expect(outcome).toBe('published');
    const beginnings = files.map(({ key, beginning }) => `${key.split('.').at(-1)} ${beginning}`);
    expect(beginnings).toEqual(expect.arrayContaining(['xlsx PK', 'parquet PA', 'html <!']));
    const pages = files.filter(({ key }) => key.endsWith('report.html'));
    for (const { charts } of pages) expect(charts).toBeGreaterThan(0);
  });
});

/** Answers the one thing that the web function asks of AWS before its first page: the secret of its sessions. */
const SECRETS = `
const { createServer } = await import('node:http');
const secrets = createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
  response.end(JSON.stringify({ SecretString: 'not much of a secret' }));
});
await new Promise((listening) => secrets.listen(0, '127.0.0.1', listening));
process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:' + secrets.address().port;
const { handler } = await import('./index.mjs');
const get = (rawPath) =>
  handler({
    version: '2.0',
    rawPath,
    rawQueryString: '',
    headers: { host: 'rollout.example', accept: 'text/html' },
    requestContext: { http: { method: 'GET' }, domainName: 'rollout.example' },
    isBase64Encoded: false,
  }, {});
`;

describe('the bundle of web/handler.ts', () => {
  let folder: string;
  let metafile: Metafile;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bundle-'));
    metafile = await bundle('web/handler.ts', join(folder, 'index.mjs'));
    // The very commands that a deployment runs.
    for (const command of workerBundling('web', 'handler.ts').afterBundling(ROOT, folder)) {
      const ran = spawnSync(command, { shell: true, encoding: 'utf8' });
      expect(ran.stderr).toBe('');
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const ENV = Object.fromEntries(
    Object.keys(WebEnv.shape).map((name) => [name, 'https://rollout.example']),
  );

  test('draws a page and gives its style from a folder with nothing else in it', () => {
    const script = `${SECRETS}
const page = await get('/sign-in-failed');
const [style] = /\\/assets\\/site-[0-9a-f]+\\.css/.exec(page.body);
const css = await get(style);
console.log(JSON.stringify({ status: page.statusCode, body: page.body, css: css.statusCode, policy: page.headers['content-security-policy'] }));
secrets.close();`;
    const ran = run(script, folder, {
      ...ENV,
      AWS_REGION: 'eu-west-2',
      AWS_ACCESS_KEY_ID: 'x',
      AWS_SECRET_ACCESS_KEY: 'x',
      POWERTOOLS_DEV: 'false',
    });
    expect(ran.stderr).toBe('');
    const { status, body, css, policy } = JSON.parse(ran.stdout);
    expect([status, css]).toEqual([400, 200]);
    expect(body).toContain('You are not signed in');
    expect(body).toContain('nhsuk-header');
    expect(policy).toContain("default-src 'none'");
  });

  test('believes no identity provider without https', () => {
    const env = { ...ENV, ISSUER: 'http://127.0.0.1:4000', AWS_REGION: 'eu-west-2' };
    const ran = run("import './index.mjs'", folder, env);
    expect(ran.status).not.toBe(0);
    expect(ran.stderr).toContain('ISSUER');
  });

  test('carries neither the embedded issuer nor anything else of one machine', () => {
    const strange = Object.keys(metafile.inputs).filter((path) =>
      /oidc-provider|koa|dynalite|aws-cdk|commander|^local\/|^infra\//.test(path),
    );
    expect(strange).toEqual([]);
  });
});

describe('the worker that opens files', () => {
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bundle-'));
    await bundle('intake/open-aside.ts', join(folder, 'index.mjs'));
    // The very commands that a deployment runs.
    for (const command of workerBundling('intake', 'handler.ts').afterBundling(ROOT, folder)) {
      const ran = spawnSync(command, { shell: true, encoding: 'utf8' });
      expect(ran.stderr).toBe('');
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('stands beside the bundle of intake, and of no other function', () => {
    expect(readdirSync(folder)).toContain('open-worker.mjs');
    expect(workerBundling('intake', 'grant-handler.ts').afterBundling(ROOT, folder)).toEqual([]);
    expect(workerBundling('state', 'handler.ts').afterBundling(ROOT, folder)).toEqual([]);
  });

  test.each(['letter.pdf', 'letter.docx'])('opens %s from a folder with nothing else', (name) => {
    const letter = join(ROOT, 'test/shared/intake/open/document-fixtures', name);
    const script =
      "const { openAside } = await import('./index.mjs');" +
      "const { readFileSync } = await import('node:fs');" +
      `console.log(JSON.stringify(await openAside(readFileSync(${JSON.stringify(letter)}))));`;
    const ran = run(script, folder, {});
    expect(ran.stderr).toBe('');
    expect(ran.stdout).toContain('"as":"document"');
    expect(ran.stdout).toContain('please do not switch on automatic');
  });
});
