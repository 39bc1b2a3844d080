import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesView } from '../../../../functions/web/list/list-links.ts';
import { type Part, partOf } from '../../../../functions/web/list/part-of-list.ts';

const keyOf = (row: number) => String(row).padStart(6, '0');
const query = (asked: Record<string, string>) => new URLSearchParams(asked);
const rowsUpTo = (count: number) => Array.from({ length: count }, (_, at) => at * 2);

function* partsOf(all: readonly number[]) {
  let cursor: string | null = '';
  while (cursor !== null) {
    const part: Part<number> = partOf(all, { keyOf, query: query({ cursor }) });
    yield part;
    cursor = part.next;
  }
}

describe('a list in parts', () => {
  it('gone through by cursors gives every row once, in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 260 }), (count) => {
        const all = rowsUpTo(count);
        expect([...partsOf(all)].flatMap(({ rows }) => rows)).toEqual(all);
      }),
    );
  });

  it('gone through by pages gives the same', () => {
    const all = rowsUpTo(120);
    const pages = [1, 2, 3].map((page) =>
      partOf(all, { keyOf, query: query({ page: String(page) }) }),
    );
    expect(pages.flatMap(({ rows }) => rows)).toEqual(all);
    expect(pages.map(({ page, pages: of }) => [page, of])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  it('goes on where it was though rows have come and gone', () => {
    const [first] = partsOf(rowsUpTo(120));
    const changed = [...rowsUpTo(120).filter((row) => row !== 98 && row !== 20), 21].toSorted(
      (a, b) => a - b,
    );
    const { rows } = partOf(changed, { keyOf, query: query({ cursor: first!.next! }) });
    expect([rows[0], rows.at(-1), rows.length]).toEqual([100, 198, 50]);
  });

  it('is whole where a file of it is asked for', () => {
    const { rows, next } = partOf(rowsUpTo(120), { keyOf, query: query({ format: 'csv' }) });
    expect([rows.length, next]).toEqual([120, null]);
  });

  it('is shown from its last page where a later one is asked for', () => {
    expect(partOf(rowsUpTo(60), { keyOf, query: query({ page: '9' }) }).page).toBe(2);
  });
});

describe('the pages of a list', () => {
  it('leave out those far away, and keep what is asked', () => {
    const view = pagesView('/alerts', query({ rule: 'stalled', page: '5', done: 'x' }), {
      page: 5,
      pages: 9,
    })!;
    const shown = view.items.map((item) => ('number' in item ? item.number : '…'));
    expect(shown).toEqual([1, '…', 4, 5, 6, '…', 9]);
    expect(view.previous).toEqual({ href: '/alerts?rule=stalled&page=4' });
    expect(view.items[0]).toEqual({ number: 1, href: '/alerts?rule=stalled' });
  });

  it('are not shown where there is one only', () => {
    expect(pagesView('/alerts', query({}), { page: 1, pages: 1 })).toBeNull();
  });
});
