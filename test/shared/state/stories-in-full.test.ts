import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../shared/evidence/fact.ts';
import { digestOf, knownFacts } from '../../../shared/evidence/known.ts';
import { decideInFull } from '../../../shared/state/decide-in-full.ts';
import type { DecisionInFull, Status } from '../../../shared/state/decision.ts';
import {
  clocks,
  declared,
  dpia,
  exemption,
  extract,
  letter,
  listing,
  optInSteps,
  plan,
} from '../builders.ts';
import { decisionOf } from './story.ts';

const register = listing();
const golden = [register, ...extract({ asAt: '2022-10-15' }), letter()];
const optedIn = [register, ...extract({ asAt: '2023-07-01' }), dpia(), ...optInSteps()];
const live = [register, ...extract({ on: true, asAt: '2023-05-01' })];

function inFull(facts: readonly Fact[], on: string, rulesAt = on): DecisionInFull {
  return decideInFull(facts, clocks(on, { rulesAt }));
}

describe('when the state will next change by itself', () => {
  type Row = { story: string; facts: Fact[]; on: string; rulesAt?: string; next: object | null };
  const rows: Row[] = [
    {
      story: 'the golden story under the rules of 1 November is overdue from 1 December',
      facts: golden,
      on: '2022-11-15',
      rulesAt: '2022-11-01',
      next: { on: '2022-12-01', status: 'scheduled' },
    },
    {
      story: 'a plan lapses the day after its target date',
      facts: [register, plan()],
      on: '2023-01-15',
      next: { on: '2023-04-01', status: 'incomplete' },
    },
    {
      story: 'a review falls overdue the day after its date, before the plan lapses',
      facts: [register, plan({ reviewOn: '2023-02-10' })],
      on: '2023-01-15',
      next: { on: '2023-02-11', status: 'working-towards' },
    },
    {
      story: 'a booking is overdue the day after its date',
      facts: [register, ...extract({ asAt: '2023-05-01', scheduledOn: '2023-07-10' })],
      on: '2023-06-01',
      next: { on: '2023-07-11', status: 'scheduled' },
    },
    {
      story: 'an overdue booking is missed once its fourteen days have gone',
      facts: [
        register,
        plan({ targetOn: '2023-09-30' }),
        ...extract({ asAt: '2023-05-01', scheduledOn: '2023-07-10' }),
      ],
      on: '2023-07-20',
      next: { on: '2023-07-25', status: 'working-towards' },
    },
    {
      story: 'a paused practice is past the contractual date from 1 November 2023',
      facts: golden,
      on: '2023-09-01',
      next: { on: '2023-11-01', status: 'paused-by-letter' },
    },
    {
      story: 'an exemption ends',
      facts: [...live, exemption({ effectiveOn: '2023-05-10', endsOn: '2023-06-30' })],
      on: '2023-06-01',
      next: { on: '2023-07-01', status: 'live' },
    },
    {
      story: 'a practice with a close date to come leaves the scope the day after it',
      facts: [listing({ closedOn: '2023-06-30' }), ...live.slice(1)],
      on: '2023-06-01',
      next: { on: '2023-07-01', status: 'out-of-scope' },
    },
    { story: 'live with nothing dated ahead stays so', facts: live, on: '2023-06-01', next: null },
    {
      story: 'past the contract deadline no evidence stays so',
      facts: [register],
      on: '2023-12-01',
      next: null,
    },
  ];
  test.each(rows)('$story', ({ facts, on, rulesAt = on, next }) => {
    const change = inFull(facts, on, rulesAt).nextChange;
    if (next === null) expect(change).toBeNull();
    else expect(change).toMatchObject(next);
  });

  test('the change comes true on that day and not on the day before, under the same rules', () => {
    const facts = [register, plan({ reviewOn: '2023-02-10' })];
    const seen = (on: string) => {
      const { status, signals, labels } = decisionOf({
        story: '',
        facts,
        on,
        rulesAt: '2023-01-15',
        is: {},
      });
      return { status, signals, labels };
    };
    const change = inFull(facts, '2023-01-15').nextChange;
    expect(change?.on).toBe('2023-02-11');
    expect(seen('2023-02-10')).toEqual(seen('2023-01-15'));
    expect(seen('2023-02-11')).not.toEqual(seen('2023-01-15'));
  });
});

