import type { Links } from '../../shared/alert/messages/links.ts';
import type { Subscription } from '../../shared/alert/subscription.ts';

/** Where a subscription's pages are, beneath an address that ends in no slash or one; null: no address, no links. */
export function linksBeneath(
  address: string | null,
  { id, token }: Pick<Subscription, 'id' | 'token'>,
): Links {
  if (address === null) return { episode: () => null, unsubscribe: null, all: null, submit: null };
  const base = address.replace(/\/$/, '');
  const own = `${encodeURIComponent(id)}/${encodeURIComponent(token)}`;
  return {
    episode: (episode) => `${base}/alert/${own}/${encodeURIComponent(episode)}`,
    unsubscribe: `${base}/unsubscribe/${own}`,
    all: null,
    submit: null,
  };
}
