import type { Problem, Warning } from '../read-result.ts';
import { rowsOf } from './also-in-rows.ts';
import type { Receipt } from './receipt.ts';

/** What a trouble costs, worst first. */
const COSTS = ['the file', 'the row', 'nothing'] as const;
export type Cost = (typeof COSTS)[number];

/** One thing that is wrong, in however many rows. */
export type Trouble = {
  readonly costs: Cost;
  /** How it was said of each row, in the order of the rows. */
  readonly said: readonly [Problem | Warning, ...(Problem | Warning)[]];
  /** Its rows as far as they are known by number, in their order. */
  readonly rows: readonly number[];
  /** How many rows it hits. */
  readonly count: number;
};

type Said = Pick<Receipt, 'problems' | 'warnings' | 'refused'>;

/**
 * Takes the problems and warnings of a receipt, gives what is wrong, worst first: what costs the whole
 * file, then what costs a row, then what costs nothing; of each of these what hits most rows comes
 * first. The one order for page, JSON and CSV. (Issue: receipts.)
 */
export function troublesOf({ problems, warnings, refused }: Said): readonly Trouble[] {
  const alike = new Map<string, { costs: Cost; said: (Problem | Warning)[] }>();
  const put = (said: Problem | Warning, costs: Cost) => {
    const key = [costs, said.column, whatIsWrong(said)].join('\n');
    const those = alike.get(key);
    if (those === undefined) alike.set(key, { costs, said: [said] });
    else those.said.push(said);
  };
  // Why a file was refused stands first among its problems.
  for (const [at, one] of problems.entries())
    put(one, refused && at === 0 ? 'the file' : 'the row');
  for (const one of warnings) put(one, 'nothing');
  return [...alike.values()].map(troubleOf).sort(worstThenMostRows);
}

/** The same receipt with its problems and its warnings in that order, each still on its own. */
export function worstFirst<R extends Said>(receipt: R): R {
  const said = troublesOf(receipt).flatMap((trouble) => trouble.said);
  const isProblem = (one: Problem | Warning): one is Problem => 'problem' in one;
  const problems = said.filter(isProblem);
  return { ...receipt, problems, warnings: said.filter((one) => !isProblem(one)) };
}

function troubleOf({
  costs,
  said,
}: {
  costs: Cost;
  said: readonly (Problem | Warning)[];
}): Trouble {
  const [first, ...others] = said.toSorted((a, b) => a.row - b.row);
  const entries = said.map(rowsSaid);
  const rows = [...new Set(entries.flatMap(({ named }) => named))].sort((a, b) => a - b);
  const unnamed = entries.reduce((sum, { count, named }) => sum + count - named.length, 0);
  return { costs, said: [first!, ...others], rows, count: rows.length + unnamed };
}

function rowsSaid(said: Problem | Warning): ReturnType<typeof rowsOf> {
  if ('warning' in said) return rowsOf(said);
  return { says: said.problem, named: [said.row], count: 1 };
}

function worstThenMostRows(a: Trouble, b: Trouble): number {
  if (a.costs !== b.costs) return COSTS.indexOf(a.costs) - COSTS.indexOf(b.costs);
  if (a.count !== b.count) return b.count - a.count;
  return a.rows[0]! - b.rows[0]!;
}

const DAY = /\b\d{1,2} [A-Z][a-z]+ \d{4}\b/g;
const CODE = /\b[A-Z]\d{5}\b/g;
const NUMBER = /\d[\d,]*/g;

/** Rows have the same trouble when the same is said of them, whatever their days, codes and numbers. */
function whatIsWrong(said: Problem | Warning): string {
  const [what = ''] = rowsSaid(said).says.split(':');
  return what.replace(DAY, 'a day').replace(CODE, 'a code').replace(NUMBER, 'a number');
}
