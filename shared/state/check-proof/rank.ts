import type { Day } from '../../calendar/day.ts';
import type { Fact, FactKind, FactOf } from '../../evidence/fact.ts';

/** Texts compared one after the other; the greater rank is believed. */
export type Rank = readonly string[];

/** The facts of one kind, in the order given. */
export function ofKind<K extends FactKind>(facts: readonly Fact[], kind: K): readonly FactOf<K>[] {
  return facts.filter((fact): fact is FactOf<K> => fact.kind === kind);
}

/** The greatest rank first; what ranks alike keeps its order (facts come in by id, the smallest first). */
export function ranked<T>(list: readonly T[], rank: (one: T) => Rank): readonly T[] {
  return list.toSorted((a, b) => compared(rank(b), rank(a)));
}

/** The believed one: the first of those with the greatest rank. */
export function greatest<T>(list: readonly T[], rank: (one: T) => Rank): T | undefined {
  return ranked(list, rank)[0];
}

/** Digits turned round, so that the earlier of two days or instants ranks higher. */
export function earlierIsGreater(text: string): string {
  return text.replace(/\d/g, (digit) => String(9 - Number(digit)));
}

/** Said of the day or before goes before said of a later day; the nearest to the day wins (design rule "Register"). */
export function nearness(said: { readonly asAt: Day }, on: Day): Rank {
  return said.asAt <= on ? ['1', said.asAt] : ['0', earlierIsGreater(said.asAt)];
}

/** The later date wins, then the practice's own word over a word on its behalf, then the later receipt. */
export function word(fact: Fact): Rank {
  return [fact.asAt, ...belief(fact)];
}

/** As `word`, but measured from a day: a statement of a later day only fills what nearer ones leave open. */
export function wordNear(on: Day): (fact: Fact) => Rank {
  return (fact) => [...nearness(fact, on), ...belief(fact)];
}

function belief({ source, receivedAt }: Fact): Rank {
  const isOwnWord = source.onBehalfOf === undefined && source.relayed === undefined;
  return [isOwnWord ? '1' : '0', receivedAt];
}

function compared(a: Rank, b: Rank): number {
  for (const [i, text] of a.entries()) {
    const other = b[i] ?? '';
    if (text !== other) return text < other ? -1 : 1;
  }
  return a.length - b.length;
}

/** The later of some days; they are never none. */
export function latestDay(...days: readonly Day[]): Day {
  return days.reduce((a, b) => (a > b ? a : b));
}

/** The earliest day on which one of these became true; null of none. */
export function earliestEffect(facts: readonly Fact[]): Day | null {
  return facts.map((fact) => fact.effectiveOn).toSorted()[0] ?? null;
}
