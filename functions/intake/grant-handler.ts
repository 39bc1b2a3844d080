import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { instant } from '../../shared/calendar/day.ts';
import { s3Quarantine } from '../../shared/store/s3-quarantine.ts';
import { dynamoWork } from '../../shared/store/work.ts';
import { GrantEnv } from './grant-env.ts';
import { grantUpload } from './grant-upload.ts';

const env = GrantEnv.parse(process.env);

/** Invoked under IAM by what signs people in: its event is the request, its answer the form. */
export const handler = grantUpload({
  quarantine: s3Quarantine(new S3Client({}), env.UPLOADS_BUCKET),
  work: dynamoWork(DynamoDBDocumentClient.from(new DynamoDBClient({})), env.WORK_TABLE),
  newId: randomUUID,
  now: () => instant(new Date().toISOString()),
});
