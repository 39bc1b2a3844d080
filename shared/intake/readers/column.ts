import { SUPPLIERS, supplierFrom } from '../../practice/supplier.ts';
import { bare, type Spellings } from '../table/words.ts';

/** What the cells of a column hold: it decides their format in a template and what a mapping may say there. */
export type Holds =
  | 'code'
  | 'day'
  | 'day and time'
  | 'choice'
  | 'supplier'
  | 'count'
  | 'given'
  | 'comment';

/** One column of a file that people fill in: the templates, the mappings and the README go by it. */
export type Column = {
  readonly holds: Holds;
  /** What it says, in one plain sentence. */
  readonly means: string;
  /** What may stand in a cell, in words. */
  readonly right: string;
  /** A right value. */
  readonly example: string;
  /** The fixed choice as a drop-down list has it; empty where there is none. */
  readonly choices: readonly string[];
  readonly isRequired: boolean;
  /** True for a word of the fixed choice in any of its spellings. */
  readonly isChoice: (text: string) => boolean;
};

const NO_CHOICE = { choices: [], isChoice: () => false } as const;

/** The same column, one that refuses the file when it is missing. */
export function required(column: Column): Column {
  return { ...column, isRequired: true };
}

/** The ODS code of a practice. */
export function code(means: string, example: string): Column {
  const right = 'one letter and five digits, an ODS code';
  return { holds: 'code', means, right, example, isRequired: false, ...NO_CHOICE };
}

/** A day that has been. */
export function day(means: string, example: string): Column {
  const right = 'a day, written dd/mm/yyyy; not one to come';
  return { holds: 'day', means, right, example, isRequired: false, ...NO_CHOICE };
}

/** A day that may still be to come. */
export function dayToCome(means: string, example: string): Column {
  return { ...day(means, example), right: 'a day, written dd/mm/yyyy; it may be still to come' };
}

/** A day that has been, with its time where that is known. */
export function moment(means: string, example: string): Column {
  const right = 'a day, written dd/mm/yyyy, with the London time if known; not one to come';
  return { ...day(means, example), holds: 'day and time', right };
}

/** A word of a fixed choice. */
export function choice(means: string, spellings: Spellings<unknown>, example: string): Column {
  const { choices, meaning } = spellings;
  const isChoice = (text: string) => meaning.has(bare(text));
  const right = spellings.choice;
  return { holds: 'choice', means, right, example, choices, isRequired: false, isChoice };
}

/** A system supplier. */
export function supplier(means: string, example: string): Column {
  const isChoice = (text: string) => bare(text) === 'other' || supplierFrom(text) !== undefined;
  const right = `one of: ${SUPPLIERS.join(', ')}; SystmOne, Cegedim and the like are known too`;
  const choices = SUPPLIERS;
  return { holds: 'supplier', means, right, example, choices, isRequired: false, isChoice };
}

/** A number of people or accounts. */
export function count(means: string, example: string): Column {
  const right = 'a whole number';
  return { holds: 'count', means, right, example, isRequired: false, ...NO_CHOICE };
}

/** A name or a reason of which only that it was given is kept. */
export function given(means: string, example: string): Column {
  const right = 'a few words; only that it was given is kept';
  return { holds: 'given', means, right, example, isRequired: false, ...NO_CHOICE };
}

/** Free text of which nothing is kept. */
export function comment(means: string, example: string): Column {
  const right = 'a few words; nothing of them is kept';
  return { holds: 'comment', means, right, example, isRequired: false, ...NO_CHOICE };
}
