import * as z from 'zod';
import { DaySchema, InstantSchema } from '../../calendar/day.ts';
import type { Decision } from '../decision.ts';

const words = z.array(z.string());

/** What the checks lean on; the facts themselves are checked one by one. */
const ShapeSchema = z.object({
  practice: z.string(),
  clocks: z.object({ validAt: DaySchema, knownAt: InstantSchema, rulesAt: DaySchema }),
  flags: words,
  signals: words,
  labels: words,
  proof: z.object({
    used: z.array(z.object({ id: z.string() })),
    decidedBy: words,
    tried: z.array(z.object({ clause: z.string(), lacked: words })),
    policy: words,
    considered: z.object({ count: z.int(), digest: z.string() }),
  }),
  nextChange: z.object({ on: DaySchema, status: z.string() }).nullable().optional(),
});

/** Objections to what is not written as a decision is at all: nothing else can be checked of it. */
export function objectionsToShape(decision: Decision): readonly string[] {
  const parsed = ShapeSchema.safeParse(decision);
  const issues = parsed.success ? [] : parsed.error.issues;
  const places = new Set(issues.map(({ path }) => path.join('.')));
  return [...places].map((place) => `Its ${place} is not written as in a decision.`);
}
