import type { SQSEvent, SQSRecord } from 'aws-lambda';

/** A batch of queue messages with these bodies (text as it is, anything else as JSON), ids `message-0` onwards. */
export function eventOf(...bodies: readonly unknown[]): SQSEvent {
  return { Records: bodies.map(recordOf) };
}

function recordOf(body: unknown, at: number): SQSRecord {
  return {
    messageId: `message-${at}`,
    receiptHandle: `handle-${at}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: 'test',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:eu-west-2:000000000000:test',
    awsRegion: 'eu-west-2',
  };
}
