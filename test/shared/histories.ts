import fc from 'fast-check';
import type { Clocks } from '../../shared/calendar/clocks.ts';
import { addDays, day, endOfLondonDay } from '../../shared/calendar/day.ts';
import type { Fact } from '../../shared/evidence/fact.ts';
import { statementId } from '../../shared/evidence/statement-id.ts';
import type { PracticeCode } from '../../shared/practice/code.ts';
import {
  bulk104,
  DPIA_SEEN,
  declared,
  dpiaSaying,
  exemption,
  extract,
  ICB,
  LETTER_SEEN,
  letter,
  listing,
  listSize,
  membership,
  optInStep,
  optInSteps,
  PLAN_SEEN,
  PRACTICE,
  plan,
  planSaying,
  retractionOf,
  review,
  type Said,
  succession,
} from './builders.ts';

/** The days on which the programme turned, and a few in between: events on one day collide often. */
const TURNS = [
  '2022-10-01',
  '2022-10-20',
  '2022-10-31',
  '2022-11-01',
  '2022-11-03',
  '2022-11-04',
  '2022-11-05',
  '2022-11-15',
  '2022-11-29',
  '2022-11-30',
  '2022-12-14',
  '2023-01-10',
  '2023-03-06',
  '2023-05-15',
  '2023-08-01',
  '2023-10-31',
  '2023-11-01',
  '2023-12-04',
  '2024-03-31',
];
const VINTAGES = [
  '2022-10-15',
  '2022-10-31',
  '2022-11-01',
  '2022-11-29',
  '2023-03-06',
  '2023-12-04',
];

const anyDay = fc.constantFrom(...TURNS);
const maybeDay = fc.option(anyDay);
const yes = fc.constantFrom(true as const, true as const, null);
const yesNo = fc.constantFrom(true, true, false, null);
const supplier = fc.constantFrom(
  'EMIS' as const,
  'EMIS' as const,
  'TPP' as const,
  'Vision' as const,
);
/** A second document of the same kind. */
const newer = (sha256: string) => `${sha256.slice(1)}e`;
const document = (sha256: string) => fc.constantFrom(sha256, sha256, newer(sha256), null, null);

/** Clocks around the programme's days: rules of the day itself or of a vintage, knowledge of a turn or of all. */
export const anyClocks: fc.Arbitrary<Clocks> = fc
  .record({
    validAt: fc.oneof(
      anyDay,
      fc.constantFrom('2022-11-04', '2022-11-15', '2023-08-01', '2023-12-04'),
    ),
    shift: fc.constantFrom(0, 0, -1, 1, 15),
    rulesAt: fc.option(fc.constantFrom(...VINTAGES)),
    knownOn: fc.oneof({ weight: 3, arbitrary: fc.constant('2024-12-31') }, anyDay),
  })
  .map(({ validAt, shift, rulesAt, knownOn }) => {
    const on = addDays(day(validAt), shift);
    return { validAt: on, knownAt: endOfLondonDay(day(knownOn)), rulesAt: day(rulesAt ?? on) };
  });

/** When and by whose hand a statement came in: mostly on its day, sometimes weeks later or through the ICB. */
const anyReceipt = fc.record({
  asAt: anyDay,
  delay: fc.constantFrom(0, 0, 0, 1, 20, 60),
  via: fc.constantFrom('itself', 'itself', 'itself', 'icb', 'icb', 'pcn'),
  backfilled: fc.constantFrom(false, false, false, true),
});
type Receipt = typeof anyReceipt extends fc.Arbitrary<infer R> ? R : never;

function saidBy(code: string, { asAt, delay, via, backfilled }: Receipt): Said & { asAt: string } {
  const receivedAt = `${addDays(day(asAt), delay)}T09:00:00Z`;
  const icb = { sender: { role: 'icb', org: ICB }, onBehalfOf: code } as const;
  const pcn = { sender: { role: 'pcn', org: 'U12345' }, onBehalfOf: code } as const;
  return {
    code,
    asAt,
    receivedAt,
    // One upload has one receipt, so what is received otherwise is of another upload.
    uploadId: `${via}-${asAt}-${delay}-${backfilled ? 'history' : 'news'}`,
    ...(via === 'icb' ? icb : {}),
    ...(via === 'pcn' ? pcn : {}),
    ...(backfilled ? { backfilledAt: '2024-06-01T09:00:00Z' } : {}),
  };
}

/** As `saidBy`, for the word of a supplier: an ICB may only pass it on. */
function seenBy(code: string, { via, ...receipt }: Receipt): Said & { asAt: string } {
  const said = saidBy(code, { ...receipt, via: 'itself' });
  return via === 'icb' ? { ...said, sender: { role: 'icb', org: ICB }, relayed: true } : said;
}

