import type { Day } from '../calendar/day.ts';
import type { Fact, FactOf } from '../evidence/fact.ts';
import type { Supplier } from '../practice/supplier.ts';
import { latestWordFirst } from './sorted-facts.ts';
import type { SupplierInForce } from './supplier-in-force.ts';

type LetterFact = FactOf<'pause-letter'>;

/** One pause letter as all statements about it give it. */
export type Letter = {
  readonly sentOn: Day;
  readonly sentTime: string | null;
  readonly to: Supplier | null;
  readonly acknowledged: boolean;
  /** The statements about it, the latest word first. */
  readonly said: readonly LetterFact[];
};

export type Letters = {
  /** Sent to the supplier in force and not withdrawn, earliest first. */
  readonly standing: readonly Letter[];
  /** Sent to another supplier than the one in force. */
  readonly elsewhere: readonly Letter[];
  /** Spoken of without the day on which it was sent: it pauses nothing. */
  readonly undated: readonly LetterFact[];
  /** What says whose system an unnamed addressee was. */
  readonly suppliersThen: readonly Fact[];
};

type Ask = {
  readonly on: Day;
  readonly supplier: SupplierInForce;
  /** Whose system the practice was on when it wrote: what an unnamed addressee means. */
  readonly supplierThen: (sentOn: Day) => SupplierInForce;
};

/**
 * The letters that count on a day: sent by then, to the supplier in force, and not withdrawn. A
 * withdrawal cancels the letters sent up to its own day. Where no supplier is known every letter counts;
 * so it does where one is only named later, since the letter is the older word.
 */
export function lettersOn(said: readonly LetterFact[], ask: Ask): Letters {
  if (said.length === 0) return { standing: [], elsewhere: [], undated: [], suppliersThen: [] };
  const withdrawals = said.filter(
    ({ values: { withdrawnOn } }) => withdrawnOn !== null && withdrawnOn <= ask.on,
  );
  const acknowledgements = said.filter(
    ({ values: { acknowledgedOn } }) => acknowledgedOn !== null && acknowledgedOn <= ask.on,
  );
  const letters = bySending(said, ask)
    .filter((letter) => !withdrawals.some((w) => w.values.withdrawnOn! >= letter.sentOn))
    .map((letter) => ({
      ...letter,
      acknowledged: acknowledgements.some((a) => acknowledges(a, letter)),
    }));
  const { supplier, isLaterThanDay } = ask.supplier;
  const counts = ({ to }: Letter) =>
    to === null || supplier === null || isLaterThanDay || to === supplier;
  return {
    standing: letters.filter(counts),
    elsewhere: letters.filter((letter) => !counts(letter)),
    undated: said.filter((fact) => isUndated(fact, ask.on)),
    suppliersThen: suppliersThenOf(said, ask),
  };
}

function bySending(said: readonly LetterFact[], ask: Ask): Letter[] {
  const byDayAndAddressee = new Map<string, Letter>();
  for (const fact of [...said].sort(latestWordFirst)) {
    const { sentOn, sentTime } = fact.values;
    if (sentOn === null || sentOn > ask.on) continue;
    const to = fact.values.to ?? ask.supplierThen(sentOn).supplier;
    const key = `${sentOn} ${to}`;
    const known = byDayAndAddressee.get(key);
    byDayAndAddressee.set(key, {
      sentOn,
      sentTime: known?.sentTime ?? sentTime,
      to,
      acknowledged: false,
      said: [...(known?.said ?? []), fact],
    });
  }
  return [...byDayAndAddressee.values()].sort((a, b) => (a.sentOn < b.sentOn ? -1 : 1));
}

function isUndated({ values, effectiveOn }: LetterFact, on: Day): boolean {
  return values.sentOn === null && values.withdrawnOn === null && effectiveOn <= on;
}

function suppliersThenOf(said: readonly LetterFact[], ask: Ask): Fact[] {
  const unnamed = said.filter(({ values }) => values.to === null && values.sentOn !== null);
  const then = unnamed.map(({ values }) => ask.supplierThen(values.sentOn!).said);
  return then.filter((fact) => fact !== null);
}

/** A statement that names no letter (a supplier's bare acknowledgement) speaks of all sent before it. */
function acknowledges(fact: LetterFact, letter: Letter): boolean {
  if (fact.values.sentOn !== null) return fact.values.sentOn === letter.sentOn;
  return fact.values.acknowledgedOn! >= letter.sentOn;
}
