import { Duration, TimeZone } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type * as z from 'zod';
import type { StateEnv } from '../functions/state/env.ts';
import { grantUse } from './encryption-key.ts';
import type { Operators } from './operators.ts';
import { PipelineFunction } from './pipeline-function.ts';
import { grantSend } from './send-messages.ts';
import type { StageSettings } from './stages.ts';
import type { Storage } from './storage.ts';
import { deadLetterQueue, WorkQueue } from './work-queue.ts';

type Props = {
  readonly settings: StageSettings;
  readonly storage: Storage;
  readonly operators: Operators;
};

const WORK_TIME = Duration.minutes(2);

/** Messages of up to 50 practice codes -> facts -> decisions, saved when changed; every morning for all. */
export class State extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { settings, storage, operators }: Props) {
    super(scope, id);
    const { key } = storage;
    this.queue = new WorkQueue(this, 'state-queue', { key, operators, workTime: WORK_TIME });
    const state = new PipelineFunction(this, 'state', {
      step: 'state',
      operators,
      timeout: WORK_TIME,
      memorySize: 1769,
      environment: {
        EVIDENCE_BUCKET: storage.evidence.bucketName,
        FACTS_TABLE: storage.tables.facts.tableName,
        RESULTS_TABLE: storage.tables.results.tableName,
        STATE_QUEUE_URL: this.queue.queueUrl,
      } satisfies z.input<typeof StateEnv>,
    });
    state.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: 5,
        maxConcurrency: settings.stateAtOnce,
        reportBatchItemFailures: true,
      }),
    );
    storage.grantReadLedger(state);
    storage.grantTable(state, 'facts', 'Query');
    storage.grantTable(state, 'results', 'GetItem', 'PutItem');
    grantSend(this.queue, state);
    this.everyMorning(state, { storage, operators });
  }

  /** States change by the mere passing of days; the scheduled time, not a clock, says which day it is. */
  private everyMorning(state: PipelineFunction, { storage, operators }: Omit<Props, 'settings'>) {
    const missed = deadLetterQueue(this, 'missed-mornings', {
      key: storage.key,
      operators,
      means: 'The morning run could not be started. Invoke the state function with the message.',
    });
    const scheduler = new Role(this, 'scheduler', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
    });
    // Without the key a missed morning could not even be put on its queue.
    grantUse(storage.key, scheduler);
    new Schedule(this, 'every-morning', {
      schedule: ScheduleExpression.cron({
        minute: '0',
        hour: '5',
        timeZone: TimeZone.EUROPE_LONDON,
      }),
      target: new LambdaInvoke(state, {
        input: ScheduleTargetInput.fromObject({ scheduledTime: '<aws.scheduler.scheduled-time>' }),
        deadLetterQueue: missed,
        role: scheduler,
        retryAttempts: 3,
      }),
      description: 'Works out every practice for the new day',
    });
  }
}
