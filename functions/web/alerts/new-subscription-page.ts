import { samePace } from '../../../shared/alert/subscriptions/with-paces.ts';
import type { Tried, View } from '../route.ts';
import { paceSelects } from './pace-fields.ts';

const ABOUT = [
  { value: 'icb', text: 'All practices of an ICB' },
  { value: 'sub-icb', text: 'The practices of a sub-ICB location' },
  { value: 'pcn', text: 'The practices of a PCN' },
  { value: 'practices', text: 'Practices that I name' },
  {
    value: 'practice',
    text: 'One practice, told of itself',
    hint: { text: 'It gets reminders, and hears when its status changes' },
  },
];

/** The form for one more subscription. `icb`: what it is about unless something else is written. */
export function newSubscriptionView(icb: string | null, tried: Tried | null): View {
  const errors: Record<string, { readonly text: string }> = {};
  for (const { field, says } of tried?.wrong ?? []) {
    if (field !== null) errors[field] ??= { text: says };
  }
  const typed = tried?.typed ?? { about: 'icb', codes: icb ?? '' };
  return {
    view: 'alerts/new-subscription.njk',
    title: 'Add a subscription',
    data: {
      typed,
      errors,
      about: ABOUT,
      selects: paceSelects(samePace('weekly'), typed),
    },
  };
}

/** The page that shows a webhook's secret, this once. */
export function secretView(id: string, secret: string): View {
  return {
    view: 'alerts/secret.njk',
    title: 'The webhook is subscribed',
    data: { secret, subscription: { text: id, href: `/subscriptions/${id}` } },
  };
}
