import type { Clocks } from '../../shared/calendar/clocks.ts';
import { type Day, day, endOfLondonDay, instant } from '../../shared/calendar/day.ts';
import {
  type Fact,
  type FactKind,
  type FactOf,
  FactSchema,
  type Sender,
  type ValuesOf,
} from '../../shared/evidence/fact.ts';
import { statementId } from '../../shared/evidence/statement-id.ts';
import type { PracticeCode } from '../../shared/practice/code.ts';

/** The practice that every builder speaks of unless told another code. */
export const PRACTICE = 'A81001' as PracticeCode;
export const ICB = 'QHM';
/** Stand-ins for the SHA-256 of a document. */
export const LETTER_SEEN = '1'.repeat(64);
export const DPIA_SEEN = '2'.repeat(64);
export const PLAN_SEEN = '3'.repeat(64);

const NATIONAL: Sender = { role: 'national' };
const SUPPLIER: Sender = { role: 'supplier' };

/** Where a statement comes from; `asAt` falls back on the day that the values speak of. */
export type Said = {
  code?: string;
  asAt?: string;
  effectiveOn?: string;
  receivedAt?: string;
  backfilledAt?: string;
  sender?: Sender;
  onBehalfOf?: string;
  relayed?: true;
  completeList?: true;
  uploadId?: string;
  row?: number;
};

/** Days may be written as plain text in a test; the builder checks them. */
type Plain<V> = V extends Day | PracticeCode ? string : V;
type PlainValues<K extends FactKind> = { [F in keyof ValuesOf<K>]: Plain<ValuesOf<K>[F]> };
type Overrides<K extends FactKind> = Said & Partial<PlainValues<K>>;

const SAID = new Set([
  'code',
  'asAt',
  'effectiveOn',
  'receivedAt',
  'backfilledAt',
  'sender',
  'onBehalfOf',
  'relayed',
  'completeList',
  'uploadId',
  'row',
]);

type Usual<K extends FactKind> = {
  values: PlainValues<K>;
  sender: Sender;
  dated?: keyof ValuesOf<K>;
};

/** The usual statement of a kind with a test's own words over it, checked by the schema, with its real id. */
function fact<K extends FactKind>(kind: K, usual: Usual<K>, over: Overrides<K>): FactOf<K> {
  const own = Object.fromEntries(Object.entries(over).filter(([key]) => !SAID.has(key)));
  const values = { ...usual.values, ...own };
  const dated = usual.dated === undefined ? null : (values[usual.dated] as string | null);
  const asAt = over.asAt ?? over.effectiveOn ?? dated ?? '2022-06-01';
  const receivedAt = instant(over.receivedAt ?? `${asAt}T09:00:00Z`);
  const said = {
    kind,
    practice: over.code ?? PRACTICE,
    effectiveOn: over.effectiveOn ?? dated ?? asAt,
    asAt,
    values,
  };
  const sender = over.sender ?? usual.sender;
  const { onBehalfOf, relayed, completeList, row, backfilledAt } = over;
  return FactSchema.parse({
    ...said,
    id: statementId(said as unknown as Fact, sender),
    schema: 1,
    receivedAt,
    ...(backfilledAt === undefined ? {} : { backfilledAt: instant(backfilledAt) }),
    source: {
      uploadId: over.uploadId ?? `${sender.role}-${asAt}`,
      sha256: 'f'.repeat(64),
      sender,
      ...(row === undefined ? {} : { row }),
      ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
      ...(relayed === undefined ? {} : { relayed }),
      ...(completeList === undefined ? {} : { completeList }),
    },
  }) as FactOf<K>;
}

const practiceItself = (over: Said): Sender => ({ role: 'practice', org: over.code ?? PRACTICE });

/** Spread into a builder: an ICB's tracker speaks for the practice. */
export const viaIcb = {
  sender: { role: 'icb', org: ICB },
  onBehalfOf: PRACTICE,
} as const satisfies Said;

/** An open English GP practice in the register of 1 June 2022. */
export function listing(over: Overrides<'listing'> = {}): FactOf<'listing'> {
  const values: PlainValues<'listing'> = {
    name: 'MADE-UP SURGERY',
    status: 'active',
    country: 'england',
    gpPractice: true,
    openedOn: '1974-04-01',
    closedOn: null,
    region: 'Y63',
    icb: ICB,
    subIcb: '16C',
  };
  return fact('listing', { values, sender: NATIONAL }, over);
}

