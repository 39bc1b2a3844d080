import { describe, expect, test } from 'vitest';
import { RULES } from '../../../../shared/alert/rule.ts';
import { SubscriptionSchema } from '../../../../shared/alert/subscription.ts';
import { newSubscription } from '../../../../shared/alert/subscriptions/new-subscription.ts';
import { samePace } from '../../../../shared/alert/subscriptions/with-paces.ts';
import { day } from '../../../../shared/calendar/day.ts';
import type { PracticeCode } from '../../../../shared/practice/code.ts';

type Wanted = Parameters<typeof newSubscription>[0];
const practices = (...codes: string[]): Wanted['scope'] => ({
  type: 'practices',
  codes: codes as PracticeCode[],
});

function made(over: Partial<Wanted> = {}) {
  return newSubscription({
    id: 'qhm-team',
    token: '0123456789abcdef',
    secret: 'whsec_c2VjcmV0',
    audience: 'commissioner',
    channel: { type: 'email', to: 'access@icb.example' },
    scope: { type: 'icb', code: 'QHM' },
    saysNothingNew: true,
    since: day('2023-12-04'),
    allowLocal: false,
    ...over,
  });
}
const toUrl = (url: string, allowLocal = false) =>
  made({ channel: { type: 'webhook', url }, allowLocal });

describe('a new subscription', () => {
  test.each([
    ['an ICB by e-mail', made()],
    ['a webhook', toUrl('https://example.nhs.uk/alerts')],
    ['a practice', made({ audience: 'practice', scope: practices('A81001') })],
  ])('to %s is one that can be kept', (_, subscription) => {
    expect(SubscriptionSchema.parse(subscription)).toEqual(subscription);
  });

  test.each([
    ['commissioner', 'weekly'],
    ['practice', 'immediate'],
  ] as const)('of a %s is told everything at the usual pace: %s', (audience, pace) => {
    expect(made({ audience, scope: practices('A81001') })).toMatchObject({ paces: samePace(pace) });
  });

  test('takes paces as they are written, over the usual ones', () => {
    expect(made({ paces: 'booking-missed=immediate' })).toMatchObject({
      paces: { ...samePace('weekly'), 'booking-missed': 'immediate' },
    });
  });

  test('takes codes as people write them, each once, in order', () => {
    expect(made({ scope: { type: 'icb', code: ' s0e4d ' } })).toMatchObject({
      scope: { code: 'S0E4D' },
    });
    expect(made({ scope: practices('a81002', ' A81001', 'A81002') })).toMatchObject({
      scope: { codes: ['A81001', 'A81002'] },
    });
  });

  test.each<[string, Partial<Wanted>, string]>([
    [
      'no address',
      { channel: { type: 'email', to: 'access' } },
      'Write one such as name@example.nhs.uk.',
    ],
    [
      'two addresses',
      { channel: { type: 'email', to: 'a@icb.example, b@icb.example' } },
      'is no e-mail address',
    ],
    [
      'an address with a line break',
      { channel: { type: 'email', to: 'a@icb.example\r\nBcc: b@icb.example' } },
      'is no e-mail address',
    ],
    ['no code of a place', { scope: { type: 'icb', code: 'Q' } }, 'such as QHM.'],
    ['no code of a practice', { scope: practices('A81001', '81') }, '"81" is no practice code.'],
    ['no practice at all', { scope: practices() }, 'Name at least one practice'],
    ['a practice for an ICB', { audience: 'practice' }, 'name one practice.'],
    [
      'a practice for two',
      { audience: 'practice', scope: practices('A81001', 'A81002') },
      'name one practice.',
    ],
    ['a rule that is none', { paces: 'late=weekly' }, `one of: ${RULES.join(', ')}.`],
    ['a pace that is none', { paces: 'stalled=daily' }, 'one of: immediate, weekly, none.'],
  ])('is refused with a remedy for %s', (_, over, says) => {
    expect(made(over)).toEqual({ refused: expect.stringContaining(says) });
  });
});

describe('the address of a webhook', () => {
  test.each([
    ['http://example.nhs.uk/', 'it is not https'],
    ['ftp://example.nhs.uk/', 'it is not https'],
    ['https://user:word@example.nhs.uk/', 'it holds a user name or a password'],
    ['https://example.nhs.uk/a b', 'it cannot be read'],
    ['alerts', 'it cannot be read'],
    ...[
      'https://localhost/',
      'https://LOCALHOST./',
      'https://hooks.localhost/',
      'https://127.0.0.1/',
      'https://127.1/',
      'https://0x7f000001/',
      'https://0.0.0.0/',
      'https://10.1.2.3/',
      'https://172.31.0.1/',
      'https://192.168.1.1/',
      'https://169.254.169.254/latest/meta-data/',
      'https://100.64.0.1/',
      'https://255.255.255.255/',
      'https://[::1]/',
      'https://[::ffff:10.0.0.1]/',
      'https://[64:ff9b::a00:1]/',
      'https://[fd00::1]/',
      'https://[fe80::1]/',
    ].map((url): [string, string] => [url, 'it leads into a private network']),
  ])('%s is refused: %s', (url, why) => {
    expect(toUrl(url)).toEqual({
      refused: `The webhook's address is refused: ${why}. Write one such as https://example.nhs.uk/alerts.`,
    });
  });

  test.each([
    'https://172.32.0.1/',
    'https://100.128.0.1/',
    'https://fd.example/',
    'https://localhost.example/',
  ])('%s is outside and taken', (url) => {
    expect(toUrl(url)).toMatchObject({ channel: { url } });
  });

  test.each(['http://localhost:8080/', 'http://127.0.0.1:8080/', 'http://[::1]/'])(
    '%s is taken where this machine is allowed',
    (url) => {
      expect(toUrl(url, true)).toMatchObject({ channel: { url, secret: 'whsec_c2VjcmV0' } });
    },
  );

  test('in a private network beside this machine is never taken', () => {
    expect(toUrl('http://10.1.2.3/', true)).toHaveProperty('refused');
  });
});
