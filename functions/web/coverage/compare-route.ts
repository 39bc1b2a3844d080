import type { WebDeps } from '../deps.ts';
import { type Answer, type Asked, reading } from '../route.ts';
import { sidesFor } from './compare-figures.ts';
import { compareView } from './compare-page.ts';
import { CompareAsk, CompareSays } from './compare-says.ts';
import { compareTable } from './compare-table.ts';
import { rowsSeen } from './rows-seen.ts';
import { weeksAsked } from './weeks-asked.ts';

/** `/compare`: the figures of two weeks side by side. */
export const compareRoute = reading({
  path: '/compare',
  about: 'The figures of two weeks side by side, as published where both were.',
  ask: CompareAsk,
  action: 'read-figures',
  on: async () => ({ kind: 'figures' }),
  answers: CompareSays,
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
