import * as z from 'zod';
import {
  COVERAGE_COLUMNS,
  DENOMINATORS,
  SCOPE_TYPES,
} from '../../../shared/coverage/coverage-row.ts';
import { coverageTableOf } from '../../../shared/release/tables/coverage.ts';
import type { WebDeps } from '../deps.ts';
import { type Answer, type Asked, reading } from '../route.ts';
import { coverageView } from './coverage-page.ts';
import { figuresFor } from './figures.ts';
import { placeFrom } from './place.ts';
import { rowsSeen } from './rows-seen.ts';

const Ask = z.object({
  by: z
    .enum(SCOPE_TYPES, `Name one of: ${SCOPE_TYPES.join(', ')}`)
    .default('icb')
    .describe('One row for each of these'),
  denominator: z
    .enum(DENOMINATORS, `Name one of: ${DENOMINATORS.join(', ')}`)
    .default('open')
    .describe('Which practices are counted'),
  of: z
    .string()
    .refine((words) => words === '' || placeFrom(words) !== null, 'Write a place as icb:QHM')
    .optional()
    .describe('Only what lies within this place, such as icb:QHM or region:Y63'),
});
export type CoverageAsk = z.output<typeof Ask>;

const Row = z.record(z.enum(COVERAGE_COLUMNS), z.union([z.string(), z.number(), z.null()]));
const Says = z.object({
  as_at: z.string(),
  of: Row.nullable().describe('The whole of which the rows are parts'),
  own: z
    .array(z.string())
    .describe('Codes of rows whose practices you may see, where the rows are ICBs or below'),
});
export type CoverageSays = z.infer<typeof Says>;

/** `/coverage`: the figures of a day, by any geography or supplier. */
export const coverageRoute = reading({
  path: '/coverage',
  about: 'How many practices and patients are covered, by any geography, on any day.',
  clocks: true,
  keep: true,
  ask: Ask,
  action: 'read-figures',
  on: async () => ({ kind: 'figures' }),
  answers: Says,
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
