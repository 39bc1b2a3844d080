import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SILENT } from '../../../../functions/log.ts';
import { webApp } from '../../../../functions/web/app.ts';
import { readAssets } from '../../../../functions/web/assets.ts';
import { drawer } from '../../../../functions/web/draw.ts';
import { templateRoutes } from '../../../../functions/web/templates/routes.ts';
import type { Member } from '../../../../shared/access/member.ts';
import { RETURN_KINDS } from '../../../../shared/intake/readers/return-columns.ts';
import { templateCsv } from '../../../../shared/intake/template/template-csv.ts';
import { templateXlsx } from '../../../../shared/intake/template/template-xlsx.ts';
import { ADDRESS, PEOPLE, type SmallWeb, smallWeb } from '../small-web.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
type Told = { says: unknown; tables: { templates: { rows: unknown[] } } };

let web: SmallWeb;
beforeAll(async () => {
  web = await smallWeb([]);
});
afterAll(() => web.close());

/** These routes alone. */
async function ask(member: Member | null, path: string): Promise<Response> {
  const assets = readAssets();
  const app = webApp({
    deps: web.deps,
    routes: templateRoutes,
    assets,
    draw: drawer({ assets: assets.addresses, madeUp: null }),
    log: SILENT,
    signIn: new Hono(),
    formOrigins: [],
    counts: { add: async () => 1 },
    identify: async () => ({
      member,
      isSignedIn: member !== null,
      cookie: null,
      accessToken: null,
    }),
  });
  return app.request(`${ADDRESS}${path}`);
}

describe('templates', () => {
  it('lists every kind of file, in both forms, with links that lead somewhere', async () => {
    const answer = await ask(PEOPLE.supplier, '/api/v1/templates');
    const { says, tables } = (await answer.json()) as Told;
    const list = templateRoutes.find(({ is }) => is === 'reading');
    if (list?.is !== 'reading') throw new Error('no list');
    expect(list.route.answers.parse(says)).toEqual({ templates: RETURN_KINDS.length });
    expect(tables.templates.rows).toHaveLength(RETURN_KINDS.length);
    const page = await (await ask(PEOPLE.supplier, '/templates')).text();
    const hrefs = [...page.matchAll(/href="(\/templates\/[^"]+)"/g)].map(([, href]) => href!);
    expect(hrefs).toHaveLength(2 * RETURN_KINDS.length);
    for (const href of hrefs) expect((await ask(PEOPLE.supplier, href)).status).toBe(200);
  });

  it.each(RETURN_KINDS)('gives %s as it is made from its columns', async (kind) => {
    const csv = await ask(PEOPLE.practice, `/templates/${kind}.csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(await csv.text()).toBe(templateCsv(kind));
    const xlsx = await ask(PEOPLE.practice, `/templates/${kind}.xlsx`);
    expect(xlsx.headers.get('content-type')).toBe(XLSX);
    expect(xlsx.headers.get('content-disposition')).toBe(
      `attachment; filename="${kind}-template.xlsx"`,
    );
    const sent = Buffer.from(await xlsx.arrayBuffer());
    expect(sent.equals(await templateXlsx(kind))).toBe(true);
  });

  it.each([
    { path: '/templates/nothing.csv', is: 404 },
    { path: '/templates/status-return.html', is: 404 },
    { path: '/templates/status-return-template.csv', is: 404 },
    { path: '/templates/..%2fpackage.json', is: 400 },
  ])('$path is $is', async ({ path, is }) => {
    expect((await ask(PEOPLE.practice, path)).status).toBe(is);
  });

  it('nobody gets one without signing in', async () => {
    expect((await ask(null, '/templates/succession.csv')).status).toBe(302);
  });
});
