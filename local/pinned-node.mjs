import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

/** The oldest Node that runs this project's TypeScript as it stands. Plain JavaScript, so that any Node can read it. */
const OLDEST = 24;

/** Else garbage stays in memory for longer: 100 MB of a long table's (ADR 7), 300 MB of a release's (ADR 12). */
const TIDY = ['--max-semi-space-size=8', '--heap-growing-percent=15'];

/**
 * Runs a script of this folder under Node 24 or later, whatever Node the machine has: in this
 * process where it is new enough, else in the one that `npm ci` put into `node_modules/node`.
 * Where there is neither, says what to do and ends with 2.
 *
 * @param {string} script file name beside this one
 */
export async function runUnderPinnedNode(script) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  if (Number(process.versions.node.split('.')[0]) >= OLDEST) {
    process.argv[1] = path;
    await import(new URL(script, import.meta.url).href);
    return;
  }
  const binary = fileURLToPath(
    new URL(
      process.platform === 'win32'
        ? '../node_modules/node/bin/node.exe'
        : '../node_modules/node/bin/node',
      import.meta.url,
    ),
  );
  if (!existsSync(binary)) {
    console.error(
      `This needs Node ${OLDEST} or later; this machine runs ${process.version}, and the pinned Node is not installed.\n` +
        `Run "npm ci" in the project's folder (without --ignore-scripts, which skips it), or install Node ${OLDEST}.`,
    );
    process.exitCode = 2;
    return;
  }
  handOver(spawn(binary, [...TIDY, path, ...process.argv.slice(2)], { stdio: 'inherit' }));
}

/** Passes signals on to the child, and its exit on to whoever waits for this process. */
function handOver(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => {
    console.error(`The pinned Node could not be started: ${error.message}. Run "npm ci" again.`);
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal];
    // Nothing else keeps this process alive but the signal listeners.
    process.exit();
  });
}
