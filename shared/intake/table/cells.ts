import { type PracticeCode, practiceCode } from '../../practice/code.ts';
import { isSupplier, type Supplier, supplierFrom, suppliersIn } from '../../practice/supplier.ts';
import type { ReadContext } from '../read-result.ts';
import { bare, namesNobody, type Spellings, saysNothing } from './words.ts';

/** What one cell says, with a warning where it was read generously; or why it cannot be read, and the remedy. */
export type CellRead<T> =
  | { readonly ok: true; readonly value: T; readonly warning?: string }
  | Unread;

/** Why a cell cannot be read, and how to mend it. */
export type Unread = { readonly ok: false; readonly problem: string; readonly remedy: string };

/** Reads the trimmed text of one cell; depends on nothing else, and never throws. */
export type CellReader<T> = (text: string) => CellRead<T>;

const OR_EMPTY = ', or leave the cell empty';
const EMPTY = { ok: true, value: null } as const;
const NOTHING_SAID = {
  ok: true,
  value: null,
  warning: 'a cell such as "n/a", "-" or "TBC" was read as empty: it says nothing',
} as const;

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
    if (!cell.ok) return { ...cell, remedy: cell.remedy.replace(OR_EMPTY, '') };
    return cell.value === null ? empty : { ...cell, value: cell.value };
  };
}

/** A practice code in any case, with or without spaces; one that the register does not list is kept with a warning. */
export function practiceCell(context: ReadContext): CellReader<PracticeCode | null> {
  return unlessEmpty((text) => {
    const code = practiceCode(text);
    if (code === undefined) return mistypedCode(text, context);
    if (context.isRegistered(code)) return { ok: true, value: code };
    return {
      ok: true,
      value: code,
      warning: `${code} is not in the register yet: the row is kept, and counts once the register lists it`,
    };
  });
}

const NO_CODE = bad(
  'is not a practice code',
  'Write the ODS code of the practice: one letter and five digits, such as A81001.',
);

/**
 * A letter O can stand for nothing but a zero among the five digits of a code, and an I or l for nothing
 * but a one. Such a code is read, with a warning, where the register lists it; else it is refused.
 */
function mistypedCode(text: string, context: ReadContext): CellRead<PracticeCode> {
  const [first = '', ...rest] = text.replace(/\s+/g, '');
  const digits = rest.join('').replace(/[oO]/g, '0').replace(/[iIl]/g, '1');
  const code = practiceCode(first + digits);
  if (code === undefined) return NO_CODE;
  if (!context.isRegistered(code)) {
    return bad(
      'has a letter among its five digits, and the register lists no such practice',
      `Check the code: one letter and five digits, such as ${code}.`,
    );
  }
  return {
    ok: true,
    value: code,
    warning: `has a letter among its digits: it was read as ${code}`,
  };
}

/** A cell with a fixed choice, in its usual spellings. */
export function wordCell<T extends string | boolean>({ meaning, choice, choices }: Spellings<T>) {
  const [example] = choices;
  return unlessEmpty((text): CellRead<T> => {
    const value = meaning.get(bare(text));
    return value === undefined
      ? bad(`is not ${choice}`, `Write ${choice} (such as ${example})${OR_EMPTY}.`)
      : { ok: true, value };
  });
}

const NO_SUPPLIER = bad(
  'is not a system supplier that we know',
  'Write its name, such as EMIS, TPP (or SystmOne), Vision (or Cegedim) or Medicus; or "other" for any other supplier.',
);
const TWO_SUPPLIERS = bad(
  'names more than one system supplier',
  'Write the one that was in use on the day of the row, such as EMIS.',
);

/** A system supplier in its usual spellings, also in a list with others that are none ("EVERGREENLIFE/TPP"). */
export const supplierCell: CellReader<Supplier | null> = unlessEmpty((text) => {
  const value = bare(text) === 'other' ? 'other' : supplierFrom(text);
  if (value === undefined) return suppliersIn(text).length > 1 ? TWO_SUPPLIERS : NO_SUPPLIER;
  if (value === 'other' || isSupplier(text)) return { ok: true, value };
  return { ok: true, value, warning: `names more than one: it was read as ${value}` };
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
