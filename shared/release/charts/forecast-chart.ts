import { type Day, longDay } from '../../calendar/day.ts';
import type { Row } from '../../coverage/table.ts';
import { drawn, type Layers } from './draw.ts';
import { apart } from './levels.ts';
import { COLOURS, TEXT_SIZE } from './palette.ts';
import { numberIn, type Week } from './rows.ts';
import { dayOn, type WeekAxis, weekAxis, xOf } from './week-axis.ts';

export type ForecastInput = {
  /** What the chart is about: `England`, an ICB's name. */
  readonly of: string;
  /** Rows of the trend of that place, in the order of their weeks. */
  readonly weeks: readonly Week[];
  /** Its row of the table of forecasts. */
  readonly forecast: Row;
};

/** A chart without a table of its own: the forecast's table is beside it. */
export type ForecastChart = {
  readonly name: string;
  readonly says: string;
  readonly svg: string;
};

const FRAME = { height: 330, left: 66, right: 150, top: 84, bottom: 40 };
const PERCENT = [0, 20, 40, 60, 80, 100];

/** What is expected on the deadline: all in percent. */
type Ahead = {
  readonly from: Day;
  readonly now: number;
  readonly on: Day;
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
  readonly target: number;
};

/**
 * The share of practices that are live, week by week up to the last week that extracts reach, and from there
 * to the deadline as a dashed line within its interval; the target is a dotted line. Null where the forecast
 * says no share for a day to come.
 */
export async function forecastChart({
  of,
  weeks,
  forecast,
}: ForecastInput): Promise<ForecastChart | null> {
  const ahead = aheadIn(forecast);
  if (ahead === null) return null;
  const shown = weeks.filter(({ week }) => week <= ahead.from);
  if (shown.length === 0) return null;
  const axis = weekAxis(
    shown.map(({ week }) => week),
    ahead.on,
    740,
  );
  const says = saysOf(of, ahead);
  const layer = [...band(ahead, axis), ...history(shown, axis), ...end(ahead, axis)];
  const svg = await drawn(layer, FRAME, {
    name: 'forecast',
    title: `Live practices and what is expected of them, ${of}`,
    subtitle: `As a percentage of open practices, with the 80% interval up to ${longDay(ahead.on)}`,
    says,
  });
  return { name: 'forecast', says, svg };
}

function aheadIn(row: Row): Ahead | null {
  const number = (key: string) => numberIn(row[key]);
  const [from, on] = [row['history_to'], row['deadline']];
  const now = number('live_pct');
  const share = number('deadline_pct');
  const lower = number('deadline_pct_lower');
  const upper = number('deadline_pct_upper');
  const target = number('target_pct');
  if (typeof from !== 'string' || typeof on !== 'string' || on <= from) return null;
  if (now === null || share === null || lower === null || upper === null || target === null)
    return null;
  return { from: from as Day, now, on: on as Day, share, lower, upper, target };
}

const x = (axis: WeekAxis) => ({ field: 'day', type: 'quantitative', ...xOf(axis) }) as const;
const y = { field: 'share', type: 'quantitative' } as const;

/** The interval opens from the last week that is known to the deadline. */
function band({ from, now, on, share, lower, upper }: Ahead, axis: WeekAxis): Layers {
  const [begin, last] = [dayOn(axis, from), dayOn(axis, on)];
  return [
    {
      data: {
        values: [
          { day: begin, share: now, upper: now },
          { day: last, share: lower, upper },
        ],
      },
      mark: { type: 'area', color: COLOURS.blue, opacity: 0.18 },
      encoding: {
        x: x(axis),
        y: {
          ...y,
          scale: { domain: [0, 100] },
          axis: { values: PERCENT, labelExpr: "datum.value + '%'", title: null, ticks: false },
        },
        y2: { field: 'upper' },
      },
    },
    {
      data: {
        values: [
          { day: begin, share: now },
          { day: last, share },
        ],
      },
      mark: { type: 'line', color: COLOURS.blue, strokeWidth: 3, strokeDash: [7, 5] },
      encoding: { x: x(axis), y },
    },
  ];
}

function history(weeks: readonly Week[], axis: WeekAxis): Layers {
  const values = weeks.map((row) => ({
    day: dayOn(axis, row.week),
    share: numberIn(row['live_pct']),
  }));
  return [
    {
      data: { values },
      mark: { type: 'line', color: COLOURS.blue, strokeWidth: 5 },
      encoding: { x: x(axis), y },
    },
  ];
}

/** The target across, and at the deadline what is expected, beside the ends of its interval. */
function end({ on, share, lower, upper, target }: Ahead, axis: WeekAxis): Layers {
  const last = dayOn(axis, on);
  const labels = [
    { at: target, text: `Target ${target}%`, color: COLOURS.target },
    { at: upper, text: `At most ${upper.toFixed(1)}%`, color: COLOURS.darkGrey },
    { at: share, text: `Expected ${share.toFixed(1)}%`, color: COLOURS.ink },
    { at: lower, text: `At least ${lower.toFixed(1)}%`, color: COLOURS.darkGrey },
  ].toSorted((a, b) => b.at - a.at);
  const { height } = FRAME;
  const wanted = labels.map(({ at }) => height - (at / 100) * height);
  const ys = apart(wanted, { gap: TEXT_SIZE + 4, least: 8, most: height - 8 });
  return [
    {
      data: {
        values: [
          { day: 0, share: target },
          { day: last, share: target },
        ],
      },
      mark: { type: 'line', color: COLOURS.target, strokeWidth: 2, strokeDash: [2, 4] },
      encoding: { x: x(axis), y },
    },
    {
      data: { values: [{ day: last, share }] },
      mark: {
        type: 'point',
        shape: 'circle',
        filled: true,
        size: 90,
        color: COLOURS.blue,
        opacity: 1,
      },
      encoding: { x: { field: 'day', type: 'quantitative' }, y },
    },
    ...labels.map(({ text, color }, i) => ({
      data: { values: [{ day: last }] },
      mark: { type: 'text' as const, align: 'left' as const, dx: 10, y: ys[i]!, text, color },
      encoding: { x: { field: 'day', type: 'quantitative' as const } },
    })),
  ] satisfies Layers;
}

function saysOf(of: string, { from, now, on, share, lower, upper, target }: Ahead): string {
  return `On ${longDay(from)}, the last week that extracts reach, ${now.toFixed(1)}% of open practices in ${of} were live. On ${longDay(on)} ${share.toFixed(1)}% are expected, with an 80% interval from ${lower.toFixed(1)}% to ${upper.toFixed(1)}%; the target is ${target}%.`;
}
