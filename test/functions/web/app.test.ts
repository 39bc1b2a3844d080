import { Validator } from '@seriousme/openapi-schema-validator';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiDocument } from '../../../functions/web/api/document.ts';
import { ROUTES } from '../../../functions/web/routes.ts';
import { webOn } from '../../../local/web.ts';
import { ADDRESS, PEOPLE, type SmallWeb, smallWeb } from './small-web.ts';

let web: SmallWeb;
beforeAll(async () => {
  web = await smallWeb();
});
afterAll(() => web.close());

/** The same web for one person who has asked so often already in this minute. */
function webAfter(requests: number) {
  return webOn(web.deps, {
    signIn: new Hono(),
    formOrigins: ['https://storage.example'],
    counts: { add: async () => requests + 1 },
    identify: async () => ({
      member: PEOPLE.analyst,
      isSignedIn: true,
      cookie: null,
      accessToken: null,
    }),
  });
}

describe('the gate', () => {
  test('nobody sees a page: they sign in and come back to it', async () => {
    const answer = await web.ask(null, '/coverage?by=icb&valid-at=2023-12-04');
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe(
      '/sign-in?to=%2Fcoverage%3Fby%3Dicb%26valid-at%3D2023-12-04',
    );
  });

  test('nobody is told by the API what there is', async () => {
    for (const path of ['/api/v1', '/api/v1/coverage', '/api/v1/nothing']) {
      const answer = await web.ask(null, path);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    }
  });

  test('who is signed in without a membership is told whom to ask, and sees nothing', async () => {
    const app = webOn(web.deps, {
      signIn: new Hono(),
      formOrigins: [],
      counts: { add: async () => 1 },
      identify: async () => ({ member: null, isSignedIn: true, cookie: null, accessToken: null }),
    });
    const page = await app.request(`${ADDRESS}/practices`);
    expect(page.status).toBe(403);
    expect(await page.text()).toContain('nobody has given you a practice');
    expect((await app.request(`${ADDRESS}/api/v1/practices`)).status).toBe(403);
  });

  test('what is not there looks like what is not theirs', async () => {
    const [nothing, notTheirs, noCode] = await Promise.all(
      ['/nothing', '/practices/B81001', '/practices/A99999'].map(async (path) => {
        const answer = await web.ask(PEOPLE.practice, path);
        return { status: answer.status, text: await answer.text() };
      }),
    );
    expect(nothing!.status).toBe(404);
    expect(notTheirs).toEqual(nothing);
    expect(noCode).toEqual(nothing);
  });
});

test('the address of a form that was refused leads back to its page', async () => {
  for (const { is, route } of ROUTES) {
    if (is !== 'doing') continue;
    const path = route.path.replace(/:(\w+)/g, 'some-$1');
    const answer = await web.ask(PEOPLE.analyst, path);
    const to = answer.headers.get('location');
    expect(`${path} ${answer.status} ${to}`).toMatch(
      /^(?<above>.*)\/[a-z]+ (200 null|303 \k<above>)$|uploads\/(new|check) 404 null$/,
    );
  }
});

test('who asks for CSV is given it, also of a page that is kept', async () => {
  await web.ask(PEOPLE.analyst, '/coverage?by=region');
  const headers = { accept: 'text/csv' };
  const answer = await web.ask(PEOPLE.analyst, '/coverage?by=region', { headers });
  expect(answer.headers.get('content-type')).toContain('text/csv');
});

