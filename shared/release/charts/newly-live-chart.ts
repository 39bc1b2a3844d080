import type { Table } from '../../coverage/table.ts';
import { HOW_TO_READ_XMR } from '../../coverage/xmr/xmr-table.ts';
import type { Chart } from '../chart.ts';
import { drawn, type Frame, type Layers, plotWidth } from './draw.ts';
import { COLOURS, TEXT_SIZE } from './palette.ts';
import { phaseLabels, phaseLines, phasesIn } from './phase-layers.ts';
import { byWeek, numberIn, textIn, type Week } from './rows.ts';
import { ruleLabels, ruleLayers } from './rule-labels.ts';
import { dayOn, type WeekAxis, weekAxis } from './week-axis.ts';

const SIDES = { height: 360, left: 66, right: 56, bottom: 92 };
/** Each variation has a colour and a shape of its own. */
const VARIATIONS = [
  { variation: 'common cause', word: 'Nothing unusual', colour: COLOURS.grey, shape: 'circle' },
  {
    variation: 'improvement',
    word: 'Improvement',
    colour: COLOURS.lightBlue,
    shape: 'triangle-up',
  },
  { variation: 'concern', word: 'Concern', colour: COLOURS.orange, shape: 'triangle-down' },
] as const;

/**
 * The XmR chart of practices newly live. Takes the table `xmr` (Making Data Count; its sentence is the
 * read-out), gives null where it has no week. Every phase has its mean (solid) and limits (dashed), named
 * above it; weeks that a rule marks are named beside their point.
 */
export async function newlyLiveChart(of: string, xmr: Table): Promise<Chart | null> {
  const weeks = byWeek(xmr.rows);
  if (weeks.length === 0) return null;
  const last = weeks.at(-1)!.week;
  const axis = weekAxis(
    weeks.map(({ week }) => week),
    last,
    plotWidth({ ...SIDES, top: 0 }),
  );
  const top = Math.max(10, ...weeks.map(highest)) * 1.08;
  const phases = phasesIn(weeks, axis, plotWidth({ ...SIDES, top: 0 }));
  const frame = { ...SIDES, top: 82 + 20 * phases.lines };
  const caption = {
    name: 'newly-live-by-week',
    title: `Practices newly live each week, ${of}`,
    subtitle: 'XmR chart: limits show what is usual in each phase (Making Data Count)',
    says: xmr.says.replace(` ${HOW_TO_READ_XMR}`, ''),
  };
  const labels = ruleLabels(weeks, { axis, top, width: plotWidth(frame), height: frame.height });
  const layer = [
    ...phaseLines(phases.phases, axis, top),
    ...points(weeks, axis),
    ...phaseLabels(phases.phases, frame.height),
    ...ruleLayers(labels),
    ...key(frame),
  ];
  const svg = await drawn(layer, frame, caption);
  return { name: caption.name, title: caption.title, says: caption.says, svg, table: xmr };
}

function highest(row: Week): number {
  return Math.max(numberIn(row['newly_live']) ?? 0, numberIn(row['upper']) ?? 0);
}

function points(weeks: readonly Week[], axis: WeekAxis): Layers {
  const all = weeks.map((row) => ({
    day: dayOn(axis, row.week),
    value: numberIn(row['newly_live']),
    variation: textIn(row['variation']),
  }));
  const encoding = {
    x: { field: 'day', type: 'quantitative' },
    y: { field: 'value', type: 'quantitative' },
  } as const;
  return [
    {
      data: { values: all },
      mark: { type: 'line', color: COLOURS.darkGrey, strokeWidth: 1 },
      encoding,
    },
    ...VARIATIONS.map(({ variation, colour, shape }) => ({
      data: { values: all.filter((point) => point.variation === variation) },
      mark: { ...MARK, shape, fill: colour },
      encoding,
    })),
  ];
}

const MARK = {
  type: 'point',
  filled: true,
  size: 85,
  opacity: 1,
  stroke: COLOURS.ink,
  strokeWidth: 0.8,
} as const;

/** What shapes and lines mean, in words, under the dates. */
function key(frame: Frame): Layers {
  const y = frame.height + 52;
  const shapes = VARIATIONS.flatMap(({ word, colour, shape }, i) => {
    const x = 8 + i * 165;
    return [
      { data: NOTHING, mark: { ...MARK, shape, fill: colour, x, y }, encoding: {} },
      { data: NOTHING, mark: { ...WORDS, text: word, x: x + 12, y } },
    ] satisfies Layers;
  });
  const rest = 'Solid line: mean. Dashed lines: limits.';
  const rules =
    'outside: beyond a limit · trend: 7 rising or falling · near: 2 of 3 close to a limit · shift: 7 on one side of the mean';
  return [
    ...shapes,
    { data: NOTHING, mark: { ...WORDS, text: rest, x: 510, y } },
    { data: NOTHING, mark: { ...WORDS, text: rules, x: 0, y: y + 24, fontSize: TEXT_SIZE - 1 } },
  ];
}

const NOTHING = { values: [{}] };
const WORDS = { type: 'text', align: 'left' } as const;
