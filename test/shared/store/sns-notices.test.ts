import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, test } from 'vitest';
import 'aws-sdk-client-mock-vitest/extend';
import { snsNotices } from '../../../shared/store/sns-notices.ts';
import { noticeOf } from '../patient-data-notices.ts';

const TOPIC = 'arn:aws:sns:eu-west-2:123456789012:information-governance';

test('a notice of patient data is published to its topic, with a subject for the e-mail', async () => {
  const client = new SNSClient({ region: 'eu-west-2' });
  const mock = mockClient(client);
  await snsNotices(client, TOPIC).patientData(noticeOf());
  expect(mock).toHaveReceivedCommandTimes(PublishCommand, 1);
  expect(mock).toHaveReceivedCommandWith(PublishCommand, {
    TopicArn: TOPIC,
    Subject: 'Patient data refused: upload up-1',
    Message: expect.stringContaining('Where: sheet 1, row 12, column 3'),
  });
});

test('a notice that could not be sent is no notice: the failure is thrown', async () => {
  const client = new SNSClient({ region: 'eu-west-2' });
  mockClient(client).on(PublishCommand).rejects(new Error('throttled'));
  await expect(snsNotices(client, TOPIC).patientData(noticeOf())).rejects.toThrow('throttled');
});
