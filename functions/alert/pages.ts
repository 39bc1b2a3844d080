import { hash, timingSafeEqual } from 'node:crypto';
import type { Episode } from '../../shared/alert/episode.ts';
import { covers, isStepOf, scopeTold } from '../../shared/alert/pages/covers.ts';
import { episodePage } from '../../shared/alert/pages/episode-page.ts';
import { PAGE_STYLE, type Page, pageHtml } from '../../shared/alert/pages/page.ts';
import {
  endedPage,
  notAllowedPage,
  notFoundPage,
  unsubscribePage,
} from '../../shared/alert/pages/unsubscribe.ts';
import type { Subscription } from '../../shared/alert/subscription.ts';
import { type Instant, londonDay } from '../../shared/calendar/day.ts';
import { POLICY, policyInForce } from '../../shared/policy/timeline.ts';
import type { Deliveries, Episodes, Subscriptions } from '../../shared/store/alert-ports.ts';

type Deps = {
  readonly subscriptions: Pick<Subscriptions, 'of' | 'save'>;
  readonly episodes: Pick<Episodes, 'of'>;
  readonly deliveries: Pick<Deliveries, 'ofSubscription'>;
  readonly now: () => Instant;
};

/**
 * The pages that messages lead to: `/unsubscribe/<subscription>/<token>`, where a GET shows and a POST ends
 * (with any body, so RFC 8058's too), and `/alert/<subscription>/<token>/<episode>` for an episode that the
 * subscription covers, or was told of: a place that was reorganised is not the episode's any more. A wrong token, an unknown id and an episode of elsewhere are answered alike, with
 * 404. Throws only where a store does.
 */
export function alertPages(deps: Deps): (request: Request) => Promise<Response> {
  return async (request) => {
    const [kind, id, token, episode, ...more] = partsOf(request);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const isEnd = kind === 'unsubscribe' && request.method === 'POST';
    if (!isRead && !isEnd) return answer(405, notAllowedPage());
    const subscription = await provenBy(deps, id, token);
    if (subscription === undefined || more.length > 0) return NOT_FOUND();
    if (kind === 'unsubscribe' && episode === undefined) {
      return isEnd ? end(deps, subscription) : answer(200, unsubscribing(subscription));
    }
    if (kind !== 'alert' || episode === undefined) return NOT_FOUND();
    return show(deps, subscription, episode);
  };
}

const NOT_FOUND = () => answer(404, notFoundPage());

/** No id or token is longer; a store would break down on a key of thousands of letters. */
const LONGEST_PART = 100;

/** The parts of the path, decoded; what cannot be decoded, or is too long to be ours, leads nowhere. */
function partsOf({ url }: Request): readonly string[] {
  try {
    const parts = new URL(url).pathname.slice(1).split('/').map(decodeURIComponent);
    return parts.some((part) => part.length > LONGEST_PART) ? [] : parts;
  } catch {
    return [];
  }
}

/** What an unknown subscription is compared with, so that it takes as long as a known one. */
const NO_TOKEN = '';

async function provenBy(
  { subscriptions }: Deps,
  id = '',
  token = '',
): Promise<Subscription | undefined> {
  const found = id === '' ? undefined : await subscriptions.of(id);
  const isRight = timingSafeEqual(digest(token), digest(found?.token ?? NO_TOKEN));
  return isRight && found !== undefined ? found : undefined;
}

/** Of one length whatever it is made of, as the comparison wants it. */
function digest(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

function unsubscribing(subscription: Subscription): Page {
  return subscription.endedOn === null ? unsubscribePage(subscription) : endedPage(subscription);
}

async function end({ subscriptions, now }: Deps, subscription: Subscription): Promise<Response> {
  if (subscription.endedOn !== null) return answer(200, endedPage(subscription));
  const ended = { ...subscription, endedOn: londonDay(now()) };
  await subscriptions.save(ended);
  return answer(200, endedPage(ended));
}

async function show(deps: Deps, subscription: Subscription, id: string): Promise<Response> {
  if (subscription.endedOn !== null) return NOT_FOUND();
  const episode = await deps.episodes.of(id);
  if (episode === undefined) return NOT_FOUND();
  const sees = await seesOf(deps, subscription, episode);
  if (sees === 'nothing') return NOT_FOUND();
  const on = londonDay(deps.now());
  const { ladder } = policyInForce({ rulesAt: on, validAt: on });
  const withActs = sees === 'all' && subscription.audience === 'commissioner';
  return answer(200, episodePage({ episode, withActs, on, ladder, entries: POLICY }));
}

/**
 * What a subscription sees of an episode: all of one that it covers, by its own scope or by the place that it
 * was told it covers instead; of another that it was told of, what anybody may know.
 */
async function seesOf(
  { deliveries }: Deps,
  { id, scope }: Subscription,
  episode: Episode,
): Promise<'all' | 'found' | 'nothing'> {
  if (covers(scope, episode)) return 'all';
  const sent = await deliveries.ofSubscription(id);
  const followed = scopeTold(sent);
  if (followed !== null && covers(followed, episode)) return 'all';
  const isTold = sent.some(({ tells }) => tells.some((key) => isStepOf(episode.id, key)));
  return isTold ? 'found' : 'nothing';
}

function answer(status: number, page: Page): Response {
  const allow: Record<string, string> = status === 405 ? { allow: 'GET, HEAD, POST' } : {};
  return new Response(pageHtml(page), { status, headers: { ...HEADERS, ...allow } });
}

const STYLE_HASH = hash('sha256', PAGE_STYLE, 'base64');

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  // The address holds the token: no other site is told it.
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
};
