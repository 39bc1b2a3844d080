import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, test } from 'vitest';
import 'aws-sdk-client-mock-vitest/extend';
import { day } from '../../../shared/calendar/day.ts';
import { sqsAlertMessages } from '../../../shared/store/alert-messages.ts';
import { sqsDeadLetters } from '../../../shared/store/dead-letters.ts';
import { snsOperatorNotices } from '../../../shared/store/operator-notices.ts';

const REGION = { region: 'eu-west-2' };
const ON = day('2023-12-05');
const NOTICE = { subject: 'Record Access Rollout: 1 thing to see to', text: '- a thing' };

function places() {
  const sns = new SNSClient(REGION);
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(REGION));
  const mocks = { sns: mockClient(sns), table: mockClient(client) };
  const notices = snsOperatorNotices({ sns, topicArn: 'arn:topic', client, table: 'work' });
  return { ...mocks, notices };
}

test('the operators are told, and the day is noted', async () => {
  const { sns, table, notices } = places();
  table.on(GetCommand).resolves({});
  expect(await notices.tell(ON, NOTICE)).toBe('told');
  expect(sns).toHaveReceivedCommandWith(PublishCommand, {
    TopicArn: 'arn:topic',
    Subject: NOTICE.subject,
    Message: NOTICE.text,
  });
  expect(table).toHaveReceivedCommandWith(PutCommand, {
    TableName: 'work',
    // 90 days on, in seconds.
    Item: { pk: 'operators-told', sk: ON, expiresAt: 1_709_510_400 },
  });
});

test('on a day on which they were told they are not told again', async () => {
  const { sns, table, notices } = places();
  table.on(GetCommand).resolves({ Item: { pk: 'operators-told', sk: ON } });
  expect(await notices.tell(ON, NOTICE)).toBe('was-told');
  expect(sns).not.toHaveReceivedCommand(PublishCommand);
});

test('where telling failed the day is not noted, so that the next try tells', async () => {
  const { sns, table, notices } = places();
  table.on(GetCommand).resolves({});
  sns.on(PublishCommand).rejects(new Error('throttled'));
  await expect(notices.tell(ON, NOTICE)).rejects.toThrow('throttled');
  expect(table).not.toHaveReceivedCommand(PutCommand);
});

test('dead letters are counted by the name of their queue; an empty one is left out', async () => {
  const client = new SQSClient(REGION);
  const mock = mockClient(client);
  const url = (name: string) => `https://sqs.example/1/${name}`;
  const holds = (name: string, count: string) =>
    mock
      .on(GetQueueAttributesCommand, { QueueUrl: url(name) })
      .resolves({ Attributes: { ApproximateNumberOfMessages: count } });
  holds('state', '0');
  holds('release', '2');
  expect(await sqsDeadLetters(client, [url('state'), url('release')])).toEqual([
    { queue: 'release', count: 2 },
  ]);
});

test('the alert step is told of a week at once, and to look again after some minutes', async () => {
  const client = new SQSClient(REGION);
  const mock = mockClient(client);
  const messages = sqsAlertMessages(client, 'https://sqs.example/1/alert');
  await messages.released(day('2023-12-04'));
  await messages.retryLater(2, 10);
  const sent = mock.commandCalls(SendMessageCommand).map(({ args }) => args[0].input);
  expect(sent).toEqual([
    {
      QueueUrl: 'https://sqs.example/1/alert',
      MessageBody: '{"week":"2023-12-04"}',
      DelaySeconds: 0,
    },
    { QueueUrl: 'https://sqs.example/1/alert', MessageBody: '{"retry":2}', DelaySeconds: 600 },
  ]);
});
