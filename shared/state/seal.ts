import { hash } from 'node:crypto';
import { canonical } from '../evidence/statement-id.ts';
import type { DecisionInFull } from './decision.ts';

/** SHA-256 (hex) over the decision's canonical JSON without the seal itself: any later change shows. */
export function sealOf(decision: Omit<DecisionInFull, 'seal'>): string {
  const { seal: _, ...unsealed } = decision as DecisionInFull;
  return hash('sha256', canonical(unsealed), 'hex');
}

/**
 * SHA-256 (hex) over all that a decision says but the clocks it was asked under, and the paragraph,
 * which names the day and follows from the rest: two days on which nothing changed have the same
 * content, so an unchanged day need not be written.
 */
export function contentOf(decision: DecisionInFull): string {
  const { seal: _seal, clocks: _clocks, explanation: _explanation, ...content } = decision;
  return hash('sha256', canonical(content), 'hex');
}
