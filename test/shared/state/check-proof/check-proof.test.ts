import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { day } from '../../../../shared/calendar/day.ts';
import type { Fact, FactOf } from '../../../../shared/evidence/fact.ts';
import { POLICY, policyInForce } from '../../../../shared/policy/timeline.ts';
import { checkProof } from '../../../../shared/state/check-proof/check-proof.ts';
import { decide } from '../../../../shared/state/decide.ts';
import { decideInFull } from '../../../../shared/state/decide-in-full.ts';
import type { Decision } from '../../../../shared/state/decision.ts';
import {
  bulk104,
  clocks,
  declared,
  dpia,
  extract,
  letter,
  listing,
  listSize,
  membership,
  optInSteps,
  plan,
  retractionOf,
} from '../../builders.ts';

const register = [listing(), listSize(), membership()];
const at = clocks('2022-11-15', { rulesAt: '2022-11-29' });
const paused: readonly Fact[] = [...register, letter()];

const decided = (facts: readonly Fact[], when = at) => decide(facts, when, policyInForce(when));
/** A decision as it comes out of storage, with somebody's changes to it. */
function tampered(change: (stored: Stored) => void): Decision {
  const stored: Stored = JSON.parse(JSON.stringify(decided(paused)));
  change(stored);
  return stored as Decision;
}
type Open<T> = T extends string | number | boolean | null | undefined
  ? T
  : { -readonly [K in keyof T]: Open<T[K]> };
type Stored = Open<Decision>;

/** Puts something where its type forbids it, as somebody with an editor can. */
const anything = (value: unknown) => value as never;
const letterOf = (facts: readonly unknown[]) =>
  (facts as Open<Fact>[]).find((fact) => fact.kind === 'pause-letter') as Open<
    FactOf<'pause-letter'>
  >;
const shortOf = (fact: Fact) => fact.id.slice(0, 8);
const forged = letter({ sentOn: '2022-11-02', asAt: '2022-11-02' });

describe('a proof that holds', () => {
  test.each([
    ['paused by letter', paused, '2022-11-15'],
    ['scheduled by the rules of the day', paused, '2022-11-04'],
    [
      'live and restricted',
      [...register, ...extract({ on: true, patients104: 6000 })],
      '2022-11-15',
    ],
    ['working towards', [...register, plan()], '2022-11-15'],
    ['incomplete', [...register, declared({ asAt: '2022-11-01' })], '2022-11-15'],
    ['a code of which nothing is listed', [letter()], '2022-11-15'],
    [
      'opt-in after go-live',
      [
        ...register,
        dpia(),
        ...optInSteps(),
        bulk104({ doneOn: '2023-08-20' }),
        ...extract({ asAt: '2023-09-01', on: true, patients104: 6000 }),
      ],
      '2023-12-04',
    ],
  ] as const)('%s: nothing is objected, also after a way through JSON', (_, facts, on) => {
    const decision = decided(facts, clocks(on));
    expect(checkProof(decision)).toEqual([]);
    expect(checkProof(JSON.parse(JSON.stringify(decision)), POLICY, facts)).toEqual([]);
    expect(checkProof(decideInFull(facts, clocks(on)), POLICY, facts)).toEqual([]);
  });

  test('of a what-if holds under the entries that it was made with, and not under others', () => {
    const entries = POLICY.filter((entry) => entry.id !== 'letter-pauses-until-further-notice');
    const decision = decide(paused, at, policyInForce(at, entries));
    expect(checkProof(decision, entries)).toEqual([]);
    expect(checkProof(decision)).toContain(
      'Its status: scheduled is given, paused-by-letter follows.',
    );
  });
});

