import { html, raw } from 'hono/html';

/** A piece of the page in which every text has been escaped. */
export type Markup = ReturnType<typeof raw>;

/** What may stand in a template: texts and numbers (escaped), pieces, lists of them; null leaves nothing. */
type Part = string | number | null | Markup | readonly Part[];

// What XML has no way of writing, not even as an entity, though a cell may hold it.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * Template tag: the text of the template as it stands, everything put into it escaped. The page is
 * written so that an XML parser reads it too. Nothing in it is a promise, so neither is the answer.
 */
export function markup(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return html(texts, ...parts.map(writable)) as Markup;
}

function writable(part: Part): Part {
  return typeof part === 'string' ? part.replace(UNWRITABLE, '\ufffd') : part;
}

/** Takes markup made elsewhere that is known to be safe (a chart's own SVG), gives it as it is. */
export function asItIs(text: string): Markup {
  return raw(text);
}
