import type { Hono } from 'hono';
import { createRemoteJWKSet } from 'jose';
import { SILENT } from '../functions/log.ts';
import type { Env } from '../functions/web/app-parts.ts';
import { identify } from '../functions/web/identify.ts';
import { bearerSubjects } from '../functions/web/sign-in/bearer.ts';
import { oidcProvider } from '../functions/web/sign-in/provider.ts';
import { signInRoutes } from '../functions/web/sign-in/routes.ts';
import { sessionCookies } from '../functions/web/sign-in/session-cookie.ts';
import type { Member } from '../shared/access/member.ts';
import { rememberedMembers } from '../shared/store/members.ts';
import { startIssuer } from './issuer/issuer.ts';
import type { Machine } from './machine.ts';
import { now } from './now.ts';
import { personOf, readyMadePeople } from './people.ts';
import { uploadSecret } from './upload-secret.ts';
import { webDepsOn, webOn } from './web.ts';

/** The web with an issuer of its own, at which everybody on this machine may choose who they are. */
export type SignedInWeb = { readonly app: Hono<Env>; close(): Promise<void> };

const CLIENT_ID = 'rollout-web';
const AUDIENCE = 'urn:record-access-rollout:api';
/** A membership that the command gives or ends counts on pages within this. */
const REMEMBERED_SECONDS = 2;

/**
 * Starts the embedded issuer, and the web that believes it. There is nothing to prove on this machine: who
 * can reach the loopback address can open the data folder too.
 */
export async function startWeb(machine: Machine, address: string): Promise<SignedInWeb> {
  const deps = await webDepsOn(machine, address);
  const { members, audit, requestCounts } = machine;
  await makePeople(machine, async () => {
    const at = { validAt: deps.today(), knownAt: now(), rulesAt: deps.today() };
    return readyMadePeople((await deps.world.on(at)).practices);
  });
  const issuer = await startIssuer({
    clientId: CLIENT_ID,
    audience: AUDIENCE,
    redirectUris: [`${address}/sign-in/callback`],
    people: () => members.all().then((all) => all.map(personOf)),
  });
  const cookies = sessionCookies({ key: await uploadSecret(machine.folder.root), secure: false });
  const provider = oidcProvider({
    issuer: new URL(issuer.issuer),
    clientId: CLIENT_ID,
    clientSecret: null,
    redirectUri: `${address}/sign-in/callback`,
    postLogoutUri: `${address}/signed-out`,
    scope: 'openid profile',
    resource: AUDIENCE,
    // Asked each time: whoever signs out may want to be somebody else.
    prompt: 'login',
    allowInsecure: true,
  });
  const app = webOn(deps, {
    signIn: signInRoutes({ provider, cookies, now, audit, members, log: SILENT }),
    identify: identify({
      cookies,
      bearer: bearerSubjects({
        issuer: issuer.issuer,
        audience: AUDIENCE,
        clientId: null,
        jwks: createRemoteJWKSet(new URL(`${issuer.issuer}/jwks`)),
      }),
      members: rememberedMembers(members, { seconds: REMEMBERED_SECONDS, now }),
      now,
    }),
    counts: requestCounts,
    formOrigins: [new URL(issuer.issuer).origin],
  });
  return { app, close: () => issuer.close() };
}

/** Where nobody is a member yet, the ready-made people become members. */
async function makePeople(
  { members }: Machine,
  readyMade: () => Promise<readonly Member[]>,
): Promise<void> {
  if ((await members.all()).length > 0) return;
  for (const member of await readyMade()) await members.save(member);
}