type Events = fc.Arbitrary<Fact[]>;

/** What a document or a return says of a day on which it was already true: true from its own date, else said. */
function dated(said: Said & { asAt: string }, on: string | null): Said & { asAt: string } {
  return on === null ? { ...said, effectiveOn: said.asAt } : { ...said, effectiveOn: on };
}

function extracts(code: string): Events {
  return fc
    .record({
      receipt: anyReceipt,
      supplier,
      on: fc.boolean(),
      since: fc.option(anyDay, { freq: 2 }),
      scheduledOn: fc.option(anyDay),
      accounts: fc.option(fc.tuple(fc.constantFrom(500, 5000), fc.constantFrom(80, 89, 90, 100))),
      coded: fc.constantFrom(null, 0, 4000, 4001, 7000),
    })
    .map(({ receipt, supplier, on, since, scheduledOn, accounts, coded }) => {
      const said = seenBy(code, receipt);
      return extract({
        ...said,
        supplier,
        on,
        since: since !== null && since <= said.asAt ? since : null,
        ...(scheduledOn === null ? {} : { scheduledOn }),
        ...(accounts === null && coded === null ? {} : { patients104: coded }),
        ...(accounts === null
          ? {}
          : { onlineAccounts: accounts[0], accountsWithAccess: (accounts[0] * accounts[1]) / 100 }),
      });
    });
}

function letters(code: string): Events {
  return fc
    .record({
      receipt: anyReceipt,
      to: fc.option(supplier, { freq: 2 }),
      sentOn: fc.option(anyDay, { freq: 8 }),
      sentTime: fc.constantFrom('10:00', '16:59', '17:00', '17:01', null),
      acknowledgedOn: fc.option(anyDay, { freq: 1 }),
      withdrawnOn: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, anyDay),
      document: document(LETTER_SEEN),
    })
    .map(({ receipt, ...values }) => [
      letter({ ...dated(saidBy(code, receipt), values.sentOn), ...values }),
    ]);
}

function dpias(code: string): Events {
  return fc
    .record({
      receipt: anyReceipt,
      completedOn: maybeDay,
      signed: yes,
      outcome: fc.constantFrom('opt-in' as const, 'opt-in' as const, 'automatic' as const, null),
      reviewOn: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, anyDay),
      document: document(DPIA_SEEN),
    })
    .map(({ receipt, ...values }) => [
      dpiaSaying({ ...dated(saidBy(code, receipt), values.completedOn), ...values }),
    ]);
}

function steps(code: string): Events {
  const all = ['advertised', 'website-updated', 'icb-told'] as const;
  return fc
    .record({ receipt: anyReceipt, on: anyDay, of: fc.subarray([...all], { minLength: 1 }) })
    .map(({ receipt, on, of }) =>
      of.map((step) => optInStep({ ...saidBy(code, receipt), step, on })),
    );
}

/** A letter of the days on which an hour decided, said on the day it was sent. */
function timelyLetters(code: string): Events {
  return fc
    .record({
      sentOn: fc.constantFrom('2022-10-31', '2022-11-04', '2022-11-05'),
      sentTime: fc.constantFrom('16:59', '17:00', '17:01', null),
      document: document(LETTER_SEEN),
    })
    .map((values) => [letter({ code, ...values })]);
}

/** An opt-in on EMIS after the switch-on, with the bulk coding and the extract that completes it (seed 002). */
function optInsAfterGoLive(code: string): Events {
  return fc
    .record({ on: anyDay, shownOn: anyDay, live: fc.boolean(), coded: fc.constantFrom(4000, 4001) })
    .map(({ on, shownOn, live, coded }) => [
      dpiaSaying({ code, completedOn: on, signed: true, outcome: 'opt-in', document: DPIA_SEEN }),
      ...optInSteps({ code, on }),
      bulk104({ code, doneOn: on }),
      ...extract({
        code,
        asAt: shownOn,
        on: live,
        patients104: coded,
        ...(live ? {} : { scheduledOn: '2023-12-04' }),
      }),
    ]);
}

/** A whole opt-in, as practices that chose one mostly sent it. */
function optIns(code: string): Events {
  return fc.record({ receipt: anyReceipt, on: anyDay }).map(({ receipt, on }) => {
    const said = saidBy(code, receipt);
    const paper = {
      completedOn: on,
      signed: true,
      outcome: 'opt-in',
      document: DPIA_SEEN,
    } as const;
    return [dpiaSaying({ ...dated(said, on), ...paper }), ...optInSteps({ ...said, on })];
  });
}

