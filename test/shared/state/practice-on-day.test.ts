import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../shared/evidence/fact.ts';
import { policyInForce } from '../../../shared/policy/timeline.ts';
import { groupByPractice, practicesOnDay } from '../../../shared/state/practice-on-day.ts';
import {
  clocks,
  declared,
  exemption,
  extract,
  letter,
  listing,
  listSize,
  membership,
  plan,
  retractionOf,
  succession,
} from '../builders.ts';

const OTHER = 'A81002';

/** Every practice that the facts speak of, as on the day. */
function all(facts: readonly Fact[], on: string, knownAt?: string) {
  const at = clocks(on, knownAt === undefined ? {} : { knownAt });
  return practicesOnDay(groupByPractice(facts), at, policyInForce(at));
}

function one(facts: readonly Fact[], on: string, knownAt?: string) {
  const found = all(facts, on, knownAt).find(({ decision }) => decision.practice === 'A81001');
  if (found === undefined) throw new Error('the practice is not among them');
  return found;
}

describe('grouping facts by practice', () => {
  test('each practice gets its own facts and nothing else', () => {
    const mine = [listing(), letter(), retractionOf(letter())];
    const theirs = [listing({ code: OTHER })];
    const groups = groupByPractice([...mine, ...theirs]);
    expect([...groups.keys()].sort()).toEqual(['A81001', OTHER]);
    expect(new Set(groups.get(mine[0]!.practice))).toEqual(new Set(mine));
    expect(groups.get(theirs[0]!.practice)).toEqual(theirs);
  });

  test('order and repetition of facts change no practice on the day', () => {
    const facts = [listing(), listSize(), ...extract({ on: true, asAt: '2023-05-01' })];
    const again = [...facts].reverse().concat(facts);
    expect(one(again, '2023-06-01')).toEqual(one(facts, '2023-06-01'));
  });

  test('a practice that no known fact speaks of is not there', () => {
    const facts = [listing(), listing({ code: OTHER, receivedAt: '2023-09-01T09:00:00Z' })];
    const codes = all(facts, '2023-06-01').map(({ decision }) => decision.practice);
    expect(codes).toEqual(['A81001']);
  });
});

describe('listed: in the complete list file that holds on the day', () => {
  const theirs = (asAt: string) => listSize({ code: OTHER, asAt, patients: 5000 });
  const mine = listSize({ asAt: '2023-05-01', patients: 8000 });
  const both = [listing(), listing({ code: OTHER }), mine, theirs('2023-05-01')];

  test('a practice in the file has its patients', () => {
    expect(one(both, '2023-06-01')).toMatchObject({ listed: true, patients: 8000 });
  });

  test('a practice absent from a later complete file is no longer listed and has no patients', () => {
    const later = [...both, theirs('2023-08-01')];
    expect(one(later, '2023-08-15')).toMatchObject({ listed: false, patients: 0 });
  });

  test('on the day before that file it was still listed', () => {
    const later = [...both, theirs('2023-08-01')];
    expect(one(later, '2023-07-31', '2023-09-01T00:00:00Z')).toMatchObject({
      listed: true,
      patients: 8000,
    });
  });

  test('a complete file not yet known ends nothing', () => {
    const later = [
      ...both,
      listSize({ code: OTHER, asAt: '2023-08-01', receivedAt: '2023-08-20T09:00:00Z' }),
    ];
    expect(one(later, '2023-08-15')).toMatchObject({ listed: true, patients: 8000 });
  });

  test('absence never closes a practice: it stays in scope', () => {
    const later = [...both, theirs('2023-08-01'), ...extract({ on: true, asAt: '2023-05-01' })];
    expect(one(later, '2023-08-15').decision.status).toBe('live');
  });

  test('the latest file gives the number', () => {
    const later = [...both, listSize({ asAt: '2023-08-01', patients: 8100 })];
    expect(one(later, '2023-08-15').patients).toBe(8100);
    expect(one(later, '2023-07-15', '2023-09-01T00:00:00Z').patients).toBe(8000);
  });

  test('a practice in no list file is not listed', () => {
    expect(one([listing(), theirs('2023-05-01')], '2023-06-01')).toMatchObject({
      listed: false,
      patients: 0,
    });
  });
});

