import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, test } from 'vitest';
import 'aws-sdk-client-mock-vitest/extend';
import { day } from '../../../shared/calendar/day.ts';
import { sqsReleaseMessages } from '../../../shared/store/release-messages.ts';

test('a message for later is delayed on its way, by the minutes asked for', async () => {
  const sqs = mockClient(SQSClient);
  const messages = sqsReleaseMessages(new SQSClient({ region: 'eu-west-2' }), 'https://queue');
  await messages.sendLater({ week: day('2023-12-04'), waited: 5 }, 5);
  expect(sqs).toHaveReceivedCommandWith(SendMessageCommand, {
    QueueUrl: 'https://queue',
    MessageBody: '{"week":"2023-12-04","waited":5}',
    DelaySeconds: 300,
  });
});
