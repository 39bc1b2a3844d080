import type { Day } from '../../calendar/day.ts';
import type { Fact, FactOf } from '../../evidence/fact.ts';
import type { PolicyEntry } from '../../policy/entry.ts';
import type { View } from '../../state/clauses.ts';
import { latestWordFirst } from '../../state/sorted-facts.ts';
import { rulesTold, saidFirst } from './rules-told.ts';

/** The last step that a practice took, or until when it had been given time. */
export type Progress = {
  readonly on: Day;
  /** What it was, to follow "the last step was". */
  readonly what: string;
  readonly isOfItsOwn: boolean;
  readonly by: readonly Fact[];
  readonly entries: readonly PolicyEntry[];
};

/**
 * The last day on which a practice moved on: a part of a plan or DPIA said for the first time, a step of
 * an opt-in, a booking first made, a letter withdrawn, its own word that it is further, an extract that
 * still showed it live; the day until which a plan, a booking or an exemption gave it time; its opening;
 * or the day on which the rules last told practices something else. A letter to pause, the same said
 * again and a switching off are no steps. Null before any rule told anybody to do anything.
 */
export function lastProgress(view: View, known: readonly Fact[]): Progress | null {
  const entry = rulesTold(view.policy);
  if (entry === null) return null;
  const told = {
    on: saidFirst(entry),
    what: 'the rules',
    isOfItsOwn: false,
    by: [],
    entries: [entry],
  };
  const { on } = view.picture;
  const given = [...opening(view), ...exemptionsOver(known, on)];
  const steps = [
    ...timeLive(view),
    ...papers(view),
    ...switchOns(view),
    ...withdrawals(view),
    ...ownWord(known),
  ];
  let latest: Progress = told;
  for (const one of [...given, ...steps]) if (one.on <= on && isLater(one, latest)) latest = one;
  return latest;
}

/** Of one day a later kind of step is named; of one kind the id settles it, so that the order of arrival never does. */
function isLater(one: Progress, other: Progress): boolean {
  if (one.on !== other.on || one.what !== other.what) return one.on >= other.on;
  return idOf(one) < idOf(other);
}

function idOf({ by }: Progress): string {
  return by[0]?.id ?? '';
}

function step(on: Day, what: string, by: Fact): Progress {
  return { on, what, isOfItsOwn: true, by: [by], entries: [] };
}

function papers({ picture }: View): readonly Progress[] {
  const { plan, dpia, steps } = picture;
  const planned = Object.values(plan).flatMap((said) =>
    said === undefined || said.value === false
      ? []
      : [step(said.first.effectiveOn, 'a plan', said.first)],
  );
  const assessed = Object.values(dpia).flatMap((said) =>
    said === undefined ? [] : [step(said.first.effectiveOn, 'a DPIA', said.first)],
  );
  const optIn = [...steps.values()].map((said) => step(said.values.on, 'part of an opt-in', said));
  const until = plan.targetOn;
  const given =
    until === undefined ? [] : [step(until.value, 'the target date in its plan', until.by)];
  return [...planned, ...assessed, ...optIn, ...given];
}

function switchOns({ picture: { booking, bookedSince } }: View): readonly Progress[] {
  if (booking === null) return [];
  return [
    step((bookedSince ?? booking).asAt, 'a booked switch-on', bookedSince ?? booking),
    step(booking.values.on, 'the date booked for its switch-on', booking),
  ];
}

function withdrawals({ picture: { letterFacts } }: View): readonly Progress[] {
  return letterFacts.flatMap((said) => {
    const { withdrawnOn } = said.values;
    return withdrawnOn === null ? [] : [step(withdrawnOn, 'the withdrawal of its letter', said)];
  });
}

/** How far along a practice says that it is; what says nothing of it is no step. */
const RANKS: Readonly<Record<FactOf<'declared-status'>['values']['status'], number>> = {
  'not-started': 0,
  paused: 0,
  other: 0,
  'working-towards': 1,
  'opt-in': 2,
  live: 2,
};

/** The days on which it said that it is further than it had said before. */
function ownWord(known: readonly Fact[]): readonly Progress[] {
  const words = known
    .filter((fact) => fact.kind === 'declared-status')
    .sort((a, b) =>
      `${a.effectiveOn} ${a.asAt} ${a.id}` < `${b.effectiveOn} ${b.asAt} ${b.id}` ? -1 : 1,
    );
  let furthest = 0;
  const steps: Progress[] = [];
  for (const word of words) {
    const rank = RANKS[word.values.status];
    if (rank > furthest) {
      furthest = rank;
      steps.push(step(word.effectiveOn, 'its word that it is further', word));
    }
  }
  return steps;
}

/** What was live and was switched off, or moved to another supplier, stood still for no day before that. */
function timeLive({ picture: { configuration } }: View): readonly Progress[] {
  const { wasOn, onElsewhere } = configuration;
  return [wasOn, onElsewhere].flatMap((shown) =>
    shown === null ? [] : [step(shown.asAt, 'an extract that showed it live', shown)],
  );
}

/** While an exemption lasts nothing is asked of a practice; of one start the latest word gives the end. */
function exemptionsOver(known: readonly Fact[], on: Day): readonly Progress[] {
  const said = known.filter((fact) => fact.kind === 'exemption').sort(latestWordFirst);
  const ends = said.filter(
    (one, i) =>
      one.effectiveOn <= on &&
      said.findIndex(
        (other) => other.values.level === one.values.level && other.effectiveOn === one.effectiveOn,
      ) === i,
  );
  return ends.map((one) => ({
    ...step(one.values.endsOn, 'its exemption ended', one),
    isOfItsOwn: false,
  }));
}

function opening({ picture: { register } }: View): readonly Progress[] {
  const { listing } = register;
  const openedOn = listing?.values.openedOn ?? null;
  if (listing === null || openedOn === null) return [];
  return [{ ...step(openedOn, 'its opening', listing), isOfItsOwn: false }];
}
