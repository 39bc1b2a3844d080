import * as z from 'zod';
import { CAUSES, type Leg, type Standing } from '../../../shared/coverage/moved/leg.ts';
import { movedTable } from '../../../shared/coverage/moved/moved-tables.ts';
import type { WebDeps } from '../deps.ts';
import { oneOf } from '../list/asked-words.ts';
import { PartQuery, partOf } from '../list/part-of-list.ts';
import { type Answer, type Asked, reading } from '../route.ts';
import { ownOf } from './figures.ts';
import { legsBetween } from './legs.ts';
import { moversView } from './movers-page.ts';
import { ownLegs } from './own-legs.ts';
import { isIn, type Place } from './place.ts';
import { isInOrder, OUT_OF_ORDER, WeeksQuery, weeksAsked } from './weeks-asked.ts';

const code = z
  .string()
  .regex(/^[A-Za-z0-9 ]{0,20}$/, 'Write a code, such as QHM')
  .optional();
const Ask = z
  .object({
    ...WeeksQuery,
    cause: oneOf(CAUSES).describe('Only steps of this cause'),
    region: code.describe('Only practices that are in this region, or were'),
    icb: code.describe('Only practices that are in this ICB, or were'),
    'sub-icb': code.describe('Only practices that are in this sub-ICB, or were'),
    pcn: code.describe('Only practices that are in this network, or were'),
    supplier: code.describe('Only practices on this supplier’s system, or that were'),
    ...PartQuery,
  })
  .refine(isInOrder, OUT_OF_ORDER);
export type MoversAsk = z.output<typeof Ask>;

const Says = z.object({
  from: z.string(),
  to: z.string(),
  own: z.array(z.string()).describe('Those of these rows that are yours on the later day'),
  steps: z.int().describe('All that are asked for'),
  practices: z.int(),
  page: z.int(),
  pages: z.int(),
});
export type MoversSays = z.infer<typeof Says>;

/** `/moved/practices`: which practices moved between two weeks, step by step, and what is behind it. */
export const moversRoute = reading({
  path: '/moved/practices',
  about: 'Your practices that moved between two weeks, step by step, with what is behind each.',
  ask: Ask,
  action: 'read-practices',
  on: async () => ({ kind: 'own' }),
  answers: Says,
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
