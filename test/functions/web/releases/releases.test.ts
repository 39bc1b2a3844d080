import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishWeek } from '../../../../functions/release/publish-week.ts';
import type { ReleaseSays } from '../../../../functions/web/releases/release-says.ts';
import { day, instant } from '../../../../shared/calendar/day.ts';
import { sha256Of } from '../../../../shared/release/manifest.ts';
import { letter } from '../../../shared/builders.ts';
import { PEOPLE, SMALL, type SmallWeb, smallWeb } from '../small-web.ts';

const WEEK = day('2023-12-04');
const NOTE = 'A letter that came late';

let web: SmallWeb;
beforeAll(async () => {
  const late = letter({ code: 'A81002', sentOn: '2022-12-01', receivedAt: `${WEEK}T12:00:00Z` });
  web = await smallWeb([...SMALL, late]);
  const ask = { week: WEEK, codeVersion: '0.0.0+test', madeUp: false };
  await publishWeek(web.deps, ask);
  const knownAt = instant('2023-12-05T09:00:00Z');
  await publishWeek(web.deps, { ...ask, amend: { note: NOTE, knownAt } });
}, 60_000);
afterAll(() => web.close());

const get = (member: Parameters<SmallWeb['ask']>[0], path: string) => web.ask(member, path);
type Answered = {
  readonly says: ReleaseSays;
  readonly tables: Record<string, { readonly rows: readonly Record<string, unknown>[] }>;
};
const json = async (member: Parameters<SmallWeb['ask']>[0], path: string) =>
  (await (await get(member, `/api/v1${path}`)).json()) as Answered;

describe('published releases', () => {
  it('lists every version, newest first, with why it was amended', async () => {
    const { says, tables } = await json(PEOPLE.analyst, '/releases');
    expect(says).toMatchObject({ place: 'QHM', places: ['QHM'], releases: 2 });
    expect(tables['releases']!.rows.map((row) => row['note'])).toEqual([NOTE, null]);
    expect(tables['releases']!.rows[1]).toMatchObject({ week: WEEK, version: '1.0.0' });
    const national = await json(PEOPLE.national, '/releases');
    expect(national.says).toMatchObject({
      place: 'ENGLAND',
      places: ['ENGLAND', 'QHM', 'QOX'],
    });
  });

  it('says what a release says, its newest version where none is named', async () => {
    const { says } = await json(PEOPLE.analyst, `/releases/${WEEK}`);
    expect(says).toMatchObject({ place: 'QHM', note: NOTE });
    expect(says.versions).toHaveLength(2);
    expect(says.version).toBe(says.versions[0]);
    expect(says.figures).toMatchObject({ practices: 4, live: 1, live_pct: 25 });
    const page = await (await get(PEOPLE.analyst, `/releases/${WEEK}?version=1.0.0`)).text();
    expect(page).toContain('1 of 4 open practices were live (25.0%');
    expect(page).toContain('There is a newer version of this week');
    const newest = await (await get(PEOPLE.analyst, `/releases/${WEEK}`)).text();
    expect(newest).toContain(NOTE);
    expect(newest).not.toContain('There is a newer version');
  });

  it('gives each file as it was published, with a type of ours, to be saved', async () => {
    const { tables } = await json(PEOPLE.national, `/releases/${WEEK}?version=1.0.0`);
    const files = tables['files']!.rows as { file: string; bytes: number; sha256: string }[];
    expect(files.map(({ file }) => file)).toContain('manifest.json');
    for (const { file, sha256, bytes } of files) {
      const response = await get(
        PEOPLE.national,
        `/releases/${WEEK}/ENGLAND/${file}?version=1.0.0`,
      );
      const sent = new Uint8Array(await response.arrayBuffer());
      expect(sent).toHaveLength(bytes);
      expect(sha256Of(sent)).toBe(sha256);
      expect(response.headers.get('content-disposition')).toBe(
        `attachment; filename="${WEEK}-1.0.0-ENGLAND-${file}"`,
      );
    }
    const type = async (file: string) =>
      (await get(PEOPLE.national, `/releases/${WEEK}/ENGLAND/${file}`)).headers.get('content-type');
    expect(await type('report.html')).toBe('text/html; charset=utf-8');
    expect(await type('coverage.csv')).toBe('text/csv; charset=utf-8');
    expect(await type('coverage.json')).toBe('application/json');
    expect(await type('practices.parquet')).toBe('application/vnd.apache.parquet');
    const [entry] = await web.deps.audit.of(web.deps.now().slice(0, 7));
    expect(entry).toMatchObject({ did: 'downloaded', icb: null });
  });

  const file = `/releases/${WEEK}/ENGLAND/coverage.csv`;
  it.each([
    { who: PEOPLE.analyst, path: '/releases?place=QHM', is: 200 },
    { who: PEOPLE.analyst, path: '/releases?place=QOX', is: 404 },
    { who: PEOPLE.analyst, path: '/releases?place=ENGLAND', is: 404 },
    { who: PEOPLE.national, path: '/releases?place=QOX', is: 200 },
    { who: PEOPLE.national, path: '/releases?place=QZZ', is: 404 },
    { who: PEOPLE.practice, path: '/releases', is: 404 },
    { who: PEOPLE.analyst, path: `/releases/${WEEK}?place=QOX`, is: 404 },
    { who: PEOPLE.national, path: '/releases/2023-11-27', is: 404 },
    { who: PEOPLE.national, path: `/releases/${WEEK}?version=9.9.9`, is: 404 },
    { who: PEOPLE.national, path: '/releases/last-week', is: 400 },
    { who: PEOPLE.analyst, path: file, is: 404 },
    { who: PEOPLE.analyst, path: file.replace('ENGLAND', 'QHM'), is: 200 },
    { who: PEOPLE.otherAnalyst, path: file.replace('ENGLAND', 'QHM'), is: 404 },
    { who: PEOPLE.national, path: file.replace('coverage.csv', 'nothing.csv'), is: 404 },
    { who: PEOPLE.national, path: file.replace('coverage.csv', '..%2fcoverage.csv'), is: 400 },
  ])('$path for $who.name is $is', async ({ who, path, is }) => {
    expect((await get(who, path)).status).toBe(is);
  });
});
