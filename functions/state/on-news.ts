import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { DaySchema } from '../../shared/calendar/day.ts';
import { PracticeCodeSchema } from '../../shared/practice/code.ts';
import type { StateMessage } from '../../shared/store/ports.ts';
import { eachMessage } from '../each-message.ts';
import { type Log, SILENT } from '../log.ts';
import { type UpdateStatesDeps, updateStates } from './update-states.ts';

const MessageSchema: z.ZodType<StateMessage> = z.object({
  practices: z.array(PracticeCodeSchema),
  validAt: DaySchema.exactOptional(),
});

/** Brings the states of the practices in each message up to date. */
export function onNews(
  deps: UpdateStatesDeps & { readonly log?: Log },
): (event: SQSEvent) => Promise<SQSBatchResponse> {
  const { log = SILENT } = deps;
  const update = updateStates(deps);
  return eachMessage(async (body) => {
    const message = MessageSchema.parse(body);
    log.info('states updated', { ...(await update(message)) });
  }, log);
}
