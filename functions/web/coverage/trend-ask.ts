import * as z from 'zod';
import { type Place, placeFrom } from './place.ts';

/** Which place a trend is of. */
export const OfQuery = {
  of: z
    .string()
    .refine((words) => words === '' || placeFrom(words) !== null, 'Write a place as icb:QHM')
    .optional()
    .describe('A place, such as icb:QHM or region:Y63; England where none is named'),
};

/** The place asked for; England where none is. */
export function placeOf({ of }: { readonly of?: string | undefined }): Place {
  return (of ? placeFrom(of) : null) ?? { type: 'national', code: 'ENGLAND' };
}
