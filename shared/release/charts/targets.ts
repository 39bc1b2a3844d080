import { type Day, longDay } from '../../calendar/day.ts';
import type { PolicyEntry } from '../../policy/entry.ts';
import { shortDay } from './week-axis.ts';

/** A target as it was announced, and what became of it. */
export type AnnouncedTarget = {
  readonly share: number;
  readonly by: Day;
  readonly knownFrom: Day;
  /** Null: it stands. */
  readonly ended: { readonly on: Day; readonly how: 'replaced' | 'withdrawn' } | null;
};

/**
 * Takes policy entries (those announced so far), gives the targets with a date, in the order of their
 * announcement. A target ends with the first entry that supersedes it: withdrawn where that names no date.
 */
export function announcedTargets(policy: readonly PolicyEntry[]): readonly AnnouncedTarget[] {
  return policy
    .flatMap((entry): AnnouncedTarget[] => {
      const { change, id, announcedOn: knownFrom } = entry;
      if (change.topic !== 'target' || change.by === null) return [];
      return [{ share: change.share, by: change.by, knownFrom, ended: endOf(id, policy) }];
    })
    .toSorted((a, b) => compared(`${a.knownFrom} ${a.by}`, `${b.knownFrom} ${b.by}`));
}

function endOf(id: string, policy: readonly PolicyEntry[]): AnnouncedTarget['ended'] {
  const [first] = policy
    .filter(({ supersedes }) => supersedes.includes(id))
    .toSorted((a, b) => compared(`${a.announcedOn} ${a.id}`, `${b.announcedOn} ${b.id}`));
  if (first === undefined) return null;
  const isMoved = first.change.topic === 'target' && first.change.by !== null;
  return { on: first.announcedOn, how: isMoved ? 'replaced' : 'withdrawn' };
}

/** Whether a target stood on a day: announced by then, and neither replaced nor withdrawn. */
export function stoodOn({ knownFrom, ended }: AnnouncedTarget, on: Day): boolean {
  return knownFrom <= on && (ended === null || ended.on > on);
}

/** `90% by 31 March 2024`. */
export function targetInWords({ share, by }: AnnouncedTarget): string {
  return `${share}% by ${longDay(by)}`;
}

/** `90% by 31 Mar 2024`, with what became of it: `100% by 30 Nov 2022 (withdrawn 29 Nov 2022)`. */
export function shortTarget({ share, by, ended }: AnnouncedTarget): string {
  const end = ended === null ? '' : ` (${ended.how} ${shortDay(ended.on)})`;
  return `${share}% by ${shortDay(by)}${end}`;
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
