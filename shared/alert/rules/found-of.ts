import type { Fact } from '../../evidence/fact.ts';
import type { PracticeCode } from '../../practice/code.ts';
import type { Found } from '../found.ts';
import { alertsOf, holdsOn } from './alerts-of.ts';
import type { Subject } from './subject.ts';

/** All that a run finds of one practice on its day: the alerts that hold, and what else is told of it. */
export function foundOf(subject: Subject): Found {
  const { practice, view, known } = subject;
  const { decision, place } = practice;
  const { on } = view.picture;
  const { status, signals } = decision;
  return {
    practice: decision.practice,
    about: {
      name: practice.name,
      patients: practice.listed ? practice.patients : null,
      region: place.region,
      icb: place.icb,
      subIcb: place.subIcb,
      pcn: place.pcn,
    },
    alerts: alertsOf(subject).filter((alert) => holdsOn(alert, on)),
    status,
    since: decision.since,
    isExempt: signals.includes('exempt') || signals.includes('exempt-nationally'),
    outOfScope: practice.outOfScope,
    successor: status === 'out-of-scope' ? successorIn(known, on) : null,
  };
}

/** The practice that it merged into by the day; of several the latest. */
function successorIn(known: readonly Fact[], on: string): PracticeCode | null {
  const merged = known
    .filter((fact) => fact.kind === 'succession')
    .filter((fact) => fact.values.direction === 'merged-into' && fact.effectiveOn <= on)
    .sort((a, b) => (`${a.effectiveOn} ${a.id}` < `${b.effectiveOn} ${b.id}` ? 1 : -1));
  return merged[0]?.values.other ?? null;
}
