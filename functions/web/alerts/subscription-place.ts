import { may } from '../../../shared/access/may.ts';
import type { Member } from '../../../shared/access/member.ts';
import type { Resource } from '../../../shared/access/resource.ts';
import type { Scope, Subscription } from '../../../shared/alert/subscription.ts';
import type { PracticeCode } from '../../../shared/practice/code.ts';
import type { OnDay } from '../world.ts';
import { practiceAt } from './look.ts';

type Made = Pick<Subscription, 'scope' | 'icb'>;

/**
 * Whose matter a subscription is: that of the ICB in whose name it was made, while there is one of that code;
 * else of the ICB that all its practices are in on the day, else England's. A place without practices that
 * day is England's too.
 */
export function placeOfSubscription({ scope, icb: by }: Made, england: OnDay): Resource {
  if (scope.type === 'icb') return { kind: 'icb', code: scope.code };
  if (by !== undefined && england.practices.some(({ place }) => place.icb === by)) {
    return { kind: 'icb', code: by };
  }
  const icbs = new Set(icbsOf(scope, england));
  const [icb] = icbs;
  return icbs.size === 1 && icb != null ? { kind: 'icb', code: icb } : { kind: 'england' };
}

function icbsOf(scope: Exclude<Scope, { type: 'icb' }>, england: OnDay): (string | null)[] {
  if (scope.type === 'practices') {
    return withSuccessors(scope.codes, england).map((code) => practiceAt(england, code).icb);
  }
  const level = scope.type === 'pcn' ? 'pcn' : 'subIcb';
  return england.practices.flatMap(({ place, outOfScope }) =>
    place[level] === scope.code && outOfScope === null ? [place.icb] : [],
  );
}

/** A practice that merged is told of as the one that it merged into: whoever subscribes must have that one too. */
function withSuccessors(codes: readonly PracticeCode[], { known }: OnDay): readonly PracticeCode[] {
  const found = new Set<PracticeCode>(codes);
  for (const code of found) {
    for (const { kind, values } of known.byPractice.get(code) ?? []) {
      if (kind === 'succession' && values.direction === 'merged-into') found.add(values.other);
    }
  }
  return [...found];
}

/** The ICB to which a resource belongs, for the audit. */
export function icbOfPlace(resource: Resource): string | null {
  return resource.kind === 'icb' ? resource.code : null;
}

/** Whether a member may see a subscription, and change it. */
export function maySubscribe(member: Member, made: Made, england: OnDay): boolean {
  return may(member, 'subscribe', placeOfSubscription(made, england));
}
