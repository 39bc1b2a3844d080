import type { Clocks } from '../calendar/clocks.ts';
import type { Fact, FactOf } from '../evidence/fact.ts';
import { knownFacts } from '../evidence/known.ts';

/** What places are called, by their codes. */
export type PlaceNames = {
  readonly region: ReadonlyMap<string, string>;
  readonly icb: ReadonlyMap<string, string>;
  readonly subIcb: ReadonlyMap<string, string>;
  readonly pcn: ReadonlyMap<string, string>;
};

/** The seven NHS England regions, for a register without a practice map (epraccur gives codes only). */
const REGIONS: readonly (readonly [code: string, name: string])[] = [
  ['Y56', 'London'],
  ['Y58', 'South West'],
  ['Y59', 'South East'],
  ['Y60', 'Midlands'],
  ['Y61', 'East of England'],
  ['Y62', 'North West'],
  ['Y63', 'North East and Yorkshire'],
];

/**
 * Takes the facts of all practices, gives the latest name of each place by the practice maps among
 * them. With `at`, names are those of that day as known at that instant: the latest said as at the
 * day or before, else the earliest said after it (the register's own rule). Order changes nothing.
 */
export function placeNames(
  facts: readonly Fact[],
  at?: Pick<Clocks, 'validAt' | 'knownAt'>,
): PlaceNames {
  const said = membershipsIn(facts, at).sort(at === undefined ? latestLast : nearestLast(at));
  const names = {
    region: new Map(REGIONS),
    icb: new Map<string, string>(),
    subIcb: new Map<string, string>(),
    pcn: new Map<string, string>(),
  };
  for (const { values } of said) {
    put(names.region, values.region, values.regionName);
    put(names.icb, values.icb, values.icbName);
    put(names.subIcb, values.subIcb, values.subIcbName);
    put(names.pcn, values.pcn, values.pcnName);
  }
  return names;
}

type Membership = FactOf<'membership'>;

function membershipsIn(
  facts: readonly Fact[],
  at: Pick<Clocks, 'knownAt'> | undefined,
): Membership[] {
  const isMembership = (fact: Fact): fact is Membership => fact.kind === 'membership';
  if (at === undefined) return facts.filter(isMembership);
  const telling = facts.filter(({ kind }) => kind === 'membership' || kind === 'retraction');
  return knownFacts(telling, at.knownAt).filter(isMembership);
}

function put(names: Map<string, string>, code: string | null, name: string | null): void {
  if (code !== null && name !== null) names.set(code, name);
}

/** Oldest first, so that the name put last stays; the id settles two of one receipt. */
function latestLast(a: Membership, b: Membership): number {
  if (a.asAt !== b.asAt) return a.asAt < b.asAt ? -1 : 1;
  if (a.receivedAt !== b.receivedAt) return a.receivedAt < b.receivedAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** Names said after the day come first, furthest first, since any said by then is nearer the mark. */
function nearestLast({ validAt }: Pick<Clocks, 'validAt'>) {
  return (a: Membership, b: Membership): number => {
    const [isLaterA, isLaterB] = [a.asAt > validAt, b.asAt > validAt];
    if (isLaterA !== isLaterB) return isLaterA ? -1 : 1;
    if (isLaterA && a.asAt !== b.asAt) return a.asAt > b.asAt ? -1 : 1;
    return latestLast(a, b);
  };
}
