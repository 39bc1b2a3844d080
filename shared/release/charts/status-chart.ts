import { longDay } from '../../calendar/day.ts';
import { counted } from '../../coverage/figure-words.ts';
import type { Table } from '../../coverage/table.ts';
import type { Chart } from '../chart.ts';
import { drawn, type Frame, type Layers, plotWidth } from './draw.ts';
import { apart } from './levels.ts';
import { COLOURS, TEXT_SIZE } from './palette.ts';
import { numberIn, picked, type Week } from './rows.ts';
import { BANDS, type Band } from './status-bands.ts';
import { dayOn, type WeekAxis, weekAxis, xOf } from './week-axis.ts';

export type StatusInput = {
  readonly of: string;
  readonly trend: Table;
  /** Rows of `trend` for one place and denominator, in the order of their weeks; at least one. */
  readonly weeks: readonly Week[];
};

const FRAME: Frame = { height: 400, left: 66, right: 244, top: 76, bottom: 40 };
const SWATCH = 22;

/**
 * Practices by status, one stack a week. The bands are told apart by order, hatch and shade, and each is named
 * at the right, in the order of the stack, with its latest figure.
 */
export async function statusChart({ of, trend, weeks }: StatusInput): Promise<Chart> {
  const last = weeks.at(-1)!;
  const axis = weekAxis(
    weeks.map(({ week }) => week),
    last.week,
    plotWidth(FRAME),
  );
  const caption = {
    name: 'status-by-week',
    title: `Practices by status each week, ${of}`,
    subtitle: 'Open practices; figures at the right are those of the last week',
    says: saysOf(of, last),
  };
  const most = Math.max(1, ...weeks.map(totalOf));
  const layer = [...bands(weeks, axis, most), ...names(last, most)];
  const svg = await drawn(layer, FRAME, caption);
  const table = tableOf(trend, weeks);
  return { name: caption.name, title: caption.title, says: caption.says, svg, table };
}

function tableOf(trend: Table, weeks: readonly Week[]): Table {
  const keys = ['week', 'practices', ...BANDS.map(({ key }) => key)];
  return {
    name: 'status-by-week',
    title: 'Practices by status each week',
    says: 'One row for each week, of open practices; the statuses add up to the practices.',
    ...picked(trend, { keys, rows: weeks }),
  };
}

type Stacked = Band & { readonly from: number; readonly to: number };

function stacked(row: Week): readonly Stacked[] {
  let from = 0;
  return BANDS.map((band) => {
    const to = from + (numberIn(row[band.key]) ?? 0);
    const one = { ...band, from, to };
    from = to;
    return one;
  });
}

function totalOf(row: Week): number {
  return stacked(row).at(-1)!.to;
}

function bands(weeks: readonly Week[], axis: WeekAxis, most: number): Layers {
  const stacks = weeks.map(stacked);
  // A single week is no area: it is drawn from edge to edge.
  const days = weeks.length === 1 ? [0, axis.end] : weeks.map(({ week }) => dayOn(axis, week));
  return BANDS.map(({ fill }, band) => ({
    data: {
      values: days.map((day, i) => {
        const { from, to } = stacks[Math.min(i, stacks.length - 1)]![band]!;
        return { day, from, to };
      }),
    },
    mark: { type: 'area', color: fill, opacity: 1, stroke: COLOURS.ink, strokeWidth: 0.8 },
    encoding: {
      x: { field: 'day', type: 'quantitative', ...xOf(axis) },
      y: {
        ...{ field: 'from', type: 'quantitative', scale: { domain: [0, most], nice: false } },
        axis: {
          title: null,
          format: ',d',
          ticks: false,
          tickCount: 6,
          tickMinStep: 1,
          grid: false,
        },
      },
      y2: { field: 'to' },
    },
  }));
}

/** The legend: beside the last week, in the order of the stack, from the top down. */
function names(last: Week, most: number): Layers {
  const width = plotWidth(FRAME);
  const heightOf = (practices: number) => FRAME.height * (1 - practices / most);
  const stack = stacked(last).toReversed();
  const middles = stack.map(({ from, to }) => heightOf((from + to) / 2));
  const ys = apart(middles, { gap: SWATCH + 8, least: 10, most: FRAME.height - 10 });
  return stack.flatMap(({ word, fill, from, to }, i) => {
    const data = { values: [{}] };
    const [x, y] = [width + 34, ys[i]!];
    return [
      {
        data,
        mark: {
          ...{ type: 'rect', x, x2: x + SWATCH, y: y - SWATCH / 2, y2: y + SWATCH / 2 },
          ...{ color: fill, stroke: COLOURS.ink, strokeWidth: 0.8, opacity: 1 },
        },
        encoding: {},
      },
      {
        data,
        mark: {
          ...{ type: 'text', align: 'left', x: x + SWATCH + 8, y, fontSize: TEXT_SIZE },
          text: `${word} ${counted(to - from)}`,
        },
      },
    ] satisfies Layers;
  });
}

function saysOf(of: string, last: Week): string {
  const some = stacked(last)
    .map(({ word, from, to }) => ({ word, count: to - from }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${counted(count)} ${word.toLowerCase()}`);
  const total = counted(totalOf(last));
  return `On ${longDay(last.week)}, of ${total} open practices in ${of}: ${some.join(', ')}.`;
}
