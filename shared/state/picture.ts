import type { Day } from '../calendar/day.ts';
import type { Fact, FactOf } from '../evidence/fact.ts';
import type { PracticeCode } from '../practice/code.ts';
import { type Configuration, configurationOn, latestExtractOf } from './configuration.ts';
import { type Letters, lettersOn } from './letters.ts';
import {
  byJudgement,
  type Folded,
  foldOn,
  isSameLetter,
  isUpToReview,
  judgements,
  newestDocumentOn,
  type Said,
} from './paper.ts';
import { holdingOn, type RegisterOnDay, registerOnDay } from './register-on-day.ts';
import { latestWordFirst, type SortedFacts, sortFacts } from './sorted-facts.ts';
import { type SupplierInForce, supplierInForce, supplierStatements } from './supplier-in-force.ts';

export type OptInStep = FactOf<'opt-in-step'>['values']['step'];

/** All that the clauses look at: what was known of one practice, as it stood on one day. */
export type Picture = {
  readonly practice: PracticeCode;
  readonly on: Day;
  readonly register: RegisterOnDay;
  readonly supplier: SupplierInForce;
  readonly configuration: Configuration;
  /** The latest extract of the supplier in force, whether or not its configuration holds yet. */
  readonly latestExtract: ReturnType<typeof latestExtractOf>;
  /** The switch-on date in the latest extract; a blank there has cancelled earlier ones. */
  readonly booking: FactOf<'switch-on-booked'> | null;
  /** The first extract in which that same date was booked. */
  readonly bookedSince: FactOf<'switch-on-booked'> | null;
  readonly counts: FactOf<'access-counts'> | null;
  /** Earlier words of its sender as at the same day, the latest first: they fill what it left empty. */
  readonly countsBefore: readonly FactOf<'access-counts'>[];
  /** The first counts on or after the bulk 104 coding. */
  readonly countsSinceBulk: FactOf<'access-counts'> | null;
  readonly list: FactOf<'list-size'> | null;
  readonly letters: Letters;
  /** Every statement about letters, standing or withdrawn. */
  readonly letterFacts: readonly FactOf<'pause-letter'>[];
  readonly dpia: Folded<'dpia'>;
  readonly plan: Folded<'plan'>;
  readonly steps: ReadonlyMap<OptInStep, FactOf<'opt-in-step'>>;
  readonly bulk104: Folded<'bulk-104'>;
  readonly declared: FactOf<'declared-status'> | null;
  readonly exemptions: readonly FactOf<'exemption'>[];
  /** The latest judgement on each document that stands, by its SHA-256. */
  readonly judged: ReadonlyMap<string, FactOf<'review'>>;
  /** Where the ICB has asked for a change: the newest document of each letter, of the DPIA and of the plan. */
  readonly newestDocuments: readonly Paper[];
  /** All that fell with documents that were judged out, also what speaks of later days. */
  readonly fallen: readonly Fact[];
  /** Of that, what speaks of the day or before. */
  readonly judgedOut: {
    readonly letters: readonly FactOf<'pause-letter'>[];
    readonly dpia: readonly FactOf<'dpia'>[];
    readonly plan: readonly FactOf<'plan'>[];
  };
};

/** Puts the picture together from what was known; pure, and the same for any order of the facts. */
export function pictureOf(practice: PracticeCode, known: readonly Fact[], on: Day): Picture {
  const facts = sortFacts(known);
  const suppliers = supplierStatements(facts);
  const supplier = supplierInForce(suppliers, on);
  const judged = judgements(facts);
  const letters = byJudgement(facts['pause-letter'], judged, isSameLetter);
  const dpia = byJudgement(facts.dpia, judged, isUpToReview);
  const plan = byJudgement(facts.plan, judged, isUpToReview);
  const bulk104 = foldOn(facts['bulk-104'], on);
  const lettersThen = lettersOn(letters.standing, {
    on,
    supplier,
    supplierThen: (sentOn) => supplierInForce(suppliers, sentOn),
  });
  return {
    practice,
    on,
    register: registerOnDay(practice, facts.listing, on),
    supplier,
    configuration: configurationOn(facts['default-access'], supplier.supplier, on),
    ...bookingOn(facts, supplier, on),
    ...countsOn(facts, supplier, on),
    countsSinceBulk: firstCountsFrom(bulk104.doneOn?.value, facts, supplier, on),
    list: holdingOn([...facts['list-size']].sort(latestWordFirst), on) ?? null,
    letters: lettersThen,
    letterFacts: letters.standing,
    dpia: foldOn(dpia.standing, on),
    plan: foldOn(plan.standing, on),
    steps: stepsBy(facts, on),
    bulk104,
    declared: firstUpTo(facts['declared-status'], on),
    exemptions: exemptionsOn(facts, on),
    judged,
    newestDocuments: isChangeAskedIn(judged)
      ? newestIn([dpia.standing, plan.standing, ...saidByLetter(lettersThen)], on)
      : [],
    fallen: [...letters.out, ...dpia.out, ...plan.out],
    judgedOut: {
      letters: letters.out.filter((l) => (l.values.sentOn ?? l.effectiveOn) <= on),
      dpia: dpia.out.filter((d) => d.effectiveOn <= on),
      plan: plan.out.filter((p) => p.effectiveOn <= on),
    },
  };
}

