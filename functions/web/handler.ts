import { hash, randomUUID } from 'node:crypto';
import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { handle } from 'hono/aws-lambda';
import { createRemoteJWKSet } from 'jose';
import { instant, londonDay } from '../../shared/calendar/day.ts';
import { dynamoDeliveries } from '../../shared/store/alert-deliveries.ts';
import { dynamoEpisodes } from '../../shared/store/alert-episodes.ts';
import { dynamoSubscriptions } from '../../shared/store/alert-subscriptions.ts';
import { dynamoAudit } from '../../shared/store/audit.ts';
import { dynamoFactsIndex } from '../../shared/store/facts-index.ts';
import { dynamoMembers, rememberedMembers } from '../../shared/store/members.ts';
import { objectLedger } from '../../shared/store/object-ledger.ts';
import { objectOriginals } from '../../shared/store/object-originals.ts';
import { dynamoRequestCounts } from '../../shared/store/request-counts.ts';
import { s3Objects } from '../../shared/store/s3-objects.ts';
import { s3Quarantine } from '../../shared/store/s3-quarantine.ts';
import { sqsStateMessages } from '../../shared/store/state-messages.ts';
import { dynamoStates } from '../../shared/store/states.ts';
import { dynamoWork } from '../../shared/store/work.ts';
import { openAside } from '../intake/open-aside.ts';
import { webApp } from './app.ts';
import { readAssets } from './assets.ts';
import type { WebDeps } from './deps.ts';
import { drawer } from './draw.ts';
import { WebEnv } from './env.ts';
import { identify } from './identify.ts';
import { ROUTES } from './routes.ts';
import { bearerSubjects } from './sign-in/bearer.ts';
import { oidcProvider } from './sign-in/provider.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { sessionCookies } from './sign-in/session-cookie.ts';
import { worldOf } from './world.ts';

/** News shows on pages after this at the latest; looking costs a list of the ledger. */
const MOST_AGE_MS = 10_000;
/** A membership that was ended lets nobody in after this. */
const REMEMBERED_SECONDS = 30;

const env = WebEnv.parse(process.env);
const s3 = new S3Client({});
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const evidence = s3Objects(s3, env.EVIDENCE_BUCKET);
const reports = s3Objects(s3, env.REPORTS_BUCKET);
const ledger = objectLedger(evidence);
const now = () => instant(new Date().toISOString());
const log = new Logger({ serviceName: 'web' });

const deps: WebDeps = {
  world: worldOf({ ledger, now, mostAgeMs: MOST_AGE_MS }),
  ledger,
  index: dynamoFactsIndex(client, env.FACTS_TABLE),
  states: dynamoStates(client, env.RESULTS_TABLE),
  work: dynamoWork(client, env.WORK_TABLE),
  quarantine: s3Quarantine(s3, env.UPLOADS_BUCKET),
  originals: objectOriginals(evidence),
  messages: sqsStateMessages(new SQSClient({}), env.STATE_QUEUE_URL),
  reports,
  episodes: dynamoEpisodes(client, env.WORK_TABLE),
  subscriptions: dynamoSubscriptions(client, env.WORK_TABLE),
  deliveries: dynamoDeliveries(client, env.WORK_TABLE),
  audit: dynamoAudit(client, env.WORK_TABLE),
  open: openAside,
  newId: randomUUID,
  address: env.ADDRESS,
  today: () => londonDay(now()),
  now,
  madeUp: false,
};

const secret = await new SecretsManagerClient({}).send(
  new GetSecretValueCommand({ SecretId: env.SESSION_SECRET_ARN }),
);
const key = hash('sha256', secret.SecretString ?? '', 'buffer');
const cookies = sessionCookies({ key, secure: true });
const provider = oidcProvider({
  issuer: new URL(env.ISSUER),
  clientId: env.CLIENT_ID,
  clientSecret: null,
  redirectUri: `${env.ADDRESS}/sign-in/callback`,
  postLogoutUri: `${env.ADDRESS}/signed-out`,
  logoutUrl: env.LOGOUT_URL,
  scope: 'openid profile',
  allowInsecure: false,
});
const assets = readAssets();
const members = rememberedMembers(dynamoMembers(client, env.WORK_TABLE), {
  seconds: REMEMBERED_SECONDS,
  now,
});

const app = webApp({
  deps,
  routes: ROUTES,
  signIn: signInRoutes({ provider, cookies, now, audit: deps.audit, members, log }),
  identify: identify({
    cookies,
    bearer: bearerSubjects({
      issuer: env.ISSUER,
      audience: null,
      clientId: env.CLIENT_ID,
      jwks: createRemoteJWKSet(new URL(`${env.ISSUER}/.well-known/jwks.json`)),
    }),
    members,
    now,
  }),
  counts: dynamoRequestCounts(client, env.WORK_TABLE),
  draw: drawer({ assets: assets.addresses, madeUp: null }),
  assets,
  formOrigins: [env.UPLOADS_ORIGIN, new URL(env.LOGOUT_URL).origin],
  log,
});

/** Behind an HTTP API: every path and method comes here. */
export const handler = handle(app);
