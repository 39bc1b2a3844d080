import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { DeadLetters } from '../alert/operators.ts';

/**
 * How many messages lie in queues of dead letters, about, as SQS counts; a queue with none is left out.
 * Takes queue URLs, gives each by its name.
 */
export async function sqsDeadLetters(
  client: SQSClient,
  queueUrls: readonly string[],
): Promise<readonly DeadLetters[]> {
  const found = await Promise.all(
    queueUrls.map(async (QueueUrl) => {
      const AttributeNames = ['ApproximateNumberOfMessages' as const];
      const answer = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
      const count = Number(answer.Attributes?.['ApproximateNumberOfMessages'] ?? 0);
      return { queue: QueueUrl.split('/').at(-1) ?? QueueUrl, count };
    }),
  );
  return found.filter(({ count }) => count > 0);
}
