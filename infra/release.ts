import { CfnOutput, Duration, TimeZone } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { SqsSendMessage } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type * as z from 'zod';
import type { ReleaseEnv } from '../functions/release/env.ts';
import { grantUse } from './encryption-key.ts';
import type { Operators } from './operators.ts';
import { PipelineFunction } from './pipeline-function.ts';
import { grantSend } from './send-messages.ts';
import type { Storage } from './storage.ts';
import { deadLetterQueue, WorkQueue } from './work-queue.ts';

type Props = {
  readonly storage: Storage;
  readonly operators: Operators;
  /** Which code makes the releases. */
  readonly codeVersion: string;
  /** Where a published week is told. */
  readonly alertQueue: Queue;
};

const WORK_TIME = Duration.minutes(15);

const RETRIES = {
  // Not six times the work time, which is a morning: one message a week is not throttled for long.
  comesBackAfter: Duration.minutes(16),
  tries: 3,
  // What comes at the cut-off itself is in the list of quarantine before anybody looks, whosever clock it is.
  delay: Duration.minutes(1),
  means:
    'A week has no release, after three tries: uploads that came before its cut-off are still in process, or its sums do not add up, or the function broke down. Its log says which; see "A release that failed" in the runbook.',
};

/** Monday 06:00 in London, or a message by hand -> queue -> release: wait for uploads in process, publish, tell the alert step. */
export class Release extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { storage, operators, codeVersion, alertQueue }: Props,
  ) {
    super(scope, id);
    const { key } = storage;
    const queue = new WorkQueue(this, 'release-queue', {
      key,
      operators,
      workTime: WORK_TIME,
      retries: RETRIES,
    });
    const release = new PipelineFunction(this, 'release', {
      step: 'release',
      operators,
      timeout: WORK_TIME,
      // England and its ICBs with all their files, and memory to spare; the most that a new account allows.
      memorySize: 3008,
      environment: {
        UPLOADS_BUCKET: storage.uploads.bucketName,
        EVIDENCE_BUCKET: storage.evidence.bucketName,
        REPORTS_BUCKET: storage.reports.bucketName,
        WORK_TABLE: storage.tables.work.tableName,
        RELEASE_QUEUE_URL: queue.queueUrl,
        ALERT_QUEUE_URL: alertQueue.queueUrl,
        CODE_VERSION: codeVersion,
      } satisfies z.input<typeof ReleaseEnv>,
    });
    release.addEventSource(
      // Two at once is the least that SQS allows; both may publish the same week, and one of them does.
      new SqsEventSource(queue, { batchSize: 1, maxConcurrency: 2, reportBatchItemFailures: true }),
    );
    storage.grantReadLedger(release);
    storage.grantSeeWaiting(release);
    storage.grantTable(release, 'work', 'GetItem');
    storage.grantPublish(release);
    grantSend(queue, release);
    grantSend(alertQueue, release);
    this.everyMonday(queue, { storage, operators });
    new CfnOutput(this, 'release-queue-url', {
      value: queue.queueUrl,
      description: 'Send it {"week":"2023-12-04"} for a release on demand: see the runbook',
    });
  }

  /** The scheduled time, not a clock, says which week it is. */
  private everyMonday(queue: Queue, { storage, operators }: Pick<Props, 'storage' | 'operators'>) {
    const missed = deadLetterQueue(this, 'missed-releases', {
      key: storage.key,
      operators,
      means: 'The weekly release could not be asked for. Send the message to the release queue.',
    });
    const scheduler = new Role(this, 'scheduler', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
    });
    grantUse(storage.key, scheduler);
    // By its ARN alone: told of the key, the library would grant all of "GenerateDataKey*".
    const { queueArn } = queue;
    const target = Queue.fromQueueAttributes(this, 'target', { queueArn, fifo: false });
    new Schedule(this, 'every-monday', {
      schedule: ScheduleExpression.cron({
        minute: '0',
        hour: '6',
        weekDay: 'MON',
        timeZone: TimeZone.EUROPE_LONDON,
      }),
      target: new SqsSendMessage(target, {
        input: ScheduleTargetInput.fromObject({ scheduledTime: '<aws.scheduler.scheduled-time>' }),
        deadLetterQueue: missed,
        role: scheduler,
        retryAttempts: 3,
      }),
      description: 'Publishes the release of the week',
    });
  }
}
