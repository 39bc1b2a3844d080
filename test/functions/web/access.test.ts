import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishWeek } from '../../../functions/release/publish-week.ts';
import type { Route } from '../../../functions/web/route.ts';
import { ROUTES } from '../../../functions/web/routes.ts';
import { alertStepOn } from '../../../local/alert-machine.ts';
import { may } from '../../../shared/access/may.ts';
import type { Member } from '../../../shared/access/member.ts';
import type { PracticeAt, Resource } from '../../../shared/access/resource.ts';
import { day, instant } from '../../../shared/calendar/day.ts';
import { subscriptionOf } from '../../shared/alert/deliveries.ts';
import { extract, listing, listSize, membership } from '../../shared/builders.ts';
import { PEOPLE, SMALL, type SmallWeb, smallWeb } from './small-web.ts';

const OURS = { code: 'A81001', icb: 'QHM', pcn: 'U12345' } as unknown as PracticeAt;
const THEIRS = { code: 'B81003', icb: 'QOX', pcn: 'U54321' } as unknown as PracticeAt;
const WEEK = day('2023-12-04');

/** A path of one route that somebody asks for, and what it is of: said here by hand, and not by the route. */
type Sample = { readonly path: string; readonly of: Resource };

let web: SmallWeb;
let samples: Readonly<Record<string, readonly Sample[]>>;
beforeAll(async () => {
  const there = { code: 'B81003', icb: 'QOX', subIcb: '11E' };
  web = await smallWeb([
    ...SMALL,
    ...[listing(there), listSize(there), membership({ ...there, pcn: 'U54321' })],
    // History enough for a forecast.
    ...extract({ code: 'A81003', asAt: '2023-01-02' }),
    ...extract({ code: 'B81001', asAt: '2023-01-02' }),
  ]);
  samples = await made(web);
}, 60_000);
afterAll(() => web.close());

/** Something of ours and something of theirs for each route that names one thing. */
async function made({ machine, deps }: SmallWeb) {
  const upload = async (code: string) => {
    const bytes = await readFile(
      new URL('../../shared/intake/open/document-fixtures/letter.pdf', import.meta.url),
    );
    const { uploadId } = await machine.handIn({
      bytes: Buffer.concat([bytes, Buffer.from(`\n% ${code}\n`)]),
      fileName: 'letter.pdf',
      sender: { role: 'practice', org: code },
      receivedAt: instant('2023-12-01T09:00:00.000Z'),
      asAt: null,
      about: { practice: code as never, document: 'letter' },
    });
    return uploadId;
  };
  const [ourUpload, theirUpload] = [await upload('A81001'), await upload('B81003')];
  await machine.settle();
  const step = await alertStepOn(machine);
  await step.run({ validAt: WEEK, knownAt: instant('2023-12-04T18:00:00.000Z'), week: null });
  const open = await deps.episodes.open();
  const episodeOf = (code: string) => open.find(({ alert }) => alert.practice === code)!.id;
  const subscribed = (id: string, icb: string) =>
    deps.subscriptions.save(
      subscriptionOf({ id, scope: { type: 'icb', code: icb }, audience: 'commissioner' }),
    );
  await subscribed('ours', 'QHM');
  await subscribed('theirs', 'QOX');
  await publishWeek(
    { ledger: deps.ledger, reports: deps.reports },
    { week: WEEK, codeVersion: '0.0.0+test', madeUp: true },
  );
  const practice = (at: PracticeAt): Resource => ({ kind: 'practice', ...at });
  const both = (path: (at: PracticeAt) => string, of: (at: PracticeAt) => Resource) =>
    [OURS, THEIRS].map((at) => ({ path: path(at), of: of(at) }));
  const uploadOf = (at: PracticeAt) => (at === OURS ? ourUpload : theirUpload);
  const sentBy = (at: PracticeAt): Resource => ({
    kind: 'upload',
    sender: { role: 'practice', org: at.code },
    practice: at,
  });
  const episode = (act: string) =>
    both((at) => `/alerts/${episodeOf(at === OURS ? 'A81001' : 'B81003')}${act}`, practice);
  const subscription = (act: string) =>
    both(
      (at) => `/subscriptions/${at === OURS ? 'ours' : 'theirs'}${act}`,
      (at) => ({ kind: 'icb', code: at.icb! }),
    );
  const release = (path: (place: string) => string) =>
    ['ENGLAND', 'QHM', 'QOX'].map((place) => ({
      path: path(place),
      of: { kind: 'release', place } as const,
    }));
  return {
    'GET /practices/:code': both((at) => `/practices/${at.code}`, practice),
    'GET /practices/:code/sources/:upload': both(
      (at) => `/practices/${at.code}/sources/${uploadOf(at)}`,
      practice,
    ),
    'POST /practices/:code/remark': both((at) => `/practices/${at.code}/remark`, practice),
    'GET /uploads/:id': both((at) => `/uploads/${uploadOf(at)}`, sentBy),
    'GET /uploads/:id/original': both((at) => `/uploads/${uploadOf(at)}/original`, sentBy),
    'POST /uploads/:id/review': both((at) => `/uploads/${uploadOf(at)}/review`, practice),
    'POST /uploads/:id/reply': both((at) => `/uploads/${uploadOf(at)}/reply`, practice),
    'GET /alerts/:episode': episode(''),
    'POST /alerts/:episode/acknowledge': episode('/acknowledge'),
    'POST /alerts/:episode/snooze': episode('/snooze'),
    'POST /alerts/:episode/assign': episode('/assign'),
    'POST /alerts/:episode/chase': episode('/chase'),
    'GET /subscriptions/:subscription': subscription(''),
    'POST /subscriptions/:subscription/change': subscription('/change'),
    'POST /subscriptions/:subscription/end': subscription('/end'),
    'POST /subscriptions/:subscription/works': subscription('/works'),
    'GET /releases/:week': release((place) => `/releases/2023-12-04?place=${place}`),
    'GET /releases/:week/:place/:file': release(
      (place) => `/releases/2023-12-04/${place}/coverage.csv`,
    ),
    'GET /templates/:file': [{ path: '/templates/status-return.csv', of: { kind: 'guidance' } }],
    'POST /chain/check': release((place) => `/chain/check?place=${place}`),
  } satisfies Record<string, readonly Sample[]>;
}

