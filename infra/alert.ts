import { CfnOutput, Duration, TimeZone } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { SqsSendMessage } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type * as z from 'zod';
import type { AlertEnv } from '../functions/alert/env.ts';
import { AlertMail } from './alert-mail.ts';
import { AlertPages } from './alert-pages.ts';
import { watchAlertLog } from './alert-watch.ts';
import { grantUse } from './encryption-key.ts';
import type { Operators } from './operators.ts';
import { PipelineFunction } from './pipeline-function.ts';
import { grantSend } from './send-messages.ts';
import type { Storage } from './storage.ts';
import { deadLetterQueue, WorkQueue } from './work-queue.ts';

type Base = { readonly storage: Storage; readonly operators: Operators };
type Props = Base & { readonly queue: WorkQueue };

const WORK_TIME = Duration.minutes(15);

const RETRIES = {
  comesBackAfter: Duration.minutes(16),
  tries: 3,
  means:
    'The alert step failed three times at one message: an evening, a week, or a mail that came back. Its log says why; see "Alerts" in the runbook, then redrive: nothing is sent twice.',
};

/** What wakes the alert step; apart from it, since the release step, which comes before it, tells it of weeks. */
export function alertQueue(scope: Construct, { storage: { key }, operators }: Base): WorkQueue {
  return new WorkQueue(scope, 'alert-queue', {
    key,
    operators,
    workTime: WORK_TIME,
    retries: RETRIES,
  });
}

/**
 * Every evening at 18:00 in London, and after each release -> queue -> alerts: episodes, mails, webhooks. What
 * mails come back with arrives on the same queue. Built last, so that it counts the dead letters of every step.
 */
export class Alert extends Construct {
  constructor(scope: Construct, id: string, { storage, operators, queue }: Props) {
    super(scope, id);
    const mail = new AlertMail(this, 'mail', { operators, queue });
    const pages = new AlertPages(this, 'pages', { storage, operators });
    const { deadLetters } = operators;
    const missed = this.missedEvenings({ storage, operators });
    const alert = new PipelineFunction(this, 'alert', {
      step: 'alert',
      operators,
      timeout: WORK_TIME,
      // All facts of England at once; the most that a new account allows.
      memorySize: 3008,
      environment: {
        EVIDENCE_BUCKET: storage.evidence.bucketName,
        REPORTS_BUCKET: storage.reports.bucketName,
        WORK_TABLE: storage.tables.work.tableName,
        ALERT_QUEUE_URL: queue.queueUrl,
        SENDER: mail.sender,
        CONFIGURATION_SET: mail.configurationSetName,
        PAGES_URL: pages.url,
        OPERATORS_TOPIC_ARN: operators.topicArn,
        DEAD_LETTER_QUEUES: deadLetters.map(({ queueUrl }) => queueUrl).join(' '),
      } satisfies z.input<typeof AlertEnv>,
    });
    alert.addEventSource(
      // Two at once is the least that SQS allows; runs at the same time do each other no harm.
      new SqsEventSource(queue, { batchSize: 1, maxConcurrency: 2, reportBatchItemFailures: true }),
    );
    storage.grantReadLedger(alert);
    storage.grantReadReleases(alert);
    storage.grantTable(alert, 'work', 'GetItem', 'PutItem', 'Query');
    storage.grantQueryIndex(alert, 'work');
    grantSend(queue, alert);
    mail.grantSendMail(alert);
    operators.grantTell(alert);
    alert.addToRolePolicy(
      new PolicyStatement({
        actions: ['sqs:GetQueueAttributes'],
        resources: deadLetters.map(({ queueArn }) => queueArn),
      }),
    );
    watchAlertLog(alert, operators);
    this.everyEvening(queue, missed, storage);
    new CfnOutput(this, 'alert-queue-url', {
      value: queue.queueUrl,
      description: 'Send it {"week":"2023-12-04"} for the digests of a week: see the runbook',
    });
  }

  private missedEvenings({ storage: { key }, operators }: Base): Queue {
    return deadLetterQueue(this, 'missed-evenings', {
      key,
      operators,
      means: 'The evening run could not be asked for. Send the message to the alert queue.',
    });
  }

  /** The scheduled time, not a clock, says which evening it is. */
  private everyEvening({ queueArn }: Queue, deadLetters: Queue, { key }: Storage): void {
    const scheduler = new Role(this, 'scheduler', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
    });
    grantUse(key, scheduler);
    // By its ARN alone: told of the key, the library would grant all of "GenerateDataKey*".
    const target = Queue.fromQueueAttributes(this, 'target', { queueArn, fifo: false });
    new Schedule(this, 'every-evening', {
      schedule: ScheduleExpression.cron({
        minute: '0',
        hour: '18',
        timeZone: TimeZone.EUROPE_LONDON,
      }),
      target: new SqsSendMessage(target, {
        input: ScheduleTargetInput.fromObject({ scheduledTime: '<aws.scheduler.scheduled-time>' }),
        deadLetterQueue: deadLetters,
        role: scheduler,
        retryAttempts: 3,
      }),
      description: 'Looks at every practice and tells whom it concerns',
    });
  }
}
