import { isDay } from '../../calendar/day.ts';
import type { PolicyEntry } from '../../policy/entry.ts';
import type { Row } from '../table.ts';
import type { KnownChange, XmrPoint } from './phases.ts';
import { type Xmr, xmr } from './xmr.ts';

/**
 * The XmR series of newly live practices. Takes rows of the table `trend` (those of one scope and one
 * denominator; the first week, which has no week before it, is left out) and the policy entries that had been
 * announced; a new target, another switch-on or effect of letters is a change that a new phase may follow. Limits rest on the first 12 weeks of a
 * phase: a roll-out comes in waves, and limits that every wave lifts would call the weeks before it a concern.
 */
export function newlyLiveXmr(trend: readonly Row[], policy: readonly PolicyEntry[]): Xmr {
  const points = trend.flatMap(({ week, newly_live: value }): XmrPoint[] =>
    typeof week === 'string' && isDay(week) && typeof value === 'number' ? [{ week, value }] : [],
  );
  return xmr(points, {
    changes: policyChanges(policy),
    limitsFrom: 'first 12 weeks',
    counted: 'practices newly live',
  });
}

const CHANGES_THE_PROCESS: readonly string[] = ['target', 'switch-on', 'letter-effect'];

function policyChanges(policy: readonly PolicyEntry[]): readonly KnownChange[] {
  return policy
    .filter(({ change }) => CHANGES_THE_PROCESS.includes(change.topic))
    .map(({ announcedOn, says }) => ({ on: announcedOn, says: withoutStop(says) }));
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
