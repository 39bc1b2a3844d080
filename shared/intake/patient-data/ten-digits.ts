import { type Gap, type Group, gapBetween } from './digit-groups.ts';

/** Ten digits that stand together: one group or several, `first` to `last` of the text's groups. */
export type TenDigits = {
  readonly digits: string;
  readonly first: number;
  readonly last: number;
  /** The gaps inside, in order. */
  readonly gaps: readonly Gap[];
  /** How they are written: in one, as 3-3-4, as ten single digits, or in no usual way. */
  readonly form: 'solid' | 'broken' | 'grouped' | 'boxes' | 'odd';
};

/** Takes the groups of a text and one of them, gives the ten digits that begin with it, if there are just ten. */
export function tenDigitsFrom(
  text: string,
  groups: readonly Group[],
  first: number,
): TenDigits | undefined {
  const gaps: Gap[] = [];
  const sizes: number[] = [];
  let digits = '';
  for (let at = first; at < groups.length; at++) {
    const { start, end } = groups[at]!;
    if (digits.length + end - start > 10) return undefined;
    if (at > first) {
      const gap = gapBetween(text, groups[at - 1]!.end, start);
      if (gap === 'none') return undefined;
      gaps.push(gap);
    }
    sizes.push(end - start);
    digits += text.slice(start, end);
    if (digits.length === 10) return { digits, first, last: at, gaps, form: formOf(sizes, gaps) };
  }
  return undefined;
}

function formOf(sizes: readonly number[], gaps: readonly Gap[]): TenDigits['form'] {
  if (sizes.length === 1) return 'solid';
  if (sizes.length === 10) return 'boxes';
  if (gaps.some((gap) => gap === 'border' || gap === 'box')) return 'odd';
  const cuts = cutsIn(sizes);
  const others = gaps.filter((_, i) => cuts[i] !== 3 && cuts[i] !== 6);
  // Where a line ends is no part of how a number is written: it may end within a group.
  if (others.length > 1 || others.some((gap) => gap !== 'line')) return 'odd';
  if (cuts.includes(3) && cuts.includes(6)) return 'grouped';
  return gaps.length === 1 && gaps[0] === 'line' ? 'broken' : 'odd';
}

/** After how many digits each gap comes. */
function cutsIn(sizes: readonly number[]): number[] {
  let sum = 0;
  return sizes.slice(0, -1).map((size) => {
    sum += size;
    return sum;
  });
}
