import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type * as z from 'zod';
import type { IntakeEnv } from '../functions/intake/env.ts';
import type { InformationGovernance } from './information-governance.ts';
import { MalwareScan } from './malware-scan.ts';
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
  readonly officers: InformationGovernance;
  readonly stateQueue: Queue;
};

const WORK_TIME = Duration.minutes(5);

/** A verdict on a new object in quarantine -> queue -> intake: screen, read, keep, commit, receipt, messages. */
export class Intake extends Construct {
  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id);
    const { settings, storage, operators, officers, stateQueue } = props;
    const { key } = storage;
    const queue = new WorkQueue(this, 'intake-queue', { key, operators, workTime: WORK_TIME });
    new MalwareScan(this, 'malware-scan', { storage, operators, verdicts: queue });
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
        NOTICES_TOPIC_ARN: officers.topic.topicArn,
      } satisfies z.input<typeof IntakeEnv>,
    });
    intake.addEventSource(
      new SqsEventSource(queue, {
        batchSize: 1,
        maxConcurrency: settings.intakeAtOnce,
        reportBatchItemFailures: true,
      }),
    );
    storage.grantQuarantine(intake);
    storage.grantReadLedger(intake);
    storage.grantCommit(intake);
    storage.grantKeepOriginals(intake);
    storage.grantTable(intake, 'facts', 'Query', 'BatchWriteItem');
    storage.grantTable(intake, 'work', 'GetItem', 'PutItem', 'UpdateItem');
    grantSend(stateQueue, intake);
    officers.grantTell(intake, key);
    operators.tellWhenSilent('no-uploads', {
      metric: intake.metricInvocations(),
      days: 7,
      means:
        'No upload has come for a week. Ask a sender whether files get through; see "Alerts" in the runbook.',
    });
  }
}
