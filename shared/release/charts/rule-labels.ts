import type { Layers } from './draw.ts';
import type { Span } from './levels.ts';
import { TEXT_SIZE, textWidth } from './palette.ts';
import { numberIn, textIn, type Week } from './rows.ts';
import { dayOn, type WeekAxis } from './week-axis.ts';

type Plot = {
  readonly axis: WeekAxis;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** The short name of a rule over the weeks that it marks, in the units of the plot. */
export type RuleLabel = { readonly text: string; readonly x: number; readonly y: number };

const SIZE = TEXT_SIZE - 2;
const LINE = SIZE + 2;
const NAMES: readonly (readonly [part: string, name: string])[] = [
  ['limit', 'outside'],
  ['rising', 'trend'],
  ['falling', 'trend'],
  ['mean', 'shift'],
];

/** Takes the weeks of the table `xmr`, gives one label for each run of weeks that one rule marks. */
export function ruleLabels(weeks: readonly Week[], plot: Plot): readonly RuleLabel[] {
  const placed: Draft[] = [];
  for (const run of runsIn(weeks)) {
    const draft = draftOf(run, plot);
    placed.push({ ...draft, y: freeHeight(draft, placed) });
  }
  return placed.map(({ text, x, y }) => ({ text, x, y }));
}

type Draft = RuleLabel & Span;

/** Moves a label up until it touches none before it. */
function freeHeight({ from, to, y }: Draft, placed: readonly Draft[]): number {
  const beside = placed.filter((other) => other.from < to + 4 && from < other.to + 4);
  const taken = beside.map((other) => other.y).toSorted((a, b) => b - a);
  let free = y;
  for (const height of taken) if (Math.abs(height - free) < LINE) free = height - LINE;
  return Math.max(8, free);
}

/** Weeks in a row that meet the same rule, in the same words, in one phase. */
function runsIn(weeks: readonly Week[]): readonly (readonly Week[])[] {
  const runs: Week[][] = [];
  let before = '';
  for (const row of weeks) {
    const same = `${textIn(row['phase'])} ${textIn(row['rule'])}`;
    if (row['rule'] === null) before = '';
    else if (same === before) runs.at(-1)!.push(row);
    else runs.push([row]);
    if (row['rule'] !== null) before = same;
  }
  return runs;
}

function draftOf(run: readonly Week[], { axis, top, width, height }: Plot) {
  const text = nameOf(textIn(run[0]!['rule']));
  const [begin, end] = [dayOn(axis, run[0]!.week), dayOn(axis, run.at(-1)!.week)];
  const half = textWidth(text, SIZE) / 2;
  const middle = ((begin + end) / 2 / axis.end) * width;
  const x = Math.min(width + 20 - half, Math.max(half, middle));
  const highest = Math.max(...run.map((row) => numberIn(row['newly_live']) ?? 0));
  const y = height * (1 - highest / top) - 16;
  return { text, x, y, from: x - half, to: x + half };
}

function nameOf(rule: string): string {
  if (rule.startsWith('2 of 3')) return 'near';
  return NAMES.find(([part]) => rule.includes(part))?.[1] ?? rule;
}

export function ruleLayers(labels: readonly RuleLabel[]): Layers {
  return labels.map(({ text, x, y }) => ({
    data: { values: [{}] },
    mark: { type: 'text', align: 'center', x, y, text, fontSize: SIZE, fontStyle: 'italic' },
  }));
}
