import { html } from 'hono/html';
import type { Shown } from './rehearsal-shown.ts';
import { concerns, headOf, messagesShown, toWhom } from './rehearsal-text.ts';

/** A rehearsal as one page that stands alone: the days as a table, then every message of the last day as it would look. */
export function rehearsalHtml(shown: Shown): string {
  const own = (episodes: Shown['days'][number]['open']) =>
    episodes.filter((e) => concerns(shown, e)).length;
  const page = html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${headOf(shown)}</title>
<style>
body { font: 1rem/1.5 Arial, sans-serif; margin: 1rem auto; max-width: 60rem; padding: 0 1rem; color: #212b32; background: #fff }
table { border-collapse: collapse } th, td { padding: .25rem .75rem; border-bottom: 1px solid #d8dde0; text-align: right } th:first-child, td:first-child { text-align: left }
iframe { width: 100%; height: 36rem; border: 1px solid #aeb7bd }
</style>
</head>
<body>
<h1>${headOf(shown)}</h1>
<p>Nothing was sent and nothing was kept.</p>
<table>
<caption>What opens and closes</caption>
<thead><tr><th scope="col">Day</th><th scope="col">Opened</th><th scope="col">Closed</th><th scope="col">Open</th></tr></thead>
<tbody>${shown.days.map(
    (day) =>
      html`<tr><td>${day.on}</td><td>${own(day.opened)}</td><td>${own(day.closed)}</td><td>${own(day.open)}</td></tr>
`,
  )}</tbody>
</table>
<h2>Who would be told what</h2>
${messagesShown(shown).map(
  (message) =>
    html`<details><summary><strong>${message.subject}</strong>, to ${toWhom(message)}</summary>
<iframe title="${message.subject}" sandbox srcdoc="${message.html}"></iframe></details>
`,
)}
</body>
</html>`;
  return String(page);
}
