import { longDay } from '../../calendar/day.ts';
import type { ReleaseHead } from '../release.ts';
import { asItIs, type Markup } from './markup.ts';
import { PRINT } from './print-style.ts';
import { scopeName } from './titles.ts';

/** Colours, each dark enough on its ground for small text (at least 4.5 to 1, most over 7). */
const SCREEN = `
:root { --ink: #212b32; --quiet: #425563; --blue: #005eb8; --line: #aeb7bd; --ground: #f0f4f5; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; color: var(--ink); background: var(--ground); font: 1rem/1.5 Arial, "Liberation Sans", sans-serif; }
.width { max-width: 68rem; margin: 0 auto; padding: 0 1rem; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: #ffeb3b; color: var(--ink); }
:focus-visible { outline: 4px solid #ffeb3b; outline-offset: 0; box-shadow: 0 0 0 6px var(--ink); }
.banner { background: #ffeb3b; color: var(--ink); border-bottom: 4px solid var(--ink); }
.banner p { margin: 0 auto; padding-top: .75rem; padding-bottom: .75rem; }
.masthead { background: var(--blue); color: #fff; padding: 1.5rem 0 2rem; }
.masthead p { margin: 0; max-width: none; }
.masthead .what { font-weight: 700; }
h1 { margin: .5rem 0 .75rem; font-size: 2.25rem; line-height: 1.2; }
h2 { margin: 0 0 1rem; font-size: 1.75rem; line-height: 1.25; }
h3 { margin: 2rem 0 .5rem; font-size: 1.25rem; line-height: 1.3; }
h2 + h3 { margin-top: 0; }
p, ul, ol, dl { margin: 0 0 1rem; max-width: 46rem; }
ul, ol { padding-left: 1.5rem; }
li { margin-bottom: .4rem; }
a { color: var(--blue); }
a:hover { color: #7c2855; }
.contents { padding: 1rem 0 0; }
.contents ul { list-style: none; padding: 0; margin: 0; max-width: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
.contents h2 { font-size: 1rem; margin: 0 0 .25rem; }
main > section { background: #fff; margin: 1.5rem 0; padding: 1.5rem; border: 1px solid #d8dde0; }
.lead { font-size: 1.25rem; line-height: 1.45; max-width: 52rem; }
.figures { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1rem; margin: 0 0 1.5rem; max-width: none; }
.figures > div { border: 1px solid var(--line); border-top: 4px solid var(--blue); padding: .75rem 1rem 1rem; }
.figures dt { font-weight: 700; }
.figures dd { margin: 0; }
.figures .big { font-size: 2.25rem; line-height: 1.2; font-weight: 700; }
.inset { border-left: 8px solid var(--blue); padding: .75rem 1rem; margin: 0 0 1.5rem; background: #fff; }
.inset > :last-child { margin-bottom: 0; }
.box { overflow-x: auto; margin: 0 0 .5rem; }
table { border-collapse: collapse; width: 100%; font-size: 1rem; line-height: 1.35; }
.dense { font-size: .875rem; }
caption { text-align: left; font-weight: 700; padding: 0 0 .5rem; }
caption span { display: block; width: fit-content; max-width: calc(100vw - 4rem); position: sticky; left: 0; }
th, td { text-align: left; vertical-align: top; padding: .45rem .75rem .45rem 0; border-bottom: 1px solid #d8dde0; }
tr > :last-child { padding-right: 0; }
.dense th, .dense td { padding: .35rem .6rem .35rem 0; }
.dense tr > :last-child { padding-right: 0; }
thead th { vertical-align: bottom; border-bottom: 2px solid var(--ink); }
tbody th { font-weight: 400; min-width: 8rem; }
tbody .total > * { font-weight: 700; border-top: 1px solid var(--ink); }
tbody th.figure, tbody th.whole { min-width: 0; }
tbody th, thead th:first-child { position: sticky; left: 0; background: #fff; }
td { min-width: 3.5rem; }
.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead .figure { white-space: normal; }
.whole { white-space: nowrap; }
.heard { position: absolute; width: 1px; height: 1px; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.beneath { color: var(--quiet); font-size: .875rem; margin: 0 0 1rem; }
.box + h3, .box + p, .box + .box, .box + .meanings + .box, .beneath + .box { margin-top: 1.25rem; }
.box + .beneath { margin-top: 0; }
figure { margin: 0 0 2.5rem; padding-top: 1rem; border-top: 1px solid #d8dde0; }
h2 + figure { border-top: 0; padding-top: 0; }
figure { position: relative; }
figure svg { display: block; width: 100%; height: auto; background: #fff; }
details { margin: 0 0 1rem; }
summary { color: var(--blue); text-decoration: underline; cursor: pointer; padding: .25rem 0; width: fit-content; }
details > .box { margin-top: .5rem; padding-left: .75rem; border-left: 4px solid #d8dde0; }
dt { font-weight: 700; }
dd { margin: 0 0 .6rem; }
code { font-family: "Courier New", monospace; font-size: .95em; overflow-wrap: anywhere; }
footer { padding: 1.5rem 0 2.5rem; border-top: 4px solid var(--blue); }
.in-print { display: none; }
@media (min-width: 48rem) {
  .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2.5rem; align-items: start; }
}
@media (max-width: 40rem) {
  h1 { font-size: 1.75rem; }
  h2 { font-size: 1.5rem; }
  main > section { padding: 1rem; margin: 1rem -1rem; border-width: 1px 0; }
  .figures { grid-template-columns: 1fr; }
  .lead { font-size: 1.125rem; }
  figure svg { min-width: 46rem; }
}
`;

/** The page's whole style: screen, print, and what stands in the margin of every printed page. */
export function styleOf(head: ReleaseHead): Markup {
  return asItIs(`${SCREEN}${PRINT}${margins(head)}`);
}

function margins({ madeUp, version, scope, week }: ReleaseHead): string {
  const top = madeUp ? 'Made-up data: not about real practices' : '';
  const what = `${scopeName(scope)}, week of ${longDay(week)}, version ${version}.`;
  const bottom = `${what} Management information, not official statistics.`;
  return `@page {
  @top-left { content: ${quoted(top)}; font: bold 9pt Arial, sans-serif; vertical-align: bottom; padding-bottom: 2mm; }
  @bottom-left { width: 85%; content: ${quoted(bottom)}; font: 7.5pt Arial, sans-serif; vertical-align: top; padding-top: 2mm; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 7.5pt Arial, sans-serif; vertical-align: top; padding-top: 2mm; white-space: nowrap; }
}
`;
}

/** A text as a CSS string: whatever is no plain letter or digit as its code point, so that nothing can end it. */
function quoted(text: string): string {
  const written = Array.from(text, (letter) =>
    /[A-Za-z0-9 .,:-]/.test(letter) ? letter : `\\${letter.codePointAt(0)!.toString(16)} `,
  );
  return `"${written.join('')}"`;
}
