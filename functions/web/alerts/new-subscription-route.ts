import { randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Member } from '../../../shared/access/member.ts';
import type { Scope, Subscription } from '../../../shared/alert/subscription.ts';
import { newSubscription } from '../../../shared/alert/subscriptions/new-subscription.ts';
import { samePace } from '../../../shared/alert/subscriptions/with-paces.ts';
import { newSecret } from '../../../shared/alert/webhooks/secret.ts';
import { hasPatientData } from '../../../shared/intake/patient-data/screen.ts';
import type { WebDeps } from '../deps.ts';
import { type Asked, type Done, doing, reading, type Tried, type Wrong } from '../route.ts';
import { lookAtAlerts } from './look.ts';
import { newSubscriptionView, secretView } from './new-subscription-page.ts';
import { PaceFields, pacesChosen } from './pace-fields.ts';
import { icbOfPlace, maySubscribe, placeOfSubscription } from './subscription-place.ts';

const NO_ASK = z.object({});
const own = async () => ({ kind: 'own' as const });

const Says = z.object({
  icb: z.string().nullable().describe('The ICB that a subscription is about by itself'),
});

/** `/subscriptions/new`: the form for one more. */
const formRoute = reading({
  path: '/subscriptions/new',
  about: 'What a new subscription is made from; send it to /subscriptions',
  ask: NO_ASK,
  action: 'subscribe',
  on: own,
  answers: Says,
  answer: async (_, { member }) => ({ says: { icb: icbOf(member) }, tables: [] }),
  page: ({ says }) => newSubscriptionView(says.icb, null),
});

const ABOUT = ['icb', 'sub-icb', 'pcn', 'practices', 'practice'] as const;
const typed = (most: number) =>
  z.string().trim().max(most, `Keep it to ${most} characters`).optional().default('');

const Form = z.object({
  to: typed(1000).describe('An email address, or the https address of a system: a webhook'),
  about: z.enum(ABOUT, 'Choose what it is about'),
  codes: typed(500).describe('The code of the place, or the codes of practices'),
  quiet: z.literal(['yes', '']).optional().describe('yes: no digest when there is nothing to say'),
  ...PaceFields,
});
type Form = z.output<typeof Form>;

/** `POST /subscriptions`: one more. */
const addRoute = doing({
  path: '/subscriptions',
  about: 'Subscribes an address, or a system, to the alerts of a place',
  ask: NO_ASK,
  action: 'subscribe',
  on: own,
  form: Form,
  act: add,
  again: async (_, { member }: Asked, tried: Tried) => newSubscriptionView(icbOf(member), tried),
});

async function add(deps: WebDeps, asked: Asked, form: Form): Promise<Done | Wrong> {
  const wanted = subscriptionFrom(form, deps);
  if ('wrong' in wanted) return wanted;
  const icb = icbOf(asked.member);
  const made: Subscription = icb === null ? wanted : { ...wanted, icb };
  const { england } = await lookAtAlerts(deps, asked.moment);
  if (!maySubscribe(asked.member, { scope: made.scope }, england)) {
    return wrongIn('codes', 'This is no place of yours. Write the code of one that you oversee.');
  }
  await deps.subscriptions.save(made);
  const { id, channel } = made;
  const secret = channel.type === 'webhook' ? channel.secret : null;
  return {
    to: secret === null ? `/subscriptions/${id}?done=added` : secretView(id, secret),
    says: { id, ...(secret !== null && { secret }) },
    audit: { did: 'subscribed', what: id, icb: icbOfPlace(placeOfSubscription(made, england)) },
  };
}

/** The subscription that a form asks for, or what is wrong with it and where. */
function subscriptionFrom(form: Form, { address, today }: WebDeps): Subscription | Wrong {
  const { to, about, codes } = form;
  if (hasPatientData(to) || hasPatientData(codes)) {
    return wrongIn(null, 'What you wrote seems to hold patient data, which is not kept.');
  }
  const scope = scopeOf(about, codes);
  if (scope === null) return wrongIn('codes', 'Write the code of the place, such as QHM.');
  const audience = about === 'practice' ? 'practice' : 'commissioner';
  const made = newSubscription({
    id: `sub-${randomBytes(4).toString('hex')}`,
    token: randomUUID().replaceAll('-', ''),
    secret: newSecret(randomBytes(24)),
    channel: to.includes('://') ? { type: 'webhook', url: to } : { type: 'email', to },
    audience,
    scope,
    saysNothingNew: form.quiet !== 'yes',
    since: today(),
    allowLocal: isOnThisMachine(address),
  });
  if ('refused' in made) {
    return wrongIn(/e-mail|webhook/.test(made.refused) ? 'to' : 'codes', made.refused);
  }
  const usual = samePace(audience === 'practice' ? 'immediate' : 'weekly');
  return { ...made, paces: audience === 'practice' ? usual : pacesChosen(form, usual) };
}

function scopeOf(about: Form['about'], codes: string): Scope | null {
  const named = codes.split(/[\s,;]+/).filter((code) => code !== '');
  if (named.length === 0) return null;
  if (about !== 'practices' && about !== 'practice') return { type: about, code: codes };
  return { type: 'practices', codes: named.map((code) => code.toUpperCase() as never) };
}

function wrongIn(field: string | null, says: string): Wrong {
  return { wrong: [{ field, says }] };
}

/** Only where the app itself is on one machine may it tell systems on that machine. */
function isOnThisMachine(address: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname);
}

function icbOf({ scope }: Pick<Member, 'scope'>): string | null {
  return scope.type === 'icb' ? scope.code : null;
}

export const newSubscriptionRoutes = [formRoute, addRoute];
