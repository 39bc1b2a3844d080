import { addDays, type Day, longDay } from '../../calendar/day.ts';
import type { Cell, Table } from '../../coverage/table.ts';
import type { Chart } from '../chart.ts';
import { coverageByWeek } from './coverage-by-week.ts';
import { drawn, type Frame, type Layers, plotWidth } from './draw.ts';
import { apart } from './levels.ts';
import { COLOURS, TEXT_SIZE } from './palette.ts';
import { numberIn, type Week } from './rows.ts';
import { flagLayers, flagsFor, linesOf } from './target-flags.ts';
import { type AnnouncedTarget, stoodOn, targetInWords } from './targets.ts';
import { dayOn, type WeekAxis, weekAxis, xOf } from './week-axis.ts';

export type CoverageInput = {
  /** What the chart is about: `England`, an ICB's name. */
  readonly of: string;
  readonly trend: Table;
  /** Rows of `trend` for one place and denominator, in the order of their weeks; at least one. */
  readonly weeks: readonly Week[];
  readonly targets: readonly AnnouncedTarget[];
};

const FURTHEST_AHEAD = 366;
const MEASURES = [
  {
    ...{ key: 'live_pct', word: 'Practices', colour: COLOURS.blue },
    ...{ dash: [1, 0], width: 5, shape: 'circle' },
  },
  {
    ...{ key: 'patients_live_pct', word: 'Patients', colour: COLOURS.orange },
    ...{ dash: [7, 5], width: 2.5, shape: 'square' },
  },
] as const;
const PERCENT = [0, 20, 40, 60, 80, 100];

/**
 * Coverage of practices and of patients by week as two lines, told apart by dash, end mark and label. Each
 * announced target is a dotted line from the day on which it was known to a mark on its own day; one of
 * before the first week, or of more than a year after the last, is not drawn.
 */
export async function coverageChart(input: CoverageInput): Promise<Chart> {
  const { of, trend, weeks, targets } = input;
  const [first, last] = [weeks[0]!.week, weeks.at(-1)!.week];
  const shown = targets.filter(({ by }) => by >= first && by <= addDays(last, FURTHEST_AHEAD));
  const until = shown.reduce<Day>((end, { by }) => (by > end ? by : end), last);
  const days = weeks.map(({ week }) => week);
  const axis = weekAxis(days, until, 740);
  const sides = { height: 330, left: 66, right: rightOf(axis, last), bottom: 40 };
  const flags = flagsFor(shown, axis, plotWidth({ ...sides, top: 0 }));
  const frame = { ...sides, top: 84 + 20 * linesOf(flags) };
  const caption = {
    name: 'coverage-by-week',
    title: `Coverage by week and announced targets, ${of}`,
    subtitle:
      'Live practices, and patients registered with them, as a percentage of open practices',
    says: saysOf(input),
  };
  const layer = [...lines(weeks, axis), ...flagLayers(flags), ...endLabels(weeks, axis, frame)];
  const svg = await drawn(layer, frame, caption);
  const { name, title, says } = caption;
  return { name, title, says, svg, table: coverageByWeek(trend, weeks, targets) };
}

/** Room for the labels at the ends of the lines, less what the axis already leaves after the last week. */
function rightOf(axis: WeekAxis, last: Day): number {
  const ahead = (axis.end - dayOn(axis, last)) / axis.end;
  return Math.max(40, Math.round(150 - ahead * 800));
}

function lines(weeks: readonly Week[], axis: WeekAxis): Layers {
  return MEASURES.map(({ key, colour, dash, width }) => ({
    data: {
      values: weeks.map((row) => ({ day: dayOn(axis, row.week), share: numberIn(row[key]) })),
    },
    mark: { type: 'line', color: colour, strokeWidth: width, strokeDash: [...dash] },
    encoding: {
      x: { field: 'day', type: 'quantitative', ...xOf(axis) },
      y: {
        ...{ field: 'share', type: 'quantitative', scale: { domain: [0, 100] } },
        axis: { values: PERCENT, labelExpr: "datum.value + '%'", title: null, ticks: false },
      },
    },
  }));
}

/** The latest figure of each line, beside its end; moved apart where the lines end close together. */
function endLabels(weeks: readonly Week[], axis: WeekAxis, frame: Frame): Layers {
  const last = weeks.at(-1)!;
  const ends = MEASURES.flatMap(({ key, ...measure }) => {
    const share = numberIn(last[key]);
    return share === null ? [] : [{ ...measure, share, day: dayOn(axis, last.week) }];
  });
  const { height } = frame;
  const wanted = ends.map(({ share }) => height - (share / 100) * height);
  const ys = apart(wanted, { gap: TEXT_SIZE + 4, least: 8, most: height - 8 });
  return ends.flatMap(({ word, colour, shape, share, day }, i) => [
    {
      data: { values: [{ day, share }] },
      mark: { type: 'point', shape, filled: true, size: 90, color: colour, opacity: 1 },
      encoding: {
        x: { field: 'day', type: 'quantitative' },
        y: { field: 'share', type: 'quantitative' },
      },
    },
    {
      data: { values: [{ day }] },
      mark: {
        ...{ type: 'text', align: 'left', dx: 10, y: ys[i]!, fontWeight: 'bold' },
        text: `${word} ${share.toFixed(1)}%`,
      },
      encoding: { x: { field: 'day', type: 'quantitative' } },
    },
  ]) satisfies Layers;
}

function saysOf({ of, weeks, targets }: CoverageInput): string {
  const { week, live_pct: live, patients_live_pct: patients } = weeks.at(-1)!;
  const stood = targets.filter((target) => stoodOn(target, week)).map(targetInWords);
  const against =
    stood.length === 0 ? 'no target stood' : `the targets that stood were ${stood.join(' and ')}`;
  return `On ${longDay(week)} ${shareOf(live)} of open practices in ${of} were live, with ${shareOf(patients)} of their registered patients; ${against}.`;
}

function shareOf(cell: Cell | undefined): string {
  const share = numberIn(cell);
  return share === null ? 'an unknown share' : `${share.toFixed(1)}%`;
}
