import { type Day, day } from '../../shared/calendar/day.ts';
import { postcode, practiceName, telephone } from './names.ts';
import type { MadeUpPractice } from './practices.ts';
import { randomFor } from './random.ts';

/** What the register lists beside open English GP practices: there to be told apart, never to be counted. */
export type Outsider = {
  readonly code: string;
  readonly kind: 'wales' | 'dormant' | 'closed' | 'not-gp';
  readonly name: string;
  readonly postcode: string;
  readonly telephone: string;
  readonly near: MadeUpPractice;
  readonly openedOn: Day;
  readonly closedOn: Day | null;
  /** ODS prescribing setting: 4 is a GP practice. */
  readonly setting: string;
  /** A dormant practice can still have patients on its list. */
  readonly patients: number;
};

/** How many of each kind stand in the register for a whole England. */
const WHOLE_ENGLAND = 6_300;
const COUNTS: readonly (readonly [Outsider['kind'], string, number])[] = [
  ['wales', 'W8', 90],
  ['dormant', 'J9', 40],
  ['closed', 'K9', 90],
  ['not-gp', 'V9', 60],
];
/** Walk-in, out of hours, public health, community, hospital, urgent care, hospice, care home, prison. */
const OTHER_SETTINGS = ['0', '1', '2', '8', '9', '10', '12', '13', '14', '25'];

/** The register's other rows, in proportion to the practices; their codes too are given to nobody. */
export function outsiders(practices: readonly MadeUpPractice[], seed: number): readonly Outsider[] {
  const random = randomFor(seed, 'outsiders');
  return COUNTS.flatMap(([kind, prefix, whole]) => {
    const count = Math.max(1, Math.round((whole * practices.length) / WHOLE_ENGLAND));
    return Array.from({ length: count }, (_, index) => ({
      code: `${prefix}${String(1001 + index * 11).padStart(4, '0')}`,
      kind,
      name: practiceName(random),
      postcode: postcode(random),
      telephone: telephone(random),
      near: random.pick(practices),
      openedOn: day('1974-04-01'),
      closedOn: kind === 'closed' ? day(`20${random.between(12, 21)}-03-31`) : null,
      setting: kind === 'not-gp' ? random.pick(OTHER_SETTINGS) : '4',
      patients: kind === 'dormant' && random.chance(0.35) ? random.between(3, 4_000) : 0,
    }));
  });
}
