import { type ChildProcess, fork } from 'node:child_process';
import { whyTooLarge } from '../../shared/intake/open/file-limits.ts';
import { isPdf, isZip, whyNotTaken } from '../../shared/intake/open/open-kinds.ts';
import type { Opened } from '../../shared/intake/open/opened.ts';
import { openText } from '../../shared/intake/open/text.ts';

/** A little under the ten seconds that a file may take, for the process to start and end in. */
const MOST_MS = 9_500;

/** Run from source the worker is TypeScript; beside a bundle it is a bundle too. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './open-worker.ts' : './open-worker.mjs',
  import.meta.url,
);

/** What a worker may do: fill this heap (in MiB), run no code out of strings, write no files, start no programs. */
const FLAGS = [
  '--max-old-space-size=112',
  '--max-semi-space-size=4',
  '--disallow-code-generation-from-strings',
  '--no-addons',
  '--permission',
  '--allow-fs-read=*',
  '--allow-worker',
];

type Limits = { readonly worker: URL; readonly mostMs: number };

/**
 * Takes a file as it was sent, gives what `open` gives, within 10 seconds and 200 MB: text is opened
 * here, anything else in a process of its own, which ends with the file; one at a time. A file that
 * takes more, or brings its process down, is refused with what to do. Throws only where the process does
 * not get as far as the file. (Issue: bad input; ADR 7.)
 */
export const openAside = opensAside({ worker: WORKER, mostMs: MOST_MS });

/** The same with another worker or less time. */
export function opensAside(limits: Limits): (bytes: Uint8Array) => Promise<Opened> {
  let before: Promise<unknown> = Promise.resolve();
  return async (bytes) => {
    if (isText(bytes)) return openText(bytes);
    const opened = before.then(() => openInWorker(bytes, limits));
    before = opened.catch(() => undefined);
    return opened;
  };
}

/** Text of a size that is taken; `open` refuses or opens whatever else. */
function isText(bytes: Uint8Array): boolean {
  const isTaken = whyTooLarge(bytes.length) === undefined && whyNotTaken(bytes) === undefined;
  return isTaken && !isZip(bytes) && !isPdf(bytes);
}

/** The answer of a worker, once it has ended and its memory is free again. */
function openInWorker(bytes: Uint8Array, { worker: url, mostMs }: Limits): Promise<Opened> {
  return new Promise((resolve, reject) => {
    const worker = start(url, bytes.length);
    let said: Said = 'nothing';
    const end = () => worker.kill('SIGKILL');
    const tooLate = setTimeout(end, mostMs);
    worker.on('message', (message) => {
      said = message as Said;
      if (said !== 'ready') end();
    });
    worker.on('error', (error) => (worker.pid === undefined ? reject(error) : end()));
    worker.once('close', () => {
      clearTimeout(tooLate);
      if (said === 'nothing') reject(new Error('the worker that opens files did not start'));
      else resolve(said === 'ready' ? GIVEN_UP : said);
    });
    worker.stdin?.on('error', end).end(bytes);
  });
}

type Said = 'nothing' | 'ready' | Opened;

/** A worker gets none of our environment, which holds credentials; what it writes is not kept. */
function start(url: URL, length: number): ChildProcess {
  const { LD_LIBRARY_PATH } = process.env;
  return fork(url, [String(length)], {
    execArgv: FLAGS,
    env: LD_LIBRARY_PATH === undefined ? {} : { LD_LIBRARY_PATH },
    serialization: 'advanced',
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
  });
}

const GIVEN_UP: Opened = {
  as: 'refused',
  refused: {
    row: 0,
    column: null,
    found: null,
    problem:
      'the file takes more than 10 seconds or too much memory to open: it is very large, damaged, or built to do harm',
    remedy:
      'Save the document anew, for example by printing it to PDF (a spreadsheet: as "CSV UTF-8"), and send that.',
  },
};
