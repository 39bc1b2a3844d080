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
  const sent: string[] = [];
  expect(news.letGo((body) => sent.push(body))).toBe(120);
  const messages = sent.map((body) => JSON.parse(body));
  expect(messages.map(({ practices }) => practices.length)).toEqual([50, 50, 20]);
  expect(messages.flatMap(({ practices }) => practices)).toEqual(codes(1, 120));
});

test('what was let go is forgotten', async () => {
  const news = mergedNews();
  await news.send([code(1)]);
  news.letGo(() => {});
  expect(news.letGo(() => {})).toBe(0);
});

test('news for one day stays apart from news for today', async () => {
  const news = mergedNews();
  await news.send([code(1)]);
  await news.send([code(1), code(2)], day('2023-12-04'));
  const sent: unknown[] = [];
  news.letGo((body) => sent.push(JSON.parse(body)));
  expect(sent).toEqual([
    { practices: [code(1)] },
    { practices: [code(1), code(2)], validAt: '2023-12-04' },
  ]);
});
