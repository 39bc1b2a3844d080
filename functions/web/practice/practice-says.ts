import * as z from 'zod';
import type { Resource } from '../../../shared/access/resource.ts';
import type { ShownDecision } from '../../../shared/coverage/shown-decision.ts';
import { isRegisterCode, type PracticeCode } from '../../../shared/practice/code.ts';
import type { WebDeps } from '../deps.ts';
import type { Asked } from '../route.ts';

export const PracticeAsk = z.object({
  code: z
    .string()
    .transform((code) => code.toUpperCase() as PracticeCode)
    .describe('The practice code, like A81001'),
});
export type PracticeAsk = z.output<typeof PracticeAsk>;

/** The practice that an address names, with where it is on the day; null where nothing is known of it. */
export async function practiceAsked(
  { world }: Pick<WebDeps, 'world'>,
  { ask: { code }, clocks }: Pick<Asked<PracticeAsk>, 'ask' | 'clocks'>,
): Promise<Resource | null> {
  const practice = isRegisterCode(code) ? (await world.on(clocks)).byCode.get(code) : undefined;
  return practice === undefined ? null : { kind: 'practice', code, ...practice.place };
}

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
  remarks: z
    .array(z.object({ by: z.string(), at: z.string(), words: z.string().nullable() }))
    .describe('What the practice says beside its status, the latest first'),
  may_remark: z.boolean().describe('Whether you may say something in its name'),
  reviewed: z
    .array(z.object({ signal: z.enum(['change-asked', 'judged-out']), upload: z.string() }))
    .describe('Documents that the ICB wants changed, or judged out, that you may open'),
});
export type PracticeSays = z.infer<typeof PracticeSays>;
