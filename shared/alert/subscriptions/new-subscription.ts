import * as z from 'zod';
import { PracticeCodeSchema } from '../../practice/code.ts';
import type { Channel, Scope, Subscription } from '../subscription.ts';
import { pacesIn, samePace } from './with-paces.ts';

/** What a subscription is made from; id, token and secret are made up outside, as nothing here is random. */
export type Wanted = Pick<
  Subscription,
  'id' | 'token' | 'audience' | 'saysNothingNew' | 'since'
> & {
  readonly channel:
    | { readonly type: 'email'; readonly to: string }
    | { readonly type: 'webhook'; readonly url: string };
  /** What a webhook's messages are signed with. */
  readonly secret: string;
  readonly scope: Scope;
  /** As `all=weekly,stalled=immediate`; missing: a commissioner hears weekly, a practice at once. */
  readonly paces?: string;
  /** A webhook may be on this machine: never in the cloud. */
  readonly allowLocal: boolean;
};

type Refused = { readonly refused: string };

/** Makes a subscription, or says in plain English why not and what to write instead. */
export function newSubscription(wanted: Wanted): Subscription | Refused {
  const { id, token, audience, saysNothingNew, since } = wanted;
  const channel = channelOf(wanted);
  if ('refused' in channel) return channel;
  const scope = scopeOf(wanted);
  if ('refused' in scope) return scope;
  const usual = samePace(audience === 'practice' ? 'immediate' : 'weekly');
  const paces = wanted.paces === undefined ? usual : pacesIn(wanted.paces, usual);
  if ('refused' in paces) return paces;
  return { id, channel, audience, scope, paces, saysNothingNew, since, token, endedOn: null };
}

function channelOf({ channel, secret, allowLocal }: Wanted): Channel | Refused {
  if (channel.type === 'email') {
    const to = z.email().safeParse(channel.to.trim());
    if (to.success) return { type: 'email', to: to.data };
    return {
      refused: `${channel.to === '' ? 'An empty field' : `"${channel.to}"`} is no e-mail address. Write one such as name@example.nhs.uk.`,
    };
  }
  const url = channel.url.trim();
  const isReadable = URL.canParse(url) && !/[\p{Cc}\s]/u.test(url);
  const why = isReadable ? urlRefusal(new URL(url), allowLocal) : 'it cannot be read';
  if (why === null) return { type: 'webhook', url, secret };
  return {
    refused: `The webhook's address is refused: ${why}. Write one such as https://example.nhs.uk/alerts.`,
  };
}

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);

function urlRefusal(
  { protocol, hostname, username, password }: URL,
  allowLocal: boolean,
): string | null {
  if (username !== '' || password !== '') return 'it holds a user name or a password';
  const host = hostname.replace(/\.$/, '');
  const isLocal = LOCAL.has(host);
  if (isLocal ? !allowLocal : isPrivate(host)) return 'it leads into a private network';
  if (protocol === 'https:' || (protocol === 'http:' && isLocal)) return null;
  return 'it is not https';
}

/** Addresses written as numbers that lead nowhere outside; names are looked at when something is sent. */
function isPrivate(hostname: string): boolean {
  const four = /^(\d+)\.(\d+)\.\d+\.\d+$/.exec(hostname);
  if (four !== null) {
    const [a, b] = [Number(four[1]), Number(four[2])];
    return (
      a === 10 ||
      a === 127 ||
      a === 0 ||
      a >= 224 ||
      (a === 172 && b >= 16 && b <= 31) ||
      (a === 192 && b === 168) ||
      (a === 169 && b === 254) ||
      (a === 100 && b >= 64 && b <= 127)
    );
  }
  return /^\[(::|64:ff9b:|f[cdf]|fe[89ab])|(^|\.)localhost$/.test(hostname);
}

function scopeOf({ scope, audience }: Wanted): Scope | Refused {
  if (audience === 'practice' && (scope.type !== 'practices' || scope.codes.length !== 1)) {
    return { refused: 'A practice is subscribed to itself alone: name one practice.' };
  }
  if (scope.type === 'practices') {
    const codes = scope.codes.map((code) => code.trim().toUpperCase() as typeof code);
    const bad = codes.find((code) => !PracticeCodeSchema.safeParse(code).success);
    if (scope.codes.length === 0) return { refused: 'Name at least one practice, such as A81001.' };
    if (bad !== undefined)
      return { refused: `"${bad}" is no practice code. Write one such as A81001.` };
    return { ...scope, codes: [...new Set(codes)].sort() };
  }
  const code = scope.code.trim().toUpperCase();
  if (/^[A-Z0-9]{3,6}$/.test(code)) return { ...scope, code };
  return {
    refused: `"${scope.code}" is no code of a place. Write it as in the coverage table, such as QHM.`,
  };
}
