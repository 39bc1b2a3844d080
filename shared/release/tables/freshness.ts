import { daysBetween } from '../../calendar/day.ts';
import { certaintyOf, freshFrom } from '../../coverage/bounds.ts';
import type { ScopeType } from '../../coverage/coverage-row.ts';
import { DENOMINATOR_RULES } from '../../coverage/denominators.ts';
import type { PlaceNames } from '../../coverage/names.ts';
import type { PracticeOnDay } from '../../coverage/practice-on-day.ts';
import { byCodeNotKnownLast, CUTS, NOT_KNOWN } from '../../coverage/scopes.ts';
import type { Column, Row, Table } from '../../coverage/table.ts';
import type { PolicyInForce } from '../../policy/entry.ts';

const COLUMNS = [
  { key: 'scope_type', heading: 'Level', holds: 'text' },
  { key: 'scope_code', heading: 'Code', holds: 'code' },
  { key: 'scope_name', heading: 'Name', holds: 'text' },
  { key: 'practices', heading: 'Open practices', holds: 'count' },
  { key: 'days_0_to_7', heading: 'Seen in the last 7 days', holds: 'count' },
  { key: 'days_8_to_14', heading: '8 to 14 days ago', holds: 'count' },
  { key: 'days_15_to_28', heading: '15 to 28 days ago', holds: 'count' },
  { key: 'days_29_to_45', heading: '29 to 45 days ago', holds: 'count' },
  { key: 'over_45_days', heading: 'Over 45 days ago', holds: 'count' },
  { key: 'never', heading: 'Never seen', holds: 'count' },
  {
    key: 'unknown',
    heading: 'Unknown',
    holds: 'count',
    note: 'Never seen, not seen lately enough by the policy of the day, or in conflict: the room between the bounds.',
  },
  { key: 'latest_extract', heading: 'Latest extract', holds: 'day' },
] as const satisfies readonly Column[];
export type FreshnessColumn = (typeof COLUMNS)[number]['key'];

const LEVELS: readonly ScopeType[] = ['national', 'region', 'icb', 'supplier'];
/** Upper ends, in days. */
const AGES = [
  ['days_0_to_7', 7],
  ['days_8_to_14', 14],
  ['days_15_to_28', 28],
  ['days_29_to_45', 45],
] as const;

type Ask = {
  readonly policy: PolicyInForce;
  readonly names: PlaceNames;
  readonly levels?: readonly ScopeType[];
};
type Counted = 'practices' | (typeof AGES)[number][0] | 'over_45_days' | 'never' | 'unknown';
type Count = Record<Counted, number> & { latest: string | null };

/** How lately each open practice was seen in a supplier's extract, by level: the ages add up to the practices. */
export function freshnessTable(
  practices: readonly PracticeOnDay[],
  { policy, names, levels = LEVELS }: Ask,
): Table<FreshnessColumn> {
  const open = practices.filter(DENOMINATOR_RULES.open);
  return {
    name: 'freshness',
    title: 'When practices were last heard of',
    says: 'Open practices by the age of the latest supplier extract that shows them. A practice that was not seen lately is counted as unknown between the bounds.',
    columns: COLUMNS,
    rows: levels.flatMap((level) => rowsOf(level, open, { policy, names })),
  };
}

function rowsOf(
  level: ScopeType,
  open: readonly PracticeOnDay[],
  { policy, names }: Ask,
): Row<FreshnessColumn>[] {
  const { codeOf, nameOf, notKnown } = CUTS[level];
  const counts = new Map<string, Count>();
  // England has its row even where nothing is open yet, as in the coverage.
  if (level === 'national') counts.set('ENGLAND', noneYet());
  for (const practice of open) {
    const code = codeOf(practice) ?? NOT_KNOWN;
    const count = counts.get(code) ?? noneYet();
    add(count, practice, policy);
    counts.set(code, count);
  }
  return [...counts.keys()].sort(byCodeNotKnownLast).map((code) => {
    const { latest, ...rest } = counts.get(code)!;
    const name = code === NOT_KNOWN ? notKnown : nameOf(code, names);
    return {
      scope_type: level,
      scope_code: code,
      scope_name: name,
      ...rest,
      latest_extract: latest,
    };
  });
}

function noneYet(): Count {
  const ages = { days_0_to_7: 0, days_8_to_14: 0, days_15_to_28: 0, days_29_to_45: 0 };
  return { practices: 0, ...ages, over_45_days: 0, never: 0, unknown: 0, latest: null };
}

function add(count: Count, practice: PracticeOnDay, policy: PolicyInForce): void {
  const seen = practice.configurationSeenOn;
  count.practices += 1;
  count[seen === null ? 'never' : ageOf(daysBetween(seen, policy.validAt))] += 1;
  if (certaintyOf(practice, freshFrom(policy)) === 'unknown') count.unknown += 1;
  if (seen !== null && (count.latest === null || seen > count.latest)) count.latest = seen;
}

function ageOf(days: number): Counted {
  return AGES.find(([, most]) => days <= most)?.[0] ?? 'over_45_days';
}
