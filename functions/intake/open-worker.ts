import { isMainThread, Worker } from 'node:worker_threads';

/** What this process may come to, with what it shares with the one that started it (some 40 MiB). */
const MOST_RESIDENT = 220 * 1024 * 1024;
const LOOK_EVERY_MS = 10;
/** Its starter ends it sooner; this is for when the starter is no more. */
const MOST_MS = 15_000;

/**
 * The process in which one file is opened. It says "ready" when it has loaded what it needs, reads the
 * file from its standard input (the number of bytes is its argument), answers with a message of what
 * `open` makes of it, and ends. A thread beside watches, also while the opening is busy, and kills the
 * process when it grows too large: no limit of V8 counts memory outside of its heap.
 */
if (isMainThread) {
  new Worker(new URL(import.meta.url)).unref();
  // A promise that a library has forgotten ends nothing: the answer is what counts.
  process.on('unhandledRejection', () => undefined);
  await answer(Number(process.argv[2]));
} else {
  setInterval(killWhenTooLarge, LOOK_EVERY_MS);
  setTimeout(kill, MOST_MS);
}

async function answer(length: number): Promise<void> {
  const { open } = await import('../../shared/intake/open/open.ts');
  process.send!('ready');
  const opened = await open(await received(length));
  process.send!(opened, () => process.disconnect());
}

/** All that comes, put where it stays: a file is not held twice. */
async function received(length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for await (const chunk of process.stdin) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function killWhenTooLarge(): void {
  if (process.memoryUsage.rss() > MOST_RESIDENT) kill();
}

function kill(): void {
  process.kill(process.pid, 'SIGKILL');
}
