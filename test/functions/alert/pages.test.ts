import { beforeEach, describe, expect, test } from 'vitest';
import { linksBeneath } from '../../../functions/alert/links.ts';
import { alertPages } from '../../../functions/alert/pages.ts';
import type { Episode } from '../../../shared/alert/episode.ts';
import type { Delivery } from '../../../shared/alert/message.ts';
import type { Scope, Subscription } from '../../../shared/alert/subscription.ts';
import { day, instant } from '../../../shared/calendar/day.ts';
import type { PracticeCode } from '../../../shared/practice/code.ts';
import { deliveryOf, episodeOf, subscriptionOf } from '../../shared/alert/deliveries.ts';

const TOKEN = '0123456789abcdef';
const EPISODE = 'A81001-stalled-1';

let kept: Map<string, Subscription>;
let episodes: Map<string, Episode>;
let sent: Delivery[];
let pages: ReturnType<typeof alertPages>;
beforeEach(() => {
  sent = [];
  kept = new Map([['qhm-team', subscriptionOf({})]]);
  episodes = new Map([
    [EPISODE, episodeOf({})],
    ['A81002-stalled-1', inIcb(episodeOf({ practice: 'A81002' }), 'QOQ')],
  ]);
  pages = alertPages({
    subscriptions: {
      of: async (id) => kept.get(id),
      save: async (subscription) => {
        kept.set(subscription.id, subscription);
        return 'saved';
      },
    },
    episodes: { of: async (id) => episodes.get(id) },
    deliveries: { ofSubscription: async () => sent },
    now: () => instant('2023-12-05T23:30:00Z'),
  });
});

const inIcb = (episode: Episode, icb: string): Episode => ({
  ...episode,
  about: { ...episode.about, icb },
});

