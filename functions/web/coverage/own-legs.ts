import { may } from '../../../shared/access/may.ts';
import type { Member } from '../../../shared/access/member.ts';
import type { Leg, Standing } from '../../../shared/coverage/moved/leg.ts';

/**
 * The steps of a member's own practices. Of a practice that came from another place, or went to one, only
 * that it came or went is told, as one step from or to outside of theirs: what it did before it came, or
 * after it left, is another's matter, and which of both a step was does not stand in it. Sums stay whole.
 */
export function ownLegs(member: Member, legs: readonly Leg[]): readonly Leg[] {
  if (member.scope.type === 'england') return legs;
  const isOwn = ({ practice }: Leg, standing: Standing | null) =>
    standing !== null &&
    may(member, 'read-practice', { kind: 'practice', code: practice, ...standing.place });
  return [...Map.groupBy(legs, ({ practice }) => practice).values()].flatMap((own) => {
    const [first, last] = [own[0]!, own.at(-1)!];
    const isForeign = (standing: Standing | null, leg: Leg) =>
      standing !== null && !isOwn(leg, standing);
    if (!own.some((leg) => isForeign(leg.from, leg) || isForeign(leg.to, leg))) return own;
    const from = isOwn(first, first.from) ? first.from : null;
    const to = isOwn(last, last.to) ? last.to : null;
    if (from === null && to === null) return [];
    const because = from === null ? 'It came from another place.' : 'It went to another place.';
    return [{ ...last, cause: 'transfer' as const, from, to, because }];
  });
}
