import { Webhook } from 'standardwebhooks';
import type { Instant } from '../../calendar/day.ts';
import type { Message } from '../message.ts';

/**
 * What is posted for a message: its data with its id, signed by the Standard Webhooks convention (v1) with
 * the subscription's secret. The same message has the same id and body at every try; only the time and
 * the signature are those of the try. Throws where the secret is no `whsec_` and base64.
 */
export function webhookRequest(
  { id, kind, json }: Pick<Message, 'id' | 'kind' | 'json'>,
  { secret, at }: { readonly secret: string; readonly at: Instant },
): { readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  const body = JSON.stringify({ ...json, type: kind, id });
  const time = new Date(at);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'record-access-rollout',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(time.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, time, body),
  };
  return { headers, body };
}
