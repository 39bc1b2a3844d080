import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoFactsIndex } from '../../shared/store/facts-index.ts';
import { objectLedger } from '../../shared/store/object-ledger.ts';
import { objectOriginals } from '../../shared/store/object-originals.ts';
import { s3Objects } from '../../shared/store/s3-objects.ts';
import { s3Quarantine } from '../../shared/store/s3-quarantine.ts';
import { snsNotices } from '../../shared/store/sns-notices.ts';
import { sqsStateMessages } from '../../shared/store/state-messages.ts';
import { dynamoWork } from '../../shared/store/work.ts';
import { IntakeEnv } from './env.ts';
import { onUpload } from './on-upload.ts';
import { openAside } from './open-aside.ts';

const env = IntakeEnv.parse(process.env);
const s3 = new S3Client({});
const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const evidence = s3Objects(s3, env.EVIDENCE_BUCKET);

export const handler = onUpload({
  quarantine: s3Quarantine(s3, env.UPLOADS_BUCKET),
  open: openAside,
  originals: objectOriginals(evidence),
  ledger: objectLedger(evidence),
  index: dynamoFactsIndex(dynamo, env.FACTS_TABLE),
  work: dynamoWork(dynamo, env.WORK_TABLE),
  messages: sqsStateMessages(new SQSClient({}), env.STATE_QUEUE_URL),
  notices: snsNotices(new SNSClient({}), env.NOTICES_TOPIC_ARN),
  log: new Logger({ serviceName: 'intake' }),
});
