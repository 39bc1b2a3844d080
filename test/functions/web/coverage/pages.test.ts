import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishWeek } from '../../../../functions/release/publish-week.ts';
import type { Member } from '../../../../shared/access/member.ts';
import { day } from '../../../../shared/calendar/day.ts';
import { declared, extract } from '../../../shared/builders.ts';
import { PEOPLE, SMALL, type SmallWeb, smallWeb } from '../small-web.ts';

/** A81002 goes live in the last week before the day of the pages; its extract is of 27 November. */
const FACTS = [
  ...SMALL,
  ...extract({ code: 'B81002', asAt: '2023-11-13' }),
  ...extract({
    code: 'A81002',
    asAt: '2023-11-30',
    on: true,
    since: '2023-11-29',
    receivedAt: '2023-12-01T09:00:00Z',
  }),
];
const WEEKS = 'from=2023-11-27&to=2023-12-04';

let web: SmallWeb;
beforeAll(async () => {
  web = await smallWeb(FACTS);
}, 60_000);
afterAll(() => web.close());

type Rows = readonly Record<string, unknown>[];
type Answered = {
  readonly says: Record<string, unknown>;
  readonly tables: Record<string, { readonly rows: Rows }>;
};
const api = async (member: Member, path: string) =>
  (await (await web.ask(member, `/api/v1${path}`)).json()) as Answered;
const page = async (member: Member, path: string) =>
  (await (await web.ask(member, path)).text()).replace(/\s+/g, ' ').replaceAll('&amp;', '&');

