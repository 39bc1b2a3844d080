import type { Clocks } from '../calendar/clocks.ts';
import type { Day } from '../calendar/day.ts';
import type { Place, PracticeOnDay } from '../coverage/practice-on-day.ts';
import type { Fact, FactOf } from '../evidence/fact.ts';
import { knownFacts } from '../evidence/known.ts';
import type { PolicyInForce } from '../policy/entry.ts';
import type { PracticeCode } from '../practice/code.ts';
import type { View } from './clauses.ts';
import { decisionOn, viewOf } from './decide.ts';
import type { Decision } from './decision.ts';
import { listFileOn, listFilesKnown } from './list-file.ts';
import { countIn } from './picture.ts';
import { holdingOn, registerOnDay } from './register-on-day.ts';
import type { Moment } from './touched.ts';

/** Sorts the facts of many practices by practice, codes in code-unit order. */
export function groupByPractice(
  facts: readonly Fact[],
): ReadonlyMap<PracticeCode, readonly Fact[]> {
  const groups = new Map<PracticeCode, Fact[]>();
  for (const fact of facts) {
    const group = groups.get(fact.practice);
    if (group === undefined) groups.set(fact.practice, [fact]);
    else group.push(fact);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Every practice's decision and figures on one day, for the coverage tables. Takes all facts there are,
 * since a practice's absence from the latest complete list file says something too.
 */
export function practicesOnDay(
  factsByPractice: ReadonlyMap<PracticeCode, readonly Fact[]>,
  at: Clocks,
  policy: PolicyInForce,
): readonly PracticeOnDay[] {
  const listDay = listFileOn(listFilesKnown(factsByPractice, at.knownAt), at.validAt);
  const moment = { clocks: at, policy };
  const practices: PracticeOnDay[] = [];
  for (const facts of factsByPractice.values()) {
    const practice = practiceOnDay(facts, moment, listDay);
    if (practice !== null) practices.push(practice);
  }
  return practices;
}

/**
 * One practice's decision and figures, from all facts of it; null where nothing was known of it.
 * `listDay`: the date of the complete list file that holds on the day.
 */
export function practiceOnDay(
  facts: readonly Fact[],
  moment: Moment,
  listDay: Day | undefined,
): PracticeOnDay | null {
  return practiceInView(facts, moment, listDay)?.practice ?? null;
}

/** A practice on a day, beside what its clauses looked at: for rules that ask for more than the status. */
export type PracticeInView = {
  readonly practice: PracticeOnDay;
  readonly view: View;
  /** All that was known of it. */
  readonly known: readonly Fact[];
};

/** The same as `practiceOnDay`, with the view and the facts that it was made from. */
export function practiceInView(
  facts: readonly Fact[],
  { clocks, policy }: Moment,
  listDay: Day | undefined,
): PracticeInView | null {
  const known = knownFacts(facts, clocks.knownAt);
  const code = known[0]?.practice;
  if (code === undefined) return null;
  const view = viewOf(code, known, clocks, policy);
  const decision = decisionOn(view, () => knownFacts(facts, clocks.knownAt), clocks);
  return { practice: onDay(view, decision, known, listDay), view, known };
}

function onDay(
  { picture, plan }: View,
  decision: Decision,
  facts: readonly Fact[],
  listDay: Day | undefined,
): PracticeOnDay {
  const { register, supplier, list, configuration, declared, on } = picture;
  const listed = list !== null && isInListFile(list.asAt, listDay, on);
  return {
    decision,
    name: register.listing?.values.name ?? null,
    place: placeOn(facts, register.listing, on),
    supplier: supplier.supplier,
    listed,
    patients: listed ? list.values.patients : 0,
    onlineAccounts: countIn(picture, 'onlineAccounts'),
    accountsWithAccess: countIn(picture, 'accountsWithAccess'),
    patients104: countIn(picture, 'patients104'),
    configurationSeenOn: configuration.held?.asAt ?? null,
    declaredLive: declared?.values.status === 'live',
    declared: declared === null ? null : { ...declared.values, asAt: declared.asAt },
    observedOn: configuration.held?.values.on ?? null,
    bookedFor: picture.booking?.values.on ?? null,
    planInForce: plan.begun && plan.lacked.length === 0,
    exemptNationally: picture.exemptions.some((e) => e.values.level === 'national'),
    outOfScope: register.outOfScope?.reason ?? null,
  };
}

/** Absence from the complete file that holds ends a list; a later file up to the day begins it again. */
function isInListFile(asAt: Day, listDay: Day | undefined, on: Day): boolean {
  return listDay === undefined || asAt === listDay || (asAt > listDay && asAt <= on);
}

type Locating = FactOf<'listing'> | FactOf<'membership'>;

/** Where a practice is on a day, by what was known: the same as in the figures. `facts`: all of the one practice. */
export function placeOf(facts: readonly Fact[], at: Clocks): Place {
  const known = knownFacts(facts, at.knownAt);
  const listings = known.filter((fact) => fact.kind === 'listing');
  const [code] = known.map((fact) => fact.practice);
  if (code === undefined) return { region: null, icb: null, subIcb: null, pcn: null };
  return placeOn(known, registerOnDay(code, listings, at.validAt).listing, at.validAt);
}

/** Each part of the address from the statement nearest to the day that gives it: the link to an ICB is dated. */
function placeOn(facts: readonly Fact[], listing: FactOf<'listing'> | null, on: Day): Place {
  const memberships = facts.filter((f) => f.kind === 'membership').sort(latestReceiptFirst);
  const pcn = holdingOn(memberships, on)?.values.pcn ?? null;
  const locating: Locating[] = listing === null ? memberships : [listing, ...memberships];
  const part = (field: 'region' | 'icb' | 'subIcb') =>
    holdingOn(
      locating.filter((l) => l.values[field] !== null),
      on,
    )?.values[field] ?? null;
  return { region: part('region'), icb: part('icb'), subIcb: part('subIcb'), pcn };
}

function latestReceiptFirst(a: Fact, b: Fact): number {
  if (a.receivedAt !== b.receivedAt) return a.receivedAt > b.receivedAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
