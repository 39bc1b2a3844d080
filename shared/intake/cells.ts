import { type PracticeCode, practiceCode } from '../practice/code.ts';
import { type Supplier, supplierFrom } from '../practice/supplier.ts';
import type { ReadContext } from './read-result.ts';
import { bare, namesNobody, type Spellings, saysNothing } from './words.ts';

/** What one cell says, with a warning where it was read generously; or why it cannot be read, and the remedy. */
export type CellRead<T> =
  | { readonly ok: true; readonly value: T; readonly warning?: string }
  | Unread;

type Unread = { readonly ok: false; readonly problem: string; readonly remedy: string };

/** Reads the trimmed text of one cell; depends on nothing else, and never throws. */
export type CellReader<T> = (text: string) => CellRead<T>;

const EMPTY = { ok: true, value: null } as const;
const NOTHING_SAID = {
  ok: true,
  value: null,
  warning: 'a cell such as "n/a", "-" or "TBC" was read as empty: it says nothing',
} as const;
/** More than any practice has patients; also longer numbers are somebody's, not a count. */
const MOST_PATIENTS = 1_000_000;

/** Refuses a cell: what is wrong with it, in words that follow the column's name and repeat no free text; and the remedy. */
export function bad(problem: string, remedy: string): Unread {
  return { ok: false, problem, remedy };
}

/** An empty cell, or one that only says "n/a" or the like, says nothing; `read` takes the rest. */
export function unlessEmpty<T>(read: CellReader<T>): CellReader<T | null> {
  return (text) => {
    if (text === '') return EMPTY;
    return saysNothing(text) ? NOTHING_SAID : read(text);
  };
}

/** The same cells come again and again in a file (dates above all): each is read once. */
export function remembered<T>(read: CellReader<T>): CellReader<T> {
  const known = new Map<string, CellRead<T>>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const now = read(text);
    known.set(text, now);
    return now;
  };
}

/** Takes a reader whose cell may be empty, gives one whose cell must be filled; `example` is a right value. */
export function filled<T>(read: CellReader<T | null>, example: string): CellReader<T> {
  const empty = bad('is empty or says nothing', `Fill it in, such as ${example}.`);
  return (text) => {
    const cell = read(text);
    if (!cell.ok) return cell;
    return cell.value === null ? empty : { ...cell, value: cell.value };
  };
}

/** A practice code in any case, with or without spaces; one that the register does not list is kept with a warning. */
export function practiceCell(context: ReadContext): CellReader<PracticeCode | null> {
  return unlessEmpty((text) => {
    const code = practiceCode(text);
    if (code === undefined) {
      return bad(
        'is not a practice code',
        'Write the ODS code of the practice: one letter and five digits, such as A81001.',
      );
    }
    if (context.isRegistered(code)) return { ok: true, value: code };
    return {
      ok: true,
      value: code,
      warning: `${code} is not in the register yet: the row is kept, and counts once the register lists it`,
    };
  });
}

/** A cell with a fixed choice, in its usual spellings. */
export function wordCell<T extends string | boolean>({ meaning, choice }: Spellings<T>) {
  return unlessEmpty((text): CellRead<T> => {
    const value = meaning.get(bare(text));
    return value === undefined
      ? bad(`is not ${choice}`, `Write ${choice}, or leave the cell empty.`)
      : { ok: true, value };
  });
}

/** A whole number of accounts or patients; "1,234" and "1 234" are 1234. */
export const countCell: CellReader<number | null> = unlessEmpty((text) => {
  const digits = /^\d{1,3}([, \u00a0\u202f]\d{3})+$/u.test(text) ? text.replace(/\D/g, '') : text;
  const remedy = 'Write a whole number, such as 1234 or 1,234.';
  if (/^[-−–]\s?[\d,.]+$/u.test(digits)) return bad('is a negative count', remedy);
  if (/^[\d,]+\.\d+$/.test(digits)) return bad('is not a whole number', remedy);
  if (!/^\d+$/.test(digits)) return bad('is not a count', remedy);
  const value = digits.length > 9 ? Number.POSITIVE_INFINITY : Number(digits);
  return value > MOST_PATIENTS
    ? bad('is more than any practice has patients', remedy)
    : { ok: true, value };
});

const SUPPLIER_CHOICE = 'EMIS, TPP (or SystmOne), Vision (or Cegedim), Medicus';

/** A system supplier in its usual spellings. */
export const supplierCell: CellReader<Supplier | null> = unlessEmpty((text) => {
  const value = bare(text) === 'other' ? 'other' : supplierFrom(text);
  return value === undefined
    ? bad(
        'is not a system supplier that we know',
        `Write one of: ${SUPPLIER_CHOICE}; or "other" for any other supplier.`,
      )
    : { ok: true, value };
});

/** A cell that holds a name or free text: only that it was given is kept. */
export const givenCell: CellReader<true | null> = unlessEmpty((text) =>
  namesNobody(text) ? NOTHING_SAID : { ok: true, value: true },
);

/** A cell that this sender may not fill. */
export function notForSender(who: string, remedy: string): CellReader<null> {
  return unlessEmpty(() => bad(`is filled, and is not for ${who} to say`, remedy));
}

/** A cell of which nothing is kept. */
export const unreadCell: CellReader<null> = () => EMPTY;