const nameOf = ({ is, route }: Route) => `${is === 'doing' ? 'POST' : 'GET'} ${route.path}`;

/** What a member is answered: a form without any field in it is refused only of those who may send it. */
async function statusOf(route: Route, member: Member, path: string): Promise<number> {
  const answer = await web.ask(member, path, route.is === 'doing' ? { form: { x: '' } } : {});
  await answer.arrayBuffer();
  return answer.status;
}

const GOOD = [200, 303, 422];
const EVERYBODY: readonly Member[] = Object.values(PEOPLE);

describe.each(ROUTES.map((route) => ({ name: nameOf(route), route })))(
  '$name',
  ({ name, route }) => {
    const isOfOne = route.route.path.includes(':');

    test('is let through for whom it is, on page and API alike, and for nobody else', async () => {
      const asked = samples[name] ?? [];
      if (isOfOne)
        expect(asked.length, 'name what this route is asked for in the test').toBeGreaterThan(0);
      const all =
        asked.length > 0 ? asked : [{ path: route.route.path, of: { kind: 'own' } as const }];
      for (const { path, of } of all) {
        for (const member of EVERYBODY) {
          const expected = may(member, route.route.action, of);
          for (const address of [path, path === '/' ? '/api/v1' : `/api/v1${path}`]) {
            const status = await statusOf(route, member, address);
            const is = { member: member.subject, address, isLetIn: GOOD.includes(status), status };
            expect(is).toEqual({ ...is, isLetIn: expected });
            if (!expected) expect(is).toEqual({ ...is, status: 404 });
          }
        }
      }
    });

    test('says the same of what is not theirs as of what is not there', async () => {
      for (const { path, of } of samples[name] ?? []) {
        for (const member of EVERYBODY) {
          if (may(member, route.route.action, of)) continue;
          const init = route.is === 'doing' ? { form: { x: '' } } : {};
          const notTheirs = await web.ask(member, path, init);
          const nothing = await web.ask(member, '/nothing/of/the/kind', init);
          expect(await notTheirs.text()).toBe(await nothing.text());
          const api = await web.ask(member, `/api/v1${path}`, init);
          expect(await api.text()).toBe(await (await web.ask(member, '/api/v1/nothing')).text());
        }
      }
    });

    test('is for nobody who is not signed in', async () => {
      for (const path of [...(samples[name] ?? []).map((one) => one.path), route.route.path]) {
        const init = route.is === 'doing' ? { form: { x: '' } } : {};
        const page = await web.ask(null, path, init);
        expect([page.status, page.headers.get('location')?.split('?')[0]]).toEqual([
          302,
          '/sign-in',
        ]);
        expect((await web.ask(null, `/api/v1${path}`, init)).status).toBe(401);
      }
    });
  },
);

test('every answer of the API is what its schema says', async () => {
  for (const route of ROUTES) {
    if (route.is !== 'reading') continue;
    const asked = samples[nameOf(route)]?.map(({ path }) => path) ?? [route.route.path];
    for (const path of asked) {
      for (const member of [
        PEOPLE.national,
        PEOPLE.nationalOfficer,
        PEOPLE.commissioner,
        PEOPLE.pcn,
      ]) {
        const answer = await web.ask(member, path === '/' ? '/api/v1' : `/api/v1${path}`);
        if (answer.status === 404) continue;
        const { says } = (await answer.json()) as { says: unknown };
        const read = route.route.answers.safeParse(says);
        expect({ path, problems: read.error?.issues ?? [] }).toEqual({ path, problems: [] });
      }
    }
  }
});

describe('lists hold one’s own alone', () => {
  const LISTS = ['/practices', '/alerts', '/uploads', '/dpias', '/contradictions', '/reviews'];
  test.each(LISTS)('%s', async (path) => {
    for (const [member, foreign] of [
      [PEOPLE.analyst, /B8100\d|QOX/],
      [PEOPLE.commissioner, /B8100\d|QOX/],
      [PEOPLE.practice, /B8100\d|A8100[2-4]|QOX/],
      [PEOPLE.pcn, /B8100\d|A8100[34]|QOX/],
      [PEOPLE.otherAnalyst, /A8100\d|QHM/],
    ] as const) {
      for (const address of [path, `/api/v1${path}`, `${path}?format=csv`]) {
        const answer = await web.ask(member, address);
        if (answer.status === 404) continue;
        expect({ address, text: await answer.text() }).toEqual({
          address,
          text: expect.not.stringMatching(foreign),
        });
      }
    }
  });
});
