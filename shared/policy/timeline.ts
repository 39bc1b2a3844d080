import type { Day } from '../calendar/day.ts';
import { CONTRACT } from './contract.ts';
import type { PolicyChange, PolicyEntry, PolicyInForce, ThresholdName } from './entry.ts';
import { GUIDANCE } from './guidance.ts';
import { LADDER } from './ladder.ts';
import { LETTERS } from './letters.ts';
import { TARGETS } from './programme.ts';
import { PUBLISHED_FIGURES } from './published-figures.ts';
import { SWITCH_ON } from './switch-on.ts';
import { THRESHOLDS } from './thresholds.ts';

/** The two clocks that policy hangs on; what had been received by when plays no part. */
export type PolicyClocks = { readonly rulesAt: Day; readonly validAt: Day };

/** Every entry, oldest announcement first. A new deadline is one more entry here, and no code. */
export const POLICY: readonly PolicyEntry[] = [
  ...CONTRACT,
  ...TARGETS,
  ...LETTERS,
  ...SWITCH_ON,
  ...THRESHOLDS,
  ...LADDER,
  ...GUIDANCE,
  ...PUBLISHED_FIGURES,
].toSorted(oldestAnnouncementFirst);

/** Sorts by announcement, then by effect, then by id, so that no order of the source files shows. */
export function oldestAnnouncementFirst(a: PolicyEntry, b: PolicyEntry): number {
  return compared(
    `${a.announcedOn} ${a.effectiveFrom} ${a.id}`,
    `${b.announcedOn} ${b.effectiveFrom} ${b.id}`,
  );
}

/** True when the entry had been announced by rulesAt and has effect by validAt (design rule: policy as data). */
export function applies(entry: PolicyEntry, at: PolicyClocks): boolean {
  return entry.announcedOn <= at.rulesAt && entry.effectiveFrom <= at.validAt;
}

/** Takes any entries, gives those that apply and that no applying entry supersedes, in the order given. */
export function entriesInForce(
  entries: readonly PolicyEntry[],
  at: PolicyClocks,
): readonly PolicyEntry[] {
  const applying = entries.filter((entry) => applies(entry, at));
  const superseded = new Set(applying.flatMap((entry) => entry.supersedes));
  return applying.filter((entry) => !superseded.has(entry.id));
}

/**
 * Takes the two clocks, gives the policy that the rules of state and coverage look at. Before the
 * first entry on a topic that topic is null or empty: no policy date applies. Another list of
 * entries (a what-if) may be given; it must not be changed afterwards, as answers are remembered.
 */
export function policyInForce(
  at: PolicyClocks,
  entries: readonly PolicyEntry[] = POLICY,
): PolicyInForce {
  const memory = memoryOf(entries);
  const rulesStep = memory.announced.findLast((on) => on <= at.rulesAt) ?? '';
  const validStep = memory.effective.findLast((on) => on <= at.validAt) ?? '';
  const key = `${rulesStep}/${validStep}`;
  let answer = memory.answers.get(key);
  if (answer === undefined) {
    answer = gathered(entriesInForce(entries, at).toSorted(oldestAnnouncementFirst));
    memory.answers.set(key, answer);
  }
  return { rulesAt: at.rulesAt, validAt: at.validAt, ...answer };
}

type Answer = Omit<PolicyInForce, 'rulesAt' | 'validAt'>;
type Memory = {
  readonly announced: readonly Day[];
  readonly effective: readonly Day[];
  readonly answers: Map<string, Answer>;
};

/** Policy changes only on days that entries name, so there are few answers however many days are asked. */
const memories = new WeakMap<readonly PolicyEntry[], Memory>();

function memoryOf(entries: readonly PolicyEntry[]): Memory {
  let memory = memories.get(entries);
  if (memory === undefined) {
    memory = {
      announced: [...new Set(entries.map((entry) => entry.announcedOn))].toSorted(),
      effective: [...new Set(entries.map((entry) => entry.effectiveFrom))].toSorted(),
      answers: new Map(),
    };
    memories.set(entries, memory);
  }
  return memory;
}

function gathered(entries: readonly PolicyEntry[]): Answer {
  const targets = entries.filter(isOn('target')).filter((entry) => entry.change.by !== null);
  return {
    entries,
    switchOn: entries.findLast(isOn('switch-on')) ?? null,
    letterEffect: entries.findLast(isOn('letter-effect')) ?? null,
    contractDuty: entries.findLast(isOn('contract-duty')) ?? null,
    targets: targets.toSorted((a, b) => compared(a.change.by ?? '', b.change.by ?? '')),
    ladder: entries.filter(isOn('ladder-step')).toSorted((a, b) => a.change.step - b.change.step),
    thresholds: thresholdsOf(entries),
  };
}

function thresholdsOf(entries: readonly PolicyEntry[]): PolicyInForce['thresholds'] {
  const all = entries.filter(isOn('threshold'));
  const of = (name: ThresholdName) => all.findLast((entry) => entry.change.name === name) ?? null;
  return {
    'share-104-over': of('share-104-over'),
    'accounts-with-access-under': of('accounts-with-access-under'),
    'weeks-without-progress': of('weeks-without-progress'),
    'days-until-unknown': of('days-until-unknown'),
    'days-overdue-booking': of('days-overdue-booking'),
    'days-incomplete': of('days-incomplete'),
    'extracts-missing': of('extracts-missing'),
  };
}

type On<T extends PolicyChange['topic']> = PolicyEntry & {
  readonly change: Extract<PolicyChange, { topic: T }>;
};

function isOn<T extends PolicyChange['topic']>(topic: T) {
  return (entry: PolicyEntry): entry is On<T> => entry.change.topic === topic;
}

/** Text order by code unit: the same on every machine, whatever its language. */
function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
