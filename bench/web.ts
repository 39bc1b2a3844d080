import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { aim } from './report.ts';
import type { Serving } from './web-server.ts';

const SERVER = fileURLToPath(new URL('./web-server.ts', import.meta.url));
/** Requests under way at once, and in one round; rounds of ours and of the yardstick take turns. */
const AT_ONCE = 8;
const A_ROUND = 400;
const ROUNDS = 5;
const AT_LEAST = 0.3;
const MOST_KILOBYTES = 150;

/**
 * Pages a second and p95 of the coverage page, practice pages and the practice list, each against an app that
 * answers a fixed page of the same size from the same process; and what a page weighs with all that it loads.
 */
export async function web(): Promise<readonly string[]> {
  const child = fork(SERVER, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  try {
    const [serving] = (await once(child, 'message')) as [Serving];
    return await measured(serving);
  } finally {
    await ended(child);
  }
}

async function ended(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.send('end');
  await exit;
}

type Kind = {
  readonly name: string;
  /** The path of the n-th request. */
  readonly path: (n: number) => string;
  readonly least: number | null;
};

async function measured(serving: Serving): Promise<readonly string[]> {
  const { practices } = serving;
  let first = 0;
  const kinds: readonly Kind[] = [
    { name: 'coverage page', path: () => '/coverage?by=icb', least: AT_LEAST },
    {
      name: 'practice page, asked again',
      path: (n) => `/practices/${practices[n % 50]}`,
      least: AT_LEAST,
    },
    {
      name: 'practice page, each the first time',
      path: () => `/practices/${practices[(first++ + 50) % practices.length]}`,
      least: null,
    },
    {
      name: 'practice list, its pages in turn',
      path: (n) => `/practices?page=${(n % 120) + 1}`,
      least: null,
    },
  ];
  const lines: string[] = [`${practices.length} practices`];
  for (const kind of kinds) lines.push(await against(kind, serving));
  lines.push(await weightOf('/coverage?by=icb', serving), await weightOf('/practices', serving));
  return lines;
}

async function against(
  { name, path, least }: Kind,
  { web, fixed, cookie }: Serving,
): Promise<string> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const headers = { cookie };
  const size = (await ask(`${web}${path(0)}`, { agent, headers })).bytes;
  const ours: number[] = [];
  const theirs: number[] = [];
  const speeds: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const one = await load((n) => `${web}${path(n)}`, { agent, headers });
    const other = await load(() => `${fixed}/${size}`, { agent, headers });
    if (round === 0) continue;
    ours.push(...one.took);
    theirs.push(...other.took);
    speeds.push(one.perSecond / other.perSecond);
  }
  agent.destroy();
  const ratio = speeds.toSorted((a, b) => a - b)[Math.floor(speeds.length / 2)]!;
  const perSecond = (A_ROUND * ROUNDS) / (sum(ours) / AT_ONCE / 1_000);
  const verdict = least === null ? '' : `, ${aim(ratio >= least, `at least ${least}`)}`;
  return `${name} (${Math.round(size / 1_000)} kB): ${ratio.toFixed(2)} times the pages a second of a fixed page (about ${Math.round(perSecond)}); p95 ${p95(ours).toFixed(1)} ms against ${p95(theirs).toFixed(1)} ms${verdict}`;
}

type Asking = { readonly agent: Agent; readonly headers: Record<string, string> };

async function load(url: (n: number) => string, asking: Asking) {
  const took: number[] = [];
  let next = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < A_ROUND) {
        const n = next++;
        const begun = performance.now();
        const { status } = await ask(url(n), asking);
        if (status !== 200) throw new Error(`${url(n)} answered ${status}`);
        took.push(performance.now() - begun);
      }
    }),
  );
  return { took, perSecond: A_ROUND / ((performance.now() - start) / 1_000) };
}

function ask(
  url: string,
  { agent, headers }: Asking,
): Promise<{ status: number; bytes: number; text: string }> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (piece: string) => {
        text += piece;
      });
      answer.on('end', () => resolve({ status: answer.statusCode!, bytes: text.length, text }));
    }).on('error', reject);
  });
}

/** A page with its style, scripts and icon, each as it is sent to a browser that takes gzip. */
async function weightOf(path: string, { web, cookie }: Serving): Promise<string> {
  const agent = new Agent();
  const page = await ask(`${web}${path}`, { agent, headers: { cookie } });
  const addresses = new Set([...page.text.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, one]) => one!));
  let bytes = gzipSync(page.text).length;
  const seen = new Set<string>();
  for (const address of addresses) {
    if (seen.has(address)) continue;
    seen.add(address);
    const { text } = await ask(`${web}${address}`, { agent, headers: {} });
    bytes += gzipSync(text).length;
    for (const [, more] of text.matchAll(/'(\/assets\/[^']+)'/g)) addresses.add(more!);
  }
  agent.destroy();
  const kilobytes = bytes / 1_000;
  return `${path} weighs ${Math.round(kilobytes)} kB with style and scripts, packed, ${aim(kilobytes < MOST_KILOBYTES, `under ${MOST_KILOBYTES}`)}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

function p95(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!;
}
