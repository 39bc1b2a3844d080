import type { Random } from './random.ts';

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

type DateStyle = (year: string, month: string, day: string) => string;

/** The spellings of dates that senders keep to, the day before the month. */
const DATE_STYLES: readonly DateStyle[] = [
  (year, month, day) => `${year}-${month}-${day}`,
  (year, month, day) => `${day}/${month}/${year}`,
  (year, month, day) => `${day}/${month}/${year.slice(2)}`,
  (year, month, day) => `${day}-${nameOf(month).slice(0, 3)}-${year.slice(2)}`,
  (year, month, day) => `${Number(day)} ${nameOf(month)} ${year}`,
];

/** The spellings of column names that senders keep to. */
const HEADINGS: readonly ((column: string) => string)[] = [
  (column) => column,
  (column) => column.replaceAll('_', ' '),
  (column) => column.toUpperCase(),
  (column) => column.split('_').map(capital).join(' '),
];

/** How one sender writes its returns. */
export type TrackerStyle = {
  readonly dates: DateStyle;
  readonly heading: (column: string) => string;
  readonly lineEnd: string;
  /** Saved by a spreadsheet with a byte-order mark in front. */
  readonly hasMark: boolean;
  /** Has a column of its own that nobody asked for. */
  readonly hasNotes: boolean;
};

/** Draws a sender's habits by lot. */
export function trackerStyle(random: Random): TrackerStyle {
  return {
    dates: random.pick(DATE_STYLES),
    heading: random.pick(HEADINGS),
    lineEnd: random.chance(0.5) ? '\r\n' : '\n',
    hasMark: random.chance(0.25),
    hasNotes: random.chance(0.3),
  };
}

/** An ISO day, with or without a time, in a sender's spelling; an empty cell stays empty. */
export function returnDate(cell: string, style: DateStyle): string {
  if (cell === '') return '';
  const [date = '', time] = cell.split(' ');
  const [year = '', month = '', day = ''] = date.split('-');
  const written = style(year, month, day);
  return time === undefined ? written : `${written} ${time}`;
}

function nameOf(month: string): string {
  return MONTHS[Number(month) - 1]!;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
