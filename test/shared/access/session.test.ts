import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasEnded } from '../../../shared/access/has-ended.ts';
import { returnPath } from '../../../shared/access/return-path.ts';
import { isOver, renewed, type Session } from '../../../shared/access/session.ts';
import { day, instant } from '../../../shared/calendar/day.ts';

const at = (time: string) => instant(`2023-12-04T${time}:00.000Z`);
const session = (since: string, seenAt: string): Session => ({
  subject: 's',
  name: 'n',
  since: at(since),
  seenAt: at(seenAt),
  accessToken: null,
});

describe('a session', () => {
  test.each([
    { since: '09:00', seen: '09:00', now: '09:30', over: false },
    { since: '09:00', seen: '09:00', now: '09:31', over: true },
    { since: '09:00', seen: '20:45', now: '21:00', over: false },
    { since: '09:00', seen: '20:45', now: '21:01', over: true },
  ])('of $since, seen $seen, is over at $now: $over', ({ since, seen, now, over }) => {
    expect(isOver(session(since, seen), at(now))).toBe(over);
  });

  test('is noted anew once a minute', () => {
    const one = session('09:00', '09:00');
    expect(renewed(one, at('09:01'))).toBe(one);
    expect(renewed(one, at('09:02'))).toEqual({ ...one, seenAt: at('09:02') });
  });
});

describe('a membership', () => {
  test.each([
    { endedOn: null, now: '2023-12-04T12:00:00.000Z', ended: false },
    { endedOn: '2023-07-02', now: '2023-07-01T22:59:59.000Z', ended: false },
    { endedOn: '2023-07-02', now: '2023-07-01T23:00:00.000Z', ended: true },
    { endedOn: '2023-07-02', now: '2024-01-01T00:00:00.000Z', ended: true },
  ])('that ends on $endedOn has ended at $now: $ended', ({ endedOn, now, ended }) => {
    const on = endedOn === null ? null : day(endedOn);
    expect(hasEnded({ endedOn: on }, instant(now))).toBe(ended);
  });
});

describe('where to go after signing in', () => {
  test.each([
    ['/coverage?by=icb&valid-at=2023-12-04', '/coverage?by=icb&valid-at=2023-12-04'],
    ['/practices/A81001', '/practices/A81001'],
    [null, '/'],
    ['', '/'],
    ['coverage', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/x\\..\\evil', '/'],
    ['https://evil.example/', '/'],
    ['javascript:alert(1)', '/'],
    ['/\t/evil.example', '/'],
    ['/\n//evil.example', '/'],
    ['/.//evil.example', '/'],
    ['/a/..//evil.example', '/'],
    ['/sign-in?to=/x', '/'],
    ['/sign-out', '/'],
    ['/über', '/'],
    [`/${'x'.repeat(1_000)}`, '/'],
  ])('%j is %j', (asked, to) => {
    expect(returnPath(asked)).toBe(to);
  });

  test('is never another site, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: 'binary' }),
          fc
            .array(
              fc.constantFrom('/', '\\', '.', '//', ':', '@', 'evil.example', '\t', '%2f', '?'),
            )
            .map((parts) => `/${parts.join('')}`),
        ),
        (asked) => {
          const to = returnPath(asked);
          expect(new URL(to, 'https://rollout.example').origin).toBe('https://rollout.example');
          expect(to).toMatch(/^\/(?![/\\])/);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
