import * as z from 'zod';
import { PartQuery } from '../list/part-of-list.ts';
import { PlaceAsk } from './release-ask.ts';

export const ListAsk = PlaceAsk.extend(PartQuery);
export type ListAsk = z.output<typeof ListAsk>;

export const ListSays = z.object({
  place: z.string(),
  places: z.array(z.string()).describe('Whose releases you may read'),
  releases: z.int(),
  page: z.int(),
  pages: z.int(),
});
export type ListSays = z.infer<typeof ListSays>;
