import { expect, test } from 'vitest';
import { mergedNews } from '../../local/merged-news.ts';
import { day } from '../../shared/calendar/day.ts';
import type { PracticeCode } from '../../shared/practice/code.ts';

const code = (n: number) => `A8${String(n).padStart(4, '0')}` as PracticeCode;
const codes = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => code(from + at));

test('a practice that sixty files name is worked out once, fifty practices a message', async () => {
  const news = mergedNews();
  for (let file = 0; file < 60; file += 1) await news.send(codes(1, 120));
  const messages = news.letGo();
  expect(messages.map(({ practices }) => practices.length)).toEqual([50, 50, 20]);
  expect(messages.flatMap(({ practices }) => practices)).toEqual(codes(1, 120));
});

test('what was let go is forgotten', async () => {
  const news = mergedNews();
  await news.send([code(1)]);
  news.letGo();
  expect(news.letGo()).toEqual([]);
});

test('news for one day stays apart from news for today', async () => {
  const news = mergedNews();
  await news.send([code(1)]);
  await news.send([code(1), code(2)], day('2023-12-04'));
  expect(news.letGo()).toEqual([
    { practices: [code(1)] },
    { practices: [code(1), code(2)], validAt: '2023-12-04' },
  ]);
});
