import type { Random } from '../local/sample/random.ts';
import type { Form } from './screening-values.ts';

const FORENAMES = 'Jane John Amina Owen Priya Siân Chidi Maria Tomasz Wei Fatima Grace'.split(' ');
const SURNAMES =
  "Example Patel-Made O'Sample Nowak Adeyemi MacSpecimen Okafor Testerton Singh Li Moreau Fflewddur".split(
    ' ',
  );
const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** A person who does not exist. */
export function person(random: Random): [forename: string, surname: string] {
  return [random.pick(FORENAMES), random.pick(SURNAMES)];
}

type Parts = { readonly day: number; readonly month: number; readonly year: number };

function born(random: Random): Parts {
  return {
    day: random.between(1, 28),
    month: random.between(1, 12),
    year: random.between(1921, 2008),
  };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

const SLASHES = ({ day, month, year }: Parts): string => `${two(day)}/${two(month)}/${year}`;
const SHORT = ({ day, month, year }: Parts): string => `${day}.${month}.${two(year % 100)}`;
const WORDS = ({ day, month, year }: Parts): string => `${day} ${MONTHS[month - 1]} ${year}`;
const BRIEF = ({ day, month, year }: Parts): string =>
  `${two(day)}-${MONTHS[month - 1]!.slice(0, 3)}-${year}`;
const ISO = ({ day, month, year }: Parts): string => `${year}-${two(month)}-${two(day)}`;

/** A day of birth as cells have it. */
export function birthday(random: Random): string {
  return random.pick([SLASHES, BRIEF, ISO, WORDS])(born(random));
}

function of(
  write: (name: string, birth: Parts, surname: string) => string,
): (random: Random) => string {
  return (random) => {
    const [forename, surname] = person(random);
    return write(`${forename} ${surname}`, born(random), surname);
  };
}

const FORMS: readonly (readonly [string, Form['write']])[] = [
  ['name, DOB and date', of((name, birth) => `${name}, DOB ${SLASHES(birth)}`)],
  ['name, D.O.B. and short date', of((name, birth) => `Patient: ${name} D.O.B. ${SHORT(birth)}`)],
  ['name, born and date in words', of((name, birth) => `${name}, born ${WORDS(birth)}`)],
  ['date of birth behind its label', of((_, birth) => `date of birth: ${ISO(birth)}`)],
  [
    'label with a hint of the format',
    of((name, birth) => `${name}, date of birth (dd/mm/yyyy): ${SLASHES(birth)}`),
  ],
  ['title, name and date', of((_, birth, surname) => `Mrs ${surname} ${BRIEF(birth)}`)],
  ['"Re:", name and date', of((name, birth) => `Re: ${name} (${SLASHES(birth)})`)],
];

/** Every way in which a person stands beside a date of birth within a text. */
export const BIRTHS: readonly Form[] = FORMS.map(([name, write]) => ({
  name,
  write,
  fits: 'not in a file name',
}));

/** Headings that are named like patient data. */
export const PATIENT_HEADINGS =
  `NHS number|nhs_no|NHSNumber|NHS No.|NHS Number (10 digits)|Patient name|patient_name|PatientName|Name of patient
  Forename|Surname|First name|LastName|family_name|DOB|D.O.B.|Date of birth|dateOfBirth|date_of_birth|Birth date
  Patient ID|patient_identifier|Patient number|CHI number|CHI|NI number|NI No|National Insurance number
  Hospital number|Hosp No|MRN`
    .split(/[|\n]/)
    .map((heading) => heading.trim());