function plans(code: string): Events {
  return fc
    .record({
      receipt: anyReceipt,
      agreedOn: fc.option(anyDay, { freq: 6 }),
      leadNamed: yes,
      staffTraining: yesNo,
      recordReviewProcess: yesNo,
      targetOn: fc.option(anyDay, { freq: 6 }),
      reviewOn: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, anyDay),
      document: document(PLAN_SEEN),
    })
    .map(({ receipt, ...values }) => [
      planSaying({ ...dated(saidBy(code, receipt), values.agreedOn), ...values }),
    ]);
}

/** A whole plan, as practices that wrote one mostly sent it. */
function wholePlans(code: string): Events {
  const targets = fc.constantFrom('2023-03-31', '2023-11-30', '2024-03-31');
  return fc
    .record({ agreedOn: anyDay, targetOn: targets, document: document(PLAN_SEEN) })
    .map((values) => [plan({ code, ...values })]);
}

function bulkCodings(code: string): Events {
  return fc
    .record({ receipt: anyReceipt, doneOn: fc.option(anyDay, { freq: 6 }), actionPlanOn: maybeDay })
    .map(({ receipt, ...values }) => [
      bulk104({ ...dated(saidBy(code, receipt), values.doneOn), ...values }),
    ]);
}

function ownWords(code: string): Events {
  const status = fc.constantFrom(
    ...(['live', 'paused', 'opt-in', 'working-towards', 'not-started', 'other'] as const),
  );
  return fc
    .record({ receipt: anyReceipt, status, on: maybeDay })
    .map(({ receipt, ...values }) => [
      declared({ ...dated(saidBy(code, receipt), values.on), ...values }),
    ]);
}

function judgements(code: string): Events {
  return fc
    .record({
      receipt: anyReceipt,
      of: fc
        .constantFrom(LETTER_SEEN, DPIA_SEEN, PLAN_SEEN)
        .chain((of) => fc.constantFrom(of, of, newer(of))),
      judgement: fc.constantFrom(
        ...(['accepted', 'change-asked', 'change-asked', 'unsigned', 'undated'] as const),
      ),
    })
    .map(({ receipt, ...values }) => [
      review({ ...seenBy(code, { ...receipt, via: 'itself' }), ...values }),
    ]);
}

function exemptions(code: string): Events {
  return fc
    .record({
      receipt: anyReceipt,
      level: fc.constantFrom('icb' as const, 'national' as const),
      effectiveOn: anyDay,
      endsOn: anyDay,
    })
    .map(({ receipt, ...values }) => {
      const said = saidBy(code, { ...receipt, via: 'itself' });
      return [exemption({ ...said, ...values })];
    });
}

function registerNews(code: string): Events {
  const listings = fc
    .record({
      receipt: anyReceipt,
      status: fc.constantFrom(
        'active' as const,
        'active' as const,
        'closed' as const,
        'dormant' as const,
      ),
      openedOn: fc.constantFrom('1974-04-01', '2022-11-15', null),
      closedOn: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, anyDay),
    })
    .map(({ receipt, ...values }) => [
      listing({ ...saidBy(code, { ...receipt, via: 'itself' }), ...values }),
    ]);
  const memberships = fc
    .record({ receipt: anyReceipt, supplier: fc.option(supplier) })
    .map(({ receipt, ...values }) => [
      membership({ ...saidBy(code, { ...receipt, via: 'itself' }), ...values }),
    ]);
  const lists = fc
    .record({ receipt: anyReceipt, patients: fc.constantFrom(0, 8000, 8001, 12_000) })
    .map(({ receipt, patients }) => [
      listSize({ ...saidBy(code, { ...receipt, via: 'itself' }), patients }),
    ]);
  const mergers = anyReceipt.map((receipt) => [
    succession(saidBy(code, { ...receipt, via: 'itself' })),
  ]);
  return fc.oneof(listings, memberships, lists, mergers);
}

/** What the register mostly says first: an open practice with a list and a supplier. */
function beginnings(code: string): Events {
  const usual = fc
    .record({ supplier: fc.constantFrom('EMIS' as const, 'TPP' as const, 'Vision' as const) })
    .map(({ supplier }) => [listing({ code }), listSize({ code }), membership({ code, supplier })]);
  return fc.oneof(
    { weight: 5, arbitrary: usual },
    fc.constant<Fact[]>([listing({ code })]),
    fc.constant<Fact[]>([]),
  );
}

