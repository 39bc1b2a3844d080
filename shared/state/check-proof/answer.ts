import type { Day } from '../../calendar/day.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { Clause, Status, Towards } from '../decision.ts';
import { firstBegun } from './begun.ts';
import { heldBackIn } from './held-back.ts';
import { latestDay, ofKind, ranked, word } from './rank.ts';
import type { Reading } from './reading.ts';
import { switchOnsIn } from './switch-ons.ts';

/** The clause that decides, and what it gives. */
export type Answer = {
  readonly clause: Clause;
  readonly status: Status;
  readonly towards: Towards | null;
  readonly since: Day | null;
  readonly by: readonly Fact[];
};

type Found = Pick<Answer, 'since' | 'by'> & { readonly towards?: Towards };
type Attempt = readonly [Clause, Status, (reading: Reading) => Found | undefined];

const ATTEMPTS: readonly Attempt[] = [
  ['out-of-scope', 'out-of-scope', ({ scope }) => (scope.isOut ? scope : undefined)],
  ['conflict', 'conflict', contradiction],
  ['opt-in-after-go-live', 'opt-in', shutByCoding],
  ['live', 'live', shownLive],
  ['opt-in', 'opt-in', optInShownOff],
  ['scheduled', 'scheduled', (r) => switchOnsIn(r).find(({ state }) => state !== 'missed')],
  ['paused-by-letter', 'paused-by-letter', paused],
  ['working-towards', 'working-towards', ({ plan }) => (plan.isWhole ? plan : undefined)],
  ['reverted', 'reverted', switchedOff],
  ['incomplete', 'incomplete', firstBegun],
];

/** Works the status out of a reading: the first clause of design rule "State" that holds. */
export function answerTo(reading: Reading): Answer {
  for (const [clause, status, attempt] of ATTEMPTS) {
    const found = attempt(reading);
    if (found !== undefined) {
      const { since, by, towards = null } = found;
      return { clause, status, towards, since, by };
    }
  }
  return { clause: 'no-evidence', status: 'no-evidence', towards: null, since: null, by: [] };
}

function contradiction({ supplier, shown, optIn, on }: Reading): Found | undefined {
  const { said, contradicted } = supplier;
  if (said !== undefined && contradicted !== undefined) {
    return { by: [said, contradicted], since: said.asAt <= on ? said.asAt : null };
  }
  const { held, opposite } = shown;
  if (held === undefined) return undefined;
  if (opposite !== undefined) {
    return { by: [held, opposite], since: latestDay(held.effectiveOn, opposite.effectiveOn) };
  }
  const isOnAtTpp = held.values.on && held.values.supplier === 'TPP';
  if (!isOnAtTpp || optIn.completeOn === null || held.asAt <= optIn.completeOn) return undefined;
  const since = latestDay(optIn.completeOn, held.effectiveOn);
  return { by: [held, ...optIn.by], since };
}

/** Seed 002: on EMIS, live or booked, the bulk coding shuts what the switch-on opens. */
function shutByCoding(reading: Reading): Found | undefined {
  const { supplier, shown, optIn, bulkDoneOn, facts, on } = reading;
  const heldBack = heldBackIn(reading);
  const shownBy = shown.held?.values.on === true ? shown.held : shown.booking;
  const isOnEmis = supplier.name === 'EMIS' && shownBy !== undefined;
  if (!isOnEmis || optIn.completeOn === null || bulkDoneOn === undefined) return undefined;
  const { counts } = shown;
  if (counts === undefined || counts.asAt < bulkDoneOn.is || !heldBack.isOverShare) {
    return undefined;
  }
  const after = ofKind(facts, 'access-counts').filter(
    (c) => c.values.supplier === supplier.name && c.asAt >= bulkDoneOn.is && c.asAt <= on,
  );
  const seenOn = ranked(after, word).at(-1)?.asAt ?? counts.asAt;
  const since = latestDay(optIn.completeOn, bulkDoneOn.is, seenOn);
  return { by: [...optIn.by, ...heldBack.by, shownBy], since };
}

function shownLive({ shown: { held, start } }: Reading): Found | undefined {
  if (held?.values.on !== true) return undefined;
  return { by: [held, start ?? held], since: (start ?? held).effectiveOn };
}

function optInShownOff({ shown: { held, start }, optIn }: Reading): Found | undefined {
  if (held?.values.on !== false || optIn.completeOn === null) return undefined;
  const since = latestDay(optIn.completeOn, (start ?? held).effectiveOn);
  return { by: [...optIn.by, held], since };
}

/** The earliest standing letter pauses, unless the rules of the day only let it delay. */
function paused({ post, rules, supplier }: Reading): Found | undefined {
  const letter = post.own[0];
  const effect = rules.letterEffect?.change;
  if (letter === undefined || effect === undefined) return undefined;
  if (effect.effect === 'scheduled') {
    const to = supplier.name ?? letter.to;
    if (to === null || effect.suppliers.includes(to)) return undefined;
  }
  return { by: letter.by, since: letter.on };
}

function switchedOff({ shown: { held, lastOn, start } }: Reading): Found | undefined {
  if (held === undefined || lastOn === undefined) return undefined;
  return { by: [lastOn, held], since: (start ?? held).effectiveOn };
}