/** 8,000 registered patients in a complete list file. */
export function listSize(over: Overrides<'list-size'> = {}): FactOf<'list-size'> {
  const usual = { values: { patients: 8000 }, sender: NATIONAL };
  return fact('list-size', usual, { completeList: true, ...over });
}

/** Where the practice belongs, and that EMIS supplies it. */
export function membership(over: Overrides<'membership'> = {}): FactOf<'membership'> {
  const values: PlainValues<'membership'> = {
    pcn: 'U12345',
    pcnName: 'Made-up PCN',
    subIcb: '16C',
    subIcbName: 'Made-up Place',
    icb: ICB,
    icbName: 'Made-up ICB',
    region: 'Y63',
    regionName: 'Made-up Region',
    supplier: 'EMIS',
  };
  return fact('membership', { values, sender: NATIONAL }, over);
}

export function succession(over: Overrides<'succession'> = {}): FactOf<'succession'> {
  const values = { direction: 'merged-into', other: 'A81002' } as const;
  return fact('succession', { values, sender: NATIONAL }, over);
}

type Extract = Overrides<'default-access'> &
  Partial<PlainValues<'access-counts'>> & { scheduledOn?: string };

/** One row of a supplier's extract: the configuration (off), and a booking or counts where given. */
export function extract(over: Extract = {}): Fact[] {
  const { scheduledOn, onlineAccounts, accountsWithAccess, patients104, patients106, ...row } =
    over;
  const { on = false, since = null, perPatientAccess = null, supplier = 'EMIS', ...said } = row;
  const counts = { onlineAccounts, accountsWithAccess, patients104, patients106 };
  const facts: Fact[] = [
    fact(
      'default-access',
      { values: { supplier, on, since, perPatientAccess }, sender: SUPPLIER },
      // A configuration is true from the day it was set, and observed on the extract's date.
      {
        ...(since === null ? {} : { effectiveOn: since }),
        ...said,
        asAt: said.asAt ?? '2022-06-01',
      },
    ),
  ];
  if (scheduledOn !== undefined) facts.push(booked({ ...said, supplier, on: scheduledOn }));
  if (Object.values(counts).some((count) => count !== undefined)) {
    const given = Object.fromEntries(Object.entries(counts).filter(([, v]) => v !== undefined));
    facts.push(accessCounts({ ...said, supplier, ...given }));
  }
  return facts;
}

export function booked(over: Overrides<'switch-on-booked'> = {}): FactOf<'switch-on-booked'> {
  const values = { supplier: 'EMIS', on: '2023-02-01' } as const;
  return fact('switch-on-booked', { values, sender: SUPPLIER }, over);
}

export function accessCounts(over: Overrides<'access-counts'> = {}): FactOf<'access-counts'> {
  const values: PlainValues<'access-counts'> = {
    supplier: 'EMIS',
    onlineAccounts: null,
    accountsWithAccess: null,
    patients104: null,
    patients106: null,
  };
  return fact('access-counts', { values, sender: SUPPLIER }, over);
}

/** A letter to EMIS, sent on 31 October 2022 at 10:00, seen as a document. */
export function letter(over: Overrides<'pause-letter'> = {}): FactOf<'pause-letter'> {
  const values: PlainValues<'pause-letter'> = {
    to: 'EMIS',
    sentOn: '2022-10-31',
    sentTime: '10:00',
    acknowledgedOn: null,
    withdrawnOn: null,
    document: LETTER_SEEN,
  };
  return fact('pause-letter', { values, sender: practiceItself(over), dated: 'sentOn' }, over);
}

/** A signed DPIA of 1 August 2023 with outcome opt-in. */
export function dpia(over: Overrides<'dpia'> = {}): FactOf<'dpia'> {
  const values: PlainValues<'dpia'> = {
    completedOn: '2023-08-01',
    signed: true,
    outcome: 'opt-in',
    reviewOn: null,
    document: DPIA_SEEN,
  };
  return fact('dpia', { values, sender: practiceItself(over), dated: 'completedOn' }, over);
}

