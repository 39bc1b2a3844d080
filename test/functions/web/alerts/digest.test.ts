import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PEOPLE } from '../small-web.ts';
import { type AlertWeb, alertWeb, textOf } from './alert-web.ts';

let web: AlertWeb;
beforeAll(async () => {
  web = await alertWeb();
});
afterAll(() => web.close());

describe('the preview of a digest', () => {
  it('shows a commissioner their own ICB’s of the last run’s week, and sends nothing', async () => {
    const page = await textOf(await web.ask(PEOPLE.commissioner, '/digest'));
    expect(page).toContain('2 alerts in');
    expect(page).toContain('(QHM)');
    expect(page).toContain('To close it: Any step: a complete plan');
    const delivered = await web.deps.deliveries.ofSubscription('preview-QHM');
    expect(delivered).toEqual([]);
  });

  it('leads to each alert and practice, and nowhere by a link of a mail', async () => {
    const html = await (await web.ask(PEOPLE.commissioner, '/digest')).text();
    for (const href of [
      '/alerts/A81001-stalled-1',
      '/practices/A81001',
      '/alerts?icb=QHM&amp;rule=stalled',
    ]) {
      expect(html).toContain(`href="${href}"`);
    }
    expect(html).not.toContain('/unsubscribe/');
  });

  it('says the same to programs as on the page', async () => {
    const { says, tables } = await web.api(PEOPLE.national, '/digest?icb=QHM&week=2023-12-04');
    expect(says['digest']).toMatchObject({ week: '2023-12-04', counts: { all: 2, escalated: 2 } });
    expect(tables['digest']!.rows.map((row) => row['episode'])).toEqual([
      'A81001-stalled-1',
      'A81004-stalled-1',
    ]);
  });

  it.each([
    { who: PEOPLE.commissioner, path: '/digest?icb=QOX', is: 404 },
    { who: PEOPLE.national, path: '/digest?icb=QZZ', is: 404 },
    { who: PEOPLE.national, path: '/digest?icb=QHM&week=2023-12-11', is: 404 },
    { who: PEOPLE.national, path: '/digest?icb=QHM&week=2023-12-05', is: 400 },
    { who: PEOPLE.national, path: '/digest', is: 200 },
    { who: PEOPLE.practice, path: '/digest', is: 404 },
  ])('$path for $who.name is $is', async ({ who, path, is }) => {
    expect((await web.ask(who, path)).status).toBe(is);
  });
});
