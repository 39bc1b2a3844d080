import type { Delivery } from '../../shared/alert/message.ts';
import type { Suppression } from '../../shared/store/alert-ports.ts';
import type { DeliverDeps } from './hand-over.ts';

/** What the mail service says came back, for good: of which of its mails, from which address; at least one is known. */
export type Bounce = {
  readonly providerId: string | null;
  readonly address: string | null;
  readonly why: Suppression['why'];
};

const WORDS = {
  bounce: 'it came back: its address takes no mail',
  complaint: 'its receiver reported it as unwanted',
} as const;

/**
 * Suppresses the address that a mail came back from, or that complained of it, and notes it on the mail's
 * delivery: one that came back was `refused` after all. The same news again changes nothing. `unknown`: no
 * address is known for it, and nothing was suppressed.
 */
export async function onBounce(
  deps: Pick<DeliverDeps, 'deliveries' | 'subscriptions' | 'now' | 'log'>,
  { providerId, address, why }: Bounce,
): Promise<'suppressed' | 'unknown'> {
  const delivery = providerId === null ? undefined : await deps.deliveries.ofProviderId(providerId);
  const bad = address ?? (delivery && (await addressOf(deps, delivery)));
  if (bad) await deps.subscriptions.suppress(bad.toLowerCase(), { why, at: deps.now() });
  if (delivery !== undefined) await note(deps, delivery, why);
  const about = { id: delivery?.id ?? null, why };
  deps.log.warn(bad ? 'address suppressed' : 'bounce of an unknown address', about);
  return bad ? 'suppressed' : 'unknown';
}

/** A delivery that was sent no longer holds its message: its subscription knows the address. */
async function addressOf(
  { subscriptions }: Pick<DeliverDeps, 'subscriptions'>,
  { message, subscription }: Delivery,
): Promise<string | undefined> {
  const channel = message?.channel ?? (await subscriptions.of(subscription))?.channel;
  return channel?.type === 'email' ? channel.to : undefined;
}

const TRIES = 4;

async function note(
  { deliveries, now }: Pick<DeliverDeps, 'deliveries' | 'now'>,
  delivery: Delivery,
  why: Suppression['why'],
): Promise<void> {
  let found: Delivery | undefined = delivery;
  for (let tried = 0; found !== undefined && tried < TRIES; tried++) {
    if (found.why === WORDS[why]) return;
    const state = why === 'bounce' && found.state === 'sent' ? 'refused' : found.state;
    const noted = { ...found, state, at: now(), why: WORDS[why], version: found.version + 1 };
    if ((await deliveries.save(noted)) === 'saved') return;
    found = await deliveries.of(delivery.id);
  }
  if (found !== undefined) throw new Error(`delivery ${delivery.id} was overtaken ${TRIES} times`);
}
