import { type Random, randomFor } from '../local/sample/random.ts';
import { type ScreenedFile, sheetOf, workbook } from './screening-files.ts';
import { BIRTHS, birthday, PATIENT_HEADINGS, person } from './screening-people.ts';
import { PLACES } from './screening-places.ts';
import { type Form, INSURANCE_NUMBERS, NHS_NUMBERS, nhsNumber } from './screening-values.ts';

/** A file with one made-up value in it, and in which form and place. */
export type Planted = ScreenedFile & { readonly form: string; readonly place: string };

const SEED = 3;
/** So often each form stands in each place that takes it. */
const TIMES = 8;
/** So often each form that is a row or a heading of its own. */
const ROWS = 40;

/** Takes how often to repeat (fewer for tests), gives the corpus: the same on every machine. */
export function plantedFiles({ times = TIMES, rows = ROWS } = {}): readonly Planted[] {
  return [...inPlaces(times), ...inRows(rows), ...inHeadings()];
}

function inPlaces(times: number): Planted[] {
  const forms: readonly Form[] = [...NHS_NUMBERS, ...INSURANCE_NUMBERS, ...BIRTHS];
  return forms.flatMap(({ name: form, write, fits }) =>
    PLACES.filter(({ takes }) => takes.includes(fits)).flatMap(({ name: place, put }) => {
      const random = randomFor(SEED, `${form}/${place}`);
      return repeat(times, () => ({ form, place, ...put(write(random), random) }));
    }),
  );
}

type RowForm = readonly [form: string, rows: (random: Random) => readonly (readonly string[])[]];

/** Forms that take several cells, or a column of their own. */
const ROW_FORMS: readonly RowForm[] = [
  ['a digit in each of ten cells', (random) => [['Form 7'], ['', ...nhsNumber(random), 'end']]],
  [
    'a digit in each of ten cells, with gaps',
    (random) => {
      const digits = [...nhsNumber(random)];
      return [['a', ...digits.slice(0, 3), '', ...digits.slice(3, 6), '', ...digits.slice(6)]];
    },
  ],
  [
    '3, 3 and 4 digits in cells behind a label',
    (random) => {
      const digits = nhsNumber(random);
      return [['NHS No', digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)]];
    },
  ],
  [
    'a column of numbers headed "Ref"',
    (random) => [['Code', 'Ref'], ...repeat(4, () => ['A81001', nhsNumber(random)])],
  ],
  [
    '3-3-4 among telephone numbers',
    (random) => inTelephones(random, nhsNumber(random).replace(/^(...)(...)/, '$1 $2 ')),
  ],
  [
    'ten digits from 4, 6 or 9 among telephone numbers',
    (random) => inTelephones(random, nhsNumber(random, random.pick(['4', '6', '9']))),
  ],
  [
    'a whole column headed as telephone numbers',
    (random) => [
      ['Code', 'Name', 'Telephone'],
      ...repeat(6, () => ['A81001', 'AMBER SURGERY', nhsNumber(random)]),
    ],
  ],
  [
    'name and date of birth side by side',
    (random) => [['A81001', person(random).join(' '), birthday(random), '']],
  ],
  [
    'surname, forename, sex and date of birth in cells',
    (random) => [['1', ...person(random).reverse(), random.pick(['M', 'F']), birthday(random)]],
  ],
  [
    'date of birth, then a name in capitals',
    (random) => {
      const [forename, surname] = person(random);
      return [[birthday(random), `${surname.toUpperCase()}, ${forename}`, 'live']];
    },
  ],
  ['a label, then the date of birth', (random) => [['Date of birth', birthday(random)]]],
];

function inTelephones(random: Random, value: string): readonly (readonly string[])[] {
  const phones = repeat(5, () => ['B82001', `1632960${random.between(100, 999)}`]);
  return [['Code', 'Telephone'], ...phones, ['A81001', value]];
}

function inRows(times: number): Planted[] {
  return ROW_FORMS.flatMap(([form, rows]) => {
    const random = randomFor(SEED, form);
    return repeat(times, () => ({
      ...{ form, place: 'rows of a sheet', fileName: 'tracker.xlsx', kind: null },
      opened: workbook(sheetOf(rows(random), { name: 'Sheet1' })),
    }));
  });
}

function inHeadings(): Planted[] {
  const files = (heading: string, titles: readonly (readonly string[])[]): Planted => ({
    ...{ form: 'a column named like patient data', place: 'headings' },
    ...{ fileName: 'tracker.xlsx', kind: null },
    opened: workbook(
      sheetOf([...titles, ['practice_code', heading, 'status'], ['A81001', 'x', 'live']]),
    ),
  });
  return PATIENT_HEADINGS.flatMap((heading) => [
    files(heading, []),
    files(heading.toUpperCase(), [['Tracker, 4 December 2023'], []]),
  ]);
}

function repeat<T>(times: number, make: () => T): T[] {
  return Array.from({ length: times }, make);
}