describe('who moved', () => {
  it.each(['national', 'icb', 'sub-icb', 'pcn', 'supplier'])(
    'by %s the causes add up to what changed',
    async (by) => {
      const { rows } = (await api(PEOPLE.national, `/moved?${WEEKS}&by=${by}`)).tables['movement']!;
      const sums = (await api(PEOPLE.national, `/moved?${WEEKS}&by=${by}`)).tables['sums']!.rows;
      const total = rows.filter(({ cause }) => cause === 'total');
      const live = total.reduce((sum, row) => sum + Number(row['live_change']), 0);
      expect(live).toBe(3);
      if (by === 'national') {
        const column = sums.map((row) => Number(row['live']));
        expect(column.slice(0, -1).reduce((a, b) => a + b)).toBe(column.at(-1));
      } else {
        for (const row of sums) {
          const { live_before: before, live_after: after, ...rest } = row;
          const causes = ['late-news', 'correction', 'real-change', 'scope-entry', 'scope-exit'];
          const change = causes.reduce((sum, cause) => sum + Number(rest[cause] ?? 0), 0);
          expect(Number(before) + change).toBe(after);
        }
      }
    },
  );

  it('each sees the steps of their own practices alone, below the ICB also the sums', async () => {
    const codes = async (member: Member) => {
      const { tables } = await api(member, `/moved/practices?${WEEKS}`);
      return [...new Set(tables['moved']!.rows.map((row) => row['practice_code']))];
    };
    expect(await codes(PEOPLE.national)).toContain('B81001');
    expect(await codes(PEOPLE.analyst)).toEqual(['A81002', 'A81003']);
    expect(await codes(PEOPLE.otherAnalyst)).not.toContain('A81002');
    expect(await codes(PEOPLE.practice)).not.toContain('A81002');
    const pcns = await api(PEOPLE.otherAnalyst, `/moved?${WEEKS}&by=pcn`);
    expect(pcns.says['own']).toEqual(['U54321']);
    expect((await web.ask(PEOPLE.supplier, `/moved/practices?${WEEKS}`)).status).toBe(404);
    expect((await api(PEOPLE.supplier, `/moved?${WEEKS}&by=pcn`)).tables['movement']!.rows).toEqual(
      [],
    );
  });

  it('numbers lead to the practices behind them where the reader may see them', async () => {
    const own = await page(PEOPLE.analyst, `/moved?${WEEKS}&by=icb`);
    expect(own).toContain('icb=QHM');
    expect(own).not.toContain('icb=QOX');
    const movers = await page(PEOPLE.analyst, `/moved/practices?${WEEKS}&icb=QHM`);
    expect(movers).toMatch(/href="\/practices\/A81002\?valid-at=2023-12-04&/);
    expect(movers).toContain('2 practices of yours moved');
  });

  it('a day that is no Monday means its week; what is no day leads back to the page without it', async () => {
    const { says } = await api(PEOPLE.analyst, '/moved?from=2023-11-28&to=2023-12-06');
    expect(says).toMatchObject({ from: '2023-11-27', to: '2023-12-04' });
    const response = await web.ask(PEOPLE.analyst, '/moved?from=31/11/2023&by=icb');
    expect(response.status).toBe(400);
    const html = await response.text();
    expect(html).toContain('Name a week by a day of it, as 2023-12-04');
    expect(html).toContain('href="/moved?by=icb"');
  });
});

describe('two weeks side by side', () => {
  it('are worked out where they are not published, else as published with their versions', async () => {
    const worked = await api(PEOPLE.analyst, `/compare?${WEEKS}`);
    expect(worked.says).toMatchObject({ published: null, own: ['QHM'] });
    for (const week of ['2023-11-27', '2023-12-04']) {
      await publishWeek(web.deps, { week: day(week), codeVersion: '0.0.0+test', madeUp: false });
    }
    const published = await api(PEOPLE.analyst, `/compare?${WEEKS}`);
    expect(published.says['published']).toEqual({ from: '1.0.0', to: '1.0.0', place: 'ENGLAND' });
    expect(published.tables).toEqual(worked.tables);
    const below = await api(PEOPLE.analyst, `/compare?${WEEKS}&by=pcn`);
    expect(below.says['published']).toEqual({ from: '1.0.0', to: '1.0.0', place: 'QHM' });
    expect(below.says['own']).toEqual(['U12345', 'U12346']);
    const network = await api(PEOPLE.pcn, `/compare?${WEEKS}&by=pcn`);
    expect(network.says).toMatchObject({ published: null, own: ['U12345'] });
  });

  it.each(['/moved', '/moved/practices', '/compare'])(
    '%s asked for the other way round is told to begin with the earlier week',
    async (path) => {
      const answer = await web.ask(PEOPLE.analyst, `${path}?from=2023-12-04&to=2023-11-27`);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('Name the earlier week first');
    },
  );

  it('lead to releases only whom may read them', async () => {
    const release = 'href="/releases/2023-12-04?version=1.0.0&place=ENGLAND"';
    expect(await page(PEOPLE.national, `/compare?${WEEKS}`)).toContain(release);
    const own = await page(PEOPLE.analyst, `/compare?${WEEKS}`);
    expect(own).not.toContain(release);
    expect(own).toContain('version 1.0.0 of 4 December 2023');
    expect(await page(PEOPLE.analyst, `/compare?${WEEKS}&by=pcn`)).toContain('place=QHM"');
  });
});

describe('week by week', () => {
  it('the last week is the coverage of the day, and newly live those who went live', async () => {
    const { tables, says } = await api(PEOPLE.analyst, '/trend?of=icb:QHM');
    expect(says).toMatchObject({ of: { type: 'icb', code: 'QHM' }, own: true });
    const last = tables['trend']!.rows.at(-1)!;
    expect(last).toMatchObject({ week: '2023-12-04', practices: 4, live: 2, live_pct: 50 });
    const [row] = (await api(PEOPLE.analyst, '/coverage?by=icb&of=icb:QHM')).tables['coverage']!
      .rows;
    expect(last['patients_live_pct']).toBe(row!['patients_live_pct']);
  });

  it.each([
    { who: PEOPLE.analyst, of: 'icb:QOX', is: 200 },
    { who: PEOPLE.analyst, of: 'pcn:U12345', is: 200 },
    { who: PEOPLE.analyst, of: 'pcn:U54321', is: 404 },
    { who: PEOPLE.supplier, of: 'pcn:U12345', is: 404 },
    { who: PEOPLE.national, of: 'pcn:U54321', is: 200 },
    { who: PEOPLE.national, of: 'pcn:U00000', is: 404 },
    { who: PEOPLE.national, of: 'here', is: 400 },
  ])('of $of for $who.name is $is, its chart too', async ({ who, of, is }) => {
    expect((await web.ask(who, `/trend?of=${of}`)).status).toBe(is);
    expect((await web.ask(who, `/trend.svg?of=${of}`)).status).toBe(is);
  });

  it('the charts are pictures, drawn under the clocks asked for', async () => {
    const chart = async (query: string) => {
      const response = await web.ask(PEOPLE.analyst, `/trend.svg?${query}`);
      expect(response.headers.get('content-type')).toBe('image/svg+xml');
      return response.text();
    };
    const now = await chart('of=icb:QHM');
    expect(now).toMatch(/^<svg xmlns/);
    expect(await chart('of=icb:QHM&valid-at=2023-11-13')).not.toBe(now);
    expect(await chart('of=icb:QHM&chart=newly-live')).toContain('Practices newly live');
    const shown = await page(PEOPLE.analyst, '/trend?of=icb:QHM&valid-at=2023-11-13');
    expect(shown).toMatch(/<img[^>]+src="\/trend\.svg\?chart=coverage&of=icb%3AQHM&valid-at=2023/);
    expect(shown).toMatch(/<img[^>]+alt="Line chart\. /);
  });
});

describe('forecast', () => {
  it('says why there is none where the history is short, and is asked again with a target', async () => {
    const { tables, says } = await api(PEOPLE.analyst, '/forecast?target=90&deadline=2024-03-31');
    expect(says).toMatchObject({ target: 90, deadline: '2024-03-31' });
    expect(tables['forecast']!.rows[0]).toMatchObject({
      scope_code: 'ENGLAND',
      target_pct: 90,
      outlook: 'too-little-history',
    });
    expect(await page(PEOPLE.analyst, '/forecast?target=90')).toContain('Too little history');
    expect((await web.ask(PEOPLE.analyst, '/forecast?target=101')).status).toBe(400);
  });

  it('below the ICB is of one’s own practices', async () => {
    const codes = async (member: Member) =>
      (await api(member, '/forecast?by=sub-icb&target=90')).tables['forecast']!.rows.map(
        (row) => row['scope_code'],
      );
    expect(await codes(PEOPLE.analyst)).toEqual(['16C']);
    expect(await codes(PEOPLE.otherAnalyst)).toEqual(['11E']);
    expect(await codes(PEOPLE.supplier)).toEqual([]);
  });
});

describe('contradictions', () => {
  it('are those of one’s own practices, each with its page', async () => {
    const { says, tables } = await api(PEOPLE.national, '/contradictions');
    expect(says['practices']).toBe(tables['contradictions']!.rows.length);
    const own = await api(PEOPLE.otherAnalyst, '/contradictions');
    expect(own.tables['contradictions']!.rows).toEqual([]);
    expect((await web.ask(PEOPLE.supplier, '/contradictions')).status).toBe(404);
    // One at each ICB: it says that it is live, and its extract shows otherwise.
    const live = (code: string) =>
      declared({ code, status: 'live', on: '2023-11-01', asAt: '2023-11-01' });
    const said = await smallWeb([
      ...SMALL,
      ...['A81002', 'B81002'].flatMap((code) => [
        ...extract({ code, asAt: '2023-11-28', uploadId: `extract-${code}` }),
        live(code),
      ]),
    ]);
    try {
      for (const [member, codes] of [
        [PEOPLE.national, ['A81002', 'B81002']],
        [PEOPLE.analyst, ['A81002']],
        [PEOPLE.pcn, ['A81002']],
        [PEOPLE.otherAnalyst, ['B81002']],
        [PEOPLE.practice, []],
      ] as const) {
        const answer = await said.ask(member, '/api/v1/contradictions');
        const { tables: found } = (await answer.json()) as {
          tables: { contradictions: { rows: { practice_code: string }[] } };
        };
        const shown = found.contradictions.rows.map((row) => row.practice_code);
        expect(shown.toSorted()).toEqual(codes);
      }
    } finally {
      await said.close();
    }
  });
});
