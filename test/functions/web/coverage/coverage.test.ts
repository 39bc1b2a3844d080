import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Member } from '../../../../shared/access/member.ts';
import { PEOPLE, type SmallWeb, smallWeb } from '../small-web.ts';

let web: SmallWeb;
beforeAll(async () => {
  web = await smallWeb();
}, 60_000);
afterAll(() => web.close());

type Answered = {
  readonly says: { readonly of: Record<string, unknown>; readonly own: readonly string[] };
  readonly tables: { readonly coverage: { readonly rows: readonly Record<string, unknown>[] } };
};
const api = async (member: Member, query: string) =>
  (await (await web.ask(member, `/api/v1/coverage?${query}`)).json()) as Answered;
const rowsOf = async (member: Member, query: string) =>
  (await api(member, query)).tables.coverage.rows.map((row) => row['scope_code']);

describe('coverage', () => {
  it.each(Object.values(PEOPLE))('every ICB is shown to $name', async (member) => {
    expect(await rowsOf(member, 'by=icb')).toEqual(['QHM', 'QOX']);
  });

  it.each([
    { who: PEOPLE.national, query: 'by=pcn', has: ['U12345', 'U12346', 'U54321'] },
    { who: PEOPLE.analyst, query: 'by=pcn', has: ['U12345', 'U12346'] },
    { who: PEOPLE.otherAnalyst, query: 'by=sub-icb', has: ['11E'] },
    { who: PEOPLE.pcn, query: 'by=pcn', has: ['U12345'] },
    { who: PEOPLE.supplier, query: 'by=pcn', has: [] },
    { who: PEOPLE.national, query: 'by=sub-icb&of=icb:QHM', has: ['16C'] },
  ])('$who.name sees of $query $has', async ({ who, query, has }) => {
    expect(await rowsOf(who, query)).toEqual(has);
  });

  it('a place of nobody of theirs is not there, below the ICB', async () => {
    const status = async (member: Member, of: string) =>
      (await web.ask(member, `/coverage?by=pcn&of=${of}`)).status;
    expect(await status(PEOPLE.analyst, 'pcn:U54321')).toBe(404);
    expect(await status(PEOPLE.national, 'pcn:U54321')).toBe(200);
    expect(await status(PEOPLE.national, 'icb:QZZ')).toBe(404);
    expect(await status(PEOPLE.national, 'nowhere')).toBe(400);
  });

  it('gives no count of accounts under any clocks', async () => {
    const { tables } = await api(PEOPLE.national, 'by=national&valid-at=2023-11-30');
    expect(tables.coverage.rows[0]).toMatchObject({
      online_accounts: '[c]',
      accounts_with_access: '[c]',
      accounts_pct: '[c]',
    });
  });

  it('numbers and rows lead only where the reader may go, under the same clocks', async () => {
    const html = await (
      await web.ask(PEOPLE.analyst, '/coverage?by=icb&valid-at=2023-12-01')
    ).text();
    const page = html.replaceAll('&amp;', '&');
    expect(page).toMatch(/href="\/practices\?[^"]*icb=QHM[^"]*valid-at=2023-12-01/);
    expect(page).not.toMatch(/href="\/practices\?[^"]*icb=QOX/);
    expect(page).not.toMatch(/href="[^"]*of=icb:QOX/);
  });
});
