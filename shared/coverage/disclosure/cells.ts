import { DENOMINATORS } from '../coverage-row.ts';
import {
  BELOW_ENGLAND,
  type BelowEngland,
  type Counts,
  type Group,
  MEASURES,
  type Measure,
  NESTED,
} from './accounts.ts';
import { isFew } from './shown-count.ts';

/** The account counts of one row below England, under the denominator `open`. */
export type Cell = {
  readonly scope: BelowEngland;
  readonly code: string;
  /** The groups of the row, by their place in the list of all. */
  readonly groups: readonly number[];
  readonly practices: number;
  readonly counts: Counts;
  /** Its practices lie in several rows of the scopes around it: a PCN across ICBs, all of no known PCN. */
  readonly isScattered: boolean;
};

/** A count of 1 to 7 people that somebody may want to work out, as the groups it is the sum of. */
export type Target = {
  readonly measure: Measure;
  readonly count: number;
  readonly groups: readonly number[];
};

/** The rows that England's publication has below England, in a fixed order. */
export function cellsOf(groups: readonly Group[]): readonly Cell[] {
  return BELOW_ENGLAND.flatMap((scope) => {
    const byCode = gathered(groups, ({ codes }) => codes[scope]);
    const codes = [...byCode.keys()].sort();
    return codes.map((code) => {
      const members = byCode.get(code)!;
      const isScattered = new Set(members.map((i) => around(groups[i]!, scope))).size > 1;
      return { scope, code, isScattered, ...summed(groups, members) };
    });
  });
}

/** Where the row of a group lies, by the scopes that nest. */
function around({ codes }: Group, scope: BelowEngland): string {
  if (scope === 'supplier') return '';
  const outer = NESTED.slice(0, NESTED.indexOf(scope));
  return outer.map((one) => codes[one]).join('\n');
}

/**
 * Every small count among all rows published of a week: of England's tables and of each ICB's own, under
 * every denominator. Rows of the same groups are one target. Those of the fewest groups come first.
 */
export function targetsAmong(groups: readonly Group[]): readonly Target[] {
  const targets = new Map<string, Target>();
  for (const scope of BELOW_ENGLAND) {
    const own = (group: Group) => `${group.codes.icb}\n${group.codes[scope]}`;
    for (const rowOf of [(group: Group) => group.codes[scope], own]) {
      for (const members of gathered(groups, rowOf).values()) {
        for (const target of smallAmong(groups, members)) {
          targets.set([target.measure, ...target.groups].join(), target);
        }
      }
    }
  }
  return [...targets]
    .sort(([a, { groups: x }], [b, { groups: y }]) => x.length - y.length || (a < b ? -1 : 1))
    .map(([, target]) => target);
}

function smallAmong(groups: readonly Group[], members: readonly number[]): Target[] {
  return DENOMINATORS.flatMap((denominator) => {
    const row = members.filter((i) => groups[i]!.within.includes(denominator));
    const { counts } = summed(groups, row);
    return MEASURES.filter((measure) => isFew(counts[measure])).map((measure) => ({
      ...{ measure, count: counts[measure], groups: row },
    }));
  });
}

function gathered(
  groups: readonly Group[],
  rowOf: (group: Group) => string,
): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (const [i, group] of groups.entries()) {
    const code = rowOf(group);
    const row = rows.get(code);
    if (row === undefined) rows.set(code, [i]);
    else row.push(i);
  }
  return rows;
}

function summed(groups: readonly Group[], members: readonly number[]) {
  let [practices, online, withAccess] = [0, 0, 0];
  for (const i of members) {
    const group = groups[i]!;
    practices += group.practices;
    online += group.counts.online;
    withAccess += group.counts.withAccess;
  }
  return { groups: members, practices, counts: { online, withAccess } };
}
