import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { identify } from '../functions/web/identify.ts';
import { sessionCookies } from '../functions/web/sign-in/session-cookie.ts';
import { dataFolder } from '../local/data-folder.ts';
import { LAST_MONDAY } from '../local/first-page.ts';
import { openMachine } from '../local/machine.ts';
import { now } from '../local/now.ts';
import { webDepsOn, webOn } from '../local/web.ts';
import type { Member } from '../shared/access/member.ts';
import { rememberedMembers } from '../shared/store/members.ts';
import { factsOf, sampleFiles } from './sample-facts.ts';

/** What the bench is told once the servers answer. */
export type Serving = {
  readonly web: string;
  readonly fixed: string;
  readonly cookie: string;
  readonly practices: readonly string[];
};

const NATIONAL: Member = {
  subject: 'bench',
  name: 'Nadia Okafor',
  role: 'national',
  scope: { type: 'england' },
  endedOn: null,
};

/**
 * A process of its own: the whole web with the sample's facts in the embedded stores, signed in by a session
 * as anybody is; and beside it an app that answers `/SIZE` with a fixed page of so many characters.
 */
const root = await mkdtemp(join(tmpdir(), 'rollout-bench-web-'));
const machine = await openMachine(dataFolder(root));
const facts = factsOf(sampleFiles());
for (const [uploadId, own] of Map.groupBy(facts, ({ source }) => source.uploadId)) {
  const [{ source, receivedAt, asAt }] = own as [(typeof own)[number]];
  const { sha256, sender } = source;
  await machine.ledger.commit(
    { uploadId, sha256, sender, receivedAt, asAt, fileName: 'bench.csv' },
    own,
  );
}
await machine.members.save(NATIONAL);

const server = createServer();
server.listen(0, '127.0.0.1');
const web = await addressOf(server);
const cookies = sessionCookies({ key: new Uint8Array(32).fill(1), secure: false });
const deps = { ...(await webDepsOn(machine, web)), today: () => LAST_MONDAY };
const app = webOn(deps, {
  signIn: new Hono(),
  formOrigins: [],
  counts: machine.requestCounts,
  identify: identify({
    cookies,
    bearer: async () => null,
    members: rememberedMembers(machine.members, { seconds: 30, now }),
    now,
  }),
});
server.on('request', getRequestListener(app.fetch));

const bodies = new Map<number, string>();
const plain = new Hono().get('/:size', (context) => {
  const size = Number(context.req.param('size'));
  const body = bodies.get(size) ?? 'x'.repeat(size);
  bodies.set(size, body);
  return context.html(body);
});
const other = createServer(getRequestListener(plain.fetch));
other.listen(0, '127.0.0.1');
const fixed = await addressOf(other);

const at = now();
const { subject, name } = NATIONAL;
const session = { subject, name, since: at, seenAt: at, accessToken: null };
const [cookie] = (await cookies.write(session)).split(';') as [string];
const onDay = await deps.world.on({ validAt: LAST_MONDAY, knownAt: at, rulesAt: LAST_MONDAY });
const practices = onDay.practices
  .filter(({ decision }) => decision.status !== 'out-of-scope')
  .map(({ decision }) => decision.practice);
process.send!({ web, fixed, cookie, practices } satisfies Serving);
process.once('message', async () => {
  server.closeAllConnections();
  other.closeAllConnections();
  await machine.close();
  await rm(root, { recursive: true, force: true });
  process.exit(0);
});

async function addressOf(listening: ReturnType<typeof createServer>): Promise<string> {
  await new Promise((resolve) => listening.once('listening', resolve));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}
