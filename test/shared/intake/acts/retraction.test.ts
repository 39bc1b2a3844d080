import { describe, expect, test } from 'vitest';
import { instant } from '../../../../shared/calendar/day.ts';
import { knownFacts } from '../../../../shared/evidence/known.ts';
import { retractionOf } from '../../../../shared/intake/acts/retraction.ts';
import { declared, extract, letter } from '../../builders.ts';
import { done, originalOf, PATIENT_DATA, PRACTICE_ITSELF, whyNot } from './acted.ts';

const sender = PRACTICE_ITSELF;
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
    const { facts } = done(retractionOf(asked, all));
    const after = [...all, ...facts];
    expect(knownFacts(after, later)).toEqual([word, other]);
    expect(knownFacts(after, instant('2022-11-30T00:00:00Z'))).toHaveLength(3);
  });

  test('of an upload lets all of it fall away, and nothing else', () => {
    const { facts, receipt } = done(retractionOf({ ...asked, of: paused.source.uploadId }, all));
    expect(knownFacts([...all, ...facts], later)).toEqual([other]);
    expect(receipt).toMatchObject({ rows: 2, accepted: 2, facts: 2, practices: 1, refused: false });
  });

  test('of an upload leaves what another upload said too', () => {
    const again = { ...paused, source: { ...paused.source, uploadId: 'earlier' } };
    const known = [...all, { ...again, receivedAt: instant('2022-10-31T08:00:00Z') }];
    const { facts } = done(retractionOf({ ...asked, of: paused.source.uploadId }, known));
    expect(knownFacts([...known, ...facts], later).map(({ id }) => id)).toContain(paused.id);
    const { facts: byId } = done(retractionOf(asked, known));
    expect(knownFacts([...known, ...byId], later).map(({ id }) => id)).not.toContain(paused.id);
  });

  test('of an upload that was corrected since takes that away too: it never comes back', () => {
    const supplier = { role: 'supplier', org: 'EMIS' } as const;
    const asAt = '2022-10-20';
    const [first] = extract({ asAt, on: true, sender: supplier, uploadId: 'one' });
    const [second] = extract({
      ...{ asAt, on: false, sender: supplier, uploadId: 'two' },
      receivedAt: '2022-10-25T09:00:00Z',
    });
    const known = [first!, second!];
    const by = { ...asked, sender: supplier };
    const { facts: ofFirst } = done(retractionOf({ ...by, of: 'one' }, known));
    const { facts: ofSecond } = done(retractionOf({ ...by, of: 'two' }, [...known, ...ofFirst]));
    expect(knownFacts([...known, ...ofSecond], later)).toEqual([first]);
    expect(knownFacts([...known, ...ofFirst], later)).toEqual([second]);
    expect(knownFacts([...known, ...ofFirst, ...ofSecond], later)).toEqual([]);
  });

  test('keeps the reason in the original and in no fact', () => {
    const act = done(retractionOf(asked, all));
    expect(originalOf(act)).toMatchObject({ retracts: paused.id, reason: asked.reason });
    expect(JSON.stringify([act.facts, act.upload, act.receipt])).not.toContain('Dr Example');
    expect(act.facts).toMatchObject([
      { kind: 'retraction', values: { of: paused.id, reasonGiven: true } },
    ]);
  });

  test('may come from NHS England too', () => {
    const { facts } = done(retractionOf({ ...asked, sender: { role: 'national' } }, all));
    expect(knownFacts([...all, ...facts], later)).toEqual([word, other]);
  });

  test.each([
    { by: { role: 'supplier' } },
    { by: { role: 'practice', org: 'A81002' } },
    { by: { role: 'practice' } },
    { by: { role: 'pcn', org: 'U12345' } },
  ] as const)('from anybody else ($by) is refused, with the sender that may', ({ by }) => {
    expect(whyNot(retractionOf({ ...asked, sender: by }, all))).toMatch(
      /use --from practice --org A81001, or --from national/,
    );
  });

  test('of what nobody said is refused', () => {
    const why = whyNot(retractionOf({ ...asked, of: 'f'.repeat(32) }, all));
    expect(why).toMatch(/Nothing in the ledger/);
  });

  test('cannot be made twice', () => {
    const { facts } = done(retractionOf(asked, all));
    const again = { ...asked, receivedAt: later };
    expect(whyNot(retractionOf(again, [...all, ...facts]))).toMatch(/retracted before/);
  });

  test('whose reason holds patient data is refused, and does not repeat it', () => {
    const why = whyNot(retractionOf({ ...asked, reason: PATIENT_DATA }, all));
    expect(why).toMatch(/^the reason holds what looks like patient data/);
    expect(why).not.toContain('943');
  });
});
