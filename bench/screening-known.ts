import { type Random, randomFor } from '../local/sample/random.ts';
import { screenForPatientData } from '../shared/intake/patient-data/screen.ts';
import { sheetOf, workbook } from './screening-files.ts';
import { person } from './screening-people.ts';
import { nhsNumber } from './screening-values.ts';

const SEED = 7;
const FILES = 1_000;

type Limit = {
  readonly name: string;
  readonly rows: (random: Random) => readonly (readonly string[])[];
};

/** What screening cannot tell, by the decision of ADR 8: here its price is counted, and no aim is set. */
const LIMITS: readonly Limit[] = [
  {
    name: 'NHS numbers from 7, in one, among telephone numbers',
    rows: (random) => [
      ['Code', 'Telephone'],
      ...['1632960123', '1632960124', '1632960125'].map((phone) => ['A81001', phone]),
      ['A81001', nhsNumber(random, '7')],
    ],
  },
  {
    name: "a patient's name alone",
    rows: (random) => [
      ['Code', 'Comment'],
      ['A81001', `${person(random).join(' ')} complained`],
    ],
  },
  {
    name: 'clean: a mobile number without its 0, and nothing near that says so',
    rows: (random) => [
      ['Code', 'Comment'],
      ['A81001', `${person(random).join(' ')} 7${random.between(100_000_000, 999_999_999)}`],
    ],
  },
];

/** The share of each that is a hit. */
export function knownLimits(): string[] {
  return LIMITS.map(({ name, rows }) => {
    const random = randomFor(SEED, name);
    const hits = Array.from({ length: FILES }, () =>
      screenForPatientData(workbook(sheetOf(rows(random))), { fileName: 'a.csv', kind: null }),
    ).filter((hit) => hit !== null).length;
    return `known limit: ${name}: ${hits} hits in ${FILES} files`;
  });
}
