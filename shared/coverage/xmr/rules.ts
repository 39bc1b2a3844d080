import { isNearLimit, isOutside, type Spread, sideOf } from './limits.ts';

/** The four rules of Making Data Count, in the order in which one is named where several are met. */
export type Rule = 'outside limits' | 'trend' | 'two in three' | 'shift';

/** What a rule says of a week: which rule, and whether the week is high or rising (1), or low or falling (-1). */
export type Break = { readonly rule: Rule; readonly side: 1 | -1 };

const RUN = 7;

/**
 * Takes the values of one phase in the order of their weeks, and its spread; gives, for each, the rule
 * that it is part of, or null: common cause. A trend is 7 values each over (or each under) the one before;
 * a shift is 7 on one side of the mean, a value on the mean ends it; two in three is 3 values on one side of
 * which at least 2 are in the outer third, and marks those 2. Every week of a trend or shift is marked, not
 * only its seventh (as in NHSRplotthedots).
 */
export function breaksIn(values: readonly number[], spread: Spread): readonly (Break | null)[] {
  const sides = values.map((value) => sideOf(value, spread));
  const trends = trendsIn(values);
  const shifts = runsOf(sides, RUN);
  const near = twoInThree(values, sides, spread);
  return values.map((value, i) => {
    const side = sides[i]!;
    if (isOutside(value, spread) && side !== 0) return { rule: 'outside limits', side };
    const direction = trends[i]!;
    if (direction !== 0) return { rule: 'trend', side: direction };
    if (near[i] && side !== 0) return { rule: 'two in three', side };
    return shifts[i] && side !== 0 ? { rule: 'shift', side } : null;
  });
}

/** 1 or -1 for every week of a rising or falling trend; a turning point belongs to the later of the two. */
function trendsIn(values: readonly number[]): readonly (-1 | 0 | 1)[] {
  const steps = values.slice(1).map((value, i) => signOf(value - values[i]!));
  const inTrend = runsOf(steps, RUN - 1);
  return values.map((_, i) => {
    if (inTrend[i]) return steps[i]!;
    return i > 0 && inTrend[i - 1] ? steps[i - 1]! : 0;
  });
}

/** Marks each item that stands in a run of at least `length` equal signs; 0 is in no run. */
function runsOf(signs: readonly (-1 | 0 | 1)[], length: number): readonly boolean[] {
  const marks = signs.map(() => false);
  let begin = 0;
  for (let i = 1; i <= signs.length; i++) {
    if (i < signs.length && signs[i] === signs[begin]) continue;
    if (signs[begin] !== 0 && i - begin >= length) marks.fill(true, begin, i);
    begin = i;
  }
  return marks;
}

function twoInThree(values: readonly number[], sides: readonly (-1 | 0 | 1)[], spread: Spread) {
  const near = values.map((value) => isNearLimit(value, spread));
  const marks = values.map(() => false);
  for (let i = 0; i + 3 <= values.length; i++) {
    const three = [i, i + 1, i + 2];
    const isOneSided = three.every((k) => sides[k] === sides[i]);
    if (!isOneSided || three.filter((k) => near[k]).length < 2) continue;
    for (const k of three) if (near[k]) marks[k] = true;
  }
  return marks;
}

function signOf(number: number): -1 | 0 | 1 {
  return number > 0 ? 1 : number < 0 ? -1 : 0;
}
