import { describe, expect, test } from 'vitest';
import { type Instant, instant } from '../../../shared/calendar/day.ts';
import type { Sender } from '../../../shared/evidence/fact.ts';
import { ownRows } from '../../../shared/intake/own-rows.ts';
import { declared, extract, membership } from '../builders.ts';
import { fileSaying } from '../uploads.ts';

const RECEIVED = instant('2023-06-01T09:00:00Z');
const member = (
  code: string,
  place: { readonly pcn?: string; readonly icb?: string },
  asAt = '2023-01-01',
) => membership({ code, ...place, asAt });

const read = fileSaying([
  [declared({ code: 'A81001', asAt: '2023-05-29' })],
  [declared({ code: 'A81002', asAt: '2023-05-29' })],
  [declared({ code: 'A81003', asAt: '2023-05-29' })],
]);
function kept(
  sender: Sender,
  known: readonly ReturnType<typeof member>[] = [],
  receivedAt: Instant = RECEIVED,
) {
  const { taken, problems } = ownRows(read, { sender, receivedAt }, known);
  expect(taken.length + problems.length).toBe(read.taken.length);
  return taken.flatMap(({ statements }) => statements.map(({ practice }) => practice));
}
const ALL = ['A81001', 'A81002', 'A81003'];

describe('whose word a row may be', () => {
  const known = [
    member('A81001', { pcn: 'U12345', icb: 'QHM' }),
    member('A81002', { pcn: 'U54321', icb: 'QOX' }),
  ];
  test.each<{ who: string; sender: Sender; says: readonly string[] }>([
    { who: 'a practice', sender: { role: 'practice', org: 'A81002' }, says: ['A81002'] },
    { who: 'a practice that is in no row', sender: { role: 'practice', org: 'B81001' }, says: [] },
    // Of A81003 no register has said where it is.
    { who: 'a PCN', sender: { role: 'pcn', org: 'U12345' }, says: ['A81001', 'A81003'] },
    { who: 'an ICB', sender: { role: 'icb', org: 'QOX' }, says: ['A81002', 'A81003'] },
    { who: 'NHS England', sender: { role: 'national' }, says: ALL },
    { who: 'a sender without a code', sender: { role: 'icb' }, says: ALL },
  ])('$who speaks for $says', ({ sender, says }) => {
    expect(kept(sender, known)).toEqual(says);
  });

  test('a row that is not says why and what to do, under its number', () => {
    const sender: Sender = { role: 'icb', org: 'QHM' };
    const { problems } = ownRows(read, { sender, receivedAt: RECEIVED }, known);
    expect(problems).toEqual([
      {
        row: 3,
        column: 'practice_code',
        found: null,
        problem: 'the row is about A81002, which is in the ICB QOX by the register, and not in QHM',
        remedy: expect.stringContaining('Check the practice code'),
      },
    ]);
  });

  test('a row said again of a row that is not, is not either', () => {
    const twice = { ...read, duplicates: [{ row: 9, of: 3 }] };
    const sender: Sender = { role: 'practice', org: 'A81001' };
    const { problems, duplicates } = ownRows(twice, { sender, receivedAt: RECEIVED }, []);
    expect(problems.map(({ row }) => row)).toEqual([3, 4, 9]);
    expect(duplicates).toEqual([]);
  });
});

describe('a practice that moved', () => {
  const moved = [member('A81001', { icb: 'QHM' }), member('A81001', { icb: 'QOX' }, '2023-05-30')];
  const of = (org: string, on: string) =>
    kept({ role: 'icb', org }, moved, instant(`${on}T09:00:00Z`)).includes('A81001' as never);

  test('may be spoken for by the ICB of the day of receipt, and by that of the day in the row', () => {
    expect(of('QHM', '2023-05-29')).toBe(true);
    expect(of('QOX', '2023-05-29')).toBe(false);
    // The row speaks of 29 May, the day before it moved.
    expect(of('QHM', '2023-06-01')).toBe(true);
    expect(of('QOX', '2023-06-01')).toBe(true);
    expect(of('QXX', '2023-06-01')).toBe(false);
  });

  test('is nobody’s on a day before any register speaks of it', () => {
    const later = [member('A81001', { icb: 'QOX' }, '2026-04-01')];
    expect(kept({ role: 'icb', org: 'QHM' }, later)).toEqual(ALL);
  });
});

describe('a supplier', () => {
  const file = fileSaying([
    extract({ code: 'A81001', supplier: 'EMIS' }),
    extract({ code: 'A81002', supplier: 'TPP' }),
  ]);
  const takenFrom = (org: string) =>
    ownRows(file, { sender: { role: 'supplier', org }, receivedAt: RECEIVED }, []).taken.length;

  test('speaks for its own systems', () => {
    expect(takenFrom('EMIS')).toBe(1);
    expect(takenFrom('TPP')).toBe(1);
    expect(takenFrom('VISION')).toBe(0);
  });

  test('that goes by an ODS code is not held against a name', () => {
    expect(takenFrom('YGM11')).toBe(2);
  });
});
