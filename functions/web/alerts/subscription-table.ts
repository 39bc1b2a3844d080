import { RULE_WORDS, RULES } from '../../../shared/alert/rule.ts';
import type { Pace, Subscription } from '../../../shared/alert/subscription.ts';
import { nameOfScope } from '../../../shared/alert/subscriptions/name-of-scope.ts';
import type { Column, Row, Table } from '../../../shared/coverage/table.ts';
import type { Suppression } from '../../../shared/store/alert-ports.ts';

const COLUMNS = [
  { key: 'subscription', heading: 'Subscription', holds: 'code' },
  { key: 'to', heading: 'Who is told', holds: 'text' },
  { key: 'channel', heading: 'How', holds: 'text' },
  { key: 'about', heading: 'About', holds: 'text' },
  { key: 'audience', heading: 'As', holds: 'text' },
  { key: 'paces', heading: 'How soon', holds: 'text' },
  { key: 'since', heading: 'Since', holds: 'day' },
  { key: 'state', heading: 'State', holds: 'text' },
  { key: 'ended_on', heading: 'Ended', holds: 'day' },
] as const satisfies readonly Column[];

type Suppressed = ReadonlyMap<string, Suppression>;

/** Subscriptions, a row each; never what they prove themselves or sign with. */
export function subscriptionTable(
  subscriptions: readonly Subscription[],
  suppressed: Suppressed,
): Table {
  return {
    name: 'subscriptions',
    title: 'Subscriptions',
    says: 'A row is one address or system that is told of alerts.',
    columns: COLUMNS,
    rows: subscriptions.map((one) => subscriptionRow(one, suppressed)),
  };
}

function subscriptionRow(subscription: Subscription, suppressed: Suppressed): Row {
  const { id, channel, scope, audience, paces, since, endedOn } = subscription;
  return {
    subscription: id,
    to: channel.type === 'email' ? channel.to : channel.url,
    channel: channel.type === 'email' ? 'Email' : 'Webhook',
    about: capital(nameOfScope(scope)),
    audience: audience === 'practice' ? 'The practice itself' : 'Commissioner',
    paces: audience === 'practice' ? 'At once' : pacesInWords(paces),
    since,
    state: stateInWords(subscription, suppressed),
    ended_on: endedOn,
  };
}

function stateInWords({ channel, endedOn }: Subscription, suppressed: Suppressed): string {
  if (endedOn !== null) return 'Ended';
  const why = channel.type === 'email' ? suppressed.get(channel.to.toLowerCase())?.why : undefined;
  if (why === undefined) return 'In force';
  return why === 'bounce' ? 'Stopped: mail came back' : 'Stopped: marked as unwanted';
}

/** How soon each kind of alert is told, as people choose it. */
export const PACE_WORDS: Readonly<Record<Pace, string>> = {
  immediate: 'At once',
  weekly: 'In the weekly digest',
  none: 'Not at all',
};

/** `Weekly; at once: No progress`. */
function pacesInWords(paces: Subscription['paces']): string {
  const by = (pace: Pace) =>
    RULES.filter((rule) => paces[rule] === pace).map((rule) => RULE_WORDS[rule]);
  const [immediate, none] = [by('immediate'), by('none')];
  if (immediate.length === RULES.length) return 'All at once';
  if (none.length === RULES.length) return 'Nothing';
  return [
    'Weekly',
    ...(immediate.length === 0 ? [] : [`at once: ${immediate.join(', ')}`]),
    ...(none.length === 0 ? [] : [`not: ${none.join(', ')}`]),
  ].join('; ');
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
