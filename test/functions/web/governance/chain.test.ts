import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishWeek } from '../../../../functions/release/publish-week.ts';
import { day } from '../../../../shared/calendar/day.ts';
import { type AlertWeb, alertWeb, textOf } from '../alerts/alert-web.ts';
import { PEOPLE } from '../small-web.ts';

const WEEK = day('2023-12-04');
const RELEASE = `${WEEK}/1.0.0`;

let web: AlertWeb;
beforeAll(async () => {
  web = await alertWeb({ runs: [] });
  await publishWeek(web.deps, { week: WEEK, codeVersion: '0.0.0+test', madeUp: false });
});
afterAll(() => web.close());

const check = (member: (typeof PEOPLE)[keyof typeof PEOPLE], place: string, more = {}) =>
  web.ask(member, `/chain/check${place}`, { form: { release: RELEASE, ...more } });

describe('the chain of releases', () => {
  it('shows each link with the hash of the reader’s manifest', async () => {
    const own = await web.api(PEOPLE.officer, '/chain');
    const all = await web.api(PEOPLE.nationalOfficer, '/chain');
    expect(own.says).toMatchObject({ place: 'QHM', places: ['QHM'], links: 1, broken: [] });
    expect(all.says).toMatchObject({ place: 'ENGLAND', places: ['ENGLAND', 'QHM', 'QOX'] });
    const [mine, theirs] = [own, all].map(({ tables }) => tables['chain']!.rows[0]!);
    expect(mine).toMatchObject({ number: 1, week: WEEK, version: '1.0.0', previous: null });
    expect(mine!['link']).toBe(theirs!['link']);
    expect(mine!['manifest']).not.toBe(theirs!['manifest']);
  });

  it.each([
    { who: PEOPLE.officer, path: '/chain?place=QOX', is: 404 },
    { who: PEOPLE.officer, path: '/chain?place=ENGLAND', is: 404 },
    { who: PEOPLE.nationalOfficer, path: '/chain?place=QOX', is: 200 },
    { who: PEOPLE.nationalOfficer, path: '/chain?place=QZZ', is: 404 },
    { who: PEOPLE.practice, path: '/chain', is: 404 },
  ])('$path for $who.name is $is', async ({ who, path, is }) => {
    expect((await web.ask(who, path)).status).toBe(is);
  });

  it('a sound release is found right in every check, its figures too, and the audit says who looked', async () => {
    const response = await check(PEOPLE.officer, '?place=QHM', { figures: 'yes' });
    const page = await textOf(response);
    expect(response.status).toBe(200);
    expect(page).toContain('The release is sound');
    expect(page.match(/\bRight\b/g)).toHaveLength(4);
    expect(page).toContain('The figures of every table and file, worked out anew from the ledger');
    const [entry] = await web.deps.audit.of('2023-12');
    expect(entry).toMatchObject({ did: 'checked-chain', what: `${RELEASE}/QHM`, icb: 'QHM' });
  });

  it('is checked only for a place of one’s own', async () => {
    expect((await check(PEOPLE.officer, '?place=QOX')).status).toBe(404);
    expect((await check(PEOPLE.practice, '')).status).toBe(404);
  });

  it.each(['2023-11-27/1.0.0', 'today', ''])(
    'asked to check “%s” says what to do',
    async (release) => {
      const response = await check(PEOPLE.officer, '', { release });
      expect(response.status).toBe(422);
      expect(await response.text()).toContain('href="#release"');
    },
  );

  it('a file that was altered is named', async () => {
    const folder = join(web.root, `reports/week=${WEEK}/version=1.0.0/icb=QOX`);
    await writeFile(join(folder, 'coverage.csv'), 'live\n100\n');
    await writeFile(join(folder, 'extra.csv'), 'x\n');
    const response = await web.ask(PEOPLE.nationalOfficer, '/api/v1/chain/check?place=QOX', {
      json: { release: RELEASE },
    });
    expect(await response.json()).toMatchObject({
      is_sound: false,
      checks: [
        {
          fails: [
            'coverage.csv is not the file that was published',
            'extra.csv is no part of the release',
          ],
        },
        { fails: [] },
        { fails: [] },
      ],
    });
    const page = await textOf(await check(PEOPLE.nationalOfficer, '?place=QOX'));
    expect(page).toContain('The release is not sound');
    expect(page).toContain('Coverage.csv is not the file that was published');
  });
});
