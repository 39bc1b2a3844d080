import type { Random } from '../local/sample/random.ts';
import { isNhsNumber } from '../shared/intake/patient-data/nhs-number.ts';

/** Made-up values in one spelling; `fits` says where such a spelling can stand. */
export type Form = {
  readonly name: string;
  readonly write: (random: Random) => string;
  readonly fits: 'anywhere' | 'not in a file name' | 'in text of several lines';
};

/** Ten digits that pass as an NHS number: drawn by lot, so that nobody's is written down here. */
export function nhsNumber(random: Random, first?: string): string {
  for (;;) {
    const begin = first ?? random.pick(['4', '6', '7', '9']);
    const nine = begin + String(random.between(0, 99_999_999)).padStart(8, '0');
    const ends = Array.from({ length: 10 }, (_, last) => `${nine}${last}`);
    const passing = ends.find(isNhsNumber);
    if (passing !== undefined) return passing;
  }
}

function grouped(separators: readonly [string, string], prefix = ''): Form['write'] {
  return (random) => {
    const digits = nhsNumber(random);
    const [first, second] = separators;
    return `${prefix}${digits.slice(0, 3)}${first}${digits.slice(3, 6)}${second}${digits.slice(6)}`;
  };
}

function inDigits(write: (digits: string, random: Random) => string): Form['write'] {
  return (random) => write(nhsNumber(random), random);
}

const MARKS = [' ', '-', '.', '/', '\u2013', '\u00a0', '\u2009'];

function mixed(random: Random): string {
  return grouped([random.pick(MARKS), random.pick(MARKS)])(random);
}

function brokenAnywhere(mark: string): Form['write'] {
  return inDigits((digits, random) => {
    const at = random.between(1, 9);
    return `${digits.slice(0, at)}${mark}\n${digits.slice(at)}`;
  });
}

function fullWidth(digits: string): string {
  return digits.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
}

function exponent(digits: string): string {
  return `${digits[0]}.${digits.slice(1).replace(/0{1,3}$/, '')}E9`;
}

function thousands(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
}

function list(fits: Form['fits'], forms: Readonly<Record<string, Form['write']>>): Form[] {
  return Object.entries(forms).map(([name, write]) => ({ name, write, fits }));
}

/** Every way in which an NHS number is written. */
export const NHS_NUMBERS: readonly Form[] = [
  ...list('anywhere', {
    'ten digits': nhsNumber,
    'ten digits behind a label': inDigits((digits) => `NHS No ${digits}`),
    'glued to letters': inDigits((digits) => `NHS${digits}`),
    'glued on both sides': inDigits((digits) => `pt${digits}letter`),
    '3-3-4 with spaces': grouped([' ', ' ']),
    '3-3-4 with spaces behind a label': grouped([' ', ' '], 'NHS number '),
    '3-3-4 with no-break spaces': grouped(['\u00a0', '\u00a0']),
    '3-3-4 with thin spaces': grouped(['\u2009', '\u202f']),
    '3-3-4 with hyphens': grouped(['-', '-']),
    '3-3-4 with dashes': grouped(['\u2013', '\u2014']),
    '3-3-4 with non-breaking hyphens': grouped(['\u2011', '\u2011']),
    '3-3-4 with minus signs': grouped(['\u2212', '\u2212']),
    '3-3-4 with dots': grouped(['.', '.']),
    '3-3-4 with underscores': grouped(['_', '_']),
    '3-3-4 with zero-width spaces': grouped(['\u200b', '\u200b']),
    '3-3-4 with mixed marks': (random) => mixed(random).replaceAll('/', '-'),
    'single digits with spaces': inDigits((digits) => [...digits].join(' ')),
    'full-width digits': inDigits(fullWidth),
    'invisible characters within': inDigits((digits) => [...digits].join('\u2060')),
    'as a number with .0': inDigits((digits) => `${digits}.0`),
    'as a number with an exponent': inDigits(exponent),
    'as a number with commas': inDigits(thousands),
    'any grouping behind a label': inDigits(
      (digits) => `NHS no. ${digits.slice(0, 5)} ${digits.slice(5)}`,
    ),
  }),
  ...list('not in a file name', {
    '3-3-4 with slashes': grouped(['/', '/']),
    'single digits in boxes': inDigits((digits) => `| ${[...digits].join(' | ')} |`),
  }),
  ...list('in text of several lines', {
    '3-3-4 over two lines': grouped([' ', '\n']),
    'broken over a line': brokenAnywhere(''),
    'broken over a line with a hyphen': brokenAnywhere('-'),
  }),
];

const FIRST = 'ABCEGHJKLMNOPRSTWXYZ';
const SECOND = 'ABCEGHJKLMNPRSTWXYZ';

/** The parts of a National Insurance number of those that are given out. */
function insurance(random: Random): [prefix: string, digits: string, suffix: string] {
  const prefix = random.pick([...FIRST]) + random.pick([...SECOND]);
  if (/BG|GB|NK|KN|TN|NT|ZZ/.test(prefix)) return insurance(random);
  const digits = String(random.between(0, 999_999)).padStart(6, '0');
  return [prefix, digits, random.pick([...'ABCD'])];
}

function spread(mark: string): Form['write'] {
  return (random) => {
    const [prefix, digits, suffix] = insurance(random);
    return [prefix, digits.slice(0, 2), digits.slice(2, 4), digits.slice(4), suffix].join(mark);
  };
}

/** Every way in which a National Insurance number is written. */
export const INSURANCE_NUMBERS: readonly Form[] = list('anywhere', {
  'NI number in one': (random) => insurance(random).join(''),
  'NI number in small letters': (random) => insurance(random).join('').toLowerCase(),
  'NI number with spaces': spread(' '),
  'NI number with no-break spaces': spread('\u00a0'),
  'NI number with hyphens': spread('-'),
  'NI number behind a label': (random) => `NINO: ${insurance(random).join('')}`,
});
