import { describe, expect, test } from 'vitest';
import { instant } from '../../../../shared/calendar/day.ts';
import type { Fact, Sender } from '../../../../shared/evidence/fact.ts';
import { knownFacts } from '../../../../shared/evidence/known.ts';
import { retractionOf } from '../../../../shared/intake/acts/retraction.ts';
import { OUT_REASONS, reviewOf } from '../../../../shared/intake/acts/review.ts';
import {
  DPIA_SEEN,
  declared,
  dpia,
  letter,
  listing,
  membership,
  PLAN_SEEN,
  plan,
} from '../../builders.ts';
import { done, ICB, on, originalOf, PATIENT_DATA, PRACTICE_ITSELF, whyNot } from './acted.ts';

const facts: readonly Fact[] = [
  listing(),
  letter({ uploadId: 'a-letter' }),
  plan({ uploadId: 'a-plan' }),
  dpia({ uploadId: 'a-dpia' }),
  declared({ uploadId: 'a-return', asAt: '2023-08-01' }),
];
const asked = {
  of: 'a-dpia',
  receipt: null,
  judgement: 'accepted',
  note: null,
  sender: ICB,
  receivedAt: on('2023-09-01'),
};

describe('a review', () => {
  test('is a fact about the document, by the ICB, on the day', () => {
    const { facts: said, receipt, upload } = done(reviewOf(asked, facts));
    expect(said).toMatchObject([
      {
        kind: 'review',
        practice: 'A81001',
        effectiveOn: '2023-09-01',
        asAt: '2023-09-01',
        values: { of: DPIA_SEEN, judgement: 'accepted' },
        source: { uploadId: upload.uploadId, sha256: upload.sha256, sender: ICB },
      },
    ]);
    expect(receipt).toMatchObject({ rows: 1, accepted: 1, facts: 1, refused: false, kind: null });
  });

  test('keeps its note in the original and in no fact', () => {
    const act = done(
      reviewOf({ ...asked, judgement: 'change-asked', note: 'Please name the DPO' }, facts),
    );
    expect(originalOf(act)).toMatchObject({
      reviews: 'a-dpia',
      judgement: 'change-asked',
      note: 'Please name the DPO',
      by: ICB,
    });
    expect(JSON.stringify([act.facts, act.receipt])).not.toContain('DPO');
  });

  test.each([
    { of: 'a-letter', out: ['unsigned', 'undated', 'wrong-practice'] },
    { of: 'a-plan', out: ['unsigned', 'undated', 'wrong-practice', 'untouched-template'] },
    { of: 'a-dpia', out: Object.keys(OUT_REASONS) },
  ])('of $of judges out for $out only', ({ of, out }) => {
    const allowed = Object.keys(OUT_REASONS).filter(
      (judgement) => reviewOf({ ...asked, of, judgement }, facts).ok,
    );
    expect(allowed).toEqual(out);
  });

  test('for another reason is refused with the list and why, and the reason is not repeated', () => {
    const why = whyNot(reviewOf({ ...asked, judgement: 'we disagree, says Ms Secret' }, facts));
    expect(why).toContain(
      'unsigned, undated, wrong-practice, untouched-template, no-outcome-stated',
    );
    expect(why).toMatch(/a commissioner cannot overrule its DPIA/);
    expect(why).not.toContain('Secret');
  });

  test('for a reason of another kind of document says which this kind has', () => {
    const why = whyNot(
      reviewOf({ ...asked, of: 'a-letter', judgement: 'no-outcome-stated' }, facts),
    );
    expect(why).toMatch(/reasons for a letter are: unsigned, undated, wrong-practice\./);
  });

  test.each<{ by: Sender }>([
    { by: PRACTICE_ITSELF },
    { by: { role: 'pcn', org: 'U12345' } },
    { by: { role: 'supplier', org: 'EMIS' } },
    { by: { role: 'national' } },
    { by: { role: 'icb' } },
  ])('from anybody but an ICB with its code ($by) is refused', ({ by }) => {
    expect(whyNot(reviewOf({ ...asked, sender: by }, facts))).toMatch(/^Only an ICB reviews/);
  });

  test('from another ICB than the practice’s own is refused, as at the day', () => {
    const other: Sender = { role: 'icb', org: 'QNC' };
    expect(whyNot(reviewOf({ ...asked, sender: other }, facts))).toMatch(/belongs to the ICB QHM/);
    const moved = [...facts, membership({ icb: 'QNC', asAt: '2023-08-15' })];
    expect(whyNot(reviewOf({ ...asked, sender: other }, moved))).toBe('');
    expect(whyNot(reviewOf(asked, moved))).toMatch(/belongs to the ICB QNC/);
  });

  test('of a practice whose ICB nobody has named is taken', () => {
    expect(whyNot(reviewOf(asked, [dpia({ uploadId: 'a-dpia' })]))).toBe('');
  });

  test.each(['a-return', 'no-such-upload'])('of %s, which is no document, is refused', (of) => {
    expect(whyNot(reviewOf({ ...asked, of }, facts))).toMatch(/brought no document/);
  });

  test('of a document that was withdrawn is refused', () => {
    const { facts: gone } = done(
      retractionOf(
        {
          of: 'a-dpia',
          reason: 'wrong file',
          sender: PRACTICE_ITSELF,
          receivedAt: on('2023-08-20'),
        },
        facts,
      ),
    );
    expect(whyNot(reviewOf(asked, [...facts, ...gone]))).toMatch(/was withdrawn/);
  });

  test('whose note holds patient data is refused, and does not repeat it', () => {
    const why = whyNot(reviewOf({ ...asked, note: PATIENT_DATA }, facts));
    expect(why).toMatch(/^the note holds what looks like patient data/);
    expect(why).not.toContain('943');
  });

  test('of the same document sent again is of the document that came first', () => {
    const receipt = { sha256: DPIA_SEEN, sender: PRACTICE_ITSELF };
    const { facts: said } = done(reviewOf({ ...asked, of: 'sent-again', receipt }, facts));
    expect(said).toMatchObject([{ values: { of: DPIA_SEEN } }]);
    const stranger = { ...receipt, sender: { role: 'practice', org: 'A81002' } } as const;
    expect(whyNot(reviewOf({ ...asked, of: 'sent-again', receipt: stranger }, facts))).toMatch(
      /brought no document/,
    );
  });

  test('of a template that two practices sent is of the one of that upload', () => {
    const other = plan({ code: 'A81002', uploadId: 'their-plan' });
    const known = [...facts, other, listing({ code: 'A81002', icb: 'QNC' })];
    const { facts: said } = done(
      reviewOf({ ...asked, of: 'a-plan', judgement: 'untouched-template' }, known),
    );
    expect(said).toMatchObject([{ practice: 'A81001', values: { of: PLAN_SEEN } }]);
  });
});

