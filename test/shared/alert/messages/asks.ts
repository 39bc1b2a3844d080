import {
  type Act,
  ActSchema,
  type Episode,
  EpisodeSchema,
} from '../../../../shared/alert/episode.ts';
import type { Links } from '../../../../shared/alert/messages/links.ts';
import { RULES, type Rule } from '../../../../shared/alert/rule.ts';
import { type Subscription, SubscriptionSchema } from '../../../../shared/alert/subscription.ts';
import type { LastDigest } from '../../../../shared/alert/told.ts';
import { day, instant } from '../../../../shared/calendar/day.ts';
import { policyInForce } from '../../../../shared/policy/timeline.ts';

/** The Monday on which every message of these tests is written. */
export const ON = day('2023-12-04');

export type Opened = {
  code?: string;
  name?: string | null;
  rule?: Rule;
  number?: number;
  openedOn?: string;
  patients?: number | null;
  because?: string;
  acts?: readonly Act[];
  closed?: { on: string; why?: string; words: string; passedTo?: string };
};

/** An alert of A81001 without progress, opened on Thursday 30 November 2023 unless told otherwise. */
export function episode(over: Opened = {}): Episode {
  const { code = 'A81001', rule = 'stalled', number = 1, openedOn = '2023-11-30' } = over;
  return EpisodeSchema.parse({
    id: `${code}-${rule}-${number}`,
    number,
    alert: {
      practice: code,
      rule,
      since: '2023-10-02',
      from: openedOn,
      because: over.because ?? 'Nothing has arrived since 2 October 2023.',
      closedBy: 'A plan, or an extract that shows it live.',
      proof: { facts: [], entries: [] },
    },
    about: {
      name: over.name === undefined ? 'MADE-UP SURGERY' : over.name,
      patients: over.patients === undefined ? 8000 : over.patients,
      region: 'Y63',
      icb: 'QHM',
      subIcb: '16C',
      pcn: null,
    },
    openedOn,
    openedAt: `${openedOn}T18:00:00.000Z`,
    noticedOn: openedOn,
    reopens: number > 1 ? `${code}-${rule}-${number - 1}` : null,
    passedFrom: [],
    closed:
      over.closed === undefined
        ? null
        : {
            why: 'live',
            passedTo: null,
            at: `${over.closed.on}T18:00:00.000Z`,
            ...over.closed,
          },
    acts: over.acts ?? [],
    version: 1,
  });
}

/** What Jo Brown did on 1 December 2023. */
export function act(over: Record<string, unknown>): Act {
  return ActSchema.parse({ at: '2023-12-01T10:00:00.000Z', by: 'Jo Brown', note: null, ...over });
}

const LINKS: Links = { episode: () => null, unsubscribe: null, all: null, submit: null };

/** Links as where a web address is known. */
export const ADDRESSES: Links = {
  episode: (id) => `https://rollout.example/alerts/${id}`,
  unsubscribe: 'https://rollout.example/end?s=one&t=token',
  all: 'https://rollout.example/alerts?icb=QHM',
  submit: 'https://rollout.example/send',
};

export function subscription(over: Partial<Subscription> = {}): Subscription {
  return SubscriptionSchema.parse({
    id: 'one',
    channel: { type: 'email', to: 'access@icb.example' },
    audience: 'commissioner',
    scope: { type: 'icb', code: 'QHM' },
    paces: Object.fromEntries(RULES.map((rule) => [rule, 'weekly'])),
    saysNothingNew: true,
    since: '2023-01-02',
    token: '0123456789abcdef',
    endedOn: null,
    ...over,
  });
}

/** To a commissioner of an ICB, with no web address known, of real practices. */
export function addressed() {
  return {
    subscription: subscription(),
    on: ON,
    cover: 'NHS Example ICB (QHM)',
    links: LINKS,
    madeUp: false,
    ladder: policyInForce({ validAt: ON, rulesAt: ON }).ladder,
  };
}

/** A digest that went out at ten in the morning of its Monday. */
export function digestOn(monday: string): LastDigest {
  const week = day(monday);
  return { week, on: week, knownAt: instant(`${week}T10:00:00Z`) };
}

/** The second digest of a subscription, a week after the first. */
export function digestAsk(episodes: readonly Episode[], closed: readonly Episode[] = []) {
  const knownAt = instant(`${ON}T10:00:00Z`);
  return {
    ...addressed(),
    week: ON,
    knownAt,
    since: digestOn('2023-11-27'),
    episodes,
    closed,
    headline: null,
  };
}
