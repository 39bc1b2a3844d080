import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

/** Unpacked once for a checkout, not into the folder that all programs share. */
const UNPACKED = fileURLToPath(new URL('../../node_modules/.cache/chromium', import.meta.url));

/** Nothing is fetched in the background: the tests speak to loopback alone. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-sandbox',
];

const INSTALLED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
];

/**
 * A real Chromium: on Linux the one that npm brought, with the libraries that it needs; elsewhere the Chrome
 * that is installed. Null where there is neither: the tests then say so and are skipped.
 */
export async function launchChromium(): Promise<Browser | null> {
  const own = await ofNpm();
  const executablePath = own?.path ?? INSTALLED.find((path) => existsSync(path));
  if (executablePath === undefined) return null;
  return chromium.launch({
    executablePath,
    args: [...(own?.flags ?? []), ...QUIET],
    headless: true,
    ...(own !== null && { env: own.env }),
  });
}

/** Unpacks it before any test begins: two that do so at once would meet half a file. (vitest: globalSetup.) */
export async function setup(): Promise<void> {
  await ofNpm();
}

type OfNpm = {
  readonly path: string;
  readonly flags: readonly string[];
  readonly env: Record<string, string>;
};

async function ofNpm(): Promise<OfNpm | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  mkdirSync(UNPACKED, { recursive: true });
  const before = { ...process.env };
  // It unpacks into the folder for temporary files, and its libraries only where it takes itself for a function.
  process.env['TMPDIR'] = UNPACKED;
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs24.x';
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    const path = await packed.executablePath();
    const flags = packed.args.filter((flag) => flag !== '--single-process');
    const env = {
      ...(before as Record<string, string>),
      LD_LIBRARY_PATH: join(UNPACKED, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(UNPACKED, 'fonts'),
    };
    return { path, flags, env };
  } finally {
    process.env = before;
  }
}
