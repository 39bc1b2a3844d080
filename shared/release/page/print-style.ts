/**
 * How it prints on A4: black on white, headings with what follows them, pictures in one piece, table
 * headings again on every page, details open, nothing that only a screen can use. Colour carries nothing.
 */
export const PRINT = `
@page { size: A4; margin: 15mm 14mm; }
@media print {
  html { font-size: 9pt; }
  body { background: #fff; color: #000; line-height: 1.3; }
  .width { max-width: none; padding: 0; }
  .skip, .contents, .meanings, .on-screen { display: none; }
  .in-print { display: block; }
  .banner { border: 2px solid #000; background: #fff; margin-bottom: 2mm; }
  .banner p { padding: 1mm 3mm; }
  .masthead { background: #fff; color: #000; padding: 0 0 2mm; border-bottom: 3px solid #000; margin-bottom: 3mm; }
  .masthead a { color: #000; }
  h1 { font-size: 16pt; margin: 0 0 1.5mm; }
  h2 { font-size: 13pt; margin-bottom: 1.5mm; }
  h3 { font-size: 11pt; margin: 3mm 0 1mm; }
  h1, h2, h3, caption, summary { break-after: avoid; }
  p, ul, ol, dl { max-width: none; margin-bottom: 2mm; }
  li { margin-bottom: 1mm; }
  p, li { break-inside: avoid; }
  h2 + p, h3 + p { break-after: avoid; }
  main > section { border: 0; padding: 0; margin: 0 0 8mm; }
  .page { break-before: page; }
  .lead { font-size: 11pt; max-width: none; }
  .figures { gap: 3mm; margin-bottom: 3mm; grid-template-columns: repeat(3, 1fr); }
  .figures > div { border: 1px solid #000; border-top-width: 3px; padding: 1.5mm 3mm 2mm; break-inside: avoid; }
  .figures .big { font-size: 18pt; }
  .inset { border-left: 4px solid #000; padding: 1mm 3mm; margin-bottom: 3mm; break-inside: avoid; }
  .sides h3 { margin-top: 2mm; }
  .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 0 8mm; }
  .box { overflow: visible; break-inside: auto; }
  table { font-size: 8.5pt; line-height: 1.25; }
  .dense { font-size: 7.5pt; }
  thead { display: table-header-group; }
  th, td, .dense th, .dense td { padding: .6mm 2.5mm .6mm 0; border-bottom: .5pt solid #777; min-width: 0; }
  .dense th, .dense td { padding-right: 1.6mm; }
  thead th { border-bottom: 1pt solid #000; }
  tbody th, thead th:first-child { min-width: 0; position: static; background: none; }
  tr > :last-child, .dense tr > :last-child { padding-right: 0; }
  .dense tbody th:not(.whole, .figure) { min-width: 34mm; }
  .dense td:last-child:not(.figure, .whole) { min-width: 38mm; }
  .wide { font-size: 6.5pt; }
  .wide th, .wide td { white-space: normal; overflow-wrap: anywhere; padding-right: 1mm; }
  caption span { max-width: none; }
  .box + .box, .beneath + .box, .box + p { margin-top: 4mm; }
  tr { break-inside: avoid; }
  .beneath { color: #000; font-size: 8pt; }
  figure { break-inside: auto; margin-bottom: 6mm; padding: 0; border: 0; }
  .picture { break-inside: avoid; }
  .picture, .picture + p { break-after: avoid; }
  .tall svg { max-height: 225mm; }
  .broad svg { max-height: 125mm; }
  figure svg { width: auto; max-width: 100%; min-width: 0; margin: 0 auto; }
  details::details-content { display: block; content-visibility: visible; block-size: auto; opacity: 1; }
  details > summary { color: #000; text-decoration: none; font-weight: 700; list-style: none; padding: 0; }
  details > .box { padding: 0; border: 0; }
  a { color: #000; text-decoration: none; }
  a[href^="#"]::after { content: none; }
  footer { border-top: 2px solid #000; padding: 2mm 0 0; }
}
`;
