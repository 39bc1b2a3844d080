import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { instant } from '../../shared/calendar/day.ts';
import { sqsAlertMessages } from '../../shared/store/alert-messages.ts';
import { objectLedger } from '../../shared/store/object-ledger.ts';
import { sqsReleaseMessages } from '../../shared/store/release-messages.ts';
import { s3Objects } from '../../shared/store/s3-objects.ts';
import { s3Quarantine } from '../../shared/store/s3-quarantine.ts';
import { dynamoWork } from '../../shared/store/work.ts';
import { ReleaseEnv } from './env.ts';
import { onMessage } from './on-message.ts';
import { publishWeek } from './publish-week.ts';

const env = ReleaseEnv.parse(process.env);
const s3 = new S3Client({});
const sqs = new SQSClient({});
const stores = {
  ledger: objectLedger(s3Objects(s3, env.EVIDENCE_BUCKET)),
  reports: s3Objects(s3, env.REPORTS_BUCKET),
};

export const handler = onMessage({
  publish: (ask) => publishWeek(stores, { ...ask, codeVersion: env.CODE_VERSION, madeUp: false }),
  quarantine: s3Quarantine(s3, env.UPLOADS_BUCKET),
  work: dynamoWork(DynamoDBDocumentClient.from(new DynamoDBClient({})), env.WORK_TABLE),
  messages: sqsReleaseMessages(sqs, env.RELEASE_QUEUE_URL),
  alerts: sqsAlertMessages(sqs, env.ALERT_QUEUE_URL),
  now: () => instant(new Date().toISOString()),
  log: new Logger({ serviceName: 'release' }),
});
