import * as z from 'zod';
import { DaySchema } from '../calendar/day.ts';
import { SupplierSchema } from '../practice/supplier.ts';
import { contradictions } from './contradictions.ts';
import type { PolicyChange, PolicyEntry, ThresholdName } from './entry.ts';
import { oldestAnnouncementFirst } from './timeline.ts';

const THRESHOLD_NAMES = [
  'share-104-over',
  'accounts-with-access-under',
  'weeks-without-progress',
  'days-until-unknown',
  'days-overdue-booking',
  'days-incomplete',
  'extracts-missing',
] as const satisfies readonly ThresholdName[];

const suppliers = z.array(SupplierSchema);

const EffectSchema = z.discriminatedUnion('effect', [
  z.strictObject({ topic: z.literal('letter-effect'), effect: z.literal('paused') }),
  z.strictObject({
    topic: z.literal('letter-effect'),
    effect: z.literal('scheduled'),
    sentBy: z.strictObject({
      day: DaySchema,
      time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not a time written as 17:00'),
    }),
    switchOn: DaySchema,
    suppliers,
  }),
]);

const ChangeSchema: z.ZodType<PolicyChange> = z.discriminatedUnion('topic', [
  z.strictObject({
    topic: z.literal('target'),
    share: z.number().min(0).max(100),
    by: DaySchema.nullable(),
  }),
  z.strictObject({
    topic: z.literal('switch-on'),
    phasedFrom: DaySchema.nullable(),
    suppliers,
  }),
  EffectSchema,
  z.strictObject({ topic: z.literal('contract-duty'), deadline: DaySchema }),
  z.strictObject({
    topic: z.literal('threshold'),
    name: z.enum(THRESHOLD_NAMES),
    value: z.number().min(0),
  }),
  z.strictObject({
    topic: z.literal('ladder-step'),
    step: z.int().min(1),
    afterWeeks: z.int().min(0),
  }),
  z.strictObject({ topic: z.literal('milestone') }),
]);

const EntriesSchema: z.ZodType<readonly PolicyEntry[]> = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/, 'not an id in small letters, digits and hyphens'),
    announcedOn: DaySchema,
    effectiveFrom: DaySchema,
    says: z.string(),
    change: ChangeSchema,
    source: z.string(),
    supersedes: z.array(z.string()),
  }),
);

/** The entries that a file gives, or every problem with it as a sentence that says where. */
export type PolicyFile =
  | { readonly ok: true; readonly entries: readonly PolicyEntry[] }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * The whole timeline as JSON, an array of entries in the order given. Ends with a line feed. Lists of words
 * that fit on a line of 100 stand on one, as the repository's formatter has it.
 */
export function policyJson(entries: readonly PolicyEntry[]): string {
  const text = JSON.stringify(entries, null, 2);
  const oneLine = text.replace(WORD_LIST, (whole, before: string, words: string) => {
    const line = `${before}[${words.replace(/\n\s+/g, ' ').trim()}]`;
    return line.length < 100 ? line : whole;
  });
  return `${oneLine}\n`;
}

/** `  "supersedes": [`, then strings on lines of their own. */
const WORD_LIST = /^( *"\w+": )\[((?:\s+"(?:[^"\\]|\\.)*",?)+)\s+\]/gm;

/** Reads an array of policy entries, written as in `docs/policy-timeline.json`. */
export function readPolicyFile(text: string): PolicyFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, problems: [`it is not JSON (${why})`] };
  }
  const read = EntriesSchema.safeParse(json);
  if (read.success) return { ok: true, entries: read.data };
  return {
    ok: false,
    problems: read.error.issues.map(
      (issue) => `${placeOf(issue.path, json)}: ${plain(issue.message)}`,
    ),
  };
}

function plain(message: string): string {
  return message.endsWith('received undefined') ? 'it is missing' : message;
}

/** `entry 2 ("my-deadline"), change.deadline`. */
function placeOf(path: readonly PropertyKey[], json: unknown): string {
  const [index, ...rest] = path;
  if (typeof index !== 'number') return 'the whole file';
  const entry: unknown = Array.isArray(json) ? json[index] : undefined;
  const id = entry !== null && typeof entry === 'object' && 'id' in entry ? entry.id : undefined;
  const named = typeof id === 'string' ? ` ("${id}")` : '';
  return `entry ${index + 1}${named}${rest.length === 0 ? '' : `, ${rest.join('.')}`}`;
}

/**
 * The timeline with entries put in the place of those of the same id, or added. Gives also what is then
 * wrong with it and was not before, as sentences: contradictions, ids that do not exist.
 */
export function withEntries(
  timeline: readonly PolicyEntry[],
  given: readonly PolicyEntry[],
): { readonly entries: readonly PolicyEntry[]; readonly problems: readonly string[] } {
  const ids = new Set(given.map(({ id }) => id));
  const entries = [...timeline.filter(({ id }) => !ids.has(id)), ...given].toSorted(
    oldestAnnouncementFirst,
  );
  const known = new Set(contradictions(timeline));
  return { entries, problems: contradictions(entries).filter((one) => !known.has(one)) };
}
