import * as z from 'zod';
import { PACES, type Subscription } from '../../../shared/alert/subscription.ts';
import { type Day, longDay } from '../../../shared/calendar/day.ts';
import { wordFor } from '../list/asked-words.ts';
import type { Answer, Tried, View } from '../route.ts';
import { paceSelects } from './pace-fields.ts';

export const SubscriptionSays = z.object({
  id: z.string(),
  is_of_practice: z.boolean(),
  is_stopped: z
    .boolean()
    .describe('Nothing is sent to its address until somebody says that it works again'),
  ended_on: z.string().nullable(),
  since: z.string(),
  says_nothing_new: z.boolean().describe('A digest comes even when there is nothing to say'),
  paces: z.record(z.string(), z.enum(PACES)),
});
export type SubscriptionSays = z.infer<typeof SubscriptionSays>;

const DONE: Readonly<Record<string, string>> = {
  added: 'The subscription is in force.',
  changed: 'The subscription is changed.',
  works: 'Mail is sent to this address again.',
};

/** The page of one subscription. `tried`: a change of it that could not be made. */
export function subscriptionView(
  { says, tables }: Answer<SubscriptionSays>,
  query: URLSearchParams,
  tried: Tried | null,
): View {
  const row = tables[0]!.rows[0]!;
  const shown = (key: string) => String(row[key] ?? '');
  return {
    view: 'alerts/subscription.njk',
    title: `Subscription ${says.id}`,
    data: {
      done: tried === null ? wordFor(DONE, query.get('done')) : null,
      facts: [
        { key: 'Who is told', text: shown('to') },
        { key: 'How', text: shown('channel') },
        { key: 'About', text: shown('about') },
        { key: 'As', text: shown('audience') },
        { key: 'How soon', text: shown('paces') },
        { key: 'Since', text: longDay(says.since as Day) },
        { key: 'State', text: shown('state') },
        ...(says.ended_on === null ? [] : [{ key: 'Ended', text: longDay(says.ended_on as Day) }]),
      ],
      forms:
        says.ended_on === null
          ? {
              change: `/subscriptions/${says.id}/change`,
              end: `/subscriptions/${says.id}/end`,
              works: says.is_stopped ? `/subscriptions/${says.id}/works` : null,
              selects: says.is_of_practice
                ? []
                : paceSelects(says.paces as Subscription['paces'], tried?.typed ?? {}),
            }
          : null,
    },
  };
}
