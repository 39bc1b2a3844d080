import * as z from 'zod';
import { PracticeCodeSchema } from '../../practice/code.ts';
import { STATUSES } from '../../state/decision.ts';
import { CHASED_BY, ClosedSchema } from '../episode.ts';
import { RULES } from '../rule.ts';
import { PACES } from '../subscription.ts';

const day = z.iso.date().describe('A day in London, `2023-12-04`.');
const link = z.url().nullable().describe('Where people look at it; null where no page is served.');
const rule = z.enum(RULES).describe('The rule that found it.');

const identity = {
  id: z.string().describe('The episode, such as `A81001-stalled-1`.'),
  practice: PracticeCodeSchema.describe('ODS code of the practice.'),
  name: z.string().nullable().describe('Its name by the register.'),
  rule,
  link,
};

const Chase = z.strictObject({ on: day, how: z.enum(CHASED_BY), by: z.string() });

/** An open alert as a webhook tells it. */
const EpisodePayload = z.strictObject({
  ...identity,
  section: z.enum(['new', 'escalated', 'open', 'snoozed']).describe('Where a digest lists it.'),
  step: z.int().min(1).describe('Step of the ladder: 1 first notice, 2 week 4, 3 week 12.'),
  since: day.describe('The day from which what was found counts.'),
  openedOn: day.describe('The day on which it was first found.'),
  noticedOn: day.describe('What the ladder is climbed from.'),
  weeks: z.int().min(0).describe('Whole weeks since then.'),
  because: z.string().describe('What was found, one sentence.'),
  closedBy: z.string().describe('What would close it, one sentence.'),
  patients: z.int().nullable().describe('Registered patients of the practice; null: not listed.'),
  reopens: z.string().nullable().describe('The episode that was closed before it.'),
  passedFrom: z.array(z.string()).describe('Episodes of practices that merged into this one.'),
  lastChase: Chase.nullable(),
  acknowledged: z.strictObject({ at: z.iso.datetime(), by: z.string() }).nullable(),
  assignedTo: z.string().nullable(),
  snoozed: z.strictObject({ until: day, reason: z.string() }).nullable(),
});

/** A closed alert as a webhook tells it. */
const ClosedPayload = z.strictObject({
  ...identity,
  openedOn: day,
  closed: z
    .strictObject({
      on: day,
      why: ClosedSchema.shape.why,
      words: z.string(),
      passedTo: z
        .string()
        .nullable()
        .describe('The episode of the successor that goes on with it.'),
    })
    .nullable(),
});

const NextDate = z.strictObject({ on: day, what: z.string() }).nullable();

const common = {
  id: z.string().describe('The message; the same at every try, as in the header `webhook-id`.'),
  on: day.describe('The day that it speaks of.'),
  subject: z.string(),
  madeUp: z.boolean().describe('True: the practices are made up.'),
  subscription: z.string(),
  cover: z.string().describe('What the subscription covers, in words.'),
  links: z.strictObject({ all: link, submit: link, unsubscribe: link }),
};

const Counts = {
  all: z.int().min(0),
  new: z.int().min(0),
  escalated: z.int().min(0),
  open: z.int().min(0),
  snoozed: z.int().min(0),
  closed: z.int().min(0),
};

const Digest = z.strictObject({
  type: z.literal('digest'),
  ...common,
  week: day.describe('The Monday that it is the digest of.'),
  since: day.nullable().describe('The digest before it; null: this is the first.'),
  headline: z
    .strictObject({
      name: z.string().nullable(),
      practices: z.int(),
      live: z.int(),
      percent: z.string(),
      before: z.string().nullable(),
    })
    .nullable()
    .describe('The coverage of its place in the week’s release; null: not published.'),
  counts: z
    .strictObject(Counts)
    .describe('All open alerts, by where they are listed, and those that closed.'),
  byRule: z.array(z.strictObject({ rule, ...Counts })).describe('The same by rule.'),
  episodes: z.array(EpisodePayload),
  closed: z.array(ClosedPayload),
  notListed: z
    .strictObject({ alerts: z.int().min(0), closed: z.int().min(0) })
    .describe('How many more there are: a message lists the most pressing.'),
});

const Notice = z.strictObject({
  type: z.literal('notice'),
  ...common,
  episodes: z.array(EpisodePayload),
});

const Reminder = z.strictObject({
  type: z.literal('reminder'),
  ...common,
  step: z.int().min(1),
  nextDate: NextDate,
  episodes: z.array(EpisodePayload),
});

const StateChange = z.strictObject({
  type: z.literal('state-change'),
  ...common,
  practice: PracticeCodeSchema,
  name: z.string().nullable(),
  was: z.enum(STATUSES),
  status: z.enum(STATUSES),
  since: day.nullable(),
  why: z.string().nullable(),
  nextDate: NextDate,
});

const CoverNotice = z.strictObject({
  type: z.literal('cover'),
  ...common,
  key: z.string(),
  practices: z.int().min(0).describe('How many practices that is today.'),
  ended: z
    .array(
      z.strictObject({
        place: z.string(),
        on: day,
        wentTo: z.array(z.strictObject({ place: z.string(), practices: z.int() })),
      }),
    )
    .describe('Places that ended, and where their practices went.'),
  merged: z
    .array(z.strictObject({ practice: z.string(), into: z.string() }))
    .describe('Practices that merged.'),
  paces: z.partialRecord(rule, z.enum(PACES)).describe('How soon each rule is told.'),
});

/** What a webhook is sent, by type; every message's data is one of these. */
export const PAYLOADS = {
  digest: Digest,
  notice: Notice,
  reminder: Reminder,
  'state-change': StateChange,
  cover: CoverNotice,
} as const;
