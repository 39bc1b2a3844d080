import { webhookRequest } from '../../shared/alert/webhooks/request.ts';
import type { Instant } from '../../shared/calendar/day.ts';
import type { Carrier, HandedOver } from '../../shared/store/alert-ports.ts';
import { leadsOutside } from './public-address.ts';

const MOST_MS = 10_000;
const NOT_NOW = new Set([408, 425, 429]);

export type WebhookSender = {
  readonly fetch: typeof fetch;
  readonly now: () => Instant;
  /** Webhooks of this machine and its network are sent to: never in the cloud. */
  readonly allowLocal?: boolean;
};

/**
 * Posts messages to webhooks. A time-out counts as not sent: the receiver knows a message that comes twice
 * by its `webhook-id`. A host's addresses are looked at just before; one whose name changes in between
 * is not caught here, so the network must not lead to anything private either.
 */
export function webhookCarrier(sender: WebhookSender): Carrier {
  return {
    async handOver({ channel, ...message }) {
      if (channel.type !== 'webhook') return refused('it is for no webhook');
      try {
        const isAllowed =
          sender.allowLocal === true || (await leadsOutside(new URL(channel.url).hostname));
        if (!isAllowed) return refused('the address leads into a private network');
        const { secret } = channel;
        const request = webhookRequest(message, { secret, at: sender.now() });
        const signal = AbortSignal.timeout(MOST_MS);
        const asked = { ...request, method: 'POST', redirect: 'manual', signal } as const;
        const answer = await sender.fetch(channel.url, asked);
        // Nothing that it says is read: the number is all that counts.
        await answer.body?.cancel().catch(() => undefined);
        return after(answer.status);
      } catch (error) {
        return { outcome: 'not-now', why: whyNot(error) };
      }
    },
  };
}

function after(status: number): HandedOver {
  if (status >= 200 && status < 300) return { outcome: 'sent', providerId: null };
  const why = `the webhook answered ${status}`;
  if (NOT_NOW.has(status) || status >= 500) return { outcome: 'not-now', why };
  return { outcome: 'refused', why, forGood: status === 410 };
}

function refused(why: string): HandedOver {
  return { outcome: 'refused', why, forGood: false };
}

/** Without the error's own text, which may name an address. */
function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return 'the webhook was not reached';
  if (error.name === 'TimeoutError') return 'the webhook did not answer within 10 seconds';
  const { code } = (error.cause ?? error) as { code?: unknown };
  return `the webhook was not reached${typeof code === 'string' ? ` (${code})` : ''}`;
}