export function optInStep(over: Overrides<'opt-in-step'> = {}): FactOf<'opt-in-step'> {
  const values = { step: 'advertised', on: '2023-08-15' } as const;
  return fact('opt-in-step', { values, sender: practiceItself(over), dated: 'on' }, over);
}

/** The three steps beside the DPIA, all on one day. */
export function optInSteps(over: Omit<Overrides<'opt-in-step'>, 'step'> = {}): Fact[] {
  const steps = ['advertised', 'website-updated', 'icb-told'] as const;
  return steps.map((step) => optInStep({ ...over, step }));
}

/** A whole plan, agreed on 10 November 2022, to go live by 31 March 2023. */
export function plan(over: Overrides<'plan'> = {}): FactOf<'plan'> {
  const values: PlainValues<'plan'> = {
    agreedOn: '2022-11-10',
    leadNamed: true,
    staffTraining: true,
    recordReviewProcess: true,
    targetOn: '2023-03-31',
    reviewOn: null,
    document: PLAN_SEEN,
  };
  return fact('plan', { values, sender: practiceItself(over), dated: 'agreedOn' }, over);
}

/** A plan that says only what the test gives. */
export function planSaying(over: Overrides<'plan'>): FactOf<'plan'> {
  const silent = {
    agreedOn: null,
    leadNamed: null,
    staffTraining: null,
    recordReviewProcess: null,
    targetOn: null,
    reviewOn: null,
    document: null,
  };
  return plan({ ...silent, ...over });
}

/** A DPIA statement that says only what the test gives. */
export function dpiaSaying(over: Overrides<'dpia'>): FactOf<'dpia'> {
  const silent = { completedOn: null, signed: null, outcome: null, reviewOn: null, document: null };
  return dpia({ ...silent, ...over });
}

export function bulk104(over: Overrides<'bulk-104'> = {}): FactOf<'bulk-104'> {
  const values = { doneOn: '2022-11-20', actionPlanOn: null };
  return fact('bulk-104', { values, sender: practiceItself(over), dated: 'doneOn' }, over);
}

export function declared(over: Overrides<'declared-status'> = {}): FactOf<'declared-status'> {
  const values = { status: 'live', on: null } as const;
  return fact('declared-status', { values, sender: practiceItself(over), dated: 'on' }, over);
}

/** The ICB's judgement of a document: accepted, unless the test says otherwise. */
export function review(over: Overrides<'review'> = {}): FactOf<'review'> {
  const values = { of: PLAN_SEEN, judgement: 'accepted' } as const;
  return fact('review', { values, sender: { role: 'icb', org: ICB } }, over);
}

/** The practice's answer to a review of its plan. */
export function reply(over: Overrides<'reply'> = {}): FactOf<'reply'> {
  const values = { of: PLAN_SEEN, textGiven: true } as const;
  return fact('reply', { values, sender: practiceItself(over) }, over);
}

/** An ICB's exemption; it starts on `effectiveOn`. */
export function exemption(over: Overrides<'exemption'> = {}): FactOf<'exemption'> {
  const values: PlainValues<'exemption'> = {
    level: 'icb',
    approverGiven: true,
    reasonGiven: true,
    endsOn: '2023-12-31',
  };
  const sender: Sender = over.level === 'national' ? NATIONAL : { role: 'icb', org: ICB };
  return fact('exemption', { values, sender }, over);
}

/** Makes `of` fall away from the retraction's receipt on, by the word of its own sender. */
export function retractionOf(of: Fact, over: Overrides<'retraction'> = {}): FactOf<'retraction'> {
  const usual = { values: { of: of.id, reasonGiven: true as const }, sender: of.source.sender };
  return fact('retraction', usual, { code: of.practice, asAt: of.asAt, ...over });
}

/** Three clocks; the rules of the day itself, and all that had come in by its end, unless told otherwise. */
export function clocks(validAt: string, over: { knownAt?: string; rulesAt?: string } = {}): Clocks {
  return {
    validAt: day(validAt),
    knownAt: over.knownAt === undefined ? endOfLondonDay(day(validAt)) : instant(over.knownAt),
    rulesAt: day(over.rulesAt ?? validAt),
  };
}
