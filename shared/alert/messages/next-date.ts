import { type Day, longDay } from '../../calendar/day.ts';
import { type Block, heading, paragraph } from './sheet.ts';

/** The next day on which something happens to a practice though nothing new arrives, and what, as a sentence. */
export type NextDate = { readonly on: Day; readonly what: string };

/** The day that comes next, where one is known. */
export function nextDateBlocks(next: NextDate | null): readonly Block[] {
  if (next === null) return [];
  return [heading('Your next date'), paragraph({ strong: longDay(next.on) }, `: ${next.what}`)];
}
