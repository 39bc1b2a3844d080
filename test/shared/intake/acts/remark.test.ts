import { describe, expect, test } from 'vitest';
import type { Fact, Sender } from '../../../../shared/evidence/fact.ts';
import { conversationOn, wordsIn } from '../../../../shared/intake/acts/conversation.ts';
import { ON_STATUS, remarkOf } from '../../../../shared/intake/acts/remark.ts';
import type { PracticeCode } from '../../../../shared/practice/code.ts';
import { decideInFull } from '../../../../shared/state/decide-in-full.ts';
import { clocks, letter, listing, membership } from '../../builders.ts';
import { done, ICB, on, originalOf, PATIENT_DATA, PRACTICE_ITSELF, whyNot } from './acted.ts';

const facts: readonly Fact[] = [listing(), membership(), letter({ sentOn: '2023-09-01' })];
const asked = {
  practice: 'A81001' as PracticeCode,
  status: 'paused-by-letter' as const,
  text: 'We withdrew that letter by telephone',
  sender: PRACTICE_ITSELF,
  receivedAt: on('2023-09-05'),
};

describe('a remark beside a status', () => {
  test('is a fact that says only that a text was given; text and status stay in the original', () => {
    const act = done(remarkOf(asked, facts));
    expect(act.facts).toMatchObject([
      { kind: 'reply', practice: 'A81001', values: { of: ON_STATUS, textGiven: true } },
    ]);
    expect(originalOf(act)).toMatchObject({ status: 'paused-by-letter', text: asked.text });
    expect(JSON.stringify([act.facts, act.receipt])).not.toContain('telephone');
    expect(wordsIn(act.bytes)).toBe(asked.text);
    expect(conversationOn(ON_STATUS, act.facts)).toHaveLength(1);
  });

  test('moves no status: no rule reads it', () => {
    const at = clocks('2023-10-01');
    const { status } = decideInFull(facts, at);
    const act = done(remarkOf(asked, facts));
    expect(decideInFull([...facts, ...act.facts], at).status).toBe(status);
  });

  test('from its PCN or ICB is on the practice’s behalf, and says so', () => {
    const { facts: said } = done(remarkOf({ ...asked, sender: ICB }, facts));
    expect(said).toMatchObject([{ source: { sender: ICB, onBehalfOf: 'A81001' } }]);
  });

  test.each<{ by: Sender }>([
    { by: { role: 'practice', org: 'A81002' } },
    { by: { role: 'pcn', org: 'U54321' } },
    { by: { role: 'icb', org: 'QNC' } },
    { by: { role: 'supplier', org: 'EMIS' } },
    { by: { role: 'national' } },
  ])('from $by is refused', ({ by }) => {
    expect(whyNot(remarkOf({ ...asked, sender: by }, facts))).toMatch(
      /only the practice itself replies/,
    );
  });

  test('that holds patient data is refused, and does not repeat it', () => {
    const why = whyNot(remarkOf({ ...asked, text: PATIENT_DATA }, facts));
    expect(why).toContain('the remark holds what looks like patient data');
    expect(why).not.toContain('943');
  });
});
