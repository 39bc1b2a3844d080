import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type * as z from 'zod';
import type { IntakeEnv } from '../functions/intake/env.ts';
import type { Operators } from './operators.ts';
import { PipelineFunction } from './pipeline-function.ts';
import { grantSend } from './send-messages.ts';
import type { StageSettings } from './stages.ts';
import type { Storage } from './storage.ts';
import { WorkQueue } from './work-queue.ts';

type Props = {
  readonly settings: StageSettings;
  readonly storage: Storage;
  readonly operators: Operators;
  readonly stateQueue: Queue;
};

const WORK_TIME = Duration.minutes(5);

/** A new object under `uploads/` -> queue -> intake: read, check, commit, index, receipt, messages. */
export class Intake extends Construct {
  constructor(scope: Construct, id: string, { settings, storage, operators, stateQueue }: Props) {
    super(scope, id);
    const queue = new WorkQueue(this, 'intake-queue', {
      key: storage.key,
      operators,
      workTime: WORK_TIME,
    });
    new Rule(this, 'object-created', {
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [storage.uploads.bucketName] },
          object: { key: [{ prefix: 'uploads/' }] },
        },
      },
      targets: [new SqsQueue(queue)],
    });
    const intake = new PipelineFunction(this, 'intake', {
      step: 'intake',
      operators,
      timeout: WORK_TIME,
      // A national upload reads the whole ledger: about 400 MB for England's fourteen months.
      memorySize: 1769,
      environment: {
        UPLOADS_BUCKET: storage.uploads.bucketName,
        EVIDENCE_BUCKET: storage.evidence.bucketName,
        FACTS_TABLE: storage.tables.facts.tableName,
        WORK_TABLE: storage.tables.work.tableName,
        STATE_QUEUE_URL: stateQueue.queueUrl,
      } satisfies z.input<typeof IntakeEnv>,
    });
    intake.addEventSource(
      new SqsEventSource(queue, {
        batchSize: 1,
        maxConcurrency: settings.intakeAtOnce,
        reportBatchItemFailures: true,
      }),
    );
    storage.grantReadUploads(intake);
    storage.grantReadLedger(intake);
    storage.grantCommit(intake);
    storage.grantTable(intake, 'facts', 'Query', 'BatchWriteItem');
    storage.grantTable(intake, 'work', 'GetItem', 'PutItem');
    grantSend(stateQueue, intake);
  }
}
