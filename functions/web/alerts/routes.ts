import type { Route } from '../route.ts';
import { actRoutes } from './acts.ts';
import { digestRoute } from './digest-route.ts';
import { episodeRoute } from './episode-route.ts';
import { alertsRoute } from './list-route.ts';
import { newSubscriptionRoutes } from './new-subscription-route.ts';
import { oneSubscriptionRoutes } from './subscription-route.ts';
import { subscriptionsRoute } from './subscriptions-route.ts';

/** The commissioner's pages: alerts and what is done about them, subscriptions, the digest. */
export const alertRoutes: readonly Route[] = [
  alertsRoute,
  episodeRoute,
  ...actRoutes,
  subscriptionsRoute,
  ...newSubscriptionRoutes,
  ...oneSubscriptionRoutes,
  digestRoute,
];
