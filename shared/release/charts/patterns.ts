import { COLOURS } from './palette.ts';

/** Hatches that differ without colour. Vega knows no patterns: it fills with a stand-in colour, which is replaced. */
const HATCHES = {
  rising: { standIn: '#010101', colour: COLOURS.blue, path: 'M-2,10L10,-2M-2,2L2,-2M6,10L10,6' },
  falling: { standIn: '#010102', colour: COLOURS.purple, path: 'M-2,-2L10,10M6,-2L10,2M-2,6L2,10' },
  dotted: { standIn: '#010103', colour: COLOURS.orange, path: 'M1,2h3M5,6h3' },
  crossed: { standIn: '#010104', colour: COLOURS.ink, path: 'M0,4H8M4,0V8' },
} as const;

type Hatch = keyof typeof HATCHES;
export const HATCH_FILL = Object.fromEntries(
  Object.entries(HATCHES).map(([name, { standIn }]) => [name, standIn]),
) as Readonly<Record<Hatch, string>>;

/** Takes a finished SVG, gives it with its stand-in colours as patterns, whose ids begin with `prefix`. */
export function withPatterns(svg: string, prefix: string): string {
  let filled = svg;
  let patterns = '';
  for (const [name, { standIn, colour, path }] of Object.entries(HATCHES)) {
    if (!svg.includes(`"${standIn}"`)) continue;
    const id = `${prefix}-${name}`;
    filled = filled.replaceAll(`fill="${standIn}"`, `fill="url(#${id})"`);
    patterns += `<pattern id="${id}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${COLOURS.paper}"/><path d="${path}" stroke="${colour}" stroke-width="2" fill="none"/></pattern>`;
  }
  if (patterns === '') return svg;
  const at = filled.indexOf('>') + 1;
  return `${filled.slice(0, at)}<defs>${patterns}</defs>${filled.slice(at)}`;
}
