import { coverage, placeNames } from '../shared/coverage/coverage.ts';
import type { AccountsShown } from '../shared/coverage/disclosure/accounts-shown.ts';
import type { Fact } from '../shared/evidence/fact.ts';
import { policyInForce } from '../shared/policy/timeline.ts';
import type { PracticeCode } from '../shared/practice/code.ts';
import { groupByPractice, practicesOnDay } from '../shared/state/practice-on-day.ts';
import { aim, ms } from './report.ts';
import { AT, factsOf, sampleFiles } from './sample-facts.ts';

const SIZES = [10_000, 100_000, 1_000_000] as const;
/** A practice of a million may cost so many times one of ten thousand and still be called linear. */
const LINEAR = 1.25;

/**
 * A million practices with the history of one ICB's: the facts of the sample's first ICB again and again
 * under other codes, an ICB at a time, so that only one is in memory. Prints what a practice costs at
 * each size. Throws where the sum of the ICBs is not every practice.
 */
export async function million(): Promise<readonly string[]> {
  const facts = oneIcb(factsOf(sampleFiles()));
  const codes = [...new Set(facts.map(({ practice }) => practice))].sort();
  icbAfterIcb(facts, codes, 10_000);
  const each = SIZES.map((size) => {
    const began = performance.now();
    icbAfterIcb(facts, codes, size);
    return (performance.now() - began) / size;
  });
  const lines = SIZES.map((size, at) => {
    const took = ms(each[at]! * size);
    return `${size.toLocaleString('en-GB')} practices: ${took}, ${(each[at]! * 1000).toFixed(0)} µs each`;
  });
  const growth = each.at(-1)! / each[0]!;
  const most = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  return [
    `${facts.length} facts of ${codes.length} practices stand for each ICB`,
    ...lines,
    `one of a million beside one of ten thousand: ${growth.toFixed(2)} times, ${aim(growth < LINEAR, 'linear')}; most memory, the sample's making included: ${most} MiB`,
  ];
}

function oneIcb(facts: readonly Fact[]): readonly Fact[] {
  const icbs = facts.flatMap((fact) => (fact.kind === 'membership' ? [fact] : []));
  const [first] = icbs.map(({ values }) => values.icb).sort();
  const own = new Set(icbs.filter(({ values }) => values.icb === first).map((f) => f.practice));
  return facts.filter(({ practice }) => own.has(practice));
}

function icbAfterIcb(facts: readonly Fact[], codes: readonly PracticeCode[], size: number): void {
  const policy = policyInForce(AT);
  const names = placeNames([]);
  const ask = { by: 'national', denominator: 'open', policy, names, accounts: NOT_SHOWN } as const;
  let [done, counted] = [0, 0];
  while (done < size) {
    const icb = renamed(facts, codes, done, size);
    const practices = practicesOnDay(groupByPractice(icb), AT, policy);
    const [row] = coverage(practices, ask);
    counted += Number(row!.practices) + Number(row!.out_of_scope);
    done += practices.length;
  }
  if (counted !== size) throw new Error(`${counted} practices were counted of ${size}`);
}

/** Accounts are shown by what all of England's rows show together: no part of one ICB's work. */
const NOT_SHOWN: AccountsShown = () => ({
  online_accounts: null,
  accounts_with_access: null,
  accounts_pct: null,
});

/** The same facts under the codes from `from` on, of as many practices as are still to come. */
function renamed(
  facts: readonly Fact[],
  codes: readonly PracticeCode[],
  from: number,
  size: number,
) {
  const names = new Map(codes.slice(0, size - from).map((code, at) => [code, codeOf(from + at)]));
  return facts.flatMap((fact) => {
    const practice = names.get(fact.practice);
    return practice === undefined ? [] : [{ ...fact, practice } as Fact];
  });
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTVXYZ';

function codeOf(n: number): PracticeCode {
  const letter = LETTERS[Math.floor(n / 100_000)]!;
  return `${letter}${String(n % 100_000).padStart(5, '0')}` as PracticeCode;
}
