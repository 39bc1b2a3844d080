import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { instant } from '../../shared/calendar/day.ts';
import { dynamoFactsIndex } from '../../shared/store/facts-index.ts';
import { objectLedger } from '../../shared/store/object-ledger.ts';
import { s3Objects } from '../../shared/store/s3-objects.ts';
import { sqsStateMessages } from '../../shared/store/state-messages.ts';
import { dynamoStates } from '../../shared/store/states.ts';
import { StateEnv } from './env.ts';
import { everyMorning } from './every-morning.ts';
import { onEvent } from './on-event.ts';
import { onNews } from './on-news.ts';

const env = StateEnv.parse(process.env);
const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const log = new Logger({ serviceName: 'state' });

export const handler = onEvent({
  onNews: onNews({
    index: dynamoFactsIndex(dynamo, env.FACTS_TABLE),
    states: dynamoStates(dynamo, env.RESULTS_TABLE),
    now: () => instant(new Date().toISOString()),
    log,
  }),
  everyMorning: everyMorning({
    ledger: objectLedger(s3Objects(new S3Client({}), env.EVIDENCE_BUCKET)),
    messages: sqsStateMessages(new SQSClient({}), env.STATE_QUEUE_URL),
    log,
  }),
});
