import { sightOn } from '../../../../shared/alert/sight.ts';
import type { Scope } from '../../../../shared/alert/subscription.ts';
import { type Cover, coverOf } from '../../../../shared/alert/subscriptions/cover.ts';
import { type Places, placesIn } from '../../../../shared/alert/subscriptions/places.ts';
import type { Fact } from '../../../../shared/evidence/fact.ts';
import { groupByPractice } from '../../../../shared/state/practice-on-day.ts';
import { clocks, listing, membership, type Said } from '../../builders.ts';

/** A register file of a day: who is where. A practice that it leaves out has no row. */
export function file(
  asAt: string,
  icbs: Readonly<Record<string, string>>,
  said: Said = {},
): Fact[] {
  return Object.entries(icbs).map(([code, icb]) =>
    listing({ code, asAt, icb, subIcb: null, uploadId: `register-${asAt}`, ...said }),
  );
}

/** A practice map of a day, by PCN and sub-ICB location. */
export function map(
  asAt: string,
  places: Readonly<Record<string, { pcn?: string; subIcb?: string }>>,
): Fact[] {
  return Object.entries(places).map(([code, { pcn = null, subIcb = null }]) =>
    membership({
      code,
      asAt,
      pcn,
      pcnName: null,
      subIcb,
      subIcbName: null,
      icb: null,
      icbName: null,
    }),
  );
}

/** Practices `first` to `last` of A81, all with the same value. */
export function many<T>(first: number, last: number, value: T): Record<string, T> {
  const codes = Array.from(
    { length: last - first + 1 },
    (_, n) => `A81${String(first + n).padStart(3, '0')}`,
  );
  return Object.fromEntries(codes.map((code) => [code, value]));
}

export const icb = (code: string): Scope => ({ type: 'icb', code });

/** As known long after. */
export function placesOn(day: string, facts: readonly Fact[]): Places {
  return placesIn(
    sightOn(groupByPractice(facts), clocks(day, { knownAt: '2026-12-31T00:00:00Z' })),
  );
}

/** What a scope covers on a day by some facts. */
export function coverOn(day: string, scope: Scope, facts: readonly Fact[]): Cover {
  return coverOf({ scope }, placesOn(day, facts));
}

export function codesOf({ practices }: Pick<Cover, 'practices'>): readonly string[] {
  return [...practices].sort();
}
