import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';

type Steps = {
  readonly onNews: (event: SQSEvent) => Promise<SQSBatchResponse>;
  readonly everyMorning: (event: unknown) => Promise<void>;
};

/** The state function wakes on two things, told apart by their shape: queue messages have Records. */
export function onEvent({ onNews, everyMorning }: Steps) {
  return (event: unknown) => (isQueueEvent(event) ? onNews(event) : everyMorning(event));
}

function isQueueEvent(event: unknown): event is SQSEvent {
  return typeof event === 'object' && event !== null && 'Records' in event;
}
