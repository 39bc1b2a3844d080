import * as z from 'zod';

const text = z.string().nullable();
const counts = {
  all: z.int(),
  new: z.int(),
  escalated: z.int(),
  open: z.int(),
  snoozed: z.int(),
  closed: z.int(),
};

/** What a digest tells as data, as webhooks get it (docs/webhooks.md), without what links to a subscription. */
export const DigestJson = z.object({
  week: z.string(),
  subject: z.string(),
  cover: z.string(),
  headline: z
    .object({
      name: text,
      practices: z.int(),
      live: z.int(),
      percent: z.string(),
      before: text,
    })
    .nullable(),
  counts: z.object(counts),
  byRule: z.array(z.object({ rule: z.string(), ...counts })),
  episodes: z.array(
    z.object({
      id: z.string(),
      practice: z.string(),
      name: text,
      rule: z.string(),
      section: z.enum(['new', 'escalated', 'open', 'snoozed']),
      step: z.int(),
      noticedOn: z.string(),
      weeks: z.int(),
      because: z.string(),
      closedBy: z.string(),
      patients: z.int().nullable(),
      lastChase: z.object({ on: z.string(), how: z.string(), by: z.string() }).nullable(),
      assignedTo: text,
      snoozed: z.object({ until: z.string(), reason: z.string() }).nullable(),
    }),
  ),
  closed: z.array(
    z.object({
      id: z.string(),
      practice: z.string(),
      name: text,
      rule: z.string(),
      closed: z.object({ on: z.string(), words: z.string(), passedTo: text }).nullable(),
    }),
  ),
  notListed: z.object({ alerts: z.int(), closed: z.int() }),
});
export type DigestJson = z.infer<typeof DigestJson>;

/** What `/digest` answers; the digest is null where no ICB is named, and where nobody has looked yet. */
export const DigestSays = z.object({
  icb: text,
  week: text,
  digest: DigestJson.nullable(),
  text: text.describe('The mail as plain text'),
  icbs: z.array(z.object({ code: z.string(), name: z.string() })),
  weeks: z.array(z.string()).describe('Mondays that can be asked for, the latest first'),
});
export type DigestSays = z.infer<typeof DigestSays>;
