import { oneDecimal } from '../../coverage/xmr/one-decimal.ts';
import type { Layers } from './draw.ts';
import { levelsFor } from './levels.ts';
import { COLOURS, TEXT_SIZE, textWidth } from './palette.ts';
import { numberIn, textIn, type Week } from './rows.ts';
import { dayOn, type WeekAxis, xOf } from './week-axis.ts';

/** A phase as it is drawn, in days of the axis; lines are null where it has too few weeks. */
type DrawnPhase = {
  readonly from: number;
  readonly to: number;
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly label: string;
  readonly x: number;
  readonly level: number;
};

/** Takes the weeks of the table `xmr`, gives its phases and how many lines of labels they need over the plot. */
export function phasesIn(weeks: readonly Week[], axis: WeekAxis, width: number) {
  const numbers = [...new Set(weeks.map((row) => numberIn(row['phase'])))];
  const drafts = numbers.map((phase) => {
    const own = weeks.filter((row) => numberIn(row['phase']) === phase);
    return draftOf(own, { axis, width, phase: phase ?? 1 });
  });
  const latestFirst = drafts.toReversed();
  const levels = levelsFor(
    latestFirst.map(({ x, end, begin }) => ({ from: x, to: end, leader: begin })),
  ).toReversed();
  const phases = drafts.map((draft, i): DrawnPhase => ({ ...draft, level: levels[i]! }));
  return { phases, lines: Math.max(0, ...levels.map((level) => level + 1)) };
}

function draftOf(
  weeks: readonly Week[],
  { axis, width, phase }: { axis: WeekAxis; width: number; phase: number },
) {
  const first = weeks[0]!;
  const [from, to] = [dayOn(axis, first.week), dayOn(axis, weeks.at(-1)!.week)];
  const [mean, lower, upper] = ['mean', 'lower', 'upper'].map((key) => numberIn(first[key]));
  const label = labelOf({
    phase,
    mean: mean!,
    lower: lower!,
    upper: upper!,
    limits: textIn(first['limits']),
  });
  const long = textWidth(label, TEXT_SIZE - 1) + 12;
  const begin = ((from - 3.5) / axis.end) * width;
  const x = Math.max(0, Math.min(begin, width + 20 - long));
  return { from, to, mean: mean!, lower: lower!, upper: upper!, label, x, begin, end: x + long };
}

type Lines = Record<'mean' | 'lower' | 'upper', number | null>;

function labelOf({ phase, mean, lower, upper, limits }: Lines & { phase: number; limits: string }) {
  if (mean === null || upper === null || lower === null) return `Phase ${phase}: too few weeks`;
  const trial = limits.includes('trial') ? 'trial limits' : 'limits';
  const range =
    lower < 0
      ? `${trial} up to ${oneDecimal(upper)}`
      : `${trial} ${oneDecimal(lower)} to ${oneDecimal(upper)}`;
  return `Phase ${phase}: mean ${oneDecimal(mean)}, ${range}`;
}

/** Mean and limits of each phase; a lower limit under 0 is not drawn, as no count can cross it. */
export function phaseLines(phases: readonly DrawnPhase[], axis: WeekAxis, top: number): Layers {
  const half = Math.min(3, axis.end / 20);
  return (['mean', 'lower', 'upper'] as const).map((line) => ({
    data: {
      values: phases
        .filter((phase) => phase[line] !== null && phase[line]! >= 0)
        .map((phase) => ({ from: phase.from - half, to: phase.to + half, value: phase[line] })),
    },
    mark: {
      ...{ type: 'rule', color: COLOURS.darkGrey, strokeWidth: 2 },
      strokeDash: line === 'mean' ? [1, 0] : [7, 4],
    },
    encoding: {
      x: { field: 'from', type: 'quantitative', ...xOf(axis) },
      x2: { field: 'to' },
      y: {
        ...{ field: 'value', type: 'quantitative', scale: { domain: [0, top], nice: false } },
        axis: { title: null, format: ',d', ticks: false, tickCount: 6, tickMinStep: 1 },
      },
    },
  }));
}

/** The name of each phase over the plot, and a thin line where a later one begins. */
export function phaseLabels(phases: readonly DrawnPhase[], height: number): Layers {
  return phases.flatMap(({ x, level, label, from }, i) => {
    const y = -16 - level * 20;
    const name = {
      data: { values: [{}] },
      mark: {
        ...{ type: 'text', align: 'left', x, y, dx: i === 0 ? 0 : 6 },
        ...{ text: label, fontSize: TEXT_SIZE - 1 },
      },
    } as const;
    if (i === 0) return [name];
    const begin = {
      data: { values: [{ day: from - 3.5 }] },
      mark: { type: 'rule', color: COLOURS.darkGrey, strokeWidth: 1, strokeDash: [2, 3] },
      encoding: {
        x: { field: 'day', type: 'quantitative' },
        y: { value: height },
        y2: { value: y - 8 },
      },
    } as const;
    return [begin, name];
  }) as Layers;
}
