import { describe, expect, test } from 'vitest';
import type { Fact, Sender } from '../../../../shared/evidence/fact.ts';
import { replyOf } from '../../../../shared/intake/acts/reply.ts';
import { DPIA_SEEN, dpia, listing, membership, review } from '../../builders.ts';
import { done, ICB, on, originalOf, PATIENT_DATA, PRACTICE_ITSELF, whyNot } from './acted.ts';

const facts: readonly Fact[] = [
  listing(),
  membership(),
  dpia({ uploadId: 'a-dpia' }),
  review({ of: DPIA_SEEN, judgement: 'change-asked', asAt: '2023-09-01' }),
];
const asked = {
  of: 'a-dpia',
  receipt: null,
  text: 'It was signed by our data protection officer',
  sender: PRACTICE_ITSELF,
  receivedAt: on('2023-09-05'),
};

describe('a reply to a review', () => {
  test('is a fact that says only that a text was given; the text stays in the original', () => {
    const act = done(replyOf(asked, facts));
    expect(act.facts).toMatchObject([
      { kind: 'reply', practice: 'A81001', values: { of: DPIA_SEEN, textGiven: true } },
    ]);
    expect(act.facts[0]?.source.onBehalfOf).toBeUndefined();
    expect(originalOf(act)).toMatchObject({ repliesTo: 'a-dpia', text: asked.text });
    expect(JSON.stringify([act.facts, act.receipt])).not.toContain('officer');
  });

  test.each<{ by: Sender }>([{ by: ICB }, { by: { role: 'pcn', org: 'U12345' } }])(
    'from $by is on the practice’s behalf, and says so',
    ({ by }) => {
      const { facts: said } = done(replyOf({ ...asked, sender: by }, facts));
      expect(said).toMatchObject([{ source: { sender: by, onBehalfOf: 'A81001' } }]);
    },
  );

  test.each<{ by: Sender }>([
    { by: { role: 'practice', org: 'A81002' } },
    { by: { role: 'practice' } },
    { by: { role: 'pcn', org: 'U54321' } },
    { by: { role: 'pcn' } },
    { by: { role: 'icb', org: 'QNC' } },
    { by: { role: 'supplier', org: 'EMIS' } },
    { by: { role: 'national' } },
  ])('from $by is refused', ({ by }) => {
    expect(whyNot(replyOf({ ...asked, sender: by }, facts))).toMatch(
      /only the practice itself replies, under its own code, or its own PCN or ICB/,
    );
  });

  test('to a document that nobody has reviewed is refused', () => {
    const unreviewed = facts.filter(({ kind }) => kind !== 'review');
    expect(whyNot(replyOf(asked, unreviewed))).toMatch(/Nobody has reviewed/);
  });

  test('whose text holds patient data is refused, and does not repeat it', () => {
    const why = whyNot(replyOf({ ...asked, text: PATIENT_DATA }, facts));
    expect(why).toMatch(/^the reply holds what looks like patient data/);
    expect(why).not.toContain('943');
  });
});
