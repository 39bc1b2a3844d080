import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { AlertMessages } from './alert-ports.ts';

/** Messages to the alert step through its SQS queue. */
export function sqsAlertMessages(client: SQSClient, queueUrl: string): AlertMessages {
  const send = async (message: unknown, minutes: number) => {
    const MessageBody = JSON.stringify(message);
    const DelaySeconds = minutes * 60;
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody, DelaySeconds }));
  };
  return {
    released: (week) => send({ week }, 0),
    retryLater: (retry, minutes) => send({ retry }, minutes),
  };
}
