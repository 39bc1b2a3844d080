import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';
import type { Person } from '../people.ts';
import { choosePage, choosePolicy } from './choose-page.ts';
import { recordsInMemory } from './records.ts';

/** The embedded identity provider, while it runs. */
export type Issuer = { readonly issuer: string; close(): Promise<void> };

type Ask = {
  readonly clientId: string;
  /** What access tokens are for. */
  readonly audience: string;
  readonly redirectUris: readonly string[];
  readonly people: () => Promise<readonly Person[]>;
};

const HOUR = 3_600;

/**
 * Starts an OpenID Connect issuer on a loopback port, at which people choose who they are. For one machine
 * only: nothing in the cloud imports it, and the web function believes no issuer without https.
 */
export async function startIssuer(ask: Ask): Promise<Issuer> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, await settings(ask));
  const answer = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const isChoosing = request.url?.startsWith(CHOOSE) ?? false;
    const done = isChoosing
      ? choose(provider, { request, response, ...ask })
      : answer(request, response);
    Promise.resolve(done).catch(() => fail(response));
  });
  return {
    issuer,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const CHOOSE = '/choose/';

type Choosing = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
} & Pick<Ask, 'people' | 'redirectUris'>;

async function choose(
  provider: Provider,
  { request, response, people, redirectUris }: Choosing,
): Promise<void> {
  const { uid } = await provider.interactionDetails(request, response);
  const all = await people();
  if (request.method !== 'POST') {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': choosePolicy(new URL(redirectUris[0]!).origin),
      'cache-control': 'no-store',
    });
    response.end(await choosePage(all, `${CHOOSE}${uid}`));
    return;
  }
  const accountId = (await fieldsOf(request)).get('subject');
  if (!all.some(({ subject }) => subject === accountId)) return fail(response);
  await provider.interactionFinished(request, response, { login: { accountId: accountId! } });
}

const MOST_BYTES = 4_096;

async function fieldsOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const piece of request) {
    text += String(piece);
    if (text.length > MOST_BYTES) break;
  }
  return new URLSearchParams(text);
}

function fail(response: ServerResponse): void {
  if (!response.headersSent) response.writeHead(400, { 'content-type': 'text/plain' });
  response.end('This did not work. Go back to the pages of the service and sign in again.');
}

async function settings({ clientId, audience, redirectUris, people }: Ask) {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: 'RS256', use: 'sig' };
  return {
    adapter: recordsInMemory(),
    clients: [
      {
        client_id: clientId,
        redirect_uris: [...redirectUris],
        token_endpoint_auth_method: 'none' as const,
        grant_types: ['authorization_code'],
        response_types: ['code' as const],
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    claims: { openid: ['sub'], profile: ['name'] },
    // The name goes into the id token: there is no second question to ask for it.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    ttl: { AccessToken: HOUR, IdToken: HOUR, Interaction: HOUR, Session: HOUR, Grant: HOUR },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: '',
          audience,
          accessTokenFormat: 'jwt' as const,
          accessTokenTTL: HOUR,
        }),
      },
    },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `${CHOOSE}${uid}` },
    async findAccount(_: unknown, id: string) {
      const person = (await people()).find(({ subject }) => subject === id);
      return person && { accountId: id, claims: async () => ({ sub: id, name: person.name }) };
    },
    // Whoever chose who they are has agreed to tell it.
    async loadExistingGrant(context: GrantContext) {
      const { provider, session, client, params } = context.oidc;
      const grant = new provider.Grant({
        accountId: session!.accountId!,
        clientId: client!.clientId,
      });
      grant.addOIDCScope(String(params!['scope']));
      grant.addResourceScope(audience, '');
      await grant.save();
      return grant;
    },
  };
}

type GrantContext = Parameters<
  NonNullable<NonNullable<ConstructorParameters<typeof Provider>[1]>['loadExistingGrant']>
>[0];
