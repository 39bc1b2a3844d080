import { CHASED_BY } from '../../../shared/alert/episode.ts';
import { HOW_WORDS } from '../../../shared/alert/messages/episode-words.ts';
import { addDays, type Day, longDay } from '../../../shared/calendar/day.ts';
import type { Tried } from '../route.ts';
import type { EpisodeSays } from './episode-says.ts';

export const ACT_NAMES = ['chase', 'acknowledge', 'assign', 'snooze'] as const;
export type ActName = (typeof ACT_NAMES)[number];

/** A form that could not be taken, with what is wrong. */
export type TriedAct = { readonly act: ActName; readonly tried: Tried };

/** As long as a snooze may be. */
const SNOOZE_DAYS = 26 * 7;

/**
 * The forms beneath an alert. The one that could not be taken is open, with what was typed and what is
 * wrong; its fields have their plain names as ids, so that the list of errors leads to them.
 */
export function actForms(
  { id, noted_on }: Pick<EpisodeSays, 'id' | 'noted_on'>,
  again: TriedAct | null,
) {
  const on = noted_on as Day;
  const form = (act: ActName) => formOf(id, act, again?.act === act ? again : null);
  const [first, last] = [longDay(addDays(on, 1)), longDay(addDays(on, SNOOZE_DAYS))];
  return {
    chase: {
      ...form('chase'),
      today: noted_on,
      hows: CHASED_BY.map((how) => ({ value: how, text: capital(HOW_WORDS[how]) })),
      onHint: `Up to ${longDay(on)}`,
    },
    acknowledge: form('acknowledge'),
    assign: form('assign'),
    snooze: {
      ...form('snooze'),
      untilHint: `From ${first} to ${last}. On that day it wakes by itself`,
    },
  };
}

function formOf(id: string, act: ActName, again: TriedAct | null) {
  const wrong = again?.tried.wrong ?? [];
  const errors: Record<string, { readonly text: string }> = {};
  for (const { field, says } of wrong) if (field !== null) errors[field] ??= { text: says };
  return {
    action: `/alerts/${id}/${act}`,
    prefix: again === null ? `${act}-` : '',
    isOpen: again !== null,
    typed: again?.tried.typed ?? {},
    errors,
  };
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
