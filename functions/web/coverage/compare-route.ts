import * as z from 'zod';
import type { WebDeps } from '../deps.ts';
import { type Answer, type Asked, reading } from '../route.ts';
import { sidesFor } from './compare-figures.ts';
import { compareView } from './compare-page.ts';
import { compareTable } from './compare-table.ts';
import { rowsSeen } from './rows-seen.ts';
import { byQuery, isInOrder, OUT_OF_ORDER, WeeksQuery, weeksAsked } from './weeks-asked.ts';

const Ask = z.object({ ...WeeksQuery, by: byQuery('icb') }).refine(isInOrder, OUT_OF_ORDER);
export type CompareAsk = z.output<typeof Ask>;

const Says = z.object({
  from: z.string(),
  to: z.string(),
  published: z
    .object({ from: z.string(), to: z.string(), place: z.string() })
    .nullable()
    .describe('Versions of the releases that the figures are from; null: worked out now'),
  own: z.array(z.string()).describe('Codes of rows whose practices you may see'),
});
export type CompareSays = z.infer<typeof Says>;

/** `/compare`: the figures of two weeks side by side. */
export const compareRoute = reading({
  path: '/compare',
  about: 'The figures of two weeks side by side, as published where both were.',
  ask: Ask,
  action: 'read-figures',
  on: async () => ({ kind: 'figures' }),
  answers: Says,
  answer: answerOf,
  page: compareView,
});

async function answerOf(
  deps: WebDeps,
  { ask, member }: Asked<CompareAsk>,
): Promise<Answer<CompareSays>> {
  const { by, denominator } = ask;
  const weeks = weeksAsked(ask, deps.today());
  const { before, after, versions } = await sidesFor(deps, member, { ...weeks, by, denominator });
  const [from, to] = [weeks.from.validAt, weeks.to.validAt];
  const table = compareTable({ from, to, before, after });
  const codes = table.rows.map((row) => String(row['scope_code']));
  return {
    says: { from, to, published: versions, own: rowsSeen(member, by, codes) },
    tables: [table],
  };
}
