import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const CHECKOUT = fileURLToPath(new URL('..', import.meta.url));
/** Where it is decided what a release says. */
const RULES = ['shared', 'functions/release'];
/** Enough of a hash that no two versions of this code share it. */
const HEX_DIGITS = 12;

type Lock = {
  readonly packages: Readonly<
    Record<string, { readonly version?: string; readonly dev?: boolean }>
  >;
};

/**
 * Which code makes a release: `0.1.0+` and 12 hex digits, for this checkout or for the one
 * in another folder. The digits are of
 * the SHA-256 over every file under `shared/` and `functions/release/`, by path and content, and over the locked versions of all
 * dependencies but those of development. Any change of a rule shows, and the same code has the same
 * version on every machine: line endings are those of Unix, whatever the checkout made of them. Throws
 * where one of those, package.json or package-lock.json is missing.
 */
export function codeVersion(root = CHECKOUT): string {
  const sha256 = createHash('sha256');
  const rules = RULES.flatMap((folder) => sources(root, folder));
  for (const line of [...rules, ...dependencies(root)]) {
    sha256.update(`${line}\0`);
  }
  const { version } = json<{ readonly version: string }>(join(root, 'package.json'));
  return `${version}+${sha256.digest('hex').slice(0, HEX_DIGITS)}`;
}

/** Path and content of each file by turns; what a desktop or an editor hides there is none. */
function sources(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
    .flatMap((path) => [path, readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n')]);
}

function dependencies(root: string): readonly string[] {
  return Object.entries(json<Lock>(join(root, 'package-lock.json')).packages)
    .filter(([path, { dev = false }]) => path !== '' && !dev)
    .map(([path, { version }]) => `${path}@${version}`)
    .sort();
}

function json<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