describe('a second review of the same document', () => {
  const first = done(reviewOf(asked, facts));
  const known = [...facts, ...first.facts];
  const again = (judgement: string, day = '2023-09-08') => ({
    ...asked,
    judgement,
    receivedAt: on(day),
  });
  const judgements = (all: readonly Fact[], day: string) =>
    knownFacts(all, on(day))
      .filter((fact) => fact.kind === 'review')
      .map(({ values }) => values.judgement);

  test('that says the same is nothing new: there stays one fact', () => {
    const act = done(reviewOf(again('accepted'), known));
    expect(act.facts).toEqual([]);
    expect(act.receipt).toMatchObject({ rows: 1, accepted: 0, unchanged: 1, facts: 0 });
  });

  test('that says otherwise is, and the first is known until then', () => {
    const { facts: second } = done(reviewOf(again('unsigned'), known));
    expect(judgements([...known, ...second], '2023-09-07')).toEqual(['accepted']);
    expect(judgements([...known, ...second], '2023-09-08')).toEqual(['accepted', 'unsigned']);
  });

  test('on the same day takes the place of the first, and may be taken back to it', () => {
    const noon = { ...again('unsigned'), receivedAt: instant('2023-09-01T12:00:00Z') };
    const second = [...known, ...done(reviewOf(noon, known)).facts];
    expect(judgements(second, '2023-09-02')).toEqual(['unsigned']);
    const evening = { ...asked, receivedAt: instant('2023-09-01T18:00:00Z') };
    const third = [...second, ...done(reviewOf(evening, second)).facts];
    expect(judgements(third, '2023-09-02')).toEqual(['accepted']);
  });
});
