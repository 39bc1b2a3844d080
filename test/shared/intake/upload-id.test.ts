import { describe, expect, test } from 'vitest';
import { day, instant } from '../../../shared/calendar/day.ts';
import { uploadId } from '../../../shared/intake/upload-id.ts';

const handed = {
  sha256: 'a'.repeat(64),
  sender: { role: 'icb', org: 'QOX' },
  asAt: day('2023-12-01'),
  receivedAt: instant('2023-12-04T06:00:00Z'),
} as const;

describe('the id of an upload', () => {
  test('begins with the London day of receipt, and has 12 hex digits', () => {
    expect(uploadId(handed)).toMatch(/^2023-12-04-[0-9a-f]{12}$/);
    const lateInSummer = { ...handed, receivedAt: instant('2023-07-01T23:30:00Z') };
    expect(uploadId(lateInSummer)).toMatch(/^2023-07-02-/);
  });

  test('is the same for the same hand-in, so that a second try heals the first', () => {
    expect(uploadId({ ...handed })).toBe(uploadId(handed));
  });

  test.each([
    { what: 'the file', change: { sha256: 'b'.repeat(64) } },
    { what: 'the role of the sender', change: { sender: { role: 'national', org: 'QOX' } } },
    { what: 'the organisation of the sender', change: { sender: { role: 'icb', org: 'QWE' } } },
    { what: 'the day the file speaks of', change: { asAt: null } },
    { what: 'the moment', change: { receivedAt: instant('2023-12-04T06:00:00.001Z') } },
  ] as const)('is another when $what differs', ({ change }) => {
    expect(uploadId({ ...handed, ...change })).not.toBe(uploadId(handed));
  });
});
