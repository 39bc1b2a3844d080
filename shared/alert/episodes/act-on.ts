import { addDays, londonDay, longDay } from '../../calendar/day.ts';
import { byCodeUnits } from '../../coverage/by-code-units.ts';
import { canonical } from '../../evidence/statement-id.ts';
import { hasPatientData } from '../../intake/patient-data/screen.ts';
import type { Act, Episode } from '../episode.ts';

const LONGEST_TEXT = 500;
const LONGEST_SNOOZE_WEEKS = 26;

/**
 * Takes an open episode and what a person did about it, gives the episode with it in its next version.
 * The very same act again gives the same object; one that cannot stand gives why, with the remedy.
 * No patient data is kept, and no refusal repeats what was typed.
 */
export function withAct(episode: Episode, act: Act): Episode | { readonly refused: string } {
  const added = canonical(act);
  if (episode.acts.some((one) => canonical(one) === added)) return episode;
  const refused = whyClosed(episode) ?? whyDay(act) ?? whyText(act);
  if (refused !== null) return { refused };
  return {
    ...episode,
    acts: [...episode.acts, act].sort(oldestFirst),
    version: episode.version + 1,
  };
}

function oldestFirst(a: Act, b: Act): number {
  return byCodeUnits(a.at, b.at) || byCodeUnits(canonical(a), canonical(b));
}

function whyClosed({ id, closed }: Episode): string | null {
  if (closed === null) return null;
  const remedy =
    closed.passedTo === null
      ? '"rollout alerts" lists the episodes that are open.'
      : `It goes on as ${closed.passedTo}: act on that one.`;
  return `Episode ${id} was closed on ${longDay(closed.on)}. ${remedy}`;
}

function whyDay(act: Act): string | null {
  const today = londonDay(act.at);
  if (act.act === 'chased' && act.on > today) {
    return `${longDay(act.on)} has not come yet. Give the day on which the practice was chased, up to ${longDay(today)}.`;
  }
  if (act.act !== 'snoozed') return null;
  const first = addDays(today, 1);
  const last = addDays(today, LONGEST_SNOOZE_WEEKS * 7);
  if (act.until >= first && act.until <= last) return null;
  const what =
    act.until > last
      ? `${longDay(act.until)} is more than ${LONGEST_SNOOZE_WEEKS} weeks ahead.`
      : `${longDay(act.until)} is not after ${longDay(today)}.`;
  return `${what} Snooze until a day from ${longDay(first)} to ${longDay(last)}.`;
}

type Typed = { readonly named: string; readonly text: string };

function typedIn(act: Act): readonly Typed[] {
  const by = { named: 'the name of who did it', text: act.by };
  if (act.act === 'snoozed') return [by, { named: 'the reason', text: act.reason }];
  if (act.act === 'assigned') return [by, { named: 'the name it is assigned to', text: act.to }];
  return act.note === null ? [by] : [by, { named: 'the note', text: act.note }];
}

function whyText(act: Act): string | null {
  for (const { named, text } of typedIn(act)) {
    const wrong = wrongIn(text);
    if (wrong !== null) return `${named[0]!.toUpperCase()}${named.slice(1)} ${wrong}`;
  }
  return null;
}

/** Also what turns the direction of writing or breaks a line unseen: the text is shown in mails and on a terminal. */
const CONTROL = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;

function wrongIn(text: string): string | null {
  if (text.trim() === '') return 'is empty. Write a few words.';
  if (text.length > LONGEST_TEXT) {
    return `has ${text.length} characters. Keep it to ${LONGEST_TEXT}.`;
  }
  if (CONTROL.test(text)) {
    return 'has line breaks or other control characters. Write it in one line of plain text.';
  }
  if (hasPatientData(text)) {
    return 'seems to hold patient data, which is not kept. Write it again without names, dates of birth or NHS numbers of patients.';
  }
  return null;
}