describe('a proof that was tampered with', () => {
  test.each<[string, (stored: Stored) => void, string | RegExp]>([
    [
      'another status',
      (d) => {
        d.status = 'live';
      },
      'Its status: live is given, paused-by-letter follows.',
    ],
    [
      'a signal put in',
      (d) => {
        d.signals.push('overdue');
      },
      'Its signals: overdue is given, none follows.',
    ],
    [
      'a flag taken out',
      (d) => {
        d.flags = [];
      },
      'Its flags: none is given, unreviewed follows.',
    ],
    [
      'a label put in',
      (d) => {
        d.labels = ['past-contractual-date'];
      },
      /^Its labels: past-contractual-date is given/,
    ],
    [
      'another day since when',
      (d) => {
        d.since = day('2022-10-30');
      },
      'Its day since when: 2022-10-30 is given, 2022-10-31 follows.',
    ],
    [
      'a direction',
      (d) => {
        d.towards = 'live';
      },
      'Its direction of the evidence: live is given, none follows.',
    ],
    [
      'a rule that was not in force',
      (d) => {
        d.proof.policy.push('target-april-2022');
      },
      'The rule target-april-2022 was not in force.',
    ],
    [
      'a rule that there is not',
      (d) => {
        d.proof.policy.push('my-own');
      },
      'There is no rule with the id my-own.',
    ],
    [
      'a rule left out',
      (d) => {
        d.proof.policy.pop();
      },
      /^Its rules rested on:/,
    ],
    [
      'a decider left out',
      (d) => {
        d.proof.decidedBy = [];
      },
      /^Its statements that decide: none is given/,
    ],
    [
      'a decider that is not used',
      (d) => {
        d.proof.decidedBy.push('0'.repeat(32));
      },
      'Statement 00000000 is said to decide and is not among those used.',
    ],
    [
      'a clause left out of those tried',
      (d) => {
        d.proof.tried.shift();
      },
      'The clauses tried are not those before paused-by-letter, in their order.',
    ],
    [
      'two clauses tried exchanged',
      (d) => {
        d.proof.tried.reverse();
      },
      'The clauses tried are not those before paused-by-letter, in their order.',
    ],
    [
      'a clause tried that lacks nothing',
      (d) => {
        d.proof.tried[3]!.lacked = [];
      },
      'It is not said what the clause live lacked.',
    ],
    [
      'a proof of another clause',
      (d) => {
        d.proof.clause = 'live';
      },
      'The proof is of the clause live, the decision by paused-by-letter.',
    ],
    [
      'fewer facts considered than used',
      (d) => {
        d.proof.considered.count = 1;
      },
      '1 facts are said to have been considered and 4 were used.',
    ],
    [
      'a digest that is none',
      (d) => {
        d.proof.considered.digest = '';
      },
      'The digest of the facts considered is no SHA-256.',
    ],
    [
      'a fact twice',
      (d) => {
        d.proof.used.push(d.proof.used[0]!);
      },
      /is used twice\.$/,
    ],
    [
      'a fact of another practice',
      (d) => {
        d.proof.used.push(letter({ code: 'A81002' }));
      },
      /is about practice A81002, the decision about A81001\.$/,
    ],
    [
      'a fact received later',
      (d) => {
        d.proof.used.push(letter({ receivedAt: '2022-12-24T09:00:00Z', sentTime: null }));
      },
      /was received at 2022-12-24T09:00:00\.000Z, after/,
    ],
    [
      'a retraction',
      (d) => {
        d.proof.used.push(retractionOf(letter()));
      },
      /is a retraction/,
    ],
    [
      'something that is no fact',
      (d) => {
        d.proof.used.push(anything({ id: 'x' }));
      },
      'Statement x is not written as a fact is.',
    ],
    [
      'clocks that are none',
      (d) => {
        d.clocks.validAt = anything('2022-11-31');
      },
      'Its clocks.validAt is not written as in a decision.',
    ],
    [
      'a list that is none',
      (d) => {
        d.proof.used = anything(null);
      },
      'Its proof.used is not written as in a decision.',
    ],
  ])('%s', (_, change, objection) => {
    const objections = checkProof(tampered(change));
    const wanted = typeof objection === 'string' ? objection : expect.stringMatching(objection);
    expect(objections).toContainEqual(wanted);
  });

  test('a fact whose value was changed has another id', () => {
    const decision = tampered((d) => {
      letterOf(d.proof.used).values.sentOn = day('2022-10-30');
    });
    expect(checkProof(decision)).toEqual([
      `Statement ${shortOf(letter())} was changed: its content gives another id.`,
    ]);
  });

  test('a fact left out: the state no longer follows', () => {
    const decision = tampered((d) => {
      d.proof.used = d.proof.used.filter((fact) => fact.kind !== 'listing');
    });
    expect(checkProof(decision)).toContain(
      'Its flags: unreviewed is given, not-in-register, unreviewed follows.',
    );
  });
});

