import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { type Log, SILENT, traceOf } from './log.ts';

/**
 * Makes an SQS handler of what is to be done with one message's body. A message that fails is named
 * in the answer and comes again, then goes to the dead-letter queue; the others of its batch are done
 * with. One after the other: two large files at once would not fit one function's memory.
 */
export function eachMessage(
  work: (body: unknown) => Promise<void>,
  log: Log = SILENT,
): (event: SQSEvent) => Promise<SQSBatchResponse> {
  async function doOne(record: SQSRecord): Promise<void> {
    try {
      await work(jsonOf(record));
    } catch (error) {
      log.warn('message failed', { messageId: record.messageId, ...traceOf(error) });
      throw error;
    }
  }
  return (event) =>
    processPartialResponse(event, doOne, new BatchProcessor(EventType.SQS), {
      // The answer names them all; throwing would say no more, and hide which.
      throwOnFullBatchFailure: false,
      processInParallel: false,
    });
}

function jsonOf({ body, messageId }: SQSRecord): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Error(`message ${messageId} is not JSON`);
  }
}
