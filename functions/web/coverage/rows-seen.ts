import { may } from '../../../shared/access/may.ts';
import type { Member } from '../../../shared/access/member.ts';
import type { ScopeType } from '../../../shared/coverage/coverage-row.ts';
import { NOT_KNOWN } from '../../../shared/coverage/scopes.ts';
import { isSmall } from './figures.ts';

/** Of the rows of a cut the codes of those whose practices a member may see, all of them or none. */
export function rowsSeen(member: Member, by: ScopeType, codes: readonly string[]): string[] {
  const known = codes.filter((code) => code !== NOT_KNOWN);
  // Rows below the ICB are of their own practices from the beginning.
  if (member.scope.type === 'england' || isSmall(by)) return known;
  // A practice of an ICB of which nothing else is known: whoever may see it may see the ICB's.
  const anyIn = (icb: string) => ({ kind: 'practice', code: '' as never, icb, pcn: null }) as const;
  return by === 'icb' ? known.filter((code) => may(member, 'read-practice', anyIn(code))) : [];
}
