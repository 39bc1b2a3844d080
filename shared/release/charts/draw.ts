import { parse, resetSVGDefIds, View } from 'vega';
import { type Config, compile, type TopLevelSpec } from 'vega-lite';
import { COLOURS, FONT, TEXT_SIZE, textWidth, WIDTH } from './palette.ts';
import { withPatterns } from './patterns.ts';

/** What stands around a drawing: its name (for ids), its title, the line under it, and its alternative text. */
export type Caption = {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly says: string;
};

/** The plot in the units of the viewBox; the room around it is for title, axes and labels. */
export type Frame = {
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

export type Layers = Extract<TopLevelSpec, { layer: unknown }>['layer'];

/** How wide the plot of a frame is. */
export function plotWidth({ left, right }: Frame): number {
  return WIDTH - left - right;
}

const MARGIN = 16;

const CONFIG: Config = {
  aria: false,
  font: FONT,
  background: COLOURS.paper,
  view: { stroke: null },
  axis: {
    ...{ labelFontSize: TEXT_SIZE, titleFontSize: TEXT_SIZE, titleFontWeight: 'normal' },
    ...{ labelColor: COLOURS.ink, titleColor: COLOURS.ink, gridColor: COLOURS.grid },
    ...{ domainColor: COLOURS.darkGrey, tickColor: COLOURS.darkGrey },
    // Without these the labels that are kept would hang on how wide the machine thinks a text is.
    ...{ labelOverlap: false, labelBound: false, labelFlush: false },
  },
  text: { fontSize: TEXT_SIZE, color: COLOURS.ink, baseline: 'middle' },
};

/**
 * Draws layers as one `<svg>` element of 960 units' width, with title and description for those who do not
 * see it. The same input gives the same bytes anywhere: sizes are fixed, positions are numbers that come in
 * with the data, and nothing depends on fonts, locale, time zone or what was drawn before. Ids begin with the
 * chart's name, so that several charts can stand in one page; those are to be drawn one after the other.
 */
export async function drawn(layer: Layers, frame: Frame, caption: Caption): Promise<string> {
  const { height, left, right, top, bottom } = frame;
  const spec: TopLevelSpec = {
    ...{ width: plotWidth(frame), height, padding: { left, right, top, bottom } },
    autosize: 'none',
    config: CONFIG,
    layer: [...layer, ...headings(caption, frame)],
  };
  resetSVGDefIds();
  const view = new View(parse(compile(spec).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return labelled(withPatterns(svg, caption.name), caption);
}

/** Not as Vega's own title, whose place hangs on how wide the machine thinks the texts below it are. */
function headings({ title, subtitle }: Caption, { left, top }: Frame): Layers {
  const at = { type: 'text', align: 'left', baseline: 'alphabetic', x: MARGIN - left } as const;
  const data = { values: [{}] };
  // Bold letters are wider than textWidth reckons; a long name makes a smaller title, not a cut one.
  const fontSize = Math.min(21, (WIDTH - 2 * MARGIN) / (textWidth(title, 1) * 1.15));
  return [
    { data, mark: { ...at, text: title, y: 30 - top, fontSize, fontWeight: 'bold' } },
    { data, mark: { ...at, text: subtitle, y: 55 - top } },
  ];
}

function labelled(svg: string, { name, title, says }: Caption): string {
  const begin = svg.indexOf('>') + 1;
  const size = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!;
  const open = `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${name}-title ${name}-desc" width="${size[1]}" height="${size[2]}" viewBox="0 0 ${size[1]} ${size[2]}">`;
  const head = `<title id="${name}-title">${escaped(title)}</title><desc id="${name}-desc">${escaped(says)}</desc>`;
  return `${open}${head}${svg.slice(begin).replaceAll(ARIA, '')}`;
}

/** Title and description speak for the picture; its parts are silent. */
const ARIA = / (?:role="graphics-[^"]*"|aria-[a-z]+="[^"]*")/g;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