function events(code: string): Events {
  return fc.oneof(
    { weight: 6, arbitrary: extracts(code) },
    { weight: 4, arbitrary: letters(code) },
    { weight: 2, arbitrary: timelyLetters(code) },
    { weight: 1, arbitrary: optInsAfterGoLive(code) },
    { weight: 2, arbitrary: plans(code) },
    { weight: 2, arbitrary: wholePlans(code) },
    { weight: 2, arbitrary: dpias(code) },
    { weight: 2, arbitrary: steps(code) },
    { weight: 2, arbitrary: optIns(code) },
    { weight: 2, arbitrary: bulkCodings(code) },
    { weight: 2, arbitrary: ownWords(code) },
    { weight: 2, arbitrary: judgements(code) },
    { weight: 1, arbitrary: exemptions(code) },
    { weight: 2, arbitrary: registerNews(code) },
  );
}

/** Takes back some statement of the history, some days after it came in; anybody may try. */
const retractions = fc.record({
  of: fc.nat(),
  delay: fc.constantFrom(0, 1, 30),
  national: fc.boolean(),
});

/** A sender says otherwise, as at the same day: it takes the words of another statement of the kind. */
const corrections = fc.record({
  of: fc.nat(),
  words: fc.nat(),
  delay: fc.constantFrom(0, 1, 7, 30),
});

/** The same statement received again, by another upload. */
const repetitions = fc.record({ of: fc.nat(), delay: fc.constantFrom(-3, 0, 5, 45) });

/**
 * Any history of one practice: what the register, suppliers, ICB and practice said, in any order, late,
 * twice, contradicted and taken back, also of days still to come. At least one fact.
 */
export function anyHistory(code: string = PRACTICE): fc.Arbitrary<readonly Fact[]> {
  return fc
    .record({
      begun: beginnings(code),
      said: fc.array(events(code), { minLength: 1, maxLength: 10 }),
      retracted: fc.array(retractions, { maxLength: 2 }),
      corrected: fc.array(corrections, { maxLength: 4 }),
      repeated: fc.array(repetitions, { maxLength: 3 }),
    })
    .map(({ begun, said, retracted, corrected, repeated }) => {
      const facts = [...begun, ...said.flat()];
      for (const correction of corrected) facts.push(...correctionIn(facts, correction));
      const at = (i: number) => facts[i % facts.length]!;
      const again = repeated.map(({ of, delay }) => ({
        ...at(of),
        receivedAt: later(at(of), delay),
        source: { ...at(of).source, uploadId: `again-${historyOf(at(of))}` },
      }));
      const takenBack = retracted.map(({ of, delay, national }) =>
        retractionOf(at(of), {
          receivedAt: later(at(of), delay),
          ...(national ? { sender: { role: 'national' } } : {}),
        }),
      );
      return [...facts, ...again, ...takenBack];
    });
}

function correctionIn(
  facts: readonly Fact[],
  { of, words, delay }: { of: number; words: number; delay: number },
): Fact[] {
  const old = facts[of % facts.length]!;
  const others = facts.filter(({ kind, id }) => kind === old.kind && id !== old.id);
  const other = others[words % Math.max(1, others.length)];
  if (other === undefined) return [];
  const values = { ...other.values, ...('supplier' in old.values && supplierOf(old.values)) };
  const effectiveOn = ownDayOf(other) ?? old.asAt;
  const said = { ...other, asAt: old.asAt, effectiveOn, values } as Fact;
  const receivedAt = later(old, delay);
  const source = { ...old.source, uploadId: `correction-${receivedAt}-${historyOf(other)}` };
  return [{ ...said, id: statementId(said, source.sender), receivedAt, source } as Fact];
}

/** The day from which a statement is true by its own words; null where that is the day it speaks of. */
function ownDayOf(fact: Fact): string | null {
  switch (fact.kind) {
    case 'default-access':
      return fact.values.since;
    case 'pause-letter':
      return fact.values.sentOn;
    case 'dpia':
      return fact.values.completedOn;
    case 'plan':
      return fact.values.agreedOn;
    case 'bulk-104':
      return fact.values.doneOn;
    case 'opt-in-step':
    case 'declared-status':
      return fact.values.on;
    case 'exemption':
      return fact.effectiveOn;
    default:
      return null;
  }
}

const historyOf = ({ backfilledAt }: Fact) => (backfilledAt === undefined ? 'news' : 'history');
const supplierOf = ({ supplier }: { supplier: unknown }) => ({ supplier });

/** Histories of a few practices, all their facts together. */
export const anyHistories: fc.Arbitrary<readonly Fact[]> = fc
  .tuple(...['A81001', 'A81002', 'B81003'].map((code) => anyHistory(code as PracticeCode)))
  .map((histories) => histories.flat());

function later({ receivedAt }: Fact, days: number) {
  return endOfLondonDay(addDays(day(receivedAt.slice(0, 10)), days));
}
