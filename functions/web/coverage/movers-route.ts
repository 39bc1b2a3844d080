import type { Leg, Standing } from '../../../shared/coverage/moved/leg.ts';
import { movedTable } from '../../../shared/coverage/moved/moved-tables.ts';
import type { WebDeps } from '../deps.ts';
import { partOf } from '../list/part-of-list.ts';
import { type Answer, type Asked, reading } from '../route.ts';
import { ownOf } from './figures.ts';
import { legsBetween } from './legs.ts';
import { moversView } from './movers-page.ts';
import { MoversAsk, MoversSays } from './movers-says.ts';
import { ownLegs } from './own-legs.ts';
import { isIn, type Place } from './place.ts';
import { weeksAsked } from './weeks-asked.ts';

/** `/moved/practices`: which practices moved between two weeks, step by step, and what is behind it. */
export const moversRoute = reading({
  path: '/moved/practices',
  about: 'Your practices that moved between two weeks, step by step, with what is behind each.',
  ask: MoversAsk,
  action: 'read-practices',
  on: async () => ({ kind: 'own' }),
  answers: MoversSays,
  answer: answerOf,
  page: moversView,
});

async function answerOf(
  deps: WebDeps,
  { ask, member, query }: Asked<MoversAsk>,
): Promise<Answer<MoversSays>> {
  const { denominator } = ask;
  const weeks = weeksAsked(ask, deps.today());
  const { known, byCode } = await deps.world.on(weeks.to);
  const legs = ownLegs(member, legsBetween(deps, known, { ...weeks, denominator })).filter(
    isAsked(ask),
  );
  const keys = new Map(legs.map((leg, at) => [leg, keyOf(leg, at)]));
  const part = partOf(legs, { keyOf: (leg) => keys.get(leg)!, query });
  const shown = [...new Set(part.rows.map(({ practice }) => practice))];
  return {
    says: {
      from: weeks.from.validAt,
      to: weeks.to.validAt,
      own: ownOf(
        member,
        shown.flatMap((one) => byCode.get(one) ?? []),
      ).map(({ decision }) => decision.practice),
      steps: legs.length,
      practices: new Set(legs.map(({ practice }) => practice)).size,
      page: part.page,
      pages: part.pages,
    },
    tables: [movedTable(part.rows, { ...weeks, denominator })],
    next: part.next,
  };
}

/** The steps of a practice follow on from each other: they keep their order. */
function keyOf({ practice }: Leg, at: number): string {
  return `${practice} ${String(at).padStart(6, '0')}`;
}

function isAsked(ask: MoversAsk): (leg: Leg) => boolean {
  const places = (['region', 'icb', 'sub-icb', 'pcn', 'supplier'] as const).flatMap((type) =>
    ask[type] ? [isIn({ type, code: ask[type] } satisfies Place)] : [],
  );
  return ({ cause, from, to }) => {
    if (ask.cause !== undefined && cause !== ask.cause) return false;
    const ends = [from, to].filter((end): end is Standing => end !== null);
    if (cause !== 'transfer') return places.every((isThere) => ends.some(isThere));
    // A move between two others does not count in a place, nor does one within it.
    return places.every((isThere) => ends.filter(isThere).length === 1);
  };
}
