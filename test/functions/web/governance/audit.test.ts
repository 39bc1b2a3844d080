import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../../shared/access/audit-entry.ts';
import { instant } from '../../../../shared/calendar/day.ts';
import { type AlertWeb, alertWeb, textOf } from '../alerts/alert-web.ts';
import { PEOPLE } from '../small-web.ts';

let web: AlertWeb;
beforeAll(async () => {
  web = await alertWeb({ runs: [] });
  for (const entry of ENTRIES) await web.deps.audit.add(entry);
});
afterAll(() => web.close());

const entry = (at: string, change: Partial<AuditEntry> = {}): AuditEntry => ({
  at: instant(at),
  subject: 'commissioner-Colin',
  name: 'Colin Commissioner',
  role: 'commissioner',
  did: 'chased',
  what: 'A81001-stalled-1',
  icb: 'QHM',
  ...change,
});
const ENTRIES: readonly AuditEntry[] = [
  entry('2023-12-01T09:00:00Z'),
  entry('2023-12-01T09:05:00Z', { did: 'snoozed' }),
  entry('2023-12-02T09:00:00Z', { icb: 'QOX', what: 'B81002-stalled-1' }),
  entry('2023-12-03T09:00:00Z', { did: 'signed-in', what: null, icb: null }),
  entry('2023-11-30T09:00:00Z', { did: 'reviewed', what: 'upload-7' }),
];

const didFor = async (member: (typeof PEOPLE)[keyof typeof PEOPLE], path: string) =>
  (await web.api(member, path)).tables['audit']!.rows.map((row) => row['did']);

describe('the audit', () => {
  it.each([
    { who: PEOPLE.officer, path: '/audit', sees: ['snoozed', 'chased'] },
    {
      who: PEOPLE.nationalOfficer,
      path: '/audit',
      sees: ['signed-in', 'chased', 'snoozed', 'chased'],
    },
    { who: PEOPLE.officer, path: '/audit?month=2023-11', sees: ['reviewed'] },
    { who: PEOPLE.officer, path: '/audit?did=chased', sees: ['chased'] },
    { who: PEOPLE.officer, path: '/audit?did=&month=', sees: ['snoozed', 'chased'] },
    { who: PEOPLE.officer, path: '/audit?month=2023-10', sees: [] },
  ])('$path shows $who.name $sees, newest first', async ({ who, path, sees }) => {
    expect(await didFor(who, path)).toEqual(sees);
  });

  it.each([PEOPLE.commissioner, PEOPLE.national, PEOPLE.practice, PEOPLE.analyst])(
    'is not there for $name',
    async (member) => {
      expect((await web.ask(member, '/audit')).status).toBe(404);
    },
  );

  it('says it in words, and who and when', async () => {
    const page = await textOf(await web.ask(PEOPLE.officer, '/audit'));
    expect(page).toContain('2 entries in December 2023.');
    expect(page).toContain('1 December 2023, 9:05am');
    expect(page).toContain('Snoozed an alert');
  });

  it('grows by nothing when it is read', async () => {
    const before = await web.deps.audit.of('2023-12');
    await web.ask(PEOPLE.nationalOfficer, '/audit');
    expect(await web.deps.audit.of('2023-12')).toEqual(before);
  });
});
