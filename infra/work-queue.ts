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

/** Where messages that failed wait two weeks for a person, who is told of the first. */
export function deadLetterQueue(
  scope: Construct,
  id: string,
  { key, operators, means }: Omit<Props, 'workTime'> & { readonly means: string },
): Queue {
  const queue = new Queue(scope, id, {
    encryption: QueueEncryption.KMS,
    encryptionMasterKey: key,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  const metric = queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' });
  operators.tellWhen(id, { metric, above: 0, means });
  return queue;
}

/** A standard queue with its dead letters, which can be sent back once the cause is mended. */
export class WorkQueue extends Queue {
  constructor(scope: Construct, id: string, { key, operators, workTime }: Props) {
    const means = `A message of ${id} failed ${TRIES} times. Mend the cause, then redrive the dead-letter queue.`;
    const queue = deadLetterQueue(scope, `${id}-dead-letters`, { key, operators, means });
    super(scope, id, {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: key,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(workTime.toSeconds() * 6),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue, maxReceiveCount: TRIES },
    });
    operators.tellWhen(`${id}-waiting`, {
      metric: this.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum' }),
      above: Duration.hours(1).toSeconds(),
      means: `A message of ${id} has waited for over an hour.`,
    });
  }
}
