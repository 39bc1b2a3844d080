import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { sightOn } from '../../shared/alert/sight.ts';
import { instant } from '../../shared/calendar/day.ts';
import { groupByPractice } from '../../shared/state/practice-on-day.ts';
import { dynamoDeliveries } from '../../shared/store/alert-deliveries.ts';
import { dynamoEpisodes } from '../../shared/store/alert-episodes.ts';
import { sqsAlertMessages } from '../../shared/store/alert-messages.ts';
import { dynamoSubscriptions } from '../../shared/store/alert-subscriptions.ts';
import { sqsDeadLetters } from '../../shared/store/dead-letters.ts';
import { carrierFor, sesCarrier } from '../../shared/store/mail-carrier.ts';
import { objectLedger } from '../../shared/store/object-ledger.ts';
import { objectReports } from '../../shared/store/object-reports.ts';
import { snsOperatorNotices } from '../../shared/store/operator-notices.ts';
import { s3Objects } from '../../shared/store/s3-objects.ts';
import { dynamoWork } from '../../shared/store/work.ts';
import type { AlertDeps } from './alert-deps.ts';
import { AlertEnv } from './env.ts';
import { headlinesOf } from './headlines.ts';
import { linksBeneath } from './links.ts';
import { onBounce } from './on-bounce.ts';
import { onMessage } from './on-message.ts';
import { retryDue } from './retry-due.ts';
import { runAlerts } from './run-alerts.ts';
import { tellOperators } from './tell-operators.ts';
import { webhookCarrier } from './webhook-carrier.ts';

/** Some times what a week brings: 42 digests, and reminders to practices that asked for them. */
const CAP = 2_000;

const env = AlertEnv.parse(process.env);
const s3 = new S3Client({});
const sqs = new SQSClient({});
const table = env.WORK_TABLE;
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const ledger = objectLedger(s3Objects(s3, env.EVIDENCE_BUCKET));
const reports = objectReports(s3Objects(s3, env.REPORTS_BUCKET));
const now = () => instant(new Date().toISOString());
const log = new Logger({ serviceName: 'alert' });

const deps: AlertDeps = {
  episodes: dynamoEpisodes(client, table),
  subscriptions: dynamoSubscriptions(client, table),
  deliveries: dynamoDeliveries(client, table),
  look: async (clocks) =>
    sightOn(groupByPractice(await ledger.all()), { ...clocks, rulesAt: clocks.validAt }),
  headlines: (week) => headlinesOf(reports, week),
  carrier: carrierFor({
    email: sesCarrier(new SESv2Client({ maxAttempts: 1 }), {
      from: { name: 'Record Access Rollout', address: env.SENDER },
      configurationSet: env.CONFIGURATION_SET,
    }),
    webhook: webhookCarrier({ fetch, now }),
  }),
  links: (subscription) => linksBeneath(env.PAGES_URL, subscription),
  cap: CAP,
  madeUp: false,
  now,
  log,
};

const operators = {
  ...deps,
  reports,
  work: dynamoWork(client, table),
  deadLetters: () => sqsDeadLetters(sqs, env.DEAD_LETTER_QUEUES.split(' ')),
  notices: snsOperatorNotices({
    sns: new SNSClient({}),
    topicArn: env.OPERATORS_TOPIC_ARN,
    client,
    table,
  }),
};

export const handler = onMessage({
  run: runAlerts(deps),
  retry: (running) => retryDue(deps, running),
  waiting: async () => (await deps.deliveries.inState('waiting')).length,
  bounced: (bounce) => onBounce(deps, bounce),
  tellOperators: async (at, capReached) => {
    log.info('operators', { told: await tellOperators(operators, at, capReached) });
  },
  messages: sqsAlertMessages(sqs, env.ALERT_QUEUE_URL),
  now,
  log,
});