describe('the nearest better state', () => {
  type Row = { story: string; facts: Fact[]; on: string; status: Status; lacks: RegExp };
  const rows: Row[] = [
    {
      story: 'a plan that lacks its review process would be working towards',
      facts: [register, plan({ recordReviewProcess: null })],
      on: '2023-01-15',
      status: 'working-towards',
      lacks: /review/i,
    },
    {
      story: 'an opt-in that has not told the ICB would be an opt-in',
      facts: optedIn.filter((f) => !(f.kind === 'opt-in-step' && f.values.step === 'icb-told')),
      on: '2023-09-01',
      status: 'opt-in',
      lacks: /ICB/,
    },
    {
      story: 'a practice with only its own word for it would be live by a supplier’s extract',
      facts: [register, declared({ asAt: '2023-05-01' })],
      on: '2023-06-01',
      status: 'live',
      lacks: /extract|supplier/i,
    },
  ];
  test.each(rows)('$story', ({ facts, on, status, lacks }) => {
    const better = inFull(facts, on).nearestBetter;
    expect(better?.status).toBe(status);
    expect(better?.ifOnly).toHaveLength(1);
    expect(better?.ifOnly[0]).toMatch(lacks);
  });

  test('live has nothing better to reach', () => {
    expect(inFull(live, '2023-06-01').nearestBetter).toBeNull();
  });
});

describe('the paragraph in plain English', () => {
  test('the golden story under the rules of 1 November names the day and what prevents it', () => {
    const { explanation } = inFull(golden, '2022-11-15', '2022-11-01');
    expect(explanation).toContain('30 November 2022');
    expect(explanation).toContain('bulk 104');
  });

  test('an incomplete practice reads what is missing', () => {
    const { explanation } = inFull([register, plan({ leadNamed: null })], '2023-01-15');
    expect(explanation).toMatch(/lead/);
  });

  test('no paragraph shows an ISO date or an unfilled value', () => {
    for (const facts of [golden, optedIn, live, [register], [register, plan()]]) {
      expect(inFull(facts, '2023-09-01').explanation).not.toMatch(
        /\d{4}-\d{2}-\d{2}|undefined|null|NaN/,
      );
    }
  });
});

describe('the proof', () => {
  const ids = (facts: readonly Fact[]) => facts.map((fact) => fact.id).sort();

  test('counts and hashes all that was known of the practice, whatever it used', () => {
    const at = clocks('2023-09-01', { knownAt: '2023-08-10T00:00:00Z' });
    const { considered } = decideInFull(optedIn, at).proof;
    const known = knownFacts(optedIn, at.knownAt);
    expect(known).toHaveLength(3);
    expect(considered).toEqual(digestOf(known));
  });

  test('uses nothing received after knownAt', () => {
    const at = clocks('2023-09-01', { knownAt: '2023-08-10T00:00:00Z' });
    const used = decideInFull(optedIn, at).proof.used;
    expect(used.filter((fact) => fact.receivedAt > at.knownAt)).toEqual([]);
  });

  test('of an opt-in names the DPIA, the three steps and the extract as what decided', () => {
    const { proof } = inFull(optedIn, '2023-09-01');
    const deciding = optedIn.filter((fact) => fact.kind !== 'listing');
    expect([...proof.decidedBy].sort()).toEqual(expect.arrayContaining(ids(deciding)));
  });

  test('of the golden story rests on a policy entry in two vintages that differ', () => {
    const scheduled = inFull(golden, '2022-11-15', '2022-11-01').proof;
    const paused = inFull(golden, '2022-11-15', '2022-11-29').proof;
    expect(scheduled.policy.length).toBeGreaterThan(0);
    expect(paused.policy.length).toBeGreaterThan(0);
    expect(scheduled.policy).not.toEqual(paused.policy);
    expect(scheduled.decidedBy).toContain(letter().id);
  });

  test('gives the same status again from the facts it used alone', () => {
    for (const facts of [golden, optedIn, live, [register, plan()]]) {
      const first = inFull(facts, '2023-09-01');
      expect(inFull(first.proof.used, '2023-09-01').status).toBe(first.status);
    }
  });

  test('says what each clause that was tried lacked: the plan named no lead', () => {
    const { proof } = inFull([register, plan({ leadNamed: null })], '2023-01-15');
    const tried = proof.tried.find(({ clause }) => clause === 'working-towards');
    expect(tried?.lacked.join(' ')).toMatch(/lead/);
  });

  test('is sealed: another day, another seal; the same question, the same seal', () => {
    const seal = inFull(live, '2023-06-01').seal;
    expect(seal).toMatch(/^[0-9a-f]{64}$/);
    expect(inFull([...live].reverse(), '2023-06-01').seal).toBe(seal);
    expect(inFull(live, '2023-06-02').seal).not.toBe(seal);
  });
});

describe('in full and in short are the same decision', () => {
  test.each([
    ['golden', golden],
    ['opted in', optedIn],
    ['live', live],
  ])('%s', (_name, facts) => {
    const short = decisionOf({ story: '', facts, on: '2023-09-01', is: {} });
    expect(inFull(facts, '2023-09-01')).toMatchObject(short);
  });
});
