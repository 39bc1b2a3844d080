import { Duration } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Operators } from './operators.ts';

type Props = {
  readonly key: Key;
  readonly operators: Operators;
  /** How long one invocation may take; a message comes back only well after that. */
  readonly workTime: Duration;
};

const TRIES = 5;

/** A standard queue with its dead letters, which wait two weeks for a person and can be sent back. */
export class WorkQueue extends Queue {
  constructor(scope: Construct, id: string, { key, operators, workTime }: Props) {
    const letters = new Queue(scope, `${id}-dead-letters`, {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: key,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    super(scope, id, {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: key,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(workTime.toSeconds() * 6),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: letters, maxReceiveCount: TRIES },
    });
    operators.tellWhen(`${id}-dead-letters`, {
      metric: letters.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' }),
      above: 0,
      means: `A message of ${id} failed ${TRIES} times. Mend the cause, then redrive the dead-letter queue.`,
    });
    operators.tellWhen(`${id}-waiting`, {
      metric: this.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum' }),
      above: Duration.hours(1).toSeconds(),
      means: `A message of ${id} has waited for over an hour.`,
    });
  }
}
