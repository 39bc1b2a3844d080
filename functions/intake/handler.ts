import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoFactsIndex } from '../../shared/store/facts-index.ts';
import { objectLedger } from '../../shared/store/object-ledger.ts';
import { s3Objects } from '../../shared/store/s3-objects.ts';
import { sqsStateMessages } from '../../shared/store/state-messages.ts';
import { dynamoWork } from '../../shared/store/work.ts';
import { IntakeEnv } from './env.ts';
import { onUpload } from './on-upload.ts';

const env = IntakeEnv.parse(process.env);
const s3 = new S3Client({});
const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const handler = onUpload({
  uploads: s3Objects(s3, env.UPLOADS_BUCKET),
  ledger: objectLedger(s3Objects(s3, env.EVIDENCE_BUCKET)),
  index: dynamoFactsIndex(dynamo, env.FACTS_TABLE),
  work: dynamoWork(dynamo, env.WORK_TABLE),
  messages: sqsStateMessages(new SQSClient({}), env.STATE_QUEUE_URL),
  log: new Logger({ serviceName: 'intake' }),
});
