import { asItIs, type Markup } from '../../release/page/markup.ts';

/** Colours, each at least 4.5 to 1 on its ground, by day and by night. A client that drops them leaves black on white. */
const STYLE = `
body { margin: 0; padding: 0; background: #f0f4f5; color: #212b32; font: 16px/1.5 -apple-system, "Segoe UI", Roboto, Arial, sans-serif; -webkit-text-size-adjust: 100%; }
.page { max-width: 640px; margin: 0 auto; background: #ffffff; overflow-wrap: break-word; }
.masthead { background: #005eb8; color: #ffffff; padding: 12px 24px; }
.masthead p { margin: 0; font-weight: 700; }
.main { padding: 20px 24px 8px; }
h1 { margin: 0 0 12px; font-size: 25px; line-height: 1.25; }
h2 { margin: 32px 0 8px; padding-top: 12px; border-top: 4px solid #005eb8; font-size: 20px; line-height: 1.3; }
h3 { margin: 0; font-size: 17px; line-height: 1.35; }
p { margin: 0 0 12px; }
ul { margin: 0 0 12px; padding-left: 20px; }
li { margin-bottom: 8px; }
a { color: #005eb8; }
code { font-family: Menlo, Consolas, "Courier New", monospace; font-size: 14px; overflow-wrap: anywhere; }
.made-up { padding: 8px 12px; border: 2px solid #212b32; background: #fff6bf; }
.command { margin: 0 0 12px; padding: 8px 12px; background: #f0f4f5; }
.command p { margin: 0; padding: 2px 0; }
.entry { margin: 0; padding: 14px 0 6px; border-top: 1px solid #aeb7bd; }
h2 + .entry, h2 + p + .entry { border-top: 0; padding-top: 6px; }
.about { margin: 0 0 6px; color: #425563; }
.alert { margin: 6px 0 10px; padding-left: 12px; border-left: 4px solid #aeb7bd; }
.alert p { margin: 0 0 4px; }
table { border-collapse: collapse; width: 100%; margin: 16px 0; font-size: 15px; line-height: 1.35; }
caption { text-align: left; padding-bottom: 8px; }
th, td { padding: 6px 0 6px 10px; border-bottom: 1px solid #aeb7bd; text-align: right; vertical-align: top; font-variant-numeric: tabular-nums; }
th:first-child { padding-left: 0; text-align: left; }
tbody th { font-weight: 400; }
thead th { border-bottom: 2px solid #212b32; }
tbody .total > * { font-weight: 700; border-top: 2px solid #212b32; }
.foot { padding: 16px 24px 24px; border-top: 1px solid #aeb7bd; color: #425563; font-size: 14px; }
.foot p { margin: 0 0 8px; }
.foot code { font-size: 13px; }
@media (max-width: 480px) {
  .masthead, .main, .foot { padding-left: 16px; padding-right: 16px; }
  h1 { font-size: 22px; }
  table { font-size: 14px; }
  th, td { padding-left: 8px; }
}
@media (prefers-color-scheme: dark) {
  body { background: #10171c; color: #f0f4f5; }
  .page { background: #1b242b; }
  a { color: #7fb8ee; }
  h2 { border-top-color: #4a90d9; }
  .made-up { background: #3d3500; border-color: #f0d54a; color: #ffffff; }
  .command { background: #10171c; }
  .about, .foot { color: #c0cad0; }
  .entry, .alert, th, td, .foot { border-color: #56656f; }
  thead th { border-bottom-color: #f0f4f5; }
  tbody .total > * { border-top-color: #f0f4f5; }
}
`;

/** The style of every mail, in its head: nothing is fetched. */
export function mailStyle(): Markup {
  return asItIs(`<style>${STYLE}</style>`);
}
