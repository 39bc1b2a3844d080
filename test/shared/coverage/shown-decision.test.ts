import { describe, expect, test } from 'vitest';
import { shownDecision } from '../../../shared/coverage/shown-decision.ts';
import { POLICY } from '../../../shared/policy/timeline.ts';
import { checkProof } from '../../../shared/state/check-proof/check-proof.ts';
import { decideInFull } from '../../../shared/state/decide-in-full.ts';
import { sealOf } from '../../../shared/state/seal.ts';
import { accessCounts, clocks, extract, listing } from '../builders.ts';

const asAt = '2023-11-30';
const said = { onlineAccounts: 1_008, accountsWithAccess: 907, patients104: 3, patients106: 1_238 };
const counts = accessCounts({ asAt, ...said });
const facts = [listing(), extract({ asAt, on: true }), counts].flat();
const decision = decideInFull(facts, clocks('2023-12-04'));
const shown = shownDecision(decision);

describe('a decision whose proof counts people', () => {
  test('shows no accounts of the practice, and patients with a code as below England', () => {
    expect(shown.proof.used.find((fact) => fact.kind === 'access-counts')?.values).toEqual({
      supplier: counts.values.supplier,
      onlineAccounts: '[c]',
      accountsWithAccess: '[c]',
      patients104: '[c]',
      patients106: 1_240,
    });
  });

  test('gives nothing that was hashed from the counts', () => {
    const text = JSON.stringify(shown);
    for (const hashed of [counts.id, decision.seal, decision.proof.considered.digest]) {
      expect(JSON.stringify(decision)).toContain(hashed);
      expect(text).not.toContain(hashed);
    }
    expect(text).toContain(`access-counts 1 of upload ${counts.source.uploadId}`);
  });

  test('is sealed as it is shown', () => {
    expect(shown.seal).toBe(sealOf(shown as typeof decision));
  });

  test('is otherwise the same', () => {
    const rest = ({ seal: _, proof, ...others }: typeof decision) => ({
      ...others,
      tried: proof.tried,
      policy: proof.policy,
      considered: proof.considered.count,
      used: proof.used.filter((fact) => fact.kind !== 'access-counts'),
    });
    expect(rest(shown as typeof decision)).toEqual(rest(decision));
  });

  test('is for the proof checker only before it is made fit to be shown', () => {
    expect(checkProof(decision, POLICY, facts)).toEqual([]);
    expect(checkProof(shown as typeof decision, POLICY, facts)).not.toEqual([]);
  });
});

test('a decision that rests on no count of people is shown as it is, but for the digest of all that is known', () => {
  const plain = decideInFull([listing()], clocks('2023-12-04'));
  const { proof, seal, ...rest } = shownDecision(plain);
  const { proof: own, seal: _, ...plainly } = plain;
  expect(rest).toEqual(plainly);
  expect(proof).toEqual({ ...own, considered: { ...own.considered, digest: '[c]' } });
  expect(seal).toMatch(/^[0-9a-f]{64}$/);
});
