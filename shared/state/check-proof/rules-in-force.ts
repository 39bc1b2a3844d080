import type { Clocks } from '../../calendar/clocks.ts';
import type { PolicyChange, PolicyEntry, ThresholdName } from '../../policy/entry.ts';

type Topic = PolicyChange['topic'];
type On<T extends Topic> = PolicyEntry & { readonly change: Extract<PolicyChange, { topic: T }> };

/** The rules that a decision can hang on, as the checker works them out of the entries. */
export type Rules = {
  readonly ids: ReadonlySet<string>;
  readonly switchOn: On<'switch-on'> | undefined;
  readonly letterEffect: On<'letter-effect'> | undefined;
  readonly contractDuty: On<'contract-duty'> | undefined;
  readonly threshold: (name: ThresholdName) => On<'threshold'> | undefined;
};

/**
 * Works out the rules in force again: announced by rulesAt, effective by validAt, and put out of force
 * by no entry of which the same is true (design rule "Policy as data"); the newest of a topic counts.
 */
export function rulesInForce(
  entries: readonly PolicyEntry[],
  at: Pick<Clocks, 'rulesAt' | 'validAt'>,
): Rules {
  const begun = entries.filter((e) => e.announcedOn <= at.rulesAt && e.effectiveFrom <= at.validAt);
  const inForce = begun
    .filter((entry) => !begun.some((other) => other.supersedes.includes(entry.id)))
    .toSorted((a, b) => (age(a) < age(b) ? -1 : 1));
  const all = <T extends Topic>(topic: T) =>
    inForce.filter((entry): entry is On<T> => entry.change.topic === topic);
  return {
    ids: new Set(inForce.map((entry) => entry.id)),
    switchOn: all('switch-on').at(-1),
    letterEffect: all('letter-effect').at(-1),
    contractDuty: all('contract-duty').at(-1),
    threshold: (name) => all('threshold').findLast((entry) => entry.change.name === name),
  };
}

function age(entry: PolicyEntry): string {
  return `${entry.announcedOn} ${entry.effectiveFrom} ${entry.id}`;
}