async function asked(path: string, init: RequestInit = {}) {
  const response = await pages(new Request(`https://pages.example${path}`, init));
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const UNSUBSCRIBE = `/unsubscribe/qhm-team/${TOKEN}`;
const LOOK = `/alert/qhm-team/${TOKEN}/${EPISODE}`;

describe('ending a subscription', () => {
  test('opening the link shows what will end and a button, and ends nothing', async () => {
    const page = await asked(UNSUBSCRIBE);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Practices of the ICB QHM');
    expect(page.text).toContain('<form method="post"><button');
    expect(page.text).not.toContain('<script');
    expect(kept.get('qhm-team')?.endedOn).toBeNull();
  });

  test.each([
    { what: 'the button', init: { method: 'POST', body: '' } },
    {
      what: 'a mail program by itself (RFC 8058)',
      init: { method: 'POST', body: new URLSearchParams('List-Unsubscribe=One-Click') },
    },
  ])('$what ends it', async ({ init }) => {
    const page = await asked(UNSUBSCRIBE, init);
    expect(page.status).toBe(200);
    expect(page.text).toContain('They ended on 5 December 2023');
    expect(kept.get('qhm-team')?.endedOn).toBe('2023-12-05');
  });

  test('once it has ended the link says so, and the day stays', async () => {
    kept.set('qhm-team', subscriptionOf({ endedOn: day('2023-11-20') }));
    for (const method of ['GET', 'POST']) {
      const page = await asked(UNSUBSCRIBE, { method });
      expect(page.text).toContain('They ended on 20 November 2023');
      expect(page.text).toContain('To start again');
      expect(page.text).not.toContain('<form');
    }
    expect(kept.get('qhm-team')?.endedOn).toBe('2023-11-20');
  });

  test('shows neither the address nor the token', async () => {
    const { text } = await asked(UNSUBSCRIBE);
    expect(text).not.toContain('@icb.example');
    expect(text).not.toContain(TOKEN);
  });
});

describe('looking at an alert', () => {
  test('shows what was found, since when, what was done, its proof and what would close it', async () => {
    const episode = episodeOf({});
    const proof = { facts: ['up-1:4'], entries: ['ladder-step-2', 'gone-entry'] };
    const alert = { ...episode.alert, proof };
    const about = { ...episode.about, name: 'MADE-UP <SURGERY> & CO' };
    episodes.set(EPISODE, { ...episode, alert, about });
    const { status, text } = await asked(LOOK);
    expect(status).toBe(200);
    for (const words of [
      'MADE-UP &lt;SURGERY&gt; &amp; CO (A81001)',
      'No progress',
      'Nothing has changed since 4 October 2023.',
      'A return that says more.',
      'Acknowledged by Priya on 6 November 2023.',
      '<dd>9,000</dd>',
      'up-1:4',
      'The second chaser follows 4 weeks after the first notice. Reached on 4 December 2023.',
      'Not yet: due on 29 January 2024.',
      'gone-entry',
    ]) {
      expect(text).toContain(words);
    }
  });

  test('of a closed episode says why it closed, and no step that is to come', async () => {
    episodes.set(EPISODE, episodeOf({ closedOn: '2023-11-20' }));
    const { text } = await asked(LOOK);
    expect(text).toContain('Closed on 20 November 2023');
    expect(text).toContain('It is mended.');
    expect(text).not.toContain('Not yet');
  });

  test('a practice sees its alert, and not what commissioners noted', async () => {
    const scope: Scope = { type: 'practices', codes: ['A81001' as PracticeCode] };
    kept.set('qhm-team', subscriptionOf({ audience: 'practice', scope }));
    const { status, text } = await asked(LOOK);
    expect(status).toBe(200);
    expect(text).not.toContain('Priya');
  });
});

describe('who may see what', () => {
  const about = { region: 'Y63', icb: 'QHM', subIcb: '16C', pcn: 'U12345' };
  const A81001 = 'A81001' as PracticeCode;
  test.each<{ scope: Scope; sees: boolean }>([
    { scope: { type: 'icb', code: 'QHM' }, sees: true },
    { scope: { type: 'icb', code: '16C' }, sees: false },
    { scope: { type: 'sub-icb', code: '16C' }, sees: true },
    { scope: { type: 'sub-icb', code: 'QHM' }, sees: false },
    { scope: { type: 'pcn', code: 'U12345' }, sees: true },
    { scope: { type: 'pcn', code: 'U99999' }, sees: false },
    { scope: { type: 'practices', codes: [A81001] }, sees: true },
    { scope: { type: 'practices', codes: ['A81002' as PracticeCode] }, sees: false },
  ])('a subscription about $scope sees it: $sees', async ({ scope, sees }) => {
    const episode = episodeOf({});
    episodes.set(EPISODE, { ...episode, about: { ...episode.about, ...about } });
    kept.set('qhm-team', subscriptionOf({ scope }));
    expect((await asked(LOOK)).status).toBe(sees ? 200 : 404);
  });

  describe('after a reorganisation', () => {
    const told = (on: string, ...tells: string[]) => deliveryOf({ on: day(on), tells });
    test.each<{ what: string; sent: () => Delivery[]; sees: 'all' | 'found' | 'nothing' }>([
      { what: 'no notice', sent: () => [], sees: 'nothing' },
      {
        what: 'a notice that the ICB follows',
        sent: () => [told('2026-04-06', 'cover:icb:QHM')],
        sees: 'all',
      },
      {
        what: 'an older such notice',
        sent: () => [told('2026-04-13', 'cover:icb:QXX'), told('2026-04-06', 'cover:icb:QHM')],
        sees: 'nothing',
      },
      {
        what: 'a notice of practices that were there',
        sent: () => [told('2026-04-06', 'cover:icb:QOLD:was-in:QHM')],
        sees: 'nothing',
      },
      {
        what: 'a notice of the alert itself',
        sent: () => [told('2023-11-06', `${EPISODE}@step-1`)],
        sees: 'found',
      },
      {
        what: 'a notice of another alert',
        sent: () => [told('2023-11-06', `${EPISODE}0@step-1`)],
        sees: 'nothing',
      },
    ])('$what shows $sees of it', async (story) => {
      kept.set('qhm-team', subscriptionOf({ scope: { type: 'icb', code: 'QOLD' } }));
      sent = story.sent();
      const { status, text } = await asked(LOOK);
      expect(status).toBe(story.sees === 'nothing' ? 404 : 200);
      expect(text.includes('Priya')).toBe(story.sees === 'all');
    });
  });

  test('whatever is wrong, the answer is the very same', async () => {
    kept.set('ended', subscriptionOf({ id: 'ended', endedOn: day('2023-11-20') }));
    const wrong = [
      `/unsubscribe/qhm-team/${TOKEN.slice(0, -1)}`,
      `/unsubscribe/qhm-team/${TOKEN}0`,
      '/unsubscribe/qhm-team/',
      '/unsubscribe/qhm-team',
      `/unsubscribe/unknown/${TOKEN}`,
      '/unsubscribe/unknown/',
      `/unsubscribe//${TOKEN}`,
      `/unsubscribe/qhm-team/${TOKEN}/more`,
      `/alert/qhm-team/${TOKEN}/unknown`,
      `/alert/qhm-team/${TOKEN}/A81002-stalled-1`,
      `/alert/qhm-team/wrong/${EPISODE}`,
      `/alert/ended/${TOKEN}/${EPISODE}`,
      `/alert/qhm-team/${TOKEN}`,
      `${LOOK}/more`,
      `/alert/qhm-team/${TOKEN}/%E0%A4%A`,
      '/',
      '/admin',
    ];
    const answers = await Promise.all(wrong.map((path) => asked(path)));
    for (const { status, headers, text } of answers) {
      expect([status, text, [...headers]]).toEqual([
        404,
        answers[0]!.text,
        [...answers[0]!.headers],
      ]);
    }
  });

  test('a wrong token ends nothing', async () => {
    expect((await asked('/unsubscribe/qhm-team/wrong', { method: 'POST' })).status).toBe(404);
    expect(kept.get('qhm-team')?.endedOn).toBeNull();
  });

  test.each([
    { method: 'PUT', path: UNSUBSCRIBE },
    { method: 'DELETE', path: UNSUBSCRIBE },
    { method: 'POST', path: LOOK },
  ])('$method is not allowed at $path', async ({ method, path }) => {
    const { status } = await asked(path, { method });
    expect(status).toBe(405);
    expect(kept.get('qhm-team')?.endedOn).toBeNull();
  });
});

test('no page is kept, framed, found by search engines or lets its address out, and its own style alone applies', async () => {
  for (const path of [UNSUBSCRIBE, LOOK, '/nothing']) {
    const { headers } = await asked(path);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
    });
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toMatch(/style-src 'sha256-[A-Za-z0-9+/]{43}='/);
  }
});

test('the links of messages lead to the pages, with a slash or without', async () => {
  for (const address of ['https://pages.example', 'https://pages.example/']) {
    const links = linksBeneath(address, subscriptionOf({}));
    expect(links.unsubscribe).toBe(`https://pages.example${UNSUBSCRIBE}`);
    expect(links.episode(EPISODE)).toBe(`https://pages.example${LOOK}`);
  }
  const none = linksBeneath(null, subscriptionOf({}));
  expect([none.unsubscribe, none.episode(EPISODE)]).toEqual([null, null]);
});
