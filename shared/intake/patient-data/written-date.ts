import { type Day, isDay } from '../../calendar/day.ts';

/** A day found in running text, and where its words end. */
export type WrittenDate = {
  readonly day: Day;
  readonly end: number;
  /** True where the year has two digits; `day` is then in the last century. */
  readonly isShort: boolean;
};

const YEAR = '((?:18|19|20)\\d{2})';
const ANY_YEAR = '((?:18|19|20)\\d{2}|\\d{2})(?!\\d)';
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const ORDINAL = '(?:st|nd|rd|th)?';
const BETWEEN = '[\\s\\-/.,_\\u2010-\\u2015]';
/** Day, month and year as their groups, in the order that each spelling has them. */
const SPELLINGS: readonly (readonly [pattern: RegExp, day: number, month: number, year: number])[] =
  [
    [spelling(`(\\d{1,2})${BETWEEN}{1,3}(\\d{1,2})${BETWEEN}{1,3}${ANY_YEAR}`), 1, 2, 3],
    [spelling(`${YEAR}${BETWEEN}(\\d{1,2})${BETWEEN}(\\d{1,2})(?!\\d)`), 3, 2, 1],
    [
      spelling(
        `(\\d{1,2})${ORDINAL}${BETWEEN}{0,3}(?:of\\s{1,3})?${MONTH}${BETWEEN}{0,3}'?${ANY_YEAR}`,
      ),
      1,
      2,
      3,
    ],
    [spelling(`${MONTH}${BETWEEN}{1,3}(\\d{1,2})${ORDINAL}[\\s,]{1,3}${YEAR}(?!\\d)`), 2, 1, 3],
    [spelling(`${YEAR}(\\d{2})(\\d{2})(?!\\d)`), 3, 2, 1],
    [spelling(`(\\d{2})(\\d{2})${YEAR}(?!\\d)`), 1, 2, 3],
  ];
/** A box for each digit: 1 2 0 3 1 9 5 6. */
const BOXES = spelling('(?:\\d[\\s|[\\]()_./-]{1,4}){7}\\d(?!\\d)');
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function spelling(pattern: string): RegExp {
  return new RegExp(pattern, 'iy');
}

/**
 * Takes text and a place in it, gives the day that is written there: in the spellings of forms and
 * letters, British order first and the month first only where the other makes no day; two-digit years
 * are put to the last century. Unlike the dates of returns, which mean something and are read strictly,
 * these only have to be noticed.
 */
export function dateAt(text: string, at: number): WrittenDate | undefined {
  for (const [pattern, day, month, year] of SPELLINGS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) continue;
    const read = dayOf(match[year]!, match[month]!, match[day]!);
    if (read === undefined) continue;
    return { day: read, end: pattern.lastIndex, isShort: match[year]!.length === 2 };
  }
  BOXES.lastIndex = at;
  const boxes = BOXES.exec(text);
  if (boxes === null) return undefined;
  const digits = boxes[0].replace(/\D/g, '');
  const day = dayOf(digits.slice(4), digits.slice(2, 4), digits.slice(0, 2));
  return day && { day, end: BOXES.lastIndex, isShort: false };
}

function dayOf(yearText: string, month: string, day: string): Day | undefined {
  const year = yearText.length === 2 ? `19${yearText}` : yearText;
  const number = /^\d/.test(month)
    ? Number(month)
    : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return real(year, number, Number(day)) ?? real(year, Number(day), number);
}

function real(year: string, month: number, day: number): Day | undefined {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}
