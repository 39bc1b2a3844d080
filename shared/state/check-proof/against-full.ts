import { hash } from 'node:crypto';
import { canonical } from '../../evidence/statement-id.ts';
import type { DecisionInFull } from '../decision.ts';

/** Objections to what a decision in full adds: the seal over all of it, and a next change that is yet to come. */
export function objectionsToFull(decision: DecisionInFull): readonly string[] {
  const { seal, ...sealed } = decision;
  const objections: string[] = [];
  if (hash('sha256', canonical(sealed), 'hex') !== seal) {
    objections.push('The seal is not that of this content: something was changed afterwards.');
  }
  const { nextChange, clocks } = decision;
  if (nextChange && nextChange.on <= clocks.validAt) {
    objections.push(`The next change, on ${nextChange.on}, is not after ${clocks.validAt}.`);
  }
  return objections;
}