describe('a decision in full', () => {
  test('that was changed anywhere breaks its seal', () => {
    const full = decideInFull(paused, at);
    expect(checkProof({ ...full, explanation: 'All is well.' })).toEqual([
      'The seal is not that of this content: something was changed afterwards.',
    ]);
  });

  test('whose next change is not ahead is refused, whoever sealed it', () => {
    const full = decideInFull(paused, at);
    const nextChange = { on: at.validAt, status: 'live', because: 'so' } as const;
    expect(checkProof({ ...full, nextChange })).toContain(
      'The next change, on 2022-11-15, is not after 2022-11-15.',
    );
  });
});

describe('against the whole ledger', () => {
  test('a decision that left out a fact is found, though its proof holds by itself', () => {
    const withdrawal = letter({
      withdrawnOn: '2022-11-10',
      asAt: '2022-11-10',
      effectiveOn: '2022-11-10',
    });
    const decision = decided(paused);
    expect(checkProof(decision)).toEqual([]);
    const objections = checkProof(decision, POLICY, [...paused, withdrawal]);
    expect(objections).toContain('The facts considered are not the 5 that the ledger holds.');
    expect(objections).toContain(
      'From all facts known: Its status: paused-by-letter is given, no-evidence follows.',
    );
  });

  test('a fact that was made up, with an id of its own, is not in it', () => {
    const decision = decided([...register, forged]);
    expect(checkProof(decision)).toEqual([]);
    expect(checkProof(decision, POLICY, register)).toContain(
      `Statement ${shortOf(forged)} was not in the ledger, or no longer stood.`,
    );
  });

  test('a fact that had been retracted by then no longer stood', () => {
    const ledger = [...paused, retractionOf(letter(), { receivedAt: '2022-11-10T09:00:00Z' })];
    expect(checkProof(decided(paused), POLICY, ledger)).toContain(
      `Statement ${shortOf(letter())} was not in the ledger, or no longer stood.`,
    );
    expect(checkProof(decided(ledger), POLICY, ledger)).toEqual([]);
  });

  test('a fact that is kept there from another file is not the one of the proof', () => {
    const decision = tampered((d) => {
      d.proof.used[0]!.source.sha256 = '0'.repeat(64);
    });
    expect(checkProof(decision)).toEqual([]);
    expect(checkProof(decision, POLICY, paused)[0]).toMatch(/is kept otherwise in the ledger\.$/);
  });
});

describe('the checker', () => {
  const folder = 'shared/state/check-proof';
  const files = readdirSync(folder);

  test.each(files)('%s shares no code with the rules', (file) => {
    const source = readFileSync(`${folder}/${file}`, 'utf8');
    const imported = [...source.matchAll(/from '(\.[^']+)'/g)].map((match) => match[1]!);
    const allowed =
      /^(\.\/[a-z-]+|\.\.\/decision|\.\.\/\.\.\/(calendar|practice)\/[a-z]+|\.\.\/\.\.\/policy\/(entry|timeline)|\.\.\/\.\.\/evidence\/(fact|statement-id))\.ts$/;
    expect(imported.filter((path) => !allowed.test(path))).toEqual([]);
    expect(source).not.toMatch(/policyInForce|entriesInForce/);
  });
});
