import * as highsModule from 'highs';
import type { PracticeOnDay } from '../../../../shared/coverage/practice-on-day.ts';
import type { PublishedRow } from './published.ts';

// The types are those of its CommonJS build, which has one default within another.
const { default: load } = highsModule as unknown as typeof highsModule.default;
const highs = await load();

const COLUMNS = { online: 'online_accounts', withAccess: 'accounts_with_access' } as const;
type Measure = keyof typeof COLUMNS;
const MEASURES: readonly Measure[] = ['online', 'withAccess'];

/** A hidden count: what it is, and which practices it is the sum of. */
export type HiddenCount = {
  readonly name: string;
  readonly measure: Measure;
  readonly members: readonly PracticeOnDay[];
  readonly count: number;
};

type Range = readonly [least: number, greatest: number];

/**
 * Somebody who has every published row and knows which practice belongs where. Told more than anybody is: of
 * each `[c]` in England's own tables, whether it is a small count or hides for the sake of another.
 */
export type Attacker = {
  /** The least and the greatest that a hidden count can be. */
  readonly rangeOf: (hidden: HiddenCount) => Range;
};

/** The hidden counts of 1 to 7 people, each once. */
export function smallCounts(published: readonly PublishedRow[]): readonly HiddenCount[] {
  const found = new Map<string, HiddenCount>();
  for (const { row, members } of published) {
    // England's counts are no secret: they are left out of two rows for the sake of the places.
    if (row.scope_type === 'national') continue;
    for (const measure of MEASURES) {
      const count = sumOf(members, measure);
      if (row[COLUMNS[measure]] !== '[c]' || !isSmall(count)) continue;
      const name = `${measure} of ${row.scope_type} ${row.scope_code}, ${row.denominator}`;
      found.set(`${measure} ${members.map(({ decision }) => decision.practice)}`, {
        ...{ name, measure, members, count },
      });
    }
  }
  return [...found.values()];
}

/** `knows` nothing but England's exact totals: what is given away even if all else is hidden. */
export function attackerWith(
  practices: readonly PracticeOnDay[],
  published: readonly PublishedRow[],
  knows: 'all' | 'totals' = 'all',
): Attacker {
  const unknowns = new Map(practices.map((practice, i) => [practice, i]));
  const sum = (members: readonly PracticeOnDay[], measure: Measure) =>
    members.map((practice) => `${measure}${unknowns.get(practice)}`).join(' + ');
  const known = new Set<string>();
  for (const one of published.filter(({ members }) => members.length > 0)) {
    for (const measure of MEASURES) {
      const isTotal = one.row.scope_type === 'national';
      const figure = knows === 'all' || isTotal ? one.row[COLUMNS[measure]]! : '[c]';
      for (const bound of boundsOf(figure, one, sumOf(one.members, measure))) {
        known.add(`${sum(one.members, measure)} ${bound}`);
      }
    }
  }
  const counted = practices.filter(
    (p) => p.onlineAccounts !== null && p.accountsWithAccess !== null,
  );
  for (const practice of counted) {
    const i = unknowns.get(practice);
    known.add(`online${i} - withAccess${i} >= 0`);
  }
  const names = counted.flatMap((p) => MEASURES.map((measure) => sum([p], measure)));
  const rest = `Subject To\n${[...known].join('\n')}\nGeneral\n${names.join(' ')}\nEnd`;
  const extreme = (goal: string, { measure, members }: HiddenCount): number => {
    // Its presolve has been seen to call such a problem infeasible, and to give too narrow a range.
    const solved = highs.solve(`${goal}\n${sum(members, measure)}\n${rest}`, { presolve: 'off' });
    if (solved.Status === 'Unbounded' || solved.Status === 'Primal infeasible or unbounded') {
      return Number.POSITIVE_INFINITY;
    }
    if (solved.Status !== 'Optimal') throw new Error(`solver: ${solved.Status}`);
    return Math.round(solved.ObjectiveValue);
  };
  return {
    rangeOf: (hidden) => [extreme('Minimize', hidden), extreme('Maximize', hidden)],
  };
}

/** What a figure says of the sum behind it, as right-hand sides of the solver's language. */
function boundsOf(figure: string | number, one: PublishedRow, count: number) {
  if (typeof figure === 'number') {
    if (one.row.scope_type === 'national' || figure === 0) return [`= ${figure}`];
    return [`>= ${Math.max(8, figure - 2)}`, `<= ${figure + 2}`];
  }
  const isOwnCell = one.isOfEngland && one.row.denominator === 'open' && !one.isScattered;
  return isOwnCell && isSmall(count) ? ['>= 1', '<= 7'] : [];
}

function isSmall(count: number): boolean {
  return count >= 1 && count <= 7;
}

function sumOf(members: readonly PracticeOnDay[], measure: Measure): number {
  return members.reduce(
    (total, { onlineAccounts, accountsWithAccess }) =>
      total + (measure === 'online' ? onlineAccounts! : accountsWithAccess!),
    0,
  );
}
