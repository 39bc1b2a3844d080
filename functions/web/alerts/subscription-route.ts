import * as z from 'zod';
import type { Resource } from '../../../shared/access/resource.ts';
import { londonDay } from '../../../shared/calendar/day.ts';
import type { WebDeps } from '../deps.ts';
import { type Answer, type Asked, doing, reading, type Tried, type View } from '../route.ts';
import { lookAtAlerts } from './look.ts';
import { PaceFields, pacesChosen } from './pace-fields.ts';
import { SubscriptionSays, subscriptionView } from './subscription-page.ts';
import { icbOfPlace, placeOfSubscription } from './subscription-place.ts';
import { subscriptionTable } from './subscription-table.ts';

const Ask = z.object({ subscription: z.string().max(100).describe('Its id: sub-1a2b3c4d') });
type Ask = z.infer<typeof Ask>;

async function resourceOf(
  deps: WebDeps,
  { ask, moment }: Pick<Asked<Ask>, 'ask' | 'moment'>,
): Promise<Resource | null> {
  const found = await deps.subscriptions.of(ask.subscription);
  if (found === undefined) return null;
  const { england } = await lookAtAlerts(deps, moment);
  return placeOfSubscription(found, england);
}

/** `/subscriptions/:subscription`: one, with the forms that change and end it. */
const subscriptionRoute = reading({
  path: '/subscriptions/:subscription',
  about: 'One subscription: who is told, of what, and how soon',
  ask: Ask,
  action: 'subscribe',
  on: resourceOf,
  answers: SubscriptionSays,
  answer: answerOf,
  page: (answer, { query }) => subscriptionView(answer, query, null),
});

async function answerOf(
  { subscriptions }: WebDeps,
  { ask }: Pick<Asked<Ask>, 'ask'>,
): Promise<Answer<SubscriptionSays> | null> {
  const found = await subscriptions.of(ask.subscription);
  if (found === undefined) return null;
  const suppressed = await subscriptions.suppressed();
  const { channel } = found;
  const says = {
    id: found.id,
    is_stopped:
      channel.type === 'email' && suppressed.get(channel.to.toLowerCase())?.why === 'bounce',
    is_of_practice: found.audience === 'practice',
    ended_on: found.endedOn,
    since: found.since,
    says_nothing_new: found.saysNothingNew,
    paces: found.paces,
  };
  return { says, tables: [subscriptionTable([found], suppressed)] };
}

async function again(deps: WebDeps, asked: Asked<Ask>, tried: Tried): Promise<View> {
  return subscriptionView((await answerOf(deps, asked))!, asked.query, tried);
}

const COMPLAINED = {
  field: null,
  says: 'Somebody marked mail to this address as unwanted: only whoever runs the service takes that back.',
};
const NO_ADDRESS = { field: null, says: 'A webhook has no address that mail comes back from.' };
const ENDED = { field: null, says: 'This subscription has ended. Add a new one instead.' };

/** `POST /subscriptions/:subscription/change`: other paces. */
const changeRoute = doing({
  path: '/subscriptions/:subscription/change',
  about: 'Changes how soon a subscription is told of what',
  ask: Ask,
  action: 'subscribe',
  on: resourceOf,
  form: z.object(PaceFields),
  async act(deps, asked, chosen) {
    const found = (await deps.subscriptions.of(asked.ask.subscription))!;
    const changed = { ...found, paces: pacesChosen(chosen, found.paces) };
    if (found.endedOn !== null || (await deps.subscriptions.save(changed)) === 'ended') {
      return { wrong: [ENDED] };
    }
    return {
      to: `/subscriptions/${found.id}?done=changed`,
      says: { id: found.id, paces: changed.paces },
      audit: await auditOf(deps, asked, 'changed-subscription'),
    };
  },
  again,
});

/** `POST /subscriptions/:subscription/end`: nothing is sent any more. */
const endRoute = doing({
  path: '/subscriptions/:subscription/end',
  about: 'Ends a subscription: nothing is sent for it any more',
  ask: Ask,
  action: 'subscribe',
  on: resourceOf,
  form: z.object({}),
  async act(deps, asked) {
    const found = (await deps.subscriptions.of(asked.ask.subscription))!;
    const endedOn = found.endedOn ?? londonDay(asked.moment);
    if (found.endedOn === null) await deps.subscriptions.save({ ...found, endedOn });
    return {
      to: '/subscriptions?done=ended',
      says: { id: found.id, ended_on: endedOn },
      audit: await auditOf(deps, asked, 'ended-subscription'),
    };
  },
  again,
});

/** `POST /subscriptions/:subscription/works`: its address takes mail again. */
const worksRoute = doing({
  path: '/subscriptions/:subscription/works',
  about: 'Says that the address of a subscription takes mail again, after mail had come back',
  ask: Ask,
  action: 'subscribe',
  on: resourceOf,
  form: z.object({}),
  async act(deps, asked) {
    const { id, channel, endedOn } = (await deps.subscriptions.of(asked.ask.subscription))!;
    if (channel.type !== 'email') return { wrong: [NO_ADDRESS] };
    if (endedOn !== null) return { wrong: [ENDED] };
    const suppressed = (await deps.subscriptions.suppressed()).get(channel.to.toLowerCase());
    if (suppressed?.why === 'complaint') return { wrong: [COMPLAINED] };
    await deps.subscriptions.release(channel.to.toLowerCase());
    return {
      to: `/subscriptions/${id}?done=works`,
      says: { id },
      audit: await auditOf(deps, asked, 'released-address'),
    };
  },
  again,
});

async function auditOf(
  deps: WebDeps,
  asked: Asked<Ask>,
  did: 'changed-subscription' | 'ended-subscription' | 'released-address',
) {
  const place = await resourceOf(deps, asked);
  return { did, what: asked.ask.subscription, icb: place === null ? null : icbOfPlace(place) };
}

export const oneSubscriptionRoutes = [subscriptionRoute, changeRoute, endRoute, worksRoute];
