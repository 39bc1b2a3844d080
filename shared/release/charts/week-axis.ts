import { type Day, daysBetween, longDay } from '../../calendar/day.ts';

/** Days on a chart are whole numbers from its first week, so that no time zone can move them. */
export type WeekAxis = {
  readonly first: Day;
  /** The last number on the axis. */
  readonly end: number;
  /** Where labels stand. */
  readonly values: readonly number[];
  /** A Vega expression that gives the label of a value: `4 Dec 2023`. */
  readonly labels: string;
};

const LABEL_WIDTH = 106;

/** `4 Dec 2023`. */
export function shortDay(on: Day): string {
  const [date, month, year] = longDay(on).split(' ');
  return `${date} ${month!.slice(0, 3)} ${year}`;
}

/** Takes the weeks in order (at least one), the last day to show and the width of the plot; labels as many weeks as fit, the latest among them. */
export function weekAxis(weeks: readonly Day[], until: Day, width: number): WeekAxis {
  const first = weeks[0]!;
  const end = Math.max(1, daysBetween(first, until));
  const step = Math.max(1, Math.ceil((LABEL_WIDTH * end) / (7 * width)));
  const shown = weeks.filter((_, i) => (weeks.length - 1 - i) % step === 0);
  const values = shown.map((week) => daysBetween(first, week));
  const words = shown.map((week, i) => `'${values[i]}':'${shortDay(week)}'`);
  return {
    ...{ first, values },
    end,
    labels: `({${words.join(',')}})[datum.value]`,
  };
}

/** The axis as Vega-Lite takes it. */
export function xOf({ end, values, labels }: WeekAxis) {
  return {
    scale: { domain: [0, end], nice: false, zero: false },
    axis: { values: [...values], labelExpr: labels, title: null, grid: false, labelPadding: 6 },
  };
}

/** Where a day stands on the axis. */
export function dayOn({ first }: WeekAxis, on: Day): number {
  return daysBetween(first, on);
}
