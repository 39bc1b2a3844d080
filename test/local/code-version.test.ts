import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeVersion } from '../../local/code-version.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rollout-code-'));
  mkdirSync(join(root, 'shared', 'policy'), { recursive: true });
  mkdirSync(join(root, 'functions', 'release'), { recursive: true });
  write('package.json', '{"version": "1.2.3"}');
  write('shared/policy/rule.ts', 'one\ntwo\n');
  write('shared/b.ts', 'b\n');
  write('functions/release/publish.ts', 'publish\n');
  lock({ '': { version: '1.2.3' }, 'node_modules/zod': { version: '4.0.0' } });
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (path: string, text: string) => writeFileSync(join(root, path), text);
const lock = (packages: object) => write('package-lock.json', JSON.stringify({ packages }));

test('is the version of the package and twelve digits', () => {
  expect(codeVersion(root)).toMatch(/^1\.2\.3\+[0-9a-f]{12}$/);
});

test('this checkout has one, the same twice', () => {
  expect(codeVersion()).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/);
  expect(codeVersion()).toBe(codeVersion());
});

test('a copy on another path has the same', () => {
  const copy = mkdtempSync(join(tmpdir(), 'rollout-code-'));
  cpSync(root, copy, { recursive: true });
  expect(codeVersion(copy)).toBe(codeVersion(root));
  rmSync(copy, { recursive: true });
});

test.each<[string, () => void]>([
  ['a rule is changed', () => write('shared/policy/rule.ts', 'one\ntwo \n')],
  ['the step that publishes is changed', () => write('functions/release/publish.ts', '')],
  ['a file is added', () => write('shared/policy/rule2.ts', '')],
  ['a file is gone', () => rmSync(join(root, 'shared/b.ts'))],
  ['a dependency is another', () => lock({ 'node_modules/zod': { version: '4.0.1' } })],
  ['the package is another', () => write('package.json', '{"version": "1.2.4"}')],
  [
    'text moves from one file to the next',
    () => {
      write('shared/b.ts', '');
      write('shared/policy/rule.ts', 'b\none\ntwo\n');
    },
  ],
])('changes when %s', (_, change) => {
  const before = codeVersion(root);
  change();
  expect(codeVersion(root)).not.toBe(before);
});

test.each<[string, () => void]>([
  ['the line endings of Windows', () => write('shared/policy/rule.ts', 'one\r\ntwo\r\n')],
  ['what a desktop hides there', () => write('shared/.DS_Store', 'x')],
  ['a file outside of what decides', () => write('README.md', 'x')],
  [
    'a tool of development, and the order of the lock',
    () =>
      lock({
        'node_modules/vitest': { version: '5.0.0', dev: true },
        'node_modules/zod': { version: '4.0.0' },
        '': { version: '1.2.3' },
      }),
  ],
])('does not change with %s', (_, change) => {
  const before = codeVersion(root);
  change();
  expect(codeVersion(root)).toBe(before);
});
