import * as z from 'zod';
import type { Member } from '../../../shared/access/member.ts';
import type { Resource } from '../../../shared/access/resource.ts';
import { isDay } from '../../../shared/calendar/day.ts';
import type { WebDeps } from '../deps.ts';
import { IcbAsked } from '../list/asked-words.ts';
import type { Asked } from '../route.ts';
import { type Published, publishedIn } from './published.ts';

export const PlaceAsk = z.object({
  place: IcbAsked.describe(
    'Whose releases: ENGLAND or an ICB’s code; your own where it is left out',
  ),
});
export type PlaceAsk = z.output<typeof PlaceAsk>;

export const ReleaseAsk = PlaceAsk.extend({
  week: z
    .string()
    .refine(isDay, 'Write a week by its Monday, as 2023-12-04')
    .describe('The Monday'),
  version: z
    .string()
    .regex(/^(\d+\.\d+\.\d+)?$/, 'Write a version as 1.0.0')
    .transform((version) => version || undefined)
    .optional()
    .describe('The latest where none is named'),
});
export type ReleaseAsk = z.output<typeof ReleaseAsk>;

/** The place whose releases are meant: the one named, else the member's ICB, else England. */
export function placeAsked({ place }: PlaceAsk, { scope }: Pick<Member, 'scope'>): string {
  return place ?? (scope.type === 'icb' ? scope.code : 'ENGLAND');
}

/** The release that is asked for; null where there is none. */
export function releaseAsked(
  deps: Pick<WebDeps, 'reports'>,
  { ask, member }: Pick<Asked<ReleaseAsk>, 'ask' | 'member'>,
): Promise<Published | null> {
  return publishedIn(deps, {
    week: ask.week,
    version: ask.version,
    place: placeAsked(ask, member),
  });
}

/** It as a resource. */
export async function releaseResource(
  deps: WebDeps,
  asked: Asked<ReleaseAsk>,
): Promise<Resource | null> {
  const published = await releaseAsked(deps, asked);
  return published === null ? null : { kind: 'release', place: published.place };
}
