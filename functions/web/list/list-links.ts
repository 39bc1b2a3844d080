import type { Part } from './part-of-list.ts';

/** The same page asked for something else: what is null or empty is left out, and so is where the list stood. */
export function linkWith(
  path: string,
  query: URLSearchParams,
  changes: Readonly<Record<string, string | null>>,
): string {
  const kept = new URLSearchParams();
  for (const [name, value] of query) {
    if (!NOT_KEPT.has(name) && !(name in changes) && value !== '') kept.set(name, value);
  }
  for (const [name, value] of Object.entries(changes)) if (value) kept.set(name, value);
  return kept.size === 0 ? path : `${path}?${kept}`;
}

const NOT_KEPT = new Set(['page', 'cursor', 'format', 'done']);

type PageItem = { readonly number: number; readonly href: string; readonly current?: true };

/** The pages of a list as the NHS.UK pagination takes them; null where there is one only. */
export function pagesView(
  path: string,
  query: URLSearchParams,
  { page, pages }: Pick<Part<unknown>, 'page' | 'pages'>,
) {
  if (pages < 2) return null;
  const href = (number: number) =>
    linkWith(path, query, { page: number === 1 ? null : String(number) });
  const near = [...new Set([1, page - 1, page, page + 1, pages])].filter(
    (number) => number >= 1 && number <= pages,
  );
  const items: (PageItem | { readonly ellipsis: true })[] = [];
  for (const [at, number] of near.entries()) {
    if (number - (near[at - 1] ?? 0) > 1) items.push({ ellipsis: true });
    items.push({ number, href: href(number), ...(number === page && { current: true as const }) });
  }
  return {
    items,
    ...(page > 1 && { previous: { href: href(page - 1) } }),
    ...(page < pages && { next: { href: href(page + 1) } }),
  };
}

/** An item of a select, as the NHS.UK component takes it. */
export function choice(value: string, text: string, chosen: string | null) {
  return { value, text, ...(value === (chosen ?? '') && { selected: true }) };
}
