import type { Row, Table } from '../../coverage/table.ts';
import type { Chart } from '../chart.ts';
import { drawn, type Layers } from './draw.ts';
import { COLOURS, TEXT_SIZE } from './palette.ts';
import { numberIn, picked, textIn } from './rows.ts';
import { layoutFor, type Tile } from './tile-layouts.ts';

export type TileMapInput = {
  readonly coverage: Table;
  /** Rows of `coverage` at level icb, of one denominator. */
  readonly rows: readonly Row[];
};

/** Shades from light to dark, with the words that read well on each; a greyscale print keeps their order. */
const CLASSES = [
  { under: 20, fill: '#ffffff', ink: COLOURS.ink, word: 'Under 20%' },
  { under: 40, fill: '#d3e4f3', ink: COLOURS.ink, word: '20.0% to 39.9%' },
  { under: 60, fill: '#9cc3e5', ink: COLOURS.ink, word: '40.0% to 59.9%' },
  { under: 80, fill: '#2073bc', ink: COLOURS.paper, word: '60.0% to 79.9%' },
  { under: Infinity, fill: '#003d78', ink: COLOURS.paper, word: '80% and over' },
] as const;

const SIDE = 88;
const STEP = SIDE + 4;
const ACROSS = 10;
const KEYS = ['scope_code', 'scope_name', 'practices', 'live', 'live_pct'];

type Placed = {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
  readonly share: number | null;
};

/**
 * A square for every ICB, roughly where it lies, with its short name and its coverage, and a shade by
 * fifths. ICBs that the layout does not know stand in rows of their own beneath, by code. Gives null
 * where there is no ICB.
 */
export async function icbTileMap({ coverage, rows }: TileMapInput): Promise<Chart | null> {
  const icbs = rows.filter((row) => numberIn(row['live_pct']) !== null);
  if (icbs.length === 0) return null;
  const layout = layoutFor(icbs.map((row) => textIn(row['scope_code'])));
  const { tiles, elsewhereAt, height } = placed(icbs, layout);
  const frame = { height, left: 20, right: 20, top: 76, bottom: 20 };
  const caption = {
    name: 'icb-tile-map',
    title: 'Coverage by ICB, a tile map of England',
    subtitle:
      'Live practices as a percentage of open practices; one square for each ICB, roughly where it lies',
    says: saysOf(icbs),
  };
  const layer = [...tiles.flatMap(tileLayers), ...legend(), ...elsewhereHeading(elsewhereAt)];
  const svg = await drawn(layer, frame, caption);
  return {
    name: caption.name,
    title: caption.title,
    says: caption.says,
    svg,
    table: tableOf(coverage, rows),
  };
}

function placed(icbs: readonly Row[], layout: readonly Tile[]) {
  const byCode = new Map(icbs.map((row) => [textIn(row['scope_code']), row]));
  const known = layout.flatMap(({ code, column, row, lines }): Placed[] => {
    const icb = byCode.get(code);
    if (icb === undefined || !byCode.delete(code)) return [];
    return [{ x: column * STEP, y: row * STEP, lines, share: numberIn(icb['live_pct']) }];
  });
  const below = Math.max(0, ...known.map(({ y }) => y + STEP));
  const rest = [...byCode].toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (rest.length === 0) return { tiles: known, elsewhereAt: null, height: below };
  // The legend stands at the right of the first rows, also where there is no map.
  const from = Math.max(below, 200) + 40;
  const elsewhere = rest.map(([code, icb], i): Placed => {
    const [x, y] = [(i % ACROSS) * STEP, from + Math.floor(i / ACROSS) * STEP];
    return { x, y, lines: [code], share: numberIn(icb['live_pct']) };
  });
  const height = from + Math.ceil(rest.length / ACROSS) * STEP;
  return { tiles: [...known, ...elsewhere], elsewhereAt: from - 16, height };
}

function tileLayers({ x, y, lines, share }: Placed): Layers {
  const { fill, ink } = classOf(share!);
  const middle = x + SIDE / 2;
  const words = { type: 'text', align: 'center', x: middle, color: ink } as const;
  return [
    square({ x, y, fill, side: SIDE }),
    ...lines.map((text, i) => ({
      data: NOTHING,
      mark: { ...words, text, y: y + (lines.length === 1 ? 28 : 20) + i * 16, fontSize: 13 },
    })),
    {
      data: NOTHING,
      mark: {
        ...words,
        text: `${share!.toFixed(1)}%`,
        y: y + 66,
        fontSize: 18,
        fontWeight: 'bold',
      },
    },
  ];
}

function square({ x, y, fill, side }: { x: number; y: number; fill: string; side: number }) {
  return {
    data: NOTHING,
    mark: {
      ...{ type: 'rect', x, x2: x + side, y, y2: y + side },
      ...{ color: fill, stroke: COLOURS.ink, strokeWidth: 0.8, opacity: 1 },
    },
    encoding: {},
  } as Layers[number];
}

function legend(): Layers {
  const x = 7 * STEP + 40;
  return CLASSES.flatMap(({ fill, word }, i) => [
    square({ x, y: i * 32, fill, side: 24 }),
    {
      data: NOTHING,
      mark: {
        type: 'text',
        align: 'left',
        text: word,
        x: x + 34,
        y: i * 32 + 12,
        fontSize: TEXT_SIZE,
      },
    },
  ]);
}

function elsewhereHeading(y: number | null): Layers {
  if (y === null) return [];
  const text = 'Elsewhere: ICBs that the map does not know';
  return [
    { data: NOTHING, mark: { type: 'text', align: 'left', text, x: 0, y, fontWeight: 'bold' } },
  ];
}

function classOf(share: number) {
  return CLASSES.find(({ under }) => share < under)!;
}

function tableOf(coverage: Table, rows: readonly Row[]): Table {
  return {
    name: 'icb-tile-map',
    title: 'Coverage by ICB',
    says: 'One row for each ICB, of open practices.',
    ...picked(coverage, { keys: KEYS, rows }),
  };
}

function saysOf(icbs: readonly Row[]): string {
  const counts = CLASSES.map(({ word, ...one }) => {
    const count = icbs.filter(
      (row) => classOf(numberIn(row['live_pct'])!).under === one.under,
    ).length;
    return { word: word.replace(/^U/, 'u'), count };
  });
  const some = counts
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count} at ${word}`);
  return `Of ${icbs.length} ICBs by coverage: ${some.toReversed().join(', ')}.`;
}

const NOTHING = { values: [{}] };
