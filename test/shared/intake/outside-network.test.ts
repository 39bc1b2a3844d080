import { describe, expect, test } from 'vitest';
import { instant } from '../../../shared/calendar/day.ts';
import type { Sender } from '../../../shared/evidence/fact.ts';
import { outsideNetwork } from '../../../shared/intake/outside-network.ts';
import { declared, membership } from '../builders.ts';
import { fileSaying } from '../uploads.ts';

const PCN: Sender = { role: 'pcn', org: 'U12345' };
const read = fileSaying([
  [declared({ code: 'A81001' })],
  [declared({ code: 'A81002' })],
  [declared({ code: 'A81003' })],
]);
const member = (code: string, pcn: string | null, asAt = '2023-01-01') =>
  membership({ code, pcn, asAt });
const warned = (known: ReturnType<typeof member>[], sender = PCN, on = '2023-06-01') =>
  outsideNetwork(read, { sender, receivedAt: instant(`${on}T09:00:00Z`) }, known);

describe('a PCN that speaks for a practice', () => {
  test('of another network gets a warning with the row and both networks', () => {
    const warnings = warned([member('A81001', 'U12345'), member('A81002', 'U54321')]);
    expect(warnings).toMatchObject([{ row: 3, column: 'practice_code' }]);
    expect(warnings[0]?.warning).toMatch(/A81002 is in the network U54321 .* not in U12345/);
  });

  test('of its own, of none, or of which no network is known, gets none', () => {
    expect(warned([member('A81001', 'U12345'), member('A81002', null)])).toEqual([]);
    expect(warned([])).toEqual([]);
  });

  test('that left its network is warned of from the day on which it left', () => {
    const moved = [member('A81001', 'U12345'), member('A81001', 'U54321', '2023-05-01')];
    expect(warned(moved, PCN, '2023-04-30')).toEqual([]);
    expect(warned(moved, PCN, '2023-05-01')).toHaveLength(1);
  });

  test.each<{ sender: Sender }>([
    { sender: { role: 'pcn' } },
    { sender: { role: 'practice', org: 'A81002' } },
    { sender: { role: 'icb', org: 'QHM' } },
  ])('is the only sender that is warned, under its code: not $sender', ({ sender }) => {
    expect(warned([member('A81002', 'U54321')], sender)).toEqual([]);
  });
});
