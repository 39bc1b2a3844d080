import { may } from '../../../shared/access/may.ts';
import type { Member } from '../../../shared/access/member.ts';
import type { Leg, Standing } from '../../../shared/coverage/moved/leg.ts';

/**
 * The steps of a member's own practices. A practice that came from another place, or went to one, is
 * theirs on one side alone: the other side is left out, as if it had come from outside the count.
 */
export function ownLegs(member: Member, legs: readonly Leg[]): readonly Leg[] {
  if (member.scope.type === 'england') return legs;
  return legs.flatMap((leg) => {
    const isOwn = (standing: Standing | null) =>
      standing !== null &&
      may(member, 'read-practice', { kind: 'practice', code: leg.practice, ...standing.place });
    const [from, to] = [isOwn(leg.from) ? leg.from : null, isOwn(leg.to) ? leg.to : null];
    return from === null && to === null ? [] : [{ ...leg, from, to }];
  });
}
