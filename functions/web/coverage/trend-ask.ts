import * as z from 'zod';
import type { Member } from '../../../shared/access/member.ts';
import { type Place, placeFrom } from './place.ts';

/** Which place a trend is of. */
export const OfQuery = {
  of: z
    .string()
    .refine((words) => words === '' || placeFrom(words) !== null, 'Write a place as icb:QHM')
    .optional()
    .describe('A place, such as icb:QHM, or empty for England; your own ICB where it is left out'),
};

/** The place asked for; where none is, the member's own ICB, and England for whoever has none. */
export function placeOf(
  { of }: { readonly of?: string | undefined },
  { scope }: Pick<Member, 'scope'>,
): Place {
  if (of === undefined && scope.type === 'icb') return { type: 'icb', code: scope.code };
  return (of ? placeFrom(of) : null) ?? { type: 'national', code: 'ENGLAND' };
}
