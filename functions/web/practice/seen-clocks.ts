import { may } from '../../../shared/access/may.ts';
import type { Clocks } from '../../../shared/calendar/clocks.ts';
import { endOfLondonDay } from '../../../shared/calendar/day.ts';
import type { PracticeCode } from '../../../shared/practice/code.ts';
import type { WebDeps } from '../deps.ts';
import type { Asked } from '../route.ts';

/**
 * The clocks under which a reader sees a practice that was theirs on the day asked about. Where it has left
 * their place since, nothing counts that came after that day: what it said and did later is another's matter.
 * (Issue: an ICB only its own practices as at that day.)
 */
export async function seenClocks(
  { world, today }: Pick<WebDeps, 'world' | 'today'>,
  code: PracticeCode,
  { member, clocks, moment }: Pick<Asked, 'member' | 'clocks' | 'moment'>,
): Promise<Clocks> {
  if (member.scope.type === 'england' || member.scope.type === 'practices') return clocks;
  const now = await world.on({ validAt: today(), knownAt: moment, rulesAt: today() });
  const place = now.byCode.get(code)?.place;
  const isStill =
    place !== undefined && may(member, 'read-practice', { kind: 'practice', code, ...place });
  const end = endOfLondonDay(clocks.validAt);
  return isStill || clocks.knownAt <= end ? clocks : { ...clocks, knownAt: end };
}
