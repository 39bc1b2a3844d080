import { placeName, titleCase } from './names.ts';
import { type Random, randomFor, shareOut } from './random.ts';

export type Region = { readonly code: string; readonly name: string; readonly ons: string };
export type Icb = {
  readonly code: string;
  readonly name: string;
  readonly ons: string;
  readonly region: Region;
  /** How many practices it has beside the others. */
  readonly weight: number;
  /** The share of its practices on EMIS. */
  readonly emisShare: number;
  /** How early its practices go live beside others: 1 is the average. */
  readonly zeal: number;
};
export type SubIcb = {
  readonly code: string;
  readonly name: string;
  readonly ons: string;
  readonly icb: Icb;
};

/** The seven regions have their real codes; how many ICBs each has is real too. The ICBs are not. */
const REGIONS: readonly (Region & { readonly icbs: number })[] = [
  { code: 'Y56', name: 'London (made up)', ons: 'E40000003', icbs: 5 },
  { code: 'Y58', name: 'South West (made up)', ons: 'E40000006', icbs: 7 },
  { code: 'Y59', name: 'South East (made up)', ons: 'E40000005', icbs: 6 },
  { code: 'Y60', name: 'Midlands (made up)', ons: 'E40000011', icbs: 11 },
  { code: 'Y61', name: 'East of England (made up)', ons: 'E40000013', icbs: 6 },
  { code: 'Y62', name: 'North West (made up)', ons: 'E40000014', icbs: 3 },
  { code: 'Y63', name: 'North East and Yorkshire (made up)', ons: 'E40000012', icbs: 4 },
];
const SUB_ICBS = 106;
const EMIS_SHARE = 0.573;

/** ICBs that are all on one supplier, as some real ones are: the first eager, the others slow. */
const ALL_TPP = [17, 28];
const ALL_EMIS = [2, 8, 21, 25, 33, 40];

/** The made-up England's ICBs: 42, with codes QZ. and QB. that ODS has given to nobody. */
export function madeUpIcbs(seed: number): readonly Icb[] {
  const random = randomFor(seed, 'icbs');
  const regions = REGIONS.flatMap(({ icbs, ...region }) => Array<Region>(icbs).fill(region));
  const drafts = regions.map((region, index) => ({
    code: icbCode(index),
    name: `NHS ${titleCase(placeName(random))} and ${titleCase(placeName(random))} ICB (made up)`,
    ons: `E549000${String(index + 1).padStart(2, '0')}`,
    region,
    weight: random.between(60, 260),
    emisShare: 0.18 + 0.7 * random.fraction(),
    zeal: 0.7 + 0.6 * random.fraction(),
  }));
  const shift = shiftTo(EMIS_SHARE, drafts);
  return drafts.map((icb, index) => {
    if (ALL_TPP.includes(index)) return { ...icb, emisShare: 0, zeal: 1.7 };
    if (ALL_EMIS.includes(index)) return { ...icb, emisShare: 1, zeal: 0.5 };
    return { ...icb, emisShare: Math.min(0.97, Math.max(0.03, icb.emisShare + shift)) };
  });
}

/** What to add to every mixed ICB's share so that the country comes out at `share`. */
function shiftTo(share: number, icbs: readonly { weight: number; emisShare: number }[]): number {
  let [fixed, mixed, mixedEmis] = [0, 0, 0];
  let total = 0;
  for (const [index, { weight, emisShare }] of icbs.entries()) {
    total += weight;
    if (ALL_EMIS.includes(index)) fixed += weight;
    else if (!ALL_TPP.includes(index)) {
      mixed += weight;
      mixedEmis += weight * emisShare;
    }
  }
  return (share * total - fixed - mixedEmis) / mixed;
}

/** The 106 sub-ICB locations, by ICB: codes 60A to 69Z, and of five characters with Z8 in front; ODS uses neither. */
export function madeUpSubIcbs(icbs: readonly Icb[], seed: number): readonly SubIcb[] {
  const random = randomFor(seed, 'sub-icbs');
  const shares = shareOut(
    SUB_ICBS,
    icbs.map(({ weight }) => weight),
    1,
  );
  const owners = icbs.flatMap((icb, index) => Array<Icb>(shares[index]!).fill(icb));
  return owners.map((icb, index) => {
    const code = subIcbCode(index, random);
    const ons = `E38900${String(index + 1).padStart(3, '0')}`;
    return { code, name: `${icb.name} - ${code}`, ons, icb };
  });
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

function icbCode(index: number): string {
  return index < LETTERS.length ? `QZ${LETTERS[index]}` : `QB${LETTERS[index - LETTERS.length]}`;
}

function subIcbCode(index: number, random: Random): string {
  const letter = LETTERS[index % LETTERS.length]!;
  const number = Math.floor(index / LETTERS.length);
  return random.chance(0.15) ? `Z8${letter}${number}Z` : `6${number}${letter}`;
}
