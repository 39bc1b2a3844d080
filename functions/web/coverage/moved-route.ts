import { movementTable } from '../../../shared/coverage/moved/moved-tables.ts';
import { movement } from '../../../shared/coverage/moved/movement.ts';
import type { WebDeps } from '../deps.ts';
import { type Answer, type Asked, reading } from '../route.ts';
import { figuresFor, isSmall } from './figures.ts';
import { legsBetween } from './legs.ts';
import { movedView } from './moved-page.ts';
import { MovedAsk, MovedSays } from './moved-says.ts';
import { movedSums } from './moved-sums.ts';
import { ownLegs } from './own-legs.ts';
import { rowsSeen } from './rows-seen.ts';
import { weeksAsked } from './weeks-asked.ts';

/** `/moved`: what changed between two weeks, by cause. */
export const movedRoute = reading({
  path: '/moved',
  about: 'What changed between two weeks, by cause; the parts add up to the change.',
  keep: true,
  ask: MovedAsk,
  action: 'read-figures',
  on: async () => ({ kind: 'figures' }),
  answers: MovedSays,
  answer: answerOf,
  page: movedView,
});

async function answerOf(
  deps: WebDeps,
  { ask, member }: Asked<MovedAsk>,
): Promise<Answer<MovedSays>> {
  const { by, denominator } = ask;
  const weeks = weeksAsked(ask, deps.today());
  const earlier = await deps.world.on(weeks.from);
  const later = await deps.world.on(weeks.to);
  const all = legsBetween(deps, later.known, { ...weeks, denominator });
  const rows = movement(isSmall(by) ? ownLegs(member, all) : all, { by });
  const figures = { by, denominator, of: null };
  const before = figuresFor(member, earlier, figures);
  const after = figuresFor(member, later, figures);
  const [from, to] = [weeks.from.validAt, weeks.to.validAt];
  const codes = [...new Set(rows.map(({ scope_code }) => scope_code))];
  return {
    says: { from, to, own: rowsSeen(member, by, codes) },
    tables: [movementTable(rows, later.names), movedSums({ from, to, by, before, after, rows })],
  };
}
