import * as z from 'zod';
import { DaySchema, InstantSchema } from '../calendar/day.ts';
import { FactSchema } from '../evidence/fact.ts';
import { PracticeCodeSchema } from '../practice/code.ts';
import { CLAUSES, type DecisionInFull, FLAGS, LABELS, SIGNALS, STATUSES } from './decision.ts';

const StatusSchema = z.enum(STATUSES);
const ClauseSchema = z.enum(CLAUSES);

const ProofSchema = z.object({
  clause: ClauseSchema,
  used: z.array(FactSchema),
  decidedBy: z.array(z.string()),
  tried: z.array(z.object({ clause: ClauseSchema, lacked: z.array(z.string()) })),
  policy: z.array(z.string()),
  considered: z.object({ count: z.int(), digest: z.string() }),
});

/** A decision in full as it comes out of storage. */
export const DecisionInFullSchema: z.ZodType<DecisionInFull> = z.object({
  practice: PracticeCodeSchema,
  status: StatusSchema,
  clause: ClauseSchema,
  towards: z.enum(['live', 'opt-in', 'pause', 'plan']).nullable(),
  flags: z.array(z.enum(FLAGS)),
  signals: z.array(z.enum(SIGNALS)),
  labels: z.array(z.enum(LABELS)),
  since: DaySchema.nullable(),
  proof: ProofSchema,
  clocks: z.object({ validAt: DaySchema, knownAt: InstantSchema, rulesAt: DaySchema }),
  explanation: z.string(),
  nextChange: z.object({ on: DaySchema, status: StatusSchema, because: z.string() }).nullable(),
  nearestBetter: z.object({ status: StatusSchema, ifOnly: z.array(z.string()) }).nullable(),
  seal: z.string(),
});
