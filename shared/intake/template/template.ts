import type { Column } from '../readers/column.ts';
import { columnsOf, type ReturnKind } from '../readers/return-columns.ts';

/** A column of a template, with its name. */
export type TemplateColumn = Column & { readonly name: string };

/** What every notes sheet says first. */
const RULES = [
  'Fill in the first sheet, one row for each practice. An empty cell says nothing, and withdraws nothing that was said before.',
  'No patient data: no NHS numbers, no dates of birth, no names of patients. A file in which any is found is refused whole, and nothing of it is kept.',
  'Where a person is asked for, write the role (practice manager) and not the name.',
  'Dates are British, the day first: 04/03/2023 is 4 March 2023.',
  'Keep the headings as they are; their order does not matter. A column that is not required may be taken out.',
] as const;

const WHO: Readonly<Record<ReturnKind, string>> = {
  'status-return': 'Sent by a practice for itself, or by its PCN or ICB on its behalf.',
  'supplier-extract': 'Sent by a system supplier; an ICB may pass it on.',
  succession: 'Sent by NHS England: which practice merged into which, and when.',
  exemptions: 'Sent by an ICB for its own practices, or by NHS England.',
};

/** What the notes of a template say before they come to its columns. */
export function rulesOf(kind: ReturnKind): readonly string[] {
  return [WHO[kind], ...RULES];
}

/** The columns of a template, in their order. */
export function templateColumns(kind: ReturnKind): readonly TemplateColumn[] {
  return [...columnsOf(kind)].map(([name, column]) => ({ name, ...column }));
}

/** The sheet beside the one to fill in. */
export const NOTES_SHEET = 'Notes';

export const NOTES_HEADER = [
  'Column',
  'Required',
  'What it says',
  'What may stand in it',
  'Example',
];

/** One row of the notes for each column. */
export function notesOf(kind: ReturnKind): readonly (readonly string[])[] {
  return templateColumns(kind).map(({ name, isRequired, means, right, example }) => [
    name,
    isRequired ? 'yes' : 'no',
    means,
    `${right.charAt(0).toUpperCase()}${right.slice(1)}.`,
    example,
  ]);
}
