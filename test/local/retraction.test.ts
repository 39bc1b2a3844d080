import { describe, expect, test } from 'vitest';
import { retractionOf } from '../../local/retraction.ts';
import { instant } from '../../shared/calendar/day.ts';
import type { Sender } from '../../shared/evidence/fact.ts';
import { knownFacts } from '../../shared/evidence/known.ts';
import { declared, letter } from '../shared/builders.ts';

const sender: Sender = { role: 'practice', org: 'A81001' };
const paused = letter({ sentOn: '2022-10-31', sender, uploadId: '2022-10-31-aaaaaaaaaaaa' });
const word = declared({
  status: 'paused',
  on: '2022-10-31',
  sender,
  uploadId: '2022-10-31-aaaaaaaaaaaa',
});
const other = letter({ sentOn: '2022-10-30', sender, uploadId: '2022-10-30-bbbbbbbbbbbb' });
const all = [paused, word, other];

const asked = {
  of: paused.id,
  reason: 'Sent by mistake, says Dr Example',
  sender,
  receivedAt: instant('2022-12-01T09:00:00Z'),
};
const later = instant('2023-01-01T00:00:00Z');

describe('a retraction', () => {
  test('of a statement lets that one fall away, from its receipt on', () => {
    const { facts } = retractionOf(asked, all);
    const after = [...all, ...facts];
    expect(knownFacts(after, later)).toEqual([word, other]);
    expect(knownFacts(after, instant('2022-11-30T00:00:00Z'))).toHaveLength(3);
  });

  test('of an upload lets all of it fall away, and nothing else', () => {
    const { facts, receipt } = retractionOf({ ...asked, of: paused.source.uploadId }, all);
    expect(knownFacts([...all, ...facts], later)).toEqual([other]);
    expect(receipt).toMatchObject({ rows: 2, accepted: 2, facts: 2, practices: 1, refused: false });
  });

  test('keeps the reason in the original and in no fact', () => {
    const { bytes, facts, upload } = retractionOf(asked, all);
    expect(JSON.parse(new TextDecoder().decode(bytes)).reason).toBe(asked.reason);
    expect(JSON.stringify([facts, upload])).not.toContain('Dr Example');
    expect(facts).toMatchObject([
      { kind: 'retraction', values: { of: paused.id, reasonGiven: true } },
    ]);
  });

  test('may come from NHS England too', () => {
    const { facts } = retractionOf({ ...asked, sender: { role: 'national' } }, all);
    expect(knownFacts([...all, ...facts], later)).toEqual([word, other]);
  });

  test.each([
    { by: { role: 'supplier' } },
    { by: { role: 'practice', org: 'A81002' } },
    { by: { role: 'practice' } },
  ] as const)('from anybody else ($by) is refused, with the sender that may', ({ by }) => {
    expect(() => retractionOf({ ...asked, sender: by }, all)).toThrow(
      /use --from practice --org A81001, or --from national/,
    );
  });

  test('of what nobody said is refused', () => {
    expect(() => retractionOf({ ...asked, of: 'f'.repeat(32) }, all)).toThrow(
      /Nothing in the ledger/,
    );
  });

  test('cannot be made twice', () => {
    const { facts } = retractionOf(asked, all);
    const again = { ...asked, receivedAt: later };
    expect(() => retractionOf(again, [...all, ...facts])).toThrow(/retracted before/);
  });
});
