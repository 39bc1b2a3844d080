import { addDays, type Day, endOfLondonDay, longDay } from '../shared/calendar/day.ts';
import { impactOf } from '../shared/coverage/what-if/impact.ts';
import type { Fact } from '../shared/evidence/fact.ts';
import { compareTimelines, type TimelineChanges } from '../shared/policy/compare-timelines.ts';
import type { PolicyEntry } from '../shared/policy/entry.ts';
import { ruleInWords } from '../shared/policy/rule-book.ts';
import type { PracticeCode } from '../shared/practice/code.ts';
import { flipLines } from './what-if-page.ts';
import { MADE_UP } from './words.ts';

/** Practices that are listed for each day. */
const MOST_LISTED = 20;

export type PolicyImpactAsk = {
  readonly before: readonly PolicyEntry[];
  readonly after: readonly PolicyEntry[];
  /** What the timeline is compared with, for the title. */
  readonly base: string;
  /** The facts of the sample; only asked for where an entry has changed. */
  readonly sample: () => ReadonlyMap<PracticeCode, readonly Fact[]>;
  readonly firstDay: Day;
  readonly lastDay: Day;
};

/**
 * What a changed policy does to the made-up sample: the entries added, changed and removed, and the
 * practices that change on the sample's last day and on each day within it on which a changed entry is
 * announced, has effect, or is a deadline that has just passed; each under the rules of its own day.
 */
export function policyImpact(ask: PolicyImpactAsk): string {
  const { before, after, base, sample, lastDay } = ask;
  const changes = compareTimelines(before, after);
  const lines = changeLines(changes);
  if (lines.length === 0) return `No policy entry differs from ${base}.`;
  const grouped = sample();
  const days = daysToShow(changes, ask).flatMap((on) => {
    const at = { validAt: on, knownAt: endOfLondonDay(on), rulesAt: on };
    const { flips } = impactOf({ grouped, at, before, after });
    if (flips.length === 0 && on !== lastDay) return [];
    return [
      '',
      `On ${longDay(on)}, under the rules of that day:`,
      ...flipLines(flips, MOST_LISTED),
    ];
  });
  return [`Policy compared with ${base}:`, ...lines, '', MADE_UP, ...days].join('\n');
}

function changeLines({ added, removed, changed }: TimelineChanges): readonly string[] {
  return [
    ...added.map((one) => `- added ${one.id}: ${described(one)}`),
    ...removed.map((one) => `- removed ${one.id}: ${described(one)}`),
    ...changed.map(
      ({ before, after, fields }) =>
        `- changed ${after.id} (${fields.join(', ')}): ${described(before)} -> ${described(after)}`,
    ),
  ];
}

function described({ change, announcedOn, effectiveFrom }: PolicyEntry): string {
  return `${ruleInWords(change)}; announced ${longDay(announcedOn)}, effective from ${longDay(effectiveFrom)}`;
}

function daysToShow(
  { added, removed, changed }: TimelineChanges,
  { firstDay, lastDay }: PolicyImpactAsk,
): readonly Day[] {
  const entries = [...added, ...removed, ...changed.flatMap((one) => [one.before, one.after])];
  const days = entries.flatMap(({ announcedOn, effectiveFrom, change }) => [
    announcedOn,
    effectiveFrom,
    ...(change.topic === 'contract-duty' ? [addDays(change.deadline, 1)] : []),
  ]);
  const within = days.filter((on) => on >= firstDay && on < lastDay);
  return [...new Set(within)].toSorted().concat(lastDay);
}
