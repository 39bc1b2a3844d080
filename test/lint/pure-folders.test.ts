import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const BIOME = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

/** One line of code that must not stand in a pure folder, and how its message begins. */
type Bad = { code: string; says: string };

const CLOCK = 'A pure folder reads no clock';
const CHANCE = 'A pure folder uses no chance';
const LANGUAGE = "The machine's language must not change an answer";
const LOCALE = 'Intl without a locale';
const AWS = 'A pure folder knows no AWS client';
const NODE = 'A pure folder does no Node I/O';
const RUNNER = 'A pure folder knows nothing of what runs it';
const STORE = 'A pure folder knows no store';

const IMPURE: Bad[] = [
  { code: 'export const a = Date.now();', says: CLOCK },
  { code: 'export const a = Date.now;', says: CLOCK },
  { code: 'export const a = globalThis.Date.now();', says: CLOCK },
  { code: 'export const a = Date();', says: CLOCK },
  { code: 'export const a = new Date();', says: CLOCK },
  { code: 'export const a = new Date().toISOString();', says: CLOCK },
  { code: 'export const a = new Date;', says: CLOCK },
  { code: 'export const a = performance.now();', says: CLOCK },
  { code: 'export const a = Math.random();', says: CHANCE },
  { code: 'export const a = crypto.randomUUID();', says: CHANCE },
  { code: "export const a = ['b'].sort((x, y) => x.localeCompare(y));", says: LANGUAGE },
  { code: "export const a = ['b'].map((x) => x?.localeCompare('y'));", says: LANGUAGE },
  { code: 'export const a = (1).toLocaleString();', says: LANGUAGE },
  { code: 'export const a = new Date(0).toLocaleDateString();', says: LANGUAGE },
  { code: 'export const a = new Date(0).toLocaleTimeString();', says: LANGUAGE },
  { code: "export const a = 'b'.toLocaleUpperCase();", says: LANGUAGE },
  { code: 'export const a = new Intl.NumberFormat();', says: LOCALE },
  { code: 'export const a = new Intl.NumberFormat(undefined);', says: LOCALE },
  {
    code: "export const a = new Intl.DateTimeFormat(undefined, { year: 'numeric' });",
    says: LOCALE,
  },
  { code: 'export const a = new Intl.Collator([]);', says: LOCALE },
  { code: 'export const a = Intl.NumberFormat();', says: LOCALE },
  { code: 'export const a = process.env;', says: 'Do not use the global variable process' },
  { code: "export const a = fetch('/');", says: 'Do not use the global variable fetch' },
  { code: "export { S3Client } from '@aws-sdk/client-s3';", says: AWS },
  { code: "export type { S3Client } from '@aws-sdk/client-s3';", says: AWS },
  { code: "export { Logger } from '@aws-lambda-powertools/logger';", says: AWS },
  { code: "export { default } from 'dynalite';", says: AWS },
  { code: "export { readFileSync } from 'node:fs';", says: NODE },
  { code: "export { readFile } from 'node:fs/promises';", says: NODE },
  { code: "export const a = import('node:fs');", says: NODE },
  { code: "export { readFileSync } from 'fs';", says: NODE },
  { code: "export { join } from 'node:path';", says: NODE },
  { code: "export { connect } from 'node:net';", says: NODE },
  { code: "export { request } from 'node:http';", says: NODE },
  { code: "export { spawn } from 'node:child_process';", says: NODE },
  { code: "export { tmpdir } from 'node:os';", says: NODE },
  { code: "export { env } from 'node:process';", says: NODE },
  { code: "export { takeIn } from '../../functions/intake/take-in.ts';", says: RUNNER },
  { code: "export { app } from '../../infra/app.ts';", says: RUNNER },
  { code: "export { start } from '../../local/start.ts';", says: RUNNER },
  { code: "export { s3Objects } from '../store/s3-objects.ts';", says: STORE },
];

const PURE = [
  "export const a = new Date('2023-12-04T00:00:00.000Z');",
  "export const a = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });",
  'export const a = Math.round(1.5);',
  "export { createHash } from 'node:crypto';",
  "export { gzipSync } from 'node:zlib';",
  "export * as z from 'zod';",
  "export type { Objects } from '../store/ports.ts';",
];

/** Code that is wrong in any folder, and the rule that says so. */
const UNSAFE = [
  { rule: 'noFloatingPromises', code: 'save();' },
  { rule: 'noMisusedPromises', code: 'if (save()) console.info(kind);' },
  { rule: 'useExhaustiveSwitchCases', code: "switch (kind) { case 'a': console.info(kind); }" },
];

let folder: string;
let found: { path: string; rule: string; message: string }[];

/** What lint said of one file. */
const messagesOn = (path: string) =>
  found.filter((one) => one.path === path).map((one) => `${one.rule}: ${one.message}`);

// One run over a copy of the configuration with every bad line in a file of its own: the real
// folders stay as they are, and the test sees what `npm run lint` would say.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pure-folders-'));
  await cp(join(ROOT, 'biome.json'), join(folder, 'biome.json'));
  await cp(join(ROOT, 'lint'), join(folder, 'lint'), { recursive: true });
  const files: [string, string][] = [
    ...IMPURE.map(({ code }, i): [string, string] => [`shared/state/impure-${i}.ts`, code]),
    ...IMPURE.map(({ code }, i): [string, string] => [`shared/store/impure-${i}.ts`, code]),
    ...PURE.map((code, i): [string, string] => [`shared/state/pure-${i}.ts`, code]),
    ['shared/state/save.ts', 'export async function save(): Promise<number> {\n  return 1;\n}'],
    ...UNSAFE.map(({ rule, code }): [string, string] => [
      `functions/state/${rule}.ts`,
      `import { save } from '../../shared/state/save.ts';\nexport function go(kind: 'a' | 'b') {\n${code}\n}\nexport { save };`,
    ]),
  ];
  for (const [path, code] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), `${code}\n`);
  }
  found = await lint(folder);
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

async function lint(cwd: string): Promise<typeof found> {
  const args = [BIOME, 'lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=json'];
  const stdout = await new Promise<string>((resolve) =>
    execFile(process.execPath, [...args, '.'], { cwd }, (_error, out) => resolve(out)),
  );
  const report = JSON.parse(stdout) as {
    diagnostics: { category: string; message: string; location: { path: string } }[];
  };
  return report.diagnostics.map(({ category, message, location }) => ({
    path: location.path,
    rule: category,
    message,
  }));
}

describe('a pure folder', () => {
  test.each(IMPURE.map((bad, i) => ({ ...bad, i })))('must not say $code', ({ i, says }) => {
    expect(messagesOn(`shared/state/impure-${i}.ts`)).toContainEqual(expect.stringContaining(says));
  });

  test.each(PURE.map((code, i) => ({ code, i })))('may say $code', ({ i }) => {
    expect(messagesOn(`shared/state/pure-${i}.ts`)).toEqual([]);
  });
});

test('shared/store may do what the pure folders may not', () => {
  const pureMessages = new Set(IMPURE.map(({ says }) => says));
  const inStore = found.filter(({ path }) => path.startsWith('shared/store/'));
  expect(
    inStore.filter(({ message }) => [...pureMessages].some((says) => message.startsWith(says))),
  ).toEqual([]);
});

test.each(UNSAFE)('every folder keeps to $rule', ({ rule }) => {
  expect(messagesOn(`functions/state/${rule}.ts`)).toContainEqual(
    expect.stringContaining(`lint/nursery/${rule}`),
  );
});
