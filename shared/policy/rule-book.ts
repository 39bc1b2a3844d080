import { type Day, longDay } from '../calendar/day.ts';
import type { PolicyChange, PolicyEntry } from './entry.ts';
import { applies, entriesInForce, oldestAnnouncementFirst, POLICY } from './timeline.ts';

/** What entries on a topic are about, in the order of the rule book. */
export const TOPIC_HEADINGS: Readonly<Record<PolicyChange['topic'], string>> = {
  target: 'Targets',
  'switch-on': 'Who is switched on without asking',
  'letter-effect': 'What a pause letter does',
  'contract-duty': 'The duty under the contract',
  threshold: 'Thresholds',
  'ladder-step': 'The chaser ladder',
  milestone: 'Milestones, which change no rule',
};

/** The five documents that the project started from, by the names under which entries cite them. */
export const SEEDS: Readonly<Record<string, string>> = {
  'Seed 000':
    '"Automatic access to patient records", guidance for practices in London, updated 1 November 2022',
  'Seed 001':
    '"Some practices will see automatic patient access to records go live this week", Management in Practice, 7 December 2022',
  'Seed 002':
    '"Accelerated access to GP-held patient records 2023: implementing an opt-in model", BMA, updated 28 June 2024',
  'Seed 003':
    '"Automatic roll-out of Citizen Access to GP records halted at eleventh hour", news report, 30 November 2022',
  'Seed 004':
    '"One in five GP practices not yet offering automatic records access", Management in Practice, 4 December 2023',
};

/** A source as people know it: a seed by its title. */
export function sourceInWords(source: string): string {
  return source.replace(/seed 00\d/gi, (seed) => SEEDS[`Seed ${seed.slice(-3)}`] ?? seed);
}

const INTRODUCTION = `# Rule book

Generated from the entries in \`shared/policy\`; \`node docs/write-rule-book.ts\` writes it anew.

An entry applies when it had been announced by the day whose rules are asked for, and has effect by
the day that the answer is about. It is in force when no applying entry supersedes it. So an entry
may be announced on one day and have effect from an earlier one.

Sources called seeds are the five documents that the project started from:

${Object.entries(SEEDS)
  .map(([seed, what]) => `- ${seed}: ${what}\n`)
  .join('')}`;

/** Takes policy entries, gives all of them as one Markdown page, a table for each topic, oldest announcement first. */
export function ruleBook(entries: readonly PolicyEntry[]): string {
  const sections = Object.entries(TOPIC_HEADINGS).flatMap(([topic, heading]) => {
    const rows = entries.filter((entry) => entry.change.topic === topic);
    return rows.length === 0
      ? []
      : [`## ${heading}\n\n${table(rows.toSorted(oldestAnnouncementFirst))}`];
  });
  return `${[INTRODUCTION, ...sections].join('\n')}`;
}

function table(entries: readonly PolicyEntry[]): string {
  const lines = entries.map((entry) => {
    const cells = [
      longDay(entry.announcedOn),
      longDay(entry.effectiveFrom),
      ruleInWords(entry.change),
      entry.says,
      entry.source,
      `\`${entry.id}\``,
      entry.supersedes.map((id) => `\`${id}\``).join(', '),
    ];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  });
  return `| Announced | Has effect from | Rule | In plain English | Source | Id | Supersedes |\n|---|---|---|---|---|---|---|\n${lines.join('')}`;
}

/** One entry as `rollout rules` shows it. */
export type RuleRow = {
  readonly id: string;
  readonly announcedOn: Day;
  readonly effectiveFrom: Day;
  readonly topic: PolicyChange['topic'];
  /** The change as data, in a few words: `100% by 31 October 2023`. */
  readonly rule: string;
  readonly says: string;
  readonly source: string;
  /** `in force`, `superseded by …` or `from 15 May 2023`, on the day whose rules are asked for. */
  readonly standing: string;
};

/**
 * Takes a day, gives every entry that had been announced by then, oldest first, with its standing
 * on that same day; without a day, every entry there is, with its standing once all of them apply.
 */
export function rulesTable({
  rulesAt,
  entries = POLICY,
}: {
  readonly rulesAt?: Day | undefined;
  readonly entries?: readonly PolicyEntry[];
}): readonly RuleRow[] {
  const on = rulesAt ?? lastDayOf(entries);
  return entries
    .filter((entry) => entry.announcedOn <= on)
    .toSorted(oldestAnnouncementFirst)
    .map((entry) => ({
      id: entry.id,
      announcedOn: entry.announcedOn,
      effectiveFrom: entry.effectiveFrom,
      topic: entry.change.topic,
      rule: ruleInWords(entry.change),
      says: entry.says,
      source: entry.source,
      standing: standingOf(entry, entries, on),
    }));
}

function standingOf(entry: PolicyEntry, entries: readonly PolicyEntry[], on: Day): string {
  const at = { rulesAt: on, validAt: on };
  if (!applies(entry, at)) return `from ${longDay(entry.effectiveFrom)}`;
  if (entriesInForce(entries, at).includes(entry)) return 'in force';
  const by = entries.filter((other) => applies(other, at) && other.supersedes.includes(entry.id));
  return `superseded by ${by.map(({ id }) => id).join(', ')}`;
}

/** The first day on which every entry applies; with no entry at all any day would do. */
function lastDayOf(entries: readonly PolicyEntry[]): Day {
  const days = entries.flatMap((entry) => [entry.announcedOn, entry.effectiveFrom]).toSorted();
  return days.at(-1) ?? ('0001-01-01' as Day);
}

/** Takes a change, gives its data in a few words, so that the plain English beside it can be checked. */
export function ruleInWords(change: PolicyChange): string {
  switch (change.topic) {
    case 'target':
      return change.by === null
        ? `${change.share}%, no date`
        : `${change.share}% by ${longDay(change.by)}`;
    case 'switch-on':
      return change.phasedFrom === null
        ? `only when booked (${change.suppliers.join(', ')})`
        : `in phases from ${longDay(change.phasedFrom)} (${change.suppliers.join(', ')})`;
    case 'letter-effect':
      return change.effect === 'paused'
        ? 'paused'
        : `scheduled for ${longDay(change.switchOn)} if sent by ${longDay(change.sentBy.day)} ${change.sentBy.time} (${change.suppliers.join(', ')})`;
    case 'contract-duty':
      return `live by ${longDay(change.deadline)}`;
    case 'threshold':
      return `${change.name} = ${change.value}`;
    case 'ladder-step':
      return `step ${change.step} after ${change.afterWeeks} weeks`;
    case 'milestone':
      return 'none';
    default:
      return change satisfies never;
  }
}
