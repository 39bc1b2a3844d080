import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  EncryptJWT,
  exportJWK,
  generateKeyPair,
  SignJWT,
} from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SILENT } from '../../../../functions/log.ts';
import { bearerSubjects } from '../../../../functions/web/sign-in/bearer.ts';
import { oidcProvider } from '../../../../functions/web/sign-in/provider.ts';
import { signInRoutes } from '../../../../functions/web/sign-in/routes.ts';
import { sessionCookies } from '../../../../functions/web/sign-in/session-cookie.ts';
import { type Issuer, startIssuer } from '../../../../local/issuer/issuer.ts';
import type { AuditEntry } from '../../../../shared/access/audit-entry.ts';
import type { Member } from '../../../../shared/access/member.ts';
import { type Instant, instant } from '../../../../shared/calendar/day.ts';
import { PEOPLE } from '../small-web.ts';

const KEY = new Uint8Array(32).fill(7);
const AUDIENCE = 'urn:test:api';
const cookies = sessionCookies({ key: KEY, secure: false });

let clock: Instant = instant('2023-12-04T09:00:00.000Z');
let issuer: Issuer;
let server: Server;
let address: string;
let entries: AuditEntry[];

beforeAll(async () => {
  server = createServer();
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  entries = [];
  issuer = await startIssuer({
    clientId: 'web',
    audience: AUDIENCE,
    redirectUris: [`${address}/sign-in/callback`],
    people: async () => [{ subject: 'ana', name: 'Ana Lyst', says: 'ICB analyst, ICB QHM' }],
  });
  const provider = oidcProvider({
    issuer: new URL(issuer.issuer),
    clientId: 'web',
    clientSecret: null,
    redirectUri: `${address}/sign-in/callback`,
    postLogoutUri: `${address}/signed-out`,
    scope: 'openid profile',
    resource: AUDIENCE,
    prompt: 'login',
    allowInsecure: true,
  });
  const audit = { add: async (entry: AuditEntry) => void entries.push(entry) };
  const members = {
    of: async (subject: string): Promise<Member | undefined> =>
      subject === 'ana' ? { ...PEOPLE.analyst, subject } : undefined,
  };
  const app = signInRoutes({ provider, cookies, now: () => clock, audit, members, log: SILENT });
  server.on('request', getRequestListener(app.fetch));
});
afterAll(async () => {
  await issuer.close();
  server.closeAllConnections();
  server.close();
});

/** A browser as far as it keeps cookies, for each server its own. */
function browser() {
  const jars = new Map<string, Map<string, string>>();
  return {
    async go(url: string, init: RequestInit = {}): Promise<Response> {
      const { origin } = new URL(url);
      const jar = jars.get(origin) ?? new Map<string, string>();
      jars.set(origin, jar);
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(url, {
        ...init,
        redirect: 'manual',
        headers: { ...(init.headers as Record<string, string>), cookie },
      });
      for (const line of answer.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
        if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name!);
        else jar.set(name!, value!);
      }
      return answer;
    },
    cookie: (name: string) => jars.get(address)?.get(name),
  };
}

/** Follows redirects as a browser does until one leads to `until`, or there is none. */
async function follow(me: ReturnType<typeof browser>, from: string, until: RegExp) {
  let url = from;
  for (let steps = 0; steps < 10; steps += 1) {
    const answer = await me.go(url);
    const location = answer.headers.get('location');
    if (location === null) return { url, answer };
    url = new URL(location, url).href;
    if (until.test(url)) return { url, answer };
  }
  throw new Error('too many redirects');
}

async function choose(me: ReturnType<typeof browser>, to: string, subject = 'ana') {
  const { url, answer } = await follow(
    me,
    `${address}/sign-in?to=${encodeURIComponent(to)}`,
    /never/,
  );
  const page = await answer.text();
  const chosen = await me.go(url, { method: 'POST', body: new URLSearchParams({ subject }) });
  return { page, chosen };
}

async function signIn(me: ReturnType<typeof browser>, to: string) {
  const { page, chosen } = await choose(me, to);
  const { url: callback } = await follow(
    me,
    chosen.headers.get('location')!,
    /\/sign-in\/callback/,
  );
  return { page, callback, answer: await me.go(callback) };
}

const requestWith = (name: string, value: string | undefined) =>
  new Request(address, { headers: { cookie: `${name}=${value}` } });

