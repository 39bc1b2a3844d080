import { hash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { Person } from '../people.ts';

const STYLE = `body { font: 19px/1.5 arial, sans-serif; color: #212b32; background: #f0f4f5; margin: 0; }
main { max-width: 40em; margin: 0 auto; padding: 24px 16px; }
h1 { line-height: 1.2; }
ul { list-style: none; padding: 0; }
button { font: inherit; text-align: left; width: 100%; padding: 12px 16px; margin: 0 0 12px; border: 2px solid #005eb8; border-radius: 4px; background: #fff; color: #212b32; cursor: pointer; }
button:hover { background: #e8edee; }
button:focus { outline: 4px solid #ffeb3b; box-shadow: 0 4px 0 4px #212b32; }
strong { display: block; color: #005eb8; }`;

const STYLE_HASH = hash('sha256', STYLE, 'base64');

/** What browsers are told of the page: one style, known by its hash, and a form that leads here and on to the service. */
export function choosePolicy(service: string): string {
  return `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self' ${service}; base-uri 'none'; frame-ancestors 'none'`;
}

/** The page on which somebody says who they are on this machine. Needs no script. */
export async function choosePage(people: readonly Person[], action: string): Promise<string> {
  return String(
    await html`<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>Who are you? – Record Access Rollout</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${raw(STYLE)}</style></head>
<body><main>
<h1>Who are you?</h1>
<p>On this machine nobody needs a password: choose one of the people below. More are made with <code>npx rollout members add</code>.</p>
<form method="post" action="${action}">
<ul>${people.map(
      ({ subject, name, says }) =>
        html`<li><button type="submit" name="subject" value="${subject}"><strong>${name}</strong> ${says}</button></li>`,
    )}</ul>
</form>
</main></body>
</html>`,
  );
}
