import { expect, test } from 'vitest';
import { newsIndex } from '../../local/news-index.ts';
import type { Fact } from '../../shared/evidence/fact.ts';
import type { FactsIndex, Ledger } from '../../shared/store/ports.ts';
import { letter, listing, PRACTICE } from '../shared/builders.ts';

const indexed = [listing(), letter()];
const inLedger: readonly Fact[] = [...indexed, listing({ code: 'A81002' })];
const index: FactsIndex = { add: async (facts) => facts.length, of: async () => indexed };
const ledger: Pick<Ledger, 'all'> = { all: async () => inLedger };

test('a few practices are asked of the index', async () => {
  const news = newsIndex(index, ledger);
  await news.lookAhead(3);
  expect(await news.of(PRACTICE)).toBe(indexed);
});

test('many are answered from one pass over the ledger, and the index again afterwards', async () => {
  const news = newsIndex(index, ledger);
  const ahead = await news.lookAhead(6_000);
  expect(await news.of(PRACTICE)).toEqual(indexed);
  expect(await news.of('A81002' as Fact['practice'])).toEqual([inLedger[2]]);
  expect(await news.of('A81003' as Fact['practice'])).toEqual([]);
  ahead.done();
  expect(await news.of('A81003' as Fact['practice'])).toBe(indexed);
});