describe('signing in', () => {
  test('goes to the issuer, back to the page that was asked for, and gives session and token', async () => {
    const me = browser();
    const { page, answer } = await signIn(me, '/coverage?by=icb');
    expect(page).toContain('Ana Lyst');
    expect(page).not.toContain('<script');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/coverage?by=icb');
    const session = await cookies.read(requestWith('session', me.cookie('session')), clock);
    expect(session).toMatchObject({ subject: 'ana', name: 'Ana Lyst' });
    expect(me.cookie('sign-in')).toBeUndefined();
    const who = { subject: 'ana', role: 'analyst', icb: 'QHM' };
    expect(entries.at(-1)).toMatchObject({ ...who, did: 'signed-in' });

    const subjectOf = bearerSubjects({
      issuer: issuer.issuer,
      audience: AUDIENCE,
      clientId: null,
      jwks: createRemoteJWKSet(new URL(`${issuer.issuer}/jwks`)),
    });
    const token = session!.accessToken!;
    expect(await subjectOf(`Bearer ${token}`)).toBe('ana');
    expect(await subjectOf(`Bearer ${token.slice(0, -8)}AAAAAAAA`)).toBeNull();
    expect(await subjectOf(`Basic ${token}`)).toBeNull();
    expect(await subjectOf('Bearer x.y.z')).toBeNull();
    const forOthers = bearerSubjects({
      issuer: issuer.issuer,
      audience: 'urn:another:api',
      clientId: null,
      jwks: createRemoteJWKSet(new URL(`${issuer.issuer}/jwks`)),
    });
    expect(await forOthers(`Bearer ${token}`)).toBeNull();
  });

  test('never leads to another site', async () => {
    const { answer } = await signIn(browser(), '//evil.example/x');
    expect(answer.headers.get('location')).toBe('/');
  });

  test('the way back works once', async () => {
    const me = browser();
    const { callback } = await signIn(me, '/');
    const again = await me.go(callback);
    expect(again.headers.get('location')).toBe('/sign-in-failed');
    // And signs nobody out: a link to it may stand anywhere.
    expect(me.cookie('session')).toBeDefined();
  });

  test('somebody else’s way back signs nobody in', async () => {
    const [me, other] = [browser(), browser()];
    const { chosen } = await choose(me, '/');
    const { url } = await follow(me, chosen.headers.get('location')!, /\/sign-in\/callback/);
    await follow(other, `${address}/sign-in`, /\/auth/);
    const answer = await other.go(url);
    expect(answer.headers.get('location')).toBe('/sign-in-failed');
    expect(other.cookie('session')).toBeUndefined();
  });

  test('takes ten minutes at most', async () => {
    const me = browser();
    const { chosen } = await choose(me, '/');
    const { url } = await follow(me, chosen.headers.get('location')!, /\/sign-in\/callback/);
    const before = clock;
    clock = instant('2023-12-04T09:10:01.000Z');
    expect((await me.go(url)).headers.get('location')).toBe('/sign-in-failed');
    clock = before;
  });

  test('nobody but those who are there can be chosen', async () => {
    const { chosen } = await choose(browser(), '/', 'mallory');
    expect(chosen.status).toBe(400);
  });

  test('somebody who breaks it off, and a provider that is away, lead to one page that says so', async () => {
    const me = browser();
    await follow(me, `${address}/sign-in`, /\/auth/);
    const denied = await me.go(`${address}/sign-in/callback?error=access_denied&state=x`);
    expect(denied.headers.get('location')).toBe('/sign-in-failed');
    const away = signInRoutes({
      provider: {
        begin: () => Promise.reject(new Error('away')),
        finish: () => Promise.reject(new Error('away')),
        endUrl: () => Promise.reject(new Error('away')),
      },
      cookies,
      now: () => clock,
      audit: { add: () => Promise.reject(new Error('full')) },
      members: { of: async () => undefined },
      log: SILENT,
    });
    const begun = await away.request('/sign-in');
    expect(begun.headers.get('location')).toBe('/sign-in-failed');
    // Whoever wants to go goes, even where nothing can be noted and nobody told.
    const line = await cookies.write({
      subject: 'ana',
      name: 'Ana',
      since: clock,
      seenAt: clock,
      accessToken: null,
    });
    const out = await away.request('/sign-out', {
      method: 'POST',
      headers: { cookie: line.split(';')[0]! },
    });
    expect(out.headers.get('location')).toBe('/signed-out');
    expect(out.headers.getSetCookie().join()).toContain('session=; ');
  });

  test('a way back that is played again with its cookie is refused by the issuer', async () => {
    const me = browser();
    const { chosen } = await choose(me, '/');
    const { url } = await follow(me, chosen.headers.get('location')!, /\/sign-in\/callback/);
    const begun = me.cookie('sign-in')!;
    await me.go(url);
    const again = await fetch(url, { redirect: 'manual', headers: { cookie: `sign-in=${begun}` } });
    expect(again.headers.get('location')).toBe('/sign-in-failed');
    expect(again.headers.getSetCookie().join()).not.toMatch(/session=[^;]/);
  });

  test('signing out ends the session', async () => {
    const me = browser();
    await signIn(me, '/');
    const out = await me.go(`${address}/sign-out`, { method: 'POST' });
    expect(out.headers.get('location')).toBe('/signed-out');
    expect(me.cookie('session')).toBeUndefined();
    expect(entries.at(-1)).toMatchObject({ subject: 'ana', did: 'signed-out' });
  });
});

