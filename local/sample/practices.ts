import { type Day, day } from '../../shared/calendar/day.ts';
import type { PracticeCode } from '../../shared/practice/code.ts';
import type { Supplier } from '../../shared/practice/supplier.ts';
import { postcode, practiceName, telephone } from './names.ts';
import { madeUpPcns, type Pcn } from './pcns.ts';
import { type Icb, madeUpIcbs, madeUpSubIcbs, type SubIcb } from './places.ts';
import { type Random, randomFor, shareOut } from './random.ts';

/** A practice of the made-up England, before anything happens to it. */
export type MadeUpPractice = {
  readonly code: PracticeCode;
  readonly name: string;
  readonly postcode: string;
  readonly telephone: string;
  readonly subIcb: SubIcb;
  readonly pcn: Pcn | null;
  readonly supplier: Supplier;
  /** Registered patients in the first list; 0: it keeps no list. */
  readonly patients: number;
  readonly openedOn: Day;
};

/** ODS gives no code with these letters and a 9 behind them; one letter for each region. */
const CODE_LETTER: Readonly<Record<string, string>> = {
  Y56: 'B',
  Y58: 'C',
  Y59: 'D',
  Y60: 'E',
  Y61: 'F',
  Y62: 'G',
  Y63: 'H',
};

const VISION_SHARE = 0.007;
const MEDICUS_SHARE = 0.001;
/** Practices without a list, such as those for homeless people. */
const UNLISTED_SHARE = 0.006;

/** List sizes by share of practices: half have fewer than 8,000 patients, one in a hundred under 1,000. */
const LIST_SIZES: readonly (readonly [share: number, patients: number])[] = [
  [0, 2],
  [0.006, 90],
  [0.012, 1_000],
  [0.05, 2_400],
  [0.25, 5_300],
  [0.5, 8_000],
  [0.75, 12_400],
  [0.9, 17_500],
  [0.98, 28_000],
  [1, 62_000],
];
const HUGE_LIST = 111_000;

/** The practices, in order of sub-ICB: `count` of them over all 42 ICBs. */
export function madeUpPractices(count: number, seed: number): readonly MadeUpPractice[] {
  const homes = homesFor(count, seed);
  const pcns = madeUpPcns(homes, seed);
  const numbers = new Map<string, number>();
  const huge = randomFor(seed, 'huge').between(0, count - 1);
  return homes.map((subIcb, index) => {
    const letter = CODE_LETTER[subIcb.icb.region.code]!;
    const number = (numbers.get(letter) ?? 0) + 1;
    numbers.set(letter, number);
    const code = `${letter}9${String(number * 3).padStart(4, '0')}` as PracticeCode;
    const random = randomFor(seed, `practice ${code}`);
    const practice = madeUpPractice({ code, subIcb, pcn: pcns[index]!, random });
    return index === huge ? { ...practice, patients: HUGE_LIST } : practice;
  });
}

function homesFor(count: number, seed: number): readonly SubIcb[] {
  const icbs = madeUpIcbs(seed);
  const subIcbs = madeUpSubIcbs(icbs, seed);
  const least = Math.min(2, Math.floor(count / icbs.length));
  const perIcb = shareOut(
    count,
    icbs.map(({ weight }) => weight),
    least,
  );
  return icbs.flatMap((icb, index) => homesIn(icb, perIcb[index]!, { subIcbs, seed }));
}

function homesIn(icb: Icb, count: number, from: { subIcbs: readonly SubIcb[]; seed: number }) {
  const random = randomFor(from.seed, `sub-ICBs of ${icb.code}`);
  const own = from.subIcbs.filter((s) => s.icb === icb);
  const weights = own.map(() => random.between(2, 6));
  const shares = shareOut(count, weights, Math.min(1, Math.floor(count / own.length)));
  return own.flatMap((subIcb, index) => Array<SubIcb>(shares[index]!).fill(subIcb));
}

type Draft = { code: PracticeCode; subIcb: SubIcb; pcn: Pcn | null; random: Random };

function madeUpPractice({ code, subIcb, pcn, random }: Draft): MadeUpPractice {
  return {
    code,
    name: practiceName(random),
    postcode: postcode(random),
    telephone: telephone(random),
    subIcb,
    pcn,
    supplier: supplierIn(subIcb.icb, random),
    patients: random.chance(UNLISTED_SHARE) ? 0 : listSize(random.fraction()),
    openedOn: random.chance(0.9)
      ? day('1974-04-01')
      : day(`20${random.between(10, 21)}-0${random.between(1, 9)}-01`),
  };
}

function supplierIn({ emisShare }: Icb, random: Random): Supplier {
  const lot = random.fraction();
  const mixed = emisShare > 0 && emisShare < 1;
  if (mixed && lot < VISION_SHARE) return 'Vision';
  if (mixed && lot < VISION_SHARE + MEDICUS_SHARE) return 'Medicus';
  return random.chance(emisShare) ? 'EMIS' : 'TPP';
}

/** The list size at a share of the practices, read off the table in straight lines. */
function listSize(share: number): number {
  const above = LIST_SIZES.findIndex(([upTo]) => upTo > share);
  const [from, low] = LIST_SIZES[above - 1]!;
  const [to, high] = LIST_SIZES[above]!;
  return Math.round(low + ((share - from) / (to - from)) * (high - low));
}
