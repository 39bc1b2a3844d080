import type { Group } from './digest-lists.ts';
import { alertLines, alertTitle, patientsInWords } from './episode-words.ts';
import type { Links } from './links.ts';
import type { Entry } from './sheet.ts';
import { practiceOf } from './subject-line.ts';

/** One practice with its alerts beneath, as a commissioner reads it. */
export function practiceEntry(group: Group, { links }: { readonly links: Links }): Entry {
  const [{ episode }] = group;
  return {
    block: 'entry',
    title: practiceOf(episode),
    says: [patientsInWords(episode)],
    alerts: group.map((placed) => ({
      title: alertTitle(placed),
      lines: alertLines(placed, links),
    })),
  };
}
