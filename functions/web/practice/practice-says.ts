import * as z from 'zod';
import type { ShownDecision } from '../../../shared/coverage/shown-decision.ts';

const text = z.string().nullable();
export const PracticeSays = z.object({
  name: text,
  place: z.object({ region: text, icb: text, subIcb: text, pcn: text }),
  icb_name: text,
  pcn_name: text,
  supplier: text,
  patients: z.int().nullable().describe('Registered, by the list file that holds on the day'),
  configuration_seen_on: text,
  /** The decision with its whole proof, as it may be shown: its own schema is that of stored states. */
  decision: z
    .custom<ShownDecision>()
    .describe('The status with its proof, as rollout state --json'),
  objections: z.array(z.string()).describe('Of the independent checker; none: the proof holds'),
  uploads: z.array(z.string()).describe('Uploads of the proof that you may open'),
});
export type PracticeSays = z.infer<typeof PracticeSays>;