describe('a token of Cognito', () => {
  const ISSUER = 'https://cognito-idp.eu-west-2.amazonaws.com/pool';
  const now = () => Math.floor(Date.now() / 1000);
  const asked = async (claims: object, alg: 'RS256' | 'HS256' = 'RS256', ends = now() + 60) => {
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
    const jwks = createLocalJWKSet({
      keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256' }],
    });
    const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(publicKey)));
    const token = await new SignJWT({ sub: 'ana', ...claims })
      .setProtectedHeader({ alg, kid: 'k' })
      .setIssuer(ISSUER)
      .setExpirationTime(ends)
      .sign(alg === 'RS256' ? privateKey : secret);
    return bearerSubjects({ issuer: ISSUER, audience: null, clientId: 'web', jwks })(
      `Bearer ${token}`,
    );
  };
  const OURS = { client_id: 'web', token_use: 'access' };

  test('is taken where it is an access token of ours, and nothing else is', async () => {
    expect(await asked(OURS)).toBe('ana');
    expect(await asked({ ...OURS, client_id: 'another' })).toBeNull();
    expect(await asked({ ...OURS, token_use: 'id' })).toBeNull();
    expect(await asked(OURS, 'RS256', now() - 60)).toBeNull();
    // Signed with the public key as if it were a secret.
    expect(await asked(OURS, 'HS256')).toBeNull();
  });
});

describe('an issuer without https', () => {
  test.each(['http://issuer.example', 'http://127.0.0.1.evil.example'])('%s is refused', (url) => {
    const ask = {
      issuer: new URL(url),
      clientId: 'web',
      clientSecret: null,
      redirectUri: `${url}/x`,
      postLogoutUri: `${url}/y`,
      scope: 'openid',
      allowInsecure: true,
    };
    expect(() => oidcProvider(ask)).toThrow(RangeError);
  });

  test('is refused on loopback too where nobody allows it', () => {
    const ask = {
      issuer: new URL(issuer.issuer),
      clientId: 'web',
      clientSecret: null,
      redirectUri: `${address}/x`,
      postLogoutUri: `${address}/y`,
      scope: 'openid',
      allowInsecure: false,
    };
    expect(() => oidcProvider(ask)).toThrow(RangeError);
  });
});

describe('the session cookie', () => {
  const session = {
    subject: 'ana',
    name: 'Ana Lyst',
    since: clock,
    seenAt: clock,
    accessToken: 'x.y.z',
  };
  const valueIn = (line: string) => /^[^=]+=([^;]*)/.exec(line)![1]!;

  test('cannot be read by scripts, nor sent by other sites, nor over http where there is https', async () => {
    const secure = sessionCookies({ key: KEY, secure: true });
    expect(await secure.write(session)).toMatch(
      /^__Host-session=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(await cookies.write(session)).toMatch(
      /^session=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  test('is read back as it was, and not after half an hour', async () => {
    const request = requestWith('session', valueIn(await cookies.write(session)));
    expect(await cookies.read(request, clock)).toEqual(session);
    expect(await cookies.read(request, instant('2023-12-04T09:30:01.000Z'))).toBeNull();
  });

  test('is nothing where it was changed, cut, made with another key, or for another purpose', async () => {
    const value = valueIn(await cookies.write(session));
    const other = sessionCookies({ key: new Uint8Array(32).fill(8), secure: false });
    const begun = { state: 's', nonce: 'n', verifier: 'v', to: '/', at: clock };
    const wrong = [
      '',
      'x',
      value.slice(0, -2),
      `${value.slice(0, 40)}A${value.slice(41)}`,
      valueIn(await other.write(session)),
      valueIn(await cookies.writeBegun(begun)),
      'x'.repeat(5_000),
      await new EncryptJWT({ value: session })
        .setProtectedHeader({ alg: 'dir', enc: 'A128CBC-HS256' })
        .setAudience('session')
        .encrypt(KEY),
    ];
    for (const one of wrong) {
      expect(await cookies.read(requestWith('session', one), clock)).toBeNull();
    }
  });

  test('leaves out a token that would make it longer than browsers take', async () => {
    const long = { ...session, accessToken: 'x'.repeat(4_000) };
    const line = await cookies.write(long);
    expect(line.length).toBeLessThan(4_096);
    expect(await cookies.read(requestWith('session', valueIn(line)), clock)).toEqual({
      ...session,
      accessToken: null,
    });
  });
});