describe('the place as on the day', () => {
  const then = { region: 'Y63', icb: 'QHM', subIcb: '16C' };
  const now = { region: 'Y58', icb: 'S0E4D', subIcb: 'U2G6B' };
  const moved = [
    listing(then),
    membership({ ...then, pcn: 'U11111' }),
    listing({ ...now, asAt: '2023-04-01' }),
    membership({ ...now, pcn: 'U22222', asAt: '2023-04-01' }),
  ];

  test('a past day has that day’s geography, though the later one is known', () => {
    expect(one(moved, '2023-03-31', '2023-06-01T00:00:00Z').place).toEqual({
      ...then,
      pcn: 'U11111',
    });
  });

  test('from the day of the new files on it has the new one', () => {
    expect(one(moved, '2023-04-01').place).toEqual({ ...now, pcn: 'U22222' });
  });

  test('before any listing the earliest one is used, and the decision flagged', () => {
    const seen = one(
      [listing({ ...now, asAt: '2023-04-01' })],
      '2023-03-01',
      '2023-06-01T00:00:00Z',
    );
    expect(seen.place).toMatchObject(now);
    expect(seen.decision.flags).toContain('register-later-than-day');
  });

  test('a practice in no register file has no name and no place, and is kept with a flag', () => {
    const seen = one(extract({ on: true, asAt: '2023-05-01' }), '2023-06-01');
    expect(seen).toMatchObject({
      name: null,
      place: { region: null, icb: null, subIcb: null, pcn: null },
    });
    expect(seen.decision).toMatchObject({ status: 'live', flags: ['not-in-register'] });
  });

  test('the name is that of the listing in force', () => {
    const renamed = [listing({ name: 'OLD' }), listing({ name: 'NEW', asAt: '2023-04-01' })];
    expect(one(renamed, '2023-03-31', '2023-06-01T00:00:00Z').name).toBe('OLD');
    expect(one(renamed, '2023-06-01').name).toBe('NEW');
  });
});

describe('what the figures need beside the state', () => {
  const counts = {
    onlineAccounts: 4000,
    accountsWithAccess: 3900,
    patients104: 12,
    patients106: 3,
  };
  const seen = extract({ on: true, asAt: '2023-05-01', ...counts });

  test('the supplier, the counts and the day last seen come from the latest extract', () => {
    const later = extract({ on: true, asAt: '2023-06-01', ...counts, accountsWithAccess: 3950 });
    expect(one([listing(), ...seen, ...later], '2023-06-15')).toMatchObject({
      supplier: 'EMIS',
      onlineAccounts: 4000,
      accountsWithAccess: 3950,
      patients104: 12,
      configurationSeenOn: '2023-06-01',
    });
  });

  test('the counts of a former supplier are not the practice’s any more', () => {
    const facts = [listing(), ...seen, membership({ supplier: 'TPP', asAt: '2023-06-01' })];
    expect(one(facts, '2023-06-15')).toMatchObject({
      supplier: 'TPP',
      onlineAccounts: null,
      accountsWithAccess: null,
      patients104: null,
    });
  });

  test('never seen in an extract has no counts and no day', () => {
    expect(one([listing()], '2023-06-15')).toMatchObject({
      supplier: null,
      onlineAccounts: null,
      accountsWithAccess: null,
      patients104: null,
      configurationSeenOn: null,
    });
  });

  test('declared live is the practice’s latest word, whatever its status', () => {
    const word = declared({ asAt: '2023-05-10' });
    const taken = declared({ status: 'paused', asAt: '2023-05-20' });
    expect(one([listing(), ...seen, word], '2023-06-01').declaredLive).toBe(true);
    expect(one([listing(), ...seen, word, taken], '2023-06-01').declaredLive).toBe(false);
  });

  test('a whole plan beside a letter is a plan in force until it lapses', () => {
    const facts = [listing(), ...extract({ asAt: '2022-10-15' }), letter(), plan()];
    expect(one(facts, '2023-03-31')).toMatchObject({
      planInForce: true,
      decision: { status: 'paused-by-letter' },
    });
    expect(one(facts, '2023-04-01').planInForce).toBe(false);
    expect(one([listing(), plan({ leadNamed: null })], '2023-01-15').planInForce).toBe(false);
  });

  test('only a national exemption leaves the denominators, and only while it lasts', () => {
    const local = exemption({ effectiveOn: '2023-02-01' });
    const national = exemption({
      level: 'national',
      effectiveOn: '2023-02-01',
      endsOn: '2023-06-30',
    });
    expect(one([listing(), local], '2023-06-01').exemptNationally).toBe(false);
    expect(one([listing(), national], '2023-06-30').exemptNationally).toBe(true);
    expect(one([listing(), national], '2023-07-01').exemptNationally).toBe(false);
  });

  test('a successor inherits no letter, plan or configuration', () => {
    const facts = [
      listing({ closedOn: '2023-05-31' }),
      ...extract({ on: true, asAt: '2023-05-01' }),
      letter(),
      plan({ targetOn: '2023-12-31' }),
      succession({ asAt: '2023-05-31' }),
      listing({ code: OTHER }),
      succession({ code: OTHER, direction: 'merged-from', other: 'A81001', asAt: '2023-05-31' }),
    ];
    const byCode = new Map(all(facts, '2023-06-15').map((p) => [String(p.decision.practice), p]));
    expect(byCode.get('A81001')?.decision.status).toBe('out-of-scope');
    expect(byCode.get(OTHER)).toMatchObject({
      planInForce: false,
      configurationSeenOn: null,
      decision: { status: 'no-evidence' },
    });
  });
});
