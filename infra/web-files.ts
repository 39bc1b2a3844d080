import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FRONTEND = join(ROOT, 'node_modules/nhsuk-frontend/dist/nhsuk');

/**
 * Puts beside the web function's bundle what it reads when it runs: our views with the components'
 * templates among them, and what browsers are given. Called by the bundling with the output's folder.
 */
export function copyWebFiles(output: string): void {
  cpSync(join(ROOT, 'functions/web/views'), join(output, 'views'), { recursive: true });
  for (const name of readdirSync(FRONTEND, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.njk')) continue;
    const to = join(output, 'views/nhsuk', name);
    mkdirSync(dirname(to), { recursive: true });
    cpSync(join(FRONTEND, name), to);
  }
  cpSync(join(ROOT, 'functions/web/assets'), join(output, 'assets'), { recursive: true });
  for (const name of ['nhsuk-frontend.min.css', 'nhsuk-frontend.min.js']) {
    cpSync(join(FRONTEND, name), join(output, 'assets', name));
  }
  cpSync(join(FRONTEND, 'assets/images'), join(output, 'assets/images'), { recursive: true });
}

if (import.meta.main) copyWebFiles(process.argv[2]!);
