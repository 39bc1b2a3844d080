import type { Day } from '../../calendar/day.ts';
import type { Fact, FactOf } from '../../evidence/fact.ts';
import type { Supplier } from '../../practice/supplier.ts';
import { ranked, word } from './rank.ts';
import { type SupplierOn, supplierOn } from './supplier.ts';

type Word = FactOf<'pause-letter'>;

/** A pause letter that was sent and not withdrawn. */
export type Sent = {
  readonly on: Day;
  readonly time: string | null;
  readonly to: Supplier | null;
  readonly isAcknowledged: boolean;
  readonly by: readonly Word[];
};

export type Post = {
  /** To the supplier in force, the earliest first. */
  readonly own: readonly Sent[];
  readonly elsewhere: readonly Sent[];
  readonly undated: readonly Word[];
};

/**
 * The letters that count on a day (design rule "State": letters): sent by then, one for each day and
 * addressee, and sent after every withdrawal of which that day has heard.
 */
export function postOn(
  facts: readonly Fact[],
  said: readonly Word[],
  ask: { readonly on: Day; readonly supplier: Pick<SupplierOn, 'name' | 'isLater'> },
): Post {
  const { on, supplier } = ask;
  const withdrawnUpTo = said
    .map(({ values }) => values.withdrawnOn)
    .filter((day) => day !== null && day <= on)
    .reduce((a, b) => (a! > b! ? a : b), '' as Day)!;
  const sent: Sent[] = [];
  for (const { values } of ranked(said, word)) {
    if (values.sentOn === null || values.sentOn > on || values.sentOn <= withdrawnUpTo) continue;
    const to = addressee(values, facts);
    if (sent.some((other) => other.on === values.sentOn && other.to === to)) continue;
    sent.push(letterOf(facts, said, { sentOn: values.sentOn, to, on }));
  }
  const inOrder = sent.toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
  const isAnyOwn = supplier.name === null || supplier.isLater;
  const isOwn = ({ to }: Sent) => isAnyOwn || to === null || to === supplier.name;
  return {
    own: inOrder.filter(isOwn),
    elsewhere: inOrder.filter((letter) => !isOwn(letter)),
    undated: said.filter(
      ({ values, effectiveOn }) =>
        values.sentOn === null && values.withdrawnOn === null && effectiveOn <= on,
    ),
  };
}

/** A letter that names no addressee went to whoever supplied the practice on the day it was sent. */
function addressee({ to, sentOn }: Word['values'], facts: readonly Fact[]): Supplier | null {
  return to ?? supplierOn(facts, sentOn!).name;
}

function letterOf(
  facts: readonly Fact[],
  said: readonly Word[],
  { sentOn, to, on }: { sentOn: Day; to: Supplier | null; on: Day },
): Sent {
  const by = ranked(said, word).filter(
    ({ values }) => values.sentOn === sentOn && addressee(values, facts) === to,
  );
  const times = by.map(({ values }) => values.sentTime);
  const isAcknowledged = said.some(({ values }) => {
    const { acknowledgedOn } = values;
    if (acknowledgedOn === null || acknowledgedOn > on) return false;
    return values.sentOn === null ? acknowledgedOn >= sentOn : values.sentOn === sentOn;
  });
  return { on: sentOn, time: times.find((time) => time !== null) ?? null, to, isAcknowledged, by };
}
