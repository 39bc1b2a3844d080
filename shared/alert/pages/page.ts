import { asItIs, type Markup, markup } from '../../release/page/markup.ts';

/** One page: its title, and what stands beneath the heading. */
export type Page = { readonly title: string; readonly body: Markup };

/** Colours at least 4.5 to 1 on their ground; one column that fits a telephone; nothing is fetched. */
export const PAGE_STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#f0f4f5;color:#212b32;font:18px/1.5 Arial,sans-serif;-webkit-text-size-adjust:100%}
header{background:#005eb8;color:#fff}
header p{margin:0;padding:12px 0;font-weight:700}
header p,main,footer{max-width:720px;margin:0 auto;padding-left:16px;padding-right:16px}
main{padding-top:24px;padding-bottom:40px;overflow-wrap:break-word}
h1{font-size:30px;line-height:1.2;margin:0 0 16px}
h2{font-size:22px;line-height:1.3;margin:32px 0 8px}
p{margin:0 0 16px}
ul,ol{margin:0 0 16px;padding-left:24px}
li{margin-bottom:8px}
dl{margin:0 0 16px;background:#fff;border:1px solid #d8dde0}
dl div{padding:12px 16px;border-bottom:1px solid #d8dde0}
dl div:last-child{border-bottom:0}
dt{font-weight:700}
dd{margin:0}
code{font:15px/1.4 Consolas,Menlo,monospace;overflow-wrap:anywhere}
.found{background:#fff;border:1px solid #d8dde0;border-left:8px solid #005eb8;padding:16px;margin:0 0 16px}
.found p:last-child{margin-bottom:0}
.quiet{color:#4c6272;font-size:16px}
form{margin:24px 0}
button{font:700 18px/1.3 Arial,sans-serif;color:#fff;background:#007f3b;border:0;border-bottom:4px solid #00401e;border-radius:4px;padding:12px 16px;cursor:pointer}
button:focus,a:focus{outline:4px solid #212b32;outline-offset:0;background:#ffeb3b;color:#212b32}
a{color:#005eb8}
footer{padding-bottom:24px;color:#4c6272;font-size:16px}
@media (min-width:40em){h1{font-size:36px}dl div{display:grid;grid-template-columns:13em 1fr;gap:16px}}
@media print{body{background:#fff}button{display:none}}
`;

/** A whole page as HTML that needs no scripts. */
export function pageHtml({ title, body }: Page): string {
  const page = markup`<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title} - Record Access Rollout</title>
<style>${asItIs(PAGE_STYLE)}</style>
</head>
<body>
<header><p>Record Access Rollout</p></header>
<main>
<h1>${title}</h1>
${body}
</main>
<footer>This page holds no patient data.</footer>
</body>
</html>
`;
  return `<!doctype html>\n${page}`;
}