type Paper = FactOf<'dpia' | 'plan' | 'pause-letter'>;

function isChangeAskedIn(judged: Picture['judged']): boolean {
  return judged.values().some(({ values }) => values.judgement === 'change-asked');
}

function newestIn(papers: readonly (readonly Paper[])[], on: Day): readonly Paper[] {
  return papers.map((said) => newestDocumentOn(said, on)).filter((f) => f !== undefined);
}

/** Each letter is a paper of its own; all that were sent without a day are one. */
function saidByLetter({ standing, elsewhere, undated }: Letters): readonly (readonly Paper[])[] {
  return [...standing.map(({ said }) => said), ...elsewhere.map(({ said }) => said), undated];
}

function bookingOn(facts: SortedFacts, { supplier }: SupplierInForce, on: Day) {
  const extract = latestExtractOf(facts, supplier, on);
  const own = facts['switch-on-booked'].filter(
    (b) => b.values.supplier === supplier && b.asAt <= on,
  );
  const booking = own.filter((b) => b.asAt === extract?.asAt).sort(latestWordFirst)[0] ?? null;
  const same = own.filter((b) => b.values.on === booking?.values.on);
  const bookedSince = same.sort(latestWordFirst).at(-1) ?? null;
  return { latestExtract: extract, booking, bookedSince };
}

function countsOn(
  facts: SortedFacts,
  { supplier }: SupplierInForce,
  on: Day,
): Pick<Picture, 'counts' | 'countsBefore'> {
  const own = facts['access-counts'].filter((c) => c.values.supplier === supplier);
  const counts = firstUpTo(own, on);
  if (counts === null || own.length === 1) return { counts, countsBefore: [] };
  const countsBefore = own.filter(
    (c) => c !== counts && c.effectiveOn <= on && isOfSameRow(c, counts),
  );
  return { counts, countsBefore: countsBefore.sort(latestWordFirst) };
}

function isOfSameRow({ asAt, source }: Fact, counts: Fact): boolean {
  const [{ sender }, other] = [source, counts.source.sender];
  return asAt === counts.asAt && sender.role === other.role && sender.org === other.org;
}

/** A count as the latest extract gives it; what a corrected row left empty was said before. */
export function countIn(
  { counts, countsBefore }: Pick<Picture, 'counts' | 'countsBefore'>,
  name: Exclude<keyof FactOf<'access-counts'>['values'], 'supplier'>,
): number | null {
  return (
    counts?.values[name] ?? countsBefore.find((c) => c.values[name] !== null)?.values[name] ?? null
  );
}

function firstCountsFrom(
  from: Day | undefined,
  facts: SortedFacts,
  { supplier }: SupplierInForce,
  on: Day,
) {
  if (from === undefined) return null;
  const since = facts['access-counts'].filter(
    (c) => c.values.supplier === supplier && c.asAt >= from && c.asAt <= on,
  );
  return since.sort(latestWordFirst).at(-1) ?? null;
}

/** An exemption said again for the same start is a correction: the latest word gives its end. */
function exemptionsOn(facts: SortedFacts, on: Day): readonly FactOf<'exemption'>[] {
  const latest = new Map<string, FactOf<'exemption'>>();
  for (const said of [...facts.exemption].sort(latestWordFirst)) {
    const key = `${said.values.level} ${said.effectiveOn}`;
    if (!latest.has(key)) latest.set(key, said);
  }
  return [...latest.values()].filter((e) => e.effectiveOn <= on && on <= e.values.endsOn);
}

function firstUpTo<F extends Fact>(said: readonly F[], on: Day): F | null {
  let first: F | null = null;
  for (const fact of said) {
    if (fact.effectiveOn > on) continue;
    // What was said as at a later day speaks of this one only where nothing nearer does.
    if (first === null || isNearer(fact, first, on)) first = fact;
  }
  return first;
}

function isNearer(a: Fact, b: Fact, on: Day): boolean {
  const [aPast, bPast] = [a.asAt <= on, b.asAt <= on];
  if (aPast !== bPast) return aPast;
  if (!aPast && a.asAt !== b.asAt) return a.asAt < b.asAt;
  return latestWordFirst(a, b) < 0;
}

function stepsBy(facts: SortedFacts, on: Day): ReadonlyMap<OptInStep, FactOf<'opt-in-step'>> {
  const steps = new Map<OptInStep, FactOf<'opt-in-step'>>();
  for (const said of [...facts['opt-in-step']].sort(latestWordFirst)) {
    if (said.values.on <= on && !steps.has(said.values.step)) steps.set(said.values.step, said);
  }
  return steps;
}

type Document = Readonly<Record<string, Said<unknown> | undefined>>;

/** The statements behind a folded document, each once. */
export function saidIn(folded: Document): Fact[] {
  const said = Object.values(folded).filter((s) => s !== undefined);
  return [...new Set(said.flatMap((s) => [s.by, s.first]))];
}

/** Those, and the ones that mark where what they say begins. */
export function heardIn(folded: Document): Fact[] {
  const broken = Object.values(folded).map((s) => s?.brokenBy ?? null);
  return [...saidIn(folded), ...broken.filter((fact) => fact !== null)];
}
