import { DENOMINATORS, type Denominator } from '../coverage-row.ts';
import { DENOMINATOR_RULES } from '../denominators.ts';
import type { PracticeOnDay } from '../practice-on-day.ts';
import { CUTS, NOT_KNOWN } from '../scopes.ts';

/** The two counts of people of a coverage row. */
export const MEASURES = ['online', 'withAccess'] as const;
export type Measure = (typeof MEASURES)[number];
export type Counts = Readonly<Record<Measure, number>>;

/** The scopes below England of which each lies within the one before it, but for a few. */
export const NESTED = ['region', 'icb', 'sub-icb', 'pcn'] as const;
export const BELOW_ENGLAND = [...NESTED, 'supplier'] as const;
export type BelowEngland = (typeof BELOW_ENGLAND)[number];

/**
 * The practices that every published table has on the same row of each cut and in the same denominators:
 * whoever reads all the tables can tell such a group from others, and nothing within it apart.
 */
export type Group = {
  readonly codes: Readonly<Record<BelowEngland, string>>;
  /** Every denominator that it is in; `open` always. */
  readonly within: readonly Denominator[];
  /** How many practices have both counts. */
  readonly practices: number;
  readonly counts: Counts;
};

/** Groups the open practices whose two counts are known. Sorted, so that the order of practices changes nothing. */
export function groupsOf(practices: readonly PracticeOnDay[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const practice of practices) {
    const { onlineAccounts: online, accountsWithAccess: withAccess } = practice;
    if (online === null || withAccess === null || !DENOMINATOR_RULES.open(practice)) continue;
    const codes = codesOf(practice);
    const within = DENOMINATORS.filter((name) => DENOMINATOR_RULES[name](practice));
    const key = [...BELOW_ENGLAND.map((scope) => codes[scope]), within.length].join('\n');
    const { practices: others, counts } = groups.get(key) ?? NOBODY;
    groups.set(key, {
      ...{ codes, within, practices: others + 1 },
      counts: { online: counts.online + online, withAccess: counts.withAccess + withAccess },
    });
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

const NOBODY = { practices: 0, counts: { online: 0, withAccess: 0 } };

function codesOf(practice: PracticeOnDay): Group['codes'] {
  const code = (scope: BelowEngland) => CUTS[scope].codeOf(practice) ?? NOT_KNOWN;
  return {
    region: code('region'),
    icb: code('icb'),
    'sub-icb': code('sub-icb'),
    pcn: code('pcn'),
    supplier: code('supplier'),
  };
}
