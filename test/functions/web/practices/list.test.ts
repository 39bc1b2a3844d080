import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Member } from '../../../../shared/access/member.ts';
import { listing, listSize, membership } from '../../../shared/builders.ts';
import { PEOPLE, SMALL, type SmallWeb, smallWeb } from '../small-web.ts';

/** Sixty practices more at QHM, so that a list has two pages. */
const MORE = Array.from({ length: 60 }, (_, at) => `C${String(81001 + at)}`);
const FACTS = [
  ...SMALL,
  ...MORE.flatMap((code, at) => [
    listing({
      code,
      icb: 'QHM',
      subIcb: '16C',
      name: `SURGERY ${String.fromCharCode(65 + (at % 26))}`,
    }),
    listSize({ code, patients: 1000 + at }),
    membership({ code, icb: 'QHM', subIcb: '16C', pcn: 'U12399' }),
  ]),
];

let web: SmallWeb;
beforeAll(async () => {
  web = await smallWeb(FACTS);
}, 60_000);
afterAll(() => web.close());

type Answered = {
  readonly says: Record<string, unknown>;
  readonly tables: { readonly practices: { readonly rows: readonly Record<string, unknown>[] } };
  readonly next: string | null;
};
const api = async (member: Member, query: string) =>
  (await (await web.ask(member, `/api/v1/practices?${query}`)).json()) as Answered;
const codes = ({ tables }: Answered) => tables.practices.rows.map((row) => row['practice_code']);

describe('the list of practices', () => {
  it.each([
    { who: PEOPLE.national, query: '', has: 66 },
    { who: PEOPLE.analyst, query: '', has: 64 },
    { who: PEOPLE.otherAnalyst, query: '', has: 2 },
    { who: PEOPLE.pcn, query: '', has: 2 },
    { who: PEOPLE.practice, query: '', has: 1 },
    { who: PEOPLE.analyst, query: 'status=live', has: 1 },
    { who: PEOPLE.analyst, query: 'search=a8100', has: 4 },
    { who: PEOPLE.analyst, query: 'search=surgery%20b', has: 3 },
    { who: PEOPLE.analyst, query: 'pcn=U12345', has: 2 },
    { who: PEOPLE.analyst, query: 'icb=QOX', has: 0 },
    { who: PEOPLE.analyst, query: 'icb=qhm&status=&search=', has: 64 },
  ])('asked “$query” by $who.name has $has', async ({ who, query, has }) => {
    expect((await api(who, query)).says['practices']).toBe(has);
  });

  it('a count on a coverage page is that of the list that it leads to: its practices, or their patients', async () => {
    const html = await (await web.ask(PEOPLE.national, '/coverage?by=icb')).text();
    const links = [...html.matchAll(/href="(\/practices\?[^"]+)">([\d,]+)</g)];
    expect(links.length).toBeGreaterThan(4);
    for (const [, href, count] of links) {
      const query = href!.replaceAll('&amp;', '&').split('?')[1]!;
      const csv = await (await web.ask(PEOPLE.national, `/practices?${query}&format=csv`)).text();
      const [heads, ...rows] = csv.trim().split(/\r?\n/);
      const at = heads!.split(',').indexOf('patients');
      const patients = rows.reduce((sum, row) => sum + Number(row.split(',')[at]), 0);
      // A count is of practices or of their patients.
      const figure = count!.replaceAll(',', '');
      expect([`${query} ${rows.length}`, `${query} ${patients}`]).toContain(`${query} ${figure}`);
    }
  });

  it('cursors give every row once, in the order asked for', async () => {
    const found: unknown[] = [];
    let next: string | null = '';
    while (next !== null) {
      const part = await api(PEOPLE.analyst, `sort=patients&order=descending&cursor=${next}`);
      found.push(...codes(part));
      next = part.next;
    }
    expect(new Set(found).size).toBe(64);
    expect(found).toHaveLength(64);
    expect(found.indexOf('C81060')).toBeLessThan(found.indexOf('C81001'));
  });

  it('CSV has every row of the filter in the order shown, and nobody else’s', async () => {
    const query = 'search=surgery&sort=practice_name&order=descending';
    const csv = await web.ask(PEOPLE.analyst, `/practices?${query}&format=csv`);
    expect(csv.headers.get('content-type')).toContain('text/csv');
    const rows = (await csv.text()).trim().split(/\r?\n/).slice(1);
    const first = codes(await api(PEOPLE.analyst, query));
    expect(rows.length).toBe((await api(PEOPLE.analyst, query)).says['practices']);
    expect(rows.slice(0, first.length).map((row) => row.split(',')[0])).toEqual(first);
  });

  it('takes a status as it is shown, too', async () => {
    const shown = await api(PEOPLE.analyst, 'status=No%20evidence');
    expect(codes(shown)).toEqual(codes(await api(PEOPLE.analyst, 'status=no-evidence')));
    expect(shown.tables.practices.rows[0]?.['status']).toBe('No evidence');
  });

  it('CSV by Accept has every row too, by API and page', async () => {
    const query = '/practices?search=surgery';
    const all = await (await web.ask(PEOPLE.analyst, `${query}&format=csv`)).text();
    const headers = { accept: 'text/csv' };
    expect(all.trim().split('\n').length).toBeGreaterThan(51);
    for (const path of [query, `/api/v1${query}`]) {
      expect(await (await web.ask(PEOPLE.analyst, path, { headers })).text()).toBe(all);
    }
  });

  it('has pages with links that keep the filter and the clocks', async () => {
    const page = (
      await (await web.ask(PEOPLE.analyst, '/practices?icb=QHM&valid-at=2023-12-01')).text()
    ).replaceAll('&amp;', '&');
    expect(page).toMatch(/href="\/practices\?icb=QHM&valid-at=2023-12-01&page=2"/);
    expect(page).toMatch(/href="\/practices\/A81001\?valid-at=2023-12-01"/);
    expect(page).toContain('sort=patients');
  });

  it('says how a question is mended', async () => {
    const response = await web.ask(PEOPLE.analyst, '/practices?status=happy');
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Name one of:');
    expect((await web.ask(PEOPLE.supplier, '/practices')).status).toBe(404);
  });
});
