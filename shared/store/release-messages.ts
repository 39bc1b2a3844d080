import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { ReleaseMessages } from './ports.ts';

/** The release step's messages to itself through its SQS queue, each delayed on its way. */
export function sqsReleaseMessages(client: SQSClient, queueUrl: string): ReleaseMessages {
  return {
    async sendLater(message, minutes) {
      await client.send(
        new SendMessageCommand({
          QueueUrl: queueUrl,
          MessageBody: JSON.stringify(message),
          DelaySeconds: minutes * 60,
        }),
      );
    },
  };
}