describe('what browsers are told', () => {
  test('nothing inline, no frames, no types guessed, nothing kept by others', async () => {
    const { headers } = await web.ask(PEOPLE.analyst, '/');
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('private, no-store');
  });

  test('forms may lead to the storage of uploads and to no other place', async () => {
    const { headers } = await webAfter(0).request(`${ADDRESS}/`);
    expect(headers.get('content-security-policy')).toMatch(
      /form-action 'self' https:\/\/storage\.example(;|$)/,
    );
  });

  test('always https where there is https, and never on one machine', async () => {
    const secure = webOn(
      { ...web.deps, address: 'https://rollout.example' },
      {
        signIn: new Hono(),
        formOrigins: [],
        counts: { add: async () => 1 },
        identify: async () => ({
          member: null,
          isSignedIn: false,
          cookie: null,
          accessToken: null,
        }),
      },
    );
    const answer = await secure.request('https://rollout.example/health');
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=31536000');
    const here = await web.ask(null, '/health');
    expect(here.headers.has('strict-transport-security')).toBe(false);
  });

  test('no page has a script or a style of its own', async () => {
    const text = await (await web.ask(PEOPLE.analyst, '/')).text();
    expect(text).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/i);
  });

  test('assets have names that hold their hash, and may be kept for good', async () => {
    const text = await (await web.ask(PEOPLE.analyst, '/')).text();
    const [style] = /\/assets\/site-[0-9a-f]{12}\.css/.exec(text)!;
    const answer = await web.ask(null, style, { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect((await web.ask(null, '/assets/site-000000000000.css')).status).toBe(404);
    expect((await web.ask(null, '/assets/../../package.json')).status).not.toBe(200);
  });
});

describe('forms', () => {
  test.each([
    { what: 'another site', headers: { origin: 'https://evil.example' } },
    { what: 'an opaque origin', headers: { origin: 'null' } },
    { what: 'another port', headers: { origin: 'http://127.0.0.1:4001' } },
  ])('of $what are refused', async ({ headers }) => {
    const answer = await web.ask(PEOPLE.analyst, '/sign-out', { form: {}, headers });
    expect(answer.status).toBe(403);
  });

  test('by a bearer token come from no page: a file is checked without one', async () => {
    const form = {
      sender: 'icb:QHM',
      what: 'table',
      file: new File(['practice_code,as_at_date\nA81001,04/12/2023\n'], 'return.csv'),
    };
    const from = (headers: Record<string, string>) =>
      web.ask(PEOPLE.analyst, '/api/v1/uploads/check', {
        form,
        headers: { origin: 'https://elsewhere.example', ...headers },
      });
    expect((await from({})).status).toBe(403);
    expect((await from({ authorization: 'Basic YTpi' })).status).toBe(403);
    const checked = await from({ authorization: 'Bearer x' });
    expect(checked.status).toBe(200);
    expect(await checked.json()).toMatchObject({ rows: 1, rejected: 1 });
  });

  test('are not taken under another name of this server', async () => {
    const app = webAfter(0);
    const post = await app.request('http://rebound.example/sign-out', { method: 'POST' });
    expect(post.status).toBe(421);
    const get = await app.request('http://rebound.example/coverage?by=icb');
    expect(get.status).toBe(308);
    expect(get.headers.get('location')).toBe(`${ADDRESS}/coverage?by=icb`);
  });
});

describe('the API', () => {
  test('says the same as the page, and again only where it changed', async () => {
    const first = await web.ask(PEOPLE.pcn, '/api/v1');
    const etag = first.headers.get('etag')!;
    expect(await first.json()).toMatchObject({
      says: { role: 'pcn-manager' },
      tables: { practices: { rows: [{ practice_code: 'A81001' }, { practice_code: 'A81002' }] } },
    });
    const headers = { 'if-none-match': etag };
    expect((await web.ask(PEOPLE.pcn, '/api/v1', { headers })).status).toBe(304);
    expect((await web.ask(PEOPLE.practice, '/api/v1', { headers })).status).toBe(200);
    const weak = { 'if-none-match': `"x", W/${etag}` };
    expect((await web.ask(PEOPLE.pcn, '/api/v1', { headers: weak })).status).toBe(304);
  });

  test('gives CSV where it is asked for', async () => {
    const answer = await web.ask(PEOPLE.pcn, '/api/v1', { headers: { accept: 'text/csv' } });
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="practices.csv"');
    expect(await answer.text()).toBe(
      'practice_code,practice_name,status,since,signals\n' +
        'A81001,MADE-UP SURGERY,Paused by letter,2022-12-01,Nothing\n' +
        'A81002,MADE-UP SURGERY,Working towards,2023-10-02,Nothing\n',
    );
    const byQuery = await web.ask(PEOPLE.pcn, '/api/v1?format=csv');
    expect(byQuery.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  });

  test('tells one person who asks too often to wait, and pages go on', async () => {
    const app = webAfter(300);
    const answer = await app.request(`${ADDRESS}/api/v1`);
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('60');
    expect((await app.request(`${ADDRESS}/`)).status).toBe(200);
    expect((await webAfter(299).request(`${ADDRESS}/api/v1`)).status).toBe(200);
    // What takes long, and what programs ask for, is counted under whatever address.
    for (const path of ['/trend', '/coverage?known-at=2023-12-04', '/practices?format=csv']) {
      expect((await app.request(`${ADDRESS}${path}`)).status).toBe(429);
    }
    const headers = { authorization: 'Bearer x' };
    expect((await app.request(`${ADDRESS}/practices`, { headers })).status).toBe(429);
  });

  test('is described by what it is made of', async () => {
    const document = (await (await web.ask(PEOPLE.analyst, '/api/v1/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { operationId: string; summary: string }>>;
    };
    expect(document).toEqual(JSON.parse(JSON.stringify(apiDocument(ROUTES, ADDRESS))));
    expect(await new Validator().validate(document)).toMatchObject({ valid: true });
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(operations).toHaveLength(ROUTES.length);
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { summary } of operations) expect(summary).toMatch(/^[A-Z]/);
  });
});

test('what breaks down says nothing of its insides', async () => {
  const broken = {
    ...web.deps,
    today: () => {
      throw new Error('secret detail');
    },
  };
  const app = webOn(broken as never, {
    signIn: new Hono(),
    formOrigins: [],
    counts: { add: async () => 1 },
    identify: async () => ({
      member: PEOPLE.pcn,
      isSignedIn: true,
      cookie: null,
      accessToken: null,
    }),
  });
  for (const path of ['/', '/api/v1']) {
    const answer = await app.request(`${ADDRESS}${path}`);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('secret detail');
  }
});
