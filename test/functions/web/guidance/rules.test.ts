import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POLICY } from '../../../../shared/policy/timeline.ts';
import { type AlertWeb, alertWeb, textOf } from '../alerts/alert-web.ts';
import { PEOPLE } from '../small-web.ts';

let web: AlertWeb;
beforeAll(async () => {
  web = await alertWeb({ runs: [], facts: [] });
});
afterAll(() => web.close());

const idsIn = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);

describe('the rules', () => {
  it('are those announced by the day whose rules are asked for', async () => {
    const rows = async (on: string) =>
      (await web.api(PEOPLE.practice, `/rules?rules-at=${on}`)).tables['rules']!.rows;
    for (const on of ['2022-10-31', '2022-11-29', '2023-12-04']) {
      const announced = POLICY.filter(({ announcedOn }) => announcedOn <= on);
      expect((await rows(on)).map((row) => row['entry'])).toEqual(announced.map(({ id }) => id));
    }
  });

  it('each can be linked to, says where it is written, and leads to what supersedes it', async () => {
    const html = await (await web.ask(PEOPLE.practice, '/rules?rules-at=2024-12-02')).text();
    const ids = idsIn(html);
    expect(new Set(ids).size).toBe(ids.length);
    const announced = POLICY.filter(({ announcedOn }) => announcedOn <= '2024-12-02');
    expect(ids).toEqual(expect.arrayContaining(announced.map(({ id }) => id)));
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!);
    expect(links.length).toBeGreaterThan(1);
    for (const id of links) expect(ids).toContain(id);
  });

  it('say what a letter did on the day before the rules changed, and after', async () => {
    const before = await textOf(await web.ask(PEOPLE.practice, '/rules?rules-at=2022-10-31'));
    const after = await textOf(await web.ask(PEOPLE.practice, '/rules?rules-at=2022-11-01'));
    expect(before).toContain('As announced by 31 October 2022');
    expect(before).not.toContain('Superseded by letter');
    expect(after).toContain('scheduled for 30 November 2022');
  });

  it.each(['/glossary', '/rules', '/accessibility', '/cookies'])(
    '%s is for everybody, by page and API',
    async (path) => {
      for (const member of [PEOPLE.practice, PEOPLE.supplier, PEOPLE.national]) {
        expect((await web.ask(member, path)).status).toBe(200);
        expect((await web.ask(member, `/api/v1${path}`)).status).toBe(200);
      }
    },
  );
});
