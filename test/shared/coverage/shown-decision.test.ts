import { expect, test } from 'vitest';
import { shownDecision } from '../../../shared/coverage/shown-decision.ts';
import { decideInFull } from '../../../shared/state/decide-in-full.ts';
import { accessCounts, clocks, extract, listing } from '../builders.ts';

test('counts of 1 to 7 people in a proof are not shown, and nothing else is hidden', () => {
  const counts = accessCounts({
    asAt: '2023-11-30',
    onlineAccounts: 8,
    accountsWithAccess: 7,
    patients104: 1,
    patients106: 0,
  });
  const facts = [listing(), extract({ asAt: '2023-11-30', on: true }), counts].flat();
  const decision = decideInFull(facts, clocks('2023-12-04'));
  const shown = shownDecision(decision);
  expect(shown.proof.used.find((fact) => fact.kind === 'access-counts')?.values).toEqual({
    supplier: counts.values.supplier,
    onlineAccounts: 8,
    accountsWithAccess: '[c]',
    patients104: '[c]',
    patients106: 0,
  });
  const others = (used: readonly { kind: string }[]) =>
    used.filter((fact) => fact.kind !== 'access-counts');
  expect({ ...shown, proof: others(shown.proof.used) }).toEqual({
    ...decision,
    proof: others(decision.proof.used),
  });
});
