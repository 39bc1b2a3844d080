import { type Day, daysBetween } from '../../calendar/day.ts';
import type { Layers } from './draw.ts';
import { levelsFor } from './levels.ts';
import { COLOURS, TEXT_SIZE, textWidth } from './palette.ts';
import { type AnnouncedTarget, shortTarget } from './targets.ts';
import type { WeekAxis } from './week-axis.ts';

/** One target as it is drawn: a dotted line from `known` to `due`, and a label over its end. */
export type Flag = {
  /** Days on the axis. */
  readonly known: number;
  readonly due: number;
  readonly share: number;
  readonly mark: 'diamond' | 'cross';
  readonly label: string;
  /** In the units of the plot: where the label stands. */
  readonly x: number;
  readonly y: number;
  readonly align: 'left' | 'right';
};

const LEVEL = TEXT_SIZE + 5;
const PADDING = 5;
/** A diagonal cross: the target was withdrawn. */
const CROSS = 'M-.6-.6L.6.6M.6-.6L-.6.6';

/** Takes the targets to show, gives where their labels stand, on as few lines over the plot as fit side by side. */
export function flagsFor(
  targets: readonly AnnouncedTarget[],
  axis: WeekAxis,
  width: number,
): readonly Flag[] {
  const drafts = targets
    .map((target) => draftOf(target, axis, width))
    .toSorted((a, b) => leaderClear(a) - leaderClear(b));
  const levels = levelsFor(drafts.map(({ from, to, x }) => ({ from, to, leader: x })));
  return drafts.map(({ from: _, to: __, ...draft }, i) => ({
    ...draft,
    y: -18 - levels[i]! * LEVEL,
  }));
}

/** Labels at the left of their mark from the first, then those at the right from the last: so no leader runs through a lower label. */
function leaderClear({ align, due }: Pick<Flag, 'align' | 'due'>): number {
  return align === 'right' ? due - 100_000 : -due;
}

/** How many lines of labels stand over the plot. */
export function linesOf(flags: readonly Flag[]): number {
  return new Set(flags.map(({ y }) => y)).size;
}

function draftOf(target: AnnouncedTarget, axis: WeekAxis, width: number) {
  const known = Math.max(0, daysBetween(axis.first, target.knownFrom));
  const due = dueOn(target, axis);
  const x = (due / axis.end) * width;
  const label = shortTarget(target);
  const long = textWidth(label, TEXT_SIZE) + PADDING;
  // A label that would run out of the picture stands to the left of its mark.
  const align = x + long <= width ? ('left' as const) : ('right' as const);
  const [from, to] = align === 'left' ? [x, x + long] : [x - long, x];
  const mark = target.ended?.how === 'withdrawn' ? ('cross' as const) : ('diamond' as const);
  return { known, due, share: target.share, mark, label, x, align, from, to };
}

function dueOn({ by }: AnnouncedTarget, axis: WeekAxis): number {
  return daysBetween(axis.first, by as Day);
}

/** Line and mark on the scales of the plot, leader and label over it. */
export function flagLayers(flags: readonly Flag[]): Layers {
  return flags.flatMap((flag) => {
    const data = { values: [flag] };
    const x = { field: 'due', type: 'quantitative' } as const;
    const y = { field: 'share', type: 'quantitative' } as const;
    const { align, mark, label } = flag;
    const line = { type: 'rule', color: COLOURS.target } as const;
    const isCross = mark === 'cross';
    return [
      {
        data,
        mark: { ...line, strokeDash: [2, 4], strokeWidth: 2 },
        encoding: { x: { ...x, field: 'known' }, x2: { field: 'due' }, y },
      },
      { data, mark: { ...line, strokeWidth: 1 }, encoding: { x, y, y2: { value: flag.y } } },
      {
        data,
        mark: {
          ...{ type: 'point', shape: isCross ? CROSS : 'diamond', filled: !isCross, opacity: 1 },
          ...{ size: isCross ? 220 : 130, color: COLOURS.target, strokeWidth: 2.5 },
        },
        encoding: { x, y },
      },
      {
        data,
        mark: {
          ...{ type: 'text', align, x: flag.x, y: flag.y, text: label },
          dx: align === 'left' ? PADDING : -PADDING,
        },
      },
    ] satisfies Layers;
  });
}
