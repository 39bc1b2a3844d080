import type { Row, Table } from '../../coverage/table.ts';
import type { Chart } from '../chart.ts';
import { drawn, type Frame, type Layers } from './draw.ts';
import { COLOURS } from './palette.ts';
import { numberIn, picked, textIn } from './rows.ts';

export type DotPlotInput = {
  /** `ICBs in England`, `PCNs in …`. */
  readonly places: string;
  readonly name: string;
  readonly coverage: Table;
  /** Rows of `coverage` of one level and denominator. */
  readonly rows: readonly Row[];
  /** The whole that the places are parts of; null draws no line for it. */
  readonly whole: { readonly called: string; readonly share: number } | null;
};

const KEYS = [
  ...['scope_code', 'scope_name', 'practices', 'live'],
  ...['live_pct', 'live_pct_lower', 'live_pct_upper'],
];
const MOST_HEIGHT = 924;
const PERCENT = [0, 20, 40, 60, 80, 100];
const LONGEST_NAME = 42;

type Dot = {
  readonly row: number;
  readonly name: string;
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
};

/**
 * Places ranked by the share of their practices that is live: a dot, with a line from the lowest to the
 * highest it could be. Up to 42 places, and usually more, fit on an A4 page. A place without practices
 * is left to the table. Gives null where no place is left.
 */
export async function dotPlot(input: DotPlotInput): Promise<Chart | null> {
  const { places, name, coverage, whole } = input;
  const ranked = byShare(input.rows);
  const dots = ranked.map(dotOf);
  if (dots.length === 0) return null;
  const step = Math.max(14, Math.min(22, MOST_HEIGHT / dots.length));
  const frame = { height: step * dots.length, left: 350, right: 76, top: 112, bottom: 36 };
  const title = `${places}, ranked by coverage`;
  const caption = {
    ...{ name, title, says: saysOf(input, ranked) },
    subtitle: 'Dot: live practices, %. Line: lowest to highest, by whether unknown practices count',
  };
  const layer = [...marks(dots, frame, step), ...wholeLayers(whole, frame)];
  const svg = await drawn(layer, frame, caption);
  return { name, title, says: caption.says, svg, table: tableOf(input, coverage, ranked) };
}

function byShare(rows: readonly Row[]): readonly Row[] {
  return rows
    .filter((row) => numberIn(row['live_pct']) !== null)
    .toSorted((a, b) => {
      const [shareA, shareB] = [numberIn(a['live_pct'])!, numberIn(b['live_pct'])!];
      if (shareA !== shareB) return shareB - shareA;
      return textIn(a['scope_code']) < textIn(b['scope_code']) ? -1 : 1;
    });
}

function dotOf(row: Row, index: number): Dot {
  const share = numberIn(row['live_pct'])!;
  return {
    row: index + 0.5,
    name: nameOf(row),
    share,
    lower: numberIn(row['live_pct_lower']) ?? share,
    upper: numberIn(row['live_pct_upper']) ?? share,
  };
}

/** `NHS Kent and Medway Integrated Care Board` as `Kent and Medway`. */
export function shortName(name: string): string {
  return name.replace(/^NHS /, '').replace(/ (Integrated Care Board|ICB)\b/, '');
}

/** Cut where it is too long for the margin. */
function nameOf(row: Row): string {
  const short = shortName(textIn(row['scope_name']) || textIn(row['scope_code']));
  return short.length > LONGEST_NAME ? `${short.slice(0, LONGEST_NAME - 1).trimEnd()}…` : short;
}

function marks(dots: readonly Dot[], { height }: Frame, step: number): Layers {
  const data = { values: [...dots] };
  const domain: [number, number] = [0, dots.length];
  const range: [number, number] = [0, height];
  const scale = { domain, nice: false, range };
  const y = { field: 'row', type: 'quantitative' as const, axis: null, scale };
  const x = { field: 'share', type: 'quantitative' } as const;
  const text = { type: 'text', fontSize: Math.min(14, step - 3) } as const;
  return [
    {
      data,
      mark: { type: 'rule', color: COLOURS.darkGrey, strokeWidth: 2 },
      encoding: {
        x: {
          ...{ field: 'lower', type: 'quantitative', scale: { domain: [0, 100] } },
          axis: { values: PERCENT, labelExpr: "datum.value + '%'", title: null, ticks: false },
        },
        x2: { field: 'upper' },
        y,
      },
    },
    ...(['lower', 'upper'] as const).map((end) => ({
      data,
      mark: {
        type: 'tick',
        orient: 'vertical',
        color: COLOURS.darkGrey,
        size: 9,
        thickness: 2,
      } as const,
      encoding: { x: { ...x, field: end }, y },
    })),
    {
      data,
      mark: {
        type: 'point',
        shape: 'circle',
        filled: true,
        size: 90,
        color: COLOURS.blue,
        opacity: 1,
      },
      encoding: { x, y },
    },
    {
      data,
      mark: { ...text, align: 'right', x: -10 },
      encoding: { y, text: { field: 'name' } },
    },
    {
      data: { values: dots.map((dot) => ({ ...dot, words: `${dot.share.toFixed(1)}%` })) },
      mark: { ...text, align: 'right', x: { expr: 'width + 62' } },
      encoding: { y, text: { field: 'words' } },
    },
  ];
}

function wholeLayers(whole: DotPlotInput['whole'], { height }: Frame): Layers {
  if (whole === null) return [];
  const data = { values: [{ share: whole.share }] };
  const x = { field: 'share', type: 'quantitative' } as const;
  const text = `${whole.called} ${whole.share.toFixed(1)}%`;
  const align = whole.share > 70 ? 'right' : 'left';
  return [
    {
      data,
      mark: { type: 'rule', color: COLOURS.purple, strokeWidth: 2, strokeDash: [6, 4] },
      encoding: { x, y: { value: -12 }, y2: { value: height } },
    },
    {
      data,
      mark: {
        type: 'text',
        align,
        dx: align === 'right' ? 4 : -4,
        y: -24,
        fontWeight: 'bold',
        text,
      },
      encoding: { x },
    },
  ];
}

function tableOf(
  { places, name, rows }: DotPlotInput,
  coverage: Table,
  ranked: readonly Row[],
): Table {
  const rest = rows.filter((row) => !ranked.includes(row));
  return {
    name,
    title: `${places}, ranked by coverage`,
    says: 'One row for each place, of open practices, the highest share first; lowest and highest count none and all of its unknown practices as live.',
    ...picked(coverage, { keys: KEYS, rows: [...ranked, ...rest] }),
  };
}

function saysOf({ places, whole }: DotPlotInput, ranked: readonly Row[]): string {
  const words = (row: Row) => `${nameOf(row)} at ${numberIn(row['live_pct'])!.toFixed(1)}%`;
  const against = whole === null ? '' : ` ${whole.called} is at ${whole.share.toFixed(1)}%.`;
  return `${places}: the highest is ${words(ranked[0]!)}, the lowest ${words(ranked.at(-1)!)}.${against}`;
}
