import type { Episode } from '../../../shared/alert/episode.ts';
import type { Delivery, Message } from '../../../shared/alert/message.ts';
import { RULES, type Rule } from '../../../shared/alert/rule.ts';
import type { Subscription } from '../../../shared/alert/subscription.ts';
import { type Day, day, instant } from '../../../shared/calendar/day.ts';
import type { PracticeCode } from '../../../shared/practice/code.ts';

const TOLD_ON = day('2023-11-06');
export const SIX_PM = instant('2023-11-06T18:00:00.000Z');

/** The n-th message of a subscription, to the subscription's own address. */
export function messageOf(n = 1, change: Partial<Message> = {}): Message {
  const subscription = change.subscription ?? 'qhm-team';
  return {
    id: `notice-${subscription}-${String(n).padStart(16, '0')}`,
    subscription,
    channel: { type: 'email', to: `${subscription}@icb.example` },
    kind: 'notice',
    on: TOLD_ON,
    subject: `Alert ${n}: no progress`,
    text: `No progress since 4 October 2023 (${n}).`,
    html: `<!doctype html><title>Alert</title><p>No progress since 4 October 2023 (${n}).</p>`,
    json: { alert: n },
    tells: [`A81001-stalled-${n}@step-1`],
    unsubscribe: null,
    ...change,
  };
}

export function subscriptionOf(change: Partial<Subscription> = {}): Subscription {
  const id = change.id ?? 'qhm-team';
  return {
    id,
    channel: { type: 'email', to: `${id}@icb.example` },
    audience: 'commissioner',
    scope: { type: 'icb', code: 'QHM' },
    paces: Object.fromEntries(RULES.map((rule) => [rule, 'weekly'])) as Subscription['paces'],
    saysNothingNew: true,
    since: day('2023-10-01'),
    token: '0123456789abcdef',
    endedOn: null,
    ...change,
  };
}

export function deliveryOf(change: Partial<Delivery> = {}): Delivery {
  const message = messageOf();
  const { id, subscription, kind, on, subject, tells } = message;
  const about = { id, subscription, kind, on, subject, tells, message };
  const fresh = { state: 'begun', at: SIX_PM, tries: 1, version: 1 } as const;
  return { ...about, ...fresh, notBefore: null, why: null, providerId: null, ...change };
}

/** An episode of a practice, open unless `closedOn` is told. */
export function episodeOf({
  practice = 'A81001',
  rule = 'stalled' as Rule,
  number = 1,
  version = 1,
  closedOn = null as string | null,
}): Episode {
  const on = (text: string): Day => day(text);
  return {
    id: `${practice}-${rule}-${number}`,
    number,
    alert: {
      practice: practice as PracticeCode,
      rule,
      since: on('2023-10-04'),
      from: on('2023-11-01'),
      because: 'Nothing has changed since 4 October 2023.',
      closedBy: 'A return that says more.',
      proof: { facts: ['f1'], entries: ['stalled-weeks'] },
    },
    about: { name: null, patients: 9_000, region: null, icb: 'QHM', subIcb: null, pcn: null },
    openedOn: on('2023-11-06'),
    openedAt: SIX_PM,
    noticedOn: on('2023-11-06'),
    reopens: null,
    passedFrom: [],
    closed:
      closedOn === null
        ? null
        : { on: on(closedOn), at: SIX_PM, why: 'mended', words: 'It is mended.', passedTo: null },
    acts: [{ act: 'acknowledged', at: SIX_PM, by: 'Priya', note: null }],
    version,
  };
}
