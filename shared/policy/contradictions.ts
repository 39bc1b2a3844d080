import type { PolicyChange, PolicyEntry } from './entry.ts';
import { entriesInForce, type PolicyClocks } from './timeline.ts';

/**
 * Takes policy entries, gives what is wrong with them as sentences, none when all is well: an id
 * given twice, a superseded id that does not exist, an entry that supersedes one announced after
 * it, and two entries that are in force at the same clocks on something that only one can say
 * (design rule: two entries that contradict without one superseding the other fail the tests).
 */
export function contradictions(entries: readonly PolicyEntry[]): readonly string[] {
  return [
    ...idsGivenTwice(entries),
    ...entries.flatMap((entry) => wrongSupersessions(entry, entries)),
    ...pairs(entries).flatMap(([first, second]) => clash(first, second, entries)),
  ];
}

function idsGivenTwice(entries: readonly PolicyEntry[]): string[] {
  const ids = entries.map(({ id }) => id);
  const twice = new Set(ids.filter((id, i) => ids.indexOf(id) !== i));
  return [...twice].map((id) => `the id "${id}" is given to more than one entry`);
}

function wrongSupersessions(entry: PolicyEntry, entries: readonly PolicyEntry[]): string[] {
  return entry.supersedes.flatMap((id) => {
    const other = entries.find((candidate) => candidate.id === id);
    if (other === undefined) return [`"${entry.id}" supersedes "${id}", which does not exist`];
    if (other.announcedOn > entry.announcedOn) {
      return [`"${entry.id}" supersedes "${id}", which was announced after it`];
    }
    // Two that supersede each other, or one that supersedes itself, would both be out of force.
    if (other.supersedes.includes(entry.id)) {
      return [`"${entry.id}" and "${id}" supersede each other`];
    }
    return [];
  });
}

/**
 * Two entries apply together from the later of their announcements and the later of their effects
 * on. Later clocks only let further entries apply, hence supersede more: a pair that does not
 * clash at that first corner never does, and one that does is a contradiction there.
 */
function clash(
  first: PolicyEntry,
  second: PolicyEntry,
  entries: readonly PolicyEntry[],
): readonly string[] {
  const matter = matterOf(first.change);
  if (matter === null || matter !== matterOf(second.change)) return [];
  const corner: PolicyClocks = {
    rulesAt: later(first.announcedOn, second.announcedOn),
    validAt: later(first.effectiveFrom, second.effectiveFrom),
  };
  const inForce = entriesInForce(entries, corner);
  if (!inForce.includes(first) || !inForce.includes(second)) return [];
  return [
    `"${first.id}" and "${second.id}" both say what holds for ${matter} ` +
      `(rules of ${corner.rulesAt}, on ${corner.validAt}) and neither supersedes the other`,
  ];
}

/** What only one entry at a time can say something about; null where entries stand side by side. */
function matterOf(change: PolicyChange): string | null {
  switch (change.topic) {
    case 'switch-on':
    case 'letter-effect':
    case 'contract-duty':
      return change.topic;
    case 'target':
      // 100% by one day and 90% by another go together; two days for the same share do not.
      return `the target of ${change.share}%`;
    case 'threshold':
      return `the threshold ${change.name}`;
    case 'ladder-step':
      return `ladder step ${change.step}`;
    case 'milestone':
      return null;
    default:
      return change satisfies never;
  }
}

function pairs(entries: readonly PolicyEntry[]): [PolicyEntry, PolicyEntry][] {
  return entries.flatMap((first, i) =>
    entries.slice(i + 1).map((second): [PolicyEntry, PolicyEntry] => [first, second]),
  );
}

function later<D extends string>(a: D, b: D): D {
  return a > b ? a : b;
}
