import * as z from 'zod';
import { IcbAsked } from '../list/asked-words.ts';
import { PartQuery } from '../list/part-of-list.ts';

export const PlaceAsk = z.object({
  place: IcbAsked.describe(
    'Whose releases: ENGLAND or an ICB’s code; your own where it is left out',
  ),
});
export type PlaceAsk = z.output<typeof PlaceAsk>;

export const ChainAsk = PlaceAsk.extend(PartQuery);

export const ChainSays = z.object({
  place: z.string(),
  links: z.int().describe('Links of the chain, of all places'),
  releases: z.int().describe('Links that hold a release of this place'),
  head: z.string().nullable().describe('SHA-256 of the last link'),
  broken: z.array(z.string()).describe('Links that do not follow from the one before'),
  places: z.array(z.string()),
  weeks: z.array(z.object({ week: z.string(), versions: z.array(z.string()) })),
  page: z.int(),
  pages: z.int(),
});
export type ChainSays = z.infer<typeof ChainSays>;
