import { coverageTableOf } from '../../../shared/release/tables/coverage.ts';
import type { WebDeps } from '../deps.ts';
import { type Answer, type Asked, reading } from '../route.ts';
import { coverageView } from './coverage-page.ts';
import { CoverageAsk, CoverageSays } from './coverage-says.ts';
import { figuresFor } from './figures.ts';
import { placeFrom } from './place.ts';
import { rowsSeen } from './rows-seen.ts';

/** `/coverage`: the figures of a day, by any geography or supplier. */
export const coverageRoute = reading({
  path: '/coverage',
  about: 'How many practices and patients are covered, by any geography, on any day.',
  clocks: true,
  keep: true,
  ask: CoverageAsk,
  action: 'read-figures',
  on: async () => ({ kind: 'figures' }),
  answers: CoverageSays,
  answer: answerOf,
  page: coverageView,
});

async function answerOf(
  deps: WebDeps,
  { ask, member, clocks }: Asked<CoverageAsk>,
): Promise<Answer<CoverageSays> | null> {
  const { by, denominator } = ask;
  const onDay = await deps.world.on(clocks);
  const of = ask.of ? placeFrom(ask.of) : null;
  const rows = figuresFor(member, onDay, { by, denominator, of });
  const whole = of ?? { type: 'national' as const, code: 'ENGLAND' };
  const [total] = figuresFor(member, onDay, { by: whole.type, denominator, of });
  // A place where nobody is has no row: there is no such place on the day, or none of theirs.
  if (of !== null && total === undefined) return null;
  const own = rowsSeen(
    member,
    by,
    rows.map((row) => String(row.scope_code)),
  );
  return {
    says: { as_at: clocks.validAt, of: total ?? null, own },
    tables: [coverageTableOf(rows)],
  };
}
