import { practiceCode } from '../../practice/code.ts';
import type { DocumentKind } from '../document/checklist.ts';
import type { FileKind, Problem } from '../read-result.ts';
import { PCN_MEMBERSHIP_COLUMNS } from '../readers/pcn-membership.ts';
import { presentNames, REGISTER_COLUMNS } from '../readers/register-columns.ts';
import { RETURN_COLUMNS } from '../readers/return-columns.ts';
import type { TableRow } from './table-reader.ts';
import { bare } from './words.ts';

type Headed = Exclude<FileKind, 'epraccur' | DocumentKind>;

const REQUIRED: Readonly<Record<Headed, readonly string[]>> = {
  'status-return': RETURN_COLUMNS['status-return'].required,
  'supplier-extract': RETURN_COLUMNS['supplier-extract'].required,
  succession: RETURN_COLUMNS.succession.required,
  exemptions: RETURN_COLUMNS.exemptions.required,
  'list-size': REGISTER_COLUMNS['list-size'].required,
  'practice-map': REGISTER_COLUMNS['practice-map'].required,
  'pcn-membership': PCN_MEMBERSHIP_COLUMNS.required,
};

/**
 * Why a file is none of those that are taken. Takes its first rows (titles may stand above the header),
 * gives which kind one of them comes nearest to and what it lacks, else the headings of each kind. The
 * rows themselves are not repeated, since they may hold anything.
 */
export function unrecognised(rows: readonly TableRow[]): Problem {
  const [first = { row: 1, cells: [] }] = rows;
  const near = nearestOf(rows);
  const because = separatorOf(first.cells) ?? near?.because ?? firstIsData(first.cells);
  const which = near === undefined || near.row === first.row ? 'the first row' : `row ${near.row}`;
  return {
    row: near?.row ?? 1,
    column: null,
    found: null,
    problem: `${which} is not the header of a file that is taken${because === undefined ? '' : `: ${because}`}`,
    remedy: `Head the columns as one of these has them, such as practice_code,as_at_date,declared_status. ${ALL_HEADERS}`,
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

type Near = { readonly row: number; readonly share: number; readonly because: string };

function nearestOf(rows: readonly TableRow[]): Near | undefined {
  const near = rows.flatMap(({ row, cells }) => nearest(row, cells) ?? []);
  return near.reduce<Near | undefined>(
    (a, b) => (a === undefined || b.share > a.share ? b : a),
    undefined,
  );
}

function nearest(row: number, cells: readonly string[]): Near | undefined {
  const has = new Set(presentNames(cells).map(bare));
  const byLikeness = Object.entries(REQUIRED).map(([kind, names]) => {
    const lacks = names.filter((name) => !has.has(bare(name)));
    return { kind, lacks, share: 1 - lacks.length / names.length };
  });
  const { kind, lacks, share } = byLikeness.reduce((a, b) => (b.share > a.share ? b : a));
  if (share < 0.25) return undefined;
  return { row, share, because: `it comes nearest to ${kind}, and lacks ${lacks.join(', ')}` };
}

function firstIsData(first: readonly string[]): string | undefined {
  const names = first.some((cell) => practiceCode(cell) !== undefined);
  return names ? 'it names a practice, so the header may be missing' : undefined;
}
