import * as z from 'zod';
import { DaySchema, InstantSchema } from '../calendar/day.ts';
import { PracticeCodeSchema } from '../practice/code.ts';
import { SupplierSchema } from '../practice/supplier.ts';

export const SENDER_ROLES = ['practice', 'pcn', 'supplier', 'icb', 'national'] as const;
/** Who sent a file: the role decides whose word its statements are; `org` is the sender's own ODS code, where known. */
export const SenderSchema = z.object({ role: z.enum(SENDER_ROLES), org: z.string().optional() });
export type Sender = z.infer<typeof SenderSchema>;
export type SenderRole = Sender['role'];

const day = DaySchema;
const maybeDay = DaySchema.nullable();
const text = z.string().nullable();
const count = z.int().min(0).nullable();
const given = z.literal(true).nullable();
const yesNo = z.boolean().nullable();

/** The one list of evidence kinds, and what a statement of each kind can say. `null`: it says nothing of that. */
export const VALUES = {
  /** ODS: the practice as the register lists it. Word of the register. */
  listing: z.object({
    name: z.string(),
    status: z.enum(['active', 'closed', 'dormant', 'proposed']),
    country: z.enum(['england', 'wales', 'other']),
    gpPractice: z.boolean(),
    openedOn: maybeDay,
    closedOn: maybeDay,
    region: text,
    icb: text,
    subIcb: text,
  }),
  /** Registered patients, from a complete list file. */
  'list-size': z.object({ patients: z.int().min(0) }),
  membership: z.object({
    pcn: text,
    pcnName: text,
    subIcb: text,
    subIcbName: text,
    icb: text,
    icbName: text,
    region: text,
    regionName: text,
    supplier: SupplierSchema.nullable(),
  }),
  succession: z.object({
    direction: z.enum(['merged-into', 'merged-from']),
    other: PracticeCodeSchema,
  }),
  /** The supplier's configuration as observed on the extract's date; `since` is when it was set. */
  'default-access': z.object({
    supplier: SupplierSchema,
    on: z.boolean(),
    since: maybeDay,
    perPatientAccess: yesNo,
  }),
  'switch-on-booked': z.object({ supplier: SupplierSchema, on: day }),
  /** `patients104` and `patients106`: patients whose latest code is that one. */
  'access-counts': z.object({
    supplier: SupplierSchema,
    onlineAccounts: count,
    accountsWithAccess: count,
    patients104: count,
    patients106: count,
  }),
  /** `to` null: the supplier in force. `sentTime` (HH:MM, London) null: not given. `document`: SHA-256 of the letter seen. */
  'pause-letter': z.object({
    to: SupplierSchema.nullable(),
    sentOn: maybeDay,
    sentTime: text,
    acknowledgedOn: maybeDay,
    withdrawnOn: maybeDay,
    document: text,
  }),
  dpia: z.object({
    completedOn: maybeDay,
    signed: given,
    outcome: z.enum(['opt-in', 'automatic']).nullable(),
    reviewOn: maybeDay,
    document: text,
  }),
  'opt-in-step': z.object({
    step: z.enum(['advertised', 'website-updated', 'icb-told']),
    on: day,
  }),
  plan: z.object({
    agreedOn: maybeDay,
    leadNamed: given,
    staffTraining: yesNo,
    recordReviewProcess: yesNo,
    targetOn: maybeDay,
    reviewOn: maybeDay,
    document: text,
  }),
  'bulk-104': z.object({ doneOn: maybeDay, actionPlanOn: maybeDay }),
  'declared-status': z.object({
    status: z.enum(['live', 'paused', 'opt-in', 'working-towards', 'not-started', 'other']),
    on: maybeDay,
  }),
  /** `of`: the document's SHA-256. `accepted` and `change-asked` let it count; every other judgement judges it out. */
  review: z.object({
    of: z.string(),
    judgement: z.enum([
      'accepted',
      'change-asked',
      'unsigned',
      'undated',
      'wrong-practice',
      'untouched-template',
      'no-outcome-stated',
    ]),
  }),
  /** The practice's own words, which stay in the original. `of`: the SHA-256 of the reviewed document that they answer, or `status` where they stand beside its status. */
  reply: z.object({ of: z.string(), textGiven: z.literal(true) }),
  exemption: z.object({
    level: z.enum(['icb', 'national']),
    approverGiven: z.literal(true),
    reasonGiven: z.literal(true),
    endsOn: day,
  }),
  /**
   * `of`: the id of the statement that falls away from this retraction's receipt on. `upload`: only as
   * that upload said it, where the upload is withdrawn whole; what another one said stays.
   */
  retraction: z.object({
    of: z.string(),
    upload: z.string().exactOptional(),
    reasonGiven: z.literal(true),
  }),
} as const;

export type FactKind = keyof typeof VALUES;
export const FACT_KINDS = Object.keys(VALUES) as readonly FactKind[];
export type ValuesOf<K extends FactKind> = z.infer<(typeof VALUES)[K]>;

/** The version that new facts are written in; `upcast.ts` brings older ones up to it. */
export const FACT_SCHEMA = 1;

const SourceSchema = z.object({
  uploadId: z.string(),
  sha256: z.string(),
  /** Row in the file (the header is row 1), or page in a document. */
  row: z.int().optional(),
  page: z.int().optional(),
  sender: SenderSchema,
  /** Set when the sender speaks for the practice (an ICB's tracker): the practice's own word wins over it. */
  onBehalfOf: z.string().optional(),
  /** A supplier's extract that an ICB passed on. */
  relayed: z.literal(true).optional(),
  /** The file listed every practice there is, so absence from it says something. */
  completeList: z.literal(true).optional(),
});
export type Source = z.infer<typeof SourceSchema>;

const common = {
  id: z.string(),
  schema: z.literal(FACT_SCHEMA),
  practice: PracticeCodeSchema,
  /** When it was true. */
  effectiveOn: day,
  /** The day that the file or document speaks of. */
  asAt: day,
  /** When we learnt it. */
  receivedAt: InstantSchema,
  /** The true time of recording, where `receivedAt` was backdated to load history. */
  backfilledAt: InstantSchema.optional(),
  source: SourceSchema,
};

function factOf<K extends FactKind>(kind: K) {
  return z.object({ ...common, kind: z.literal(kind), values: VALUES[kind] });
}

/** One thing said about one practice by one sender. Facts are only ever added. */
export const FactSchema = z.discriminatedUnion('kind', [
  factOf('listing'),
  factOf('list-size'),
  factOf('membership'),
  factOf('succession'),
  factOf('default-access'),
  factOf('switch-on-booked'),
  factOf('access-counts'),
  factOf('pause-letter'),
  factOf('dpia'),
  factOf('opt-in-step'),
  factOf('plan'),
  factOf('bulk-104'),
  factOf('declared-status'),
  factOf('review'),
  factOf('reply'),
  factOf('exemption'),
  factOf('retraction'),
]);
export type Fact = z.infer<typeof FactSchema>;
export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>;

/** What a file says before it has an id, a receipt and a sender: intake's readers give these. */
export type Statement = {
  [K in FactKind]: Pick<FactOf<K>, 'kind' | 'practice' | 'effectiveOn' | 'asAt' | 'values'> &
    Pick<Source, 'row' | 'page' | 'onBehalfOf' | 'relayed' | 'completeList'>;
}[FactKind];
