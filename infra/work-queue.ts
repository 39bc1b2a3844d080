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
  /** How a step that is not like the others has its messages tried again. */
  readonly retries?: Retries;
};

type Retries = {
  /** No shorter than the work time. */
  readonly comesBackAfter: Duration;
  readonly tries: number;
  /** How long every message is held back at first; missing: not at all. */
  readonly delay?: Duration;
  /** What a dead letter means, in place of the usual words. */
  readonly means: string;
};

const TRIES = 5;

/** Where messages that failed wait two weeks for a person, who is told of the first. */
export function deadLetterQueue(
  scope: Construct,
  id: string,
  { key, operators, means }: Omit<Props, 'workTime' | 'retries'> & { readonly means: string },
): Queue {
  const queue = new Queue(scope, id, {
    encryption: QueueEncryption.KMS,
    encryptionMasterKey: key,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  const metric = queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' });
  operators.tellWhen(id, { metric, above: 0, means });
  operators.deadLetters.push(queue);
  return queue;
}

/** A standard queue with its dead letters, which can be sent back once the cause is mended. */
export class WorkQueue extends Queue {
  constructor(scope: Construct, id: string, { key, operators, workTime, retries }: Props) {
    const { tries, comesBackAfter, delay, means } = retries ?? usual(id, workTime);
    const queue = deadLetterQueue(scope, `${id}-dead-letters`, { key, operators, means });
    super(scope, id, {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: key,
      enforceSSL: true,
      visibilityTimeout: comesBackAfter,
      ...(delay && { deliveryDelay: delay }),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue, maxReceiveCount: tries },
    });
    operators.tellWhen(`${id}-waiting`, {
      metric: this.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum' }),
      above: Duration.hours(1).toSeconds(),
      means: `A message of ${id} has waited for over an hour.`,
    });
  }
}

/** Six times the work time, as AWS advises: room for Lambda to be throttled in. */
function usual(id: string, workTime: Duration): Retries {
  return {
    comesBackAfter: Duration.seconds(workTime.toSeconds() * 6),
    tries: TRIES,
    means: `A message of ${id} failed ${TRIES} times. Mend the cause, then redrive the dead-letter queue.`,
  };
}
