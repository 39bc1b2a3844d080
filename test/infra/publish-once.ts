import { publishWeek } from '../../functions/release/publish-week.ts';
import { day, instant } from '../../shared/calendar/day.ts';
import type { Objects } from '../../shared/store/ports.ts';
import { extract, letter, listing, listSize, membership } from '../shared/builders.ts';

/** What became of one small release, and of each of its files the first two characters and the number of drawings. */
export type PublishedOnce = {
  readonly outcome: string;
  readonly files: readonly {
    readonly key: string;
    readonly beginning: string;
    readonly charts: number;
  }[];
};

/** A program of its own, bundled and run by a test: publishes two practices into memory and prints what came of it. */
const published = new Map<string, Uint8Array>();
const reports: Objects = {
  async get(key) {
    const bytes = published.get(key);
    return bytes && { bytes, modifiedAt: instant('2023-12-04T06:00:00Z') };
  },
  async putIfAbsent(key, bytes) {
    if (published.has(key)) return 'exists';
    published.set(key, bytes);
    return 'stored';
  },
  list: async (prefix) => [...published.keys()].filter((key) => key.startsWith(prefix)).sort(),
};
const facts = ['A81001', 'A81002'].flatMap((code) => [
  listing({ code }),
  listSize({ code }),
  membership({ code }),
  ...extract({ code, asAt: '2023-11-30' }),
]);
const all = async () => [...facts, letter()];
const ask = { week: day('2023-12-04'), codeVersion: '0.0.0+test', madeUp: true };
const { outcome } = await publishWeek({ ledger: { all }, reports }, ask);
const files = [...published].map(([key, bytes]) => {
  const text = Buffer.from(bytes).toString('latin1');
  return { key, beginning: text.slice(0, 2), charts: text.split('<svg').length - 1 };
});
console.log(JSON.stringify({ outcome, files } satisfies PublishedOnce));
