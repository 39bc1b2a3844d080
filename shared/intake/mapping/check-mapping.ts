import type * as z from 'zod';
import type { Column } from '../readers/column.ts';
import { columnsOf } from '../readers/return-columns.ts';
import { bareName } from '../table/columns.ts';
import { label } from '../table/found.ts';
import { AS_AT, wordKey } from './apply-mapping.ts';
import { type Mapping, MappingSchema } from './mapping.ts';
import { isRightFor, rightWordsFor } from './right-words.ts';

/** A mapping that may be saved, with our columns in their own spelling; or all that is wrong with it. */
export type CheckedMapping =
  | { readonly ok: true; readonly mapping: Mapping }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Takes what somebody wrote as a mapping, gives it ready to be saved: each column is one of ours and has
 * one heading, each word of ours is one that its column takes. Else all that is wrong is told at once,
 * each with its remedy, in words that follow "the mapping". Never throws. (Issue: saved column mapping.)
 */
export function checkMapping(written: unknown): CheckedMapping {
  const parsed = MappingSchema.safeParse(written);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(formProblem) };
  const mapping = inOurSpelling(parsed.data);
  const ours = columnsOf(mapping.kind);
  const problems = [
    ...unknownColumns(mapping, ours),
    ...twoForOne(mapping),
    ...wrongWords(mapping, ours),
    ...wrongFixed(mapping, ours),
  ];
  return problems.length === 0 ? { ok: true, mapping } : { ok: false, problems };
}

const FORM =
  'write it as {"kind": "status-return", "sender": {"role": "icb", "org": "QHM"}, "columns": {"ODS code": "practice_code"}, "words": {}, "fixed": {"as_at_date": "as-at"}}';

function formProblem(issue: z.core.$ZodIssue) {
  const at = issue.path.length === 0 ? '' : ` at ${issue.path.join(' > ')}`;
  // The names of fields nobody knows are the writer's own words: not repeated.
  const what =
    issue.code === 'unrecognized_keys' ? 'there is a field that is not known' : issue.message;
  return `has not the form of a mapping${at}: ${what}; ${FORM}`;
}

/** "Practice Code" is practice_code; sender codes are upper case, as everywhere. */
function inOurSpelling(mapping: Mapping): Mapping {
  const names = new Map([...columnsOf(mapping.kind).keys()].map((name) => [bareName(name), name]));
  const ours = (name: string) => names.get(bareName(name)) ?? name;
  const renamed = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).map(([name, says]) => [ours(name), says]));
  return {
    ...mapping,
    columns: Object.fromEntries(
      Object.entries(mapping.columns).map(([theirs, name]) => [theirs, ours(name)]),
    ),
    words: renamed(mapping.words),
    fixed: renamed(mapping.fixed),
  };
}

type Columns = ReadonlyMap<string, Column>;

function unknownColumns({ kind, columns, words, fixed }: Mapping, ours: Columns): string[] {
  const named = [...Object.values(columns), ...Object.keys(words), ...Object.keys(fixed)];
  const unknown = [...new Set(named)].filter((name) => !ours.has(name));
  const all = [...ours.keys()].join(', ');
  return unknown.map(
    (name) => `names ${name}, which is no column of ${kind}; its columns are ${all}`,
  );
}

function twoForOne({ columns, fixed }: Mapping): string[] {
  const headings = new Map<string, string[]>();
  for (const [theirs, name] of Object.entries(columns)) {
    headings.set(name, [...(headings.get(name) ?? []), theirs]);
  }
  const several = [...headings].filter(([, theirs]) => theirs.length > 1);
  const alike = alikeIn(Object.keys(columns), bareName);
  return [
    ...(headings.size === 0
      ? ['names no heading; name at least one, such as "ODS code": "practice_code"']
      : []),
    ...several.map(
      ([name, theirs]) =>
        `reads ${name} under ${theirs.length} headings (${quoted(theirs)}), so it is not certain which one counts; keep one of them, such as ${quoted([theirs[0]!])}`,
    ),
    ...alike.map(
      (theirs) =>
        `has headings that differ only in case, spaces or hyphens (${quoted(theirs)}); keep one of them, such as ${quoted([theirs[0]!])}`,
    ),
    ...[...headings.keys()]
      .filter((name) => Object.hasOwn(fixed, name))
      .map(
        (name) =>
          `both reads ${name} under a heading and fixes it; take one of the two out, such as the fixed one`,
      ),
  ];
}

function wrongWords({ words }: Mapping, ours: Columns): string[] {
  return Object.entries(words).flatMap(([name, list]) => {
    const column = ours.get(name);
    if (column === undefined) return [];
    const alike = alikeIn(Object.keys(list), wordKey);
    const wrong = Object.entries(list).filter(
      ([, word]) => word !== '' && !isRightFor(column, word),
    );
    return [
      ...wrong.map(
        ([theirs]) =>
          `puts for ${quoted([theirs])} a word that ${name} does not take; ${rightWordsFor(column)}, or "" for a word that says nothing`,
      ),
      ...alike.map(
        (theirs) =>
          `has words of ${name} that count as one (${quoted(theirs)}); keep one of them, such as ${quoted([theirs[0]!])}`,
      ),
    ];
  });
}

/** A letter or a plan in every row would be one of every practice: only what each row must have is fixed, and a status. */
function mayBeFixed([name, column]: readonly [string, Column]): boolean {
  return column.isRequired || name === 'declared_status';
}

function wrongFixed({ fixed }: Mapping, ours: Columns): string[] {
  const fixable = [...ours].filter(mayBeFixed).map(([name]) => name);
  const dated = fixable.find((name) => ours.get(name)?.holds === 'day');
  return Object.entries(fixed).flatMap(([name, says]) => {
    const column = ours.get(name);
    if (column === undefined) return [];
    if (!fixable.includes(name)) {
      return [
        `fixes ${name}, which would say it of every practice; fix only one of ${fixable.join(', ')}, such as "${dated}": "${AS_AT}"`,
      ];
    }
    const isDay = column.holds === 'day' || column.holds === 'day and time';
    if ((isDay && says === AS_AT) || isRightFor(column, says)) return [];
    const orAsAt = isDay ? `, or "${AS_AT}" for the upload's own day` : '';
    return [`fixes ${name} to what it does not take; ${rightWordsFor(column)}${orAsAt}`];
  });
}

function alikeIn(words: readonly string[], keyOf: (word: string) => string): string[][] {
  const byKey = new Map<string, string[]>();
  for (const word of words) byKey.set(keyOf(word), [...(byKey.get(keyOf(word)) ?? []), word]);
  return [...byKey.values()].filter((those) => those.length > 1);
}

function quoted(words: readonly string[]): string {
  return words.map((word) => label(word) ?? 'one too long or too personal to show').join(', ');
}
