import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, londonDay } from '../../../shared/calendar/day.ts';
import type { Fact } from '../../../shared/evidence/fact.ts';
import { knownFacts } from '../../../shared/evidence/known.ts';
import { policyInForce } from '../../../shared/policy/timeline.ts';
import { changedBy } from '../../../shared/state/changed-by.ts';
import { decideWithoutProof } from '../../../shared/state/decide.ts';
import {
  declared,
  extract,
  letter,
  listing,
  membership,
  plan,
  planSaying,
  retractionOf,
} from '../builders.ts';
import { anyHistories } from '../histories.ts';

const REGISTER = [
  listing({ asAt: '2022-06-01', uploadId: 'register' }),
  membership({ asAt: '2022-06-01', uploadId: 'map' }),
];
const received = (at: string, uploadId: string) => ({ receivedAt: `${at}T09:00:00Z`, uploadId });

describe('what an upload changed', () => {
  test('a plan takes a practice from no evidence to working towards', () => {
    const sent = plan({ agreedOn: '2022-12-10', ...received('2022-12-12', 'u') });
    expect(changedBy('u', [...REGISTER, sent])).toEqual([
      {
        practice: 'A81001',
        name: 'MADE-UP SURGERY',
        from: { status: 'no-evidence', towards: null, labels: [], signals: [] },
        to: { status: 'working-towards', towards: null, labels: [], signals: [] },
      },
    ]);
  });

  test('what came later plays no part', () => {
    const sent = plan({ agreedOn: '2022-12-10', ...received('2022-12-12', 'u') });
    const later = extract({ on: true, asAt: '2022-12-11', ...received('2022-12-14', 'later') });
    expect(changedBy('u', [...later, ...REGISTER, sent])).toMatchObject([
      { from: { status: 'no-evidence' }, to: { status: 'working-towards' } },
    ]);
  });

  test('what was known before plays its part', () => {
    const on = extract({ on: true, asAt: '2022-10-01', ...received('2022-10-02', 'before') });
    const sent = planSaying({
      leadNamed: true,
      asAt: '2022-12-10',
      ...received('2022-12-12', 'u'),
    });
    expect(changedBy('u', [...REGISTER, ...on, sent])).toEqual([]);
  });

  test('a change of direction, signals or labels alone is a change', () => {
    const word = declared({ status: 'live', asAt: '2022-12-10', ...received('2022-12-12', 'u') });
    const lead = planSaying({
      leadNamed: true,
      asAt: '2022-12-01',
      ...received('2022-12-01', 'b'),
    });
    expect(changedBy('u', [...REGISTER, lead, word])).toMatchObject([
      {
        from: { status: 'incomplete', towards: 'plan', signals: [] },
        to: { status: 'incomplete', signals: ['declared-live'] },
      },
    ]);
  });

  test('a retraction changes the state back', () => {
    const sent = letter({ sentOn: '2022-11-30', ...received('2022-12-01', 'letter') });
    const back = retractionOf(sent, received('2022-12-05', 'u'));
    expect(changedBy('u', [...REGISTER, sent, back])).toMatchObject([
      { from: { status: 'paused-by-letter' }, to: { status: 'no-evidence' } },
    ]);
  });

  test('retracting all that was known leaves nothing known', () => {
    const sent = letter({ sentOn: '2022-11-30', ...received('2022-12-01', 'letter') });
    const back = retractionOf(sent, received('2022-12-05', 'u'));
    expect(changedBy('u', [sent, back])).toMatchObject([
      { name: null, from: { status: 'paused-by-letter' }, to: null },
    ]);
  });

  test('a practice that the register comes to know is one; a code out of scope is none', () => {
    const facts = [
      listing({ code: 'A81002', asAt: '2022-06-01', uploadId: 'u' }),
      listing({ code: 'A81003', asAt: '2022-06-01', uploadId: 'u', gpPractice: false }),
    ];
    expect(changedBy('u', facts)).toMatchObject([
      { practice: 'A81002', from: null, to: { status: 'no-evidence' } },
    ]);
  });

  test('the day is that of the receipt in London, unless told otherwise', () => {
    const sent = plan({
      agreedOn: '2022-12-10',
      targetOn: '2023-03-31',
      receivedAt: '2023-03-31T23:30:00Z',
      uploadId: 'u',
    });
    const facts = [...REGISTER, sent];
    expect(changedBy('u', facts)).toMatchObject([{ to: { status: 'incomplete' } }]);
    expect(changedBy('u', facts, { validAt: day('2023-03-31') })).toMatchObject([
      { to: { status: 'working-towards' } },
    ]);
  });

  test('an upload that added nothing changed nothing', () => {
    expect(changedBy('u', REGISTER)).toEqual([]);
    expect(changedBy('u', [])).toEqual([]);
  });
});

/** The same by hand: the state of one practice by some of its facts. */
function stateBy(facts: readonly Fact[], upload: Fact) {
  const validAt = londonDay(upload.receivedAt);
  const clocks = { validAt, knownAt: upload.receivedAt, rulesAt: validAt };
  if (knownFacts(facts, clocks.knownAt).length === 0) return null;
  const { flags: _, ...state } = decideWithoutProof(facts, clocks, policyInForce(clocks));
  return state;
}

describe('laws', () => {
  test('each change is the state without the upload against the state with it; all else is no change', () => {
    fc.assert(
      fc.property(anyHistories, fc.nat(), (facts, at) => {
        fc.pre(facts.length > 0);
        const one = facts[at % facts.length]!;
        const { uploadId } = one.source;
        const first = facts.find((fact) => fact.source.uploadId === uploadId)!;
        const changes = new Map(changedBy(uploadId, facts).map((c) => [c.practice, c]));
        for (const practice of new Set(facts.map((fact) => fact.practice))) {
          const own = facts.filter((fact) => fact.practice === practice);
          const others = own.filter((fact) => fact.source.uploadId !== uploadId);
          const [from, to] = [stateBy(others, first), stateBy(own, first)];
          const change = changes.get(practice);
          if (change !== undefined) expect(change).toMatchObject({ from, to });
          else if (others.length === own.length || from === null) continue;
          // A code out of scope that nothing is known of any more was counted in neither.
          else if (to === null) expect(from.status).toBe('out-of-scope');
          else expect(to).toEqual(from);
        }
      }),
    );
  });

  test('neither order nor repetition changes the answer', () => {
    fc.assert(
      fc.property(anyHistories, fc.nat(), (facts, at) => {
        fc.pre(facts.length > 0);
        const one = facts[at % facts.length]!;
        const { uploadId } = one.source;
        const moved = facts.filter((f) => f.source.uploadId !== uploadId).toReversed();
        const own = facts.filter((f) => f.source.uploadId === uploadId);
        expect(changedBy(uploadId, [...own, ...moved, ...moved])).toEqual(
          changedBy(uploadId, facts),
        );
      }),
    );
  });
});
