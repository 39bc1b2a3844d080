import { practiceCode } from '../practice/code.ts';
import type { FileKind, Problem } from './read-result.ts';
import { presentNames, REGISTER_COLUMNS } from './register-columns.ts';
import { RETURN_COLUMNS } from './return-columns.ts';
import { bare } from './words.ts';

type Headed = Exclude<FileKind, 'epraccur'>;

const REQUIRED: Readonly<Record<Headed, readonly string[]>> = {
  'status-return': RETURN_COLUMNS['status-return'].required,
  'supplier-extract': RETURN_COLUMNS['supplier-extract'].required,
  succession: RETURN_COLUMNS.succession.required,
  exemptions: RETURN_COLUMNS.exemptions.required,
  'list-size': REGISTER_COLUMNS['list-size'].required,
  'practice-map': REGISTER_COLUMNS['practice-map'].required,
};

/**
 * Why a file is none of those that are taken: which one its first row comes nearest to and what it
 * lacks, else the headings of each. The first row itself is not repeated, since it may be anything.
 */
export function unrecognised(first: readonly string[]): Problem {
  const because = separatorOf(first) ?? nearest(first) ?? firstIsData(first);
  return {
    row: 1,
    column: null,
    found: null,
    problem: `the first row is not the header of a file that is taken${because === undefined ? '' : `: ${because}`}`,
    remedy: `Head the columns as one of these has them. ${ALL_HEADERS}`,
  };
}

const ALL_HEADERS = `${Object.entries(REQUIRED)
  .map(([kind, names]) => `${kind}: ${names.join(', ')}`)
  .join('; ')}; epraccur: as published, 27 columns without a header.`;

function separatorOf(first: readonly string[]): string | undefined {
  if (first.length > 1) return undefined;
  const names: readonly (readonly [string, string])[] = [
    [';', 'semicolons'],
    ['\t', 'tabs'],
    ['|', 'vertical bars'],
  ];
  const used = names.find(([separator]) => (first[0] ?? '').split(separator).length > 2);
  return used && `its cells are separated by ${used[1]}, not by commas`;
}

function nearest(first: readonly string[]): string | undefined {
  const has = new Set(presentNames(first).map(bare));
  const byLikeness = Object.entries(REQUIRED).map(([kind, names]) => {
    const lacks = names.filter((name) => !has.has(bare(name)));
    return { kind, lacks, share: 1 - lacks.length / names.length };
  });
  const best = byLikeness.reduce((a, b) => (b.share > a.share ? b : a));
  if (best.share < 0.25) return undefined;
  return `it comes nearest to ${best.kind}, and lacks ${best.lacks.join(', ')}`;
}

function firstIsData(first: readonly string[]): string | undefined {
  const names = first.some((cell) => practiceCode(cell) !== undefined);
  return names ? 'it names a practice, so the header may be missing' : undefined;
}
