import { longDay } from '../calendar/day.ts';
import { byCodeUnits } from './by-code-units.ts';
import type { PracticeOnDay } from './practice-on-day.ts';
import type { Column, Table } from './table.ts';

const COLUMNS = [
  { key: 'practice_code', heading: 'Practice', holds: 'code' },
  { key: 'practice_name', heading: 'Name', holds: 'text' },
  { key: 'icb_code', heading: 'ICB', holds: 'code' },
  {
    key: 'declared',
    heading: 'Says',
    holds: 'text',
    note: 'The practice’s latest word, also as its ICB or network passed it on; stop: by a letter to its supplier.',
  },
  {
    key: 'declared_on',
    heading: 'Said of',
    holds: 'day',
    note: 'The day that its word gives, else the day of the return. Empty for a letter.',
  },
  { key: 'observed', heading: 'Extract shows', holds: 'text' },
  { key: 'observed_on', heading: 'Extract of', holds: 'day' },
  {
    key: 'patients',
    heading: 'Registered patients',
    holds: 'count',
    note: 'Of the whole practice, by the list file that holds on the day.',
  },
  { key: 'means', heading: 'What it means', holds: 'text' },
] as const satisfies readonly Column[];

/** A practice whose own word and whose supplier's extract cannot both be right. */
export type Contradiction = {
  readonly practice: PracticeOnDay;
  readonly declared: Declared;
  readonly observed: 'on' | 'off' | 'off, booked' | 'never seen';
  /** One plain sentence. */
  readonly means: string;
};

type Declared = NonNullable<PracticeOnDay['declared']>['status'] | 'stop';

const SAYS: Readonly<Record<Declared, string>> = {
  live: 'It says that it is live',
  paused: 'It says that it has paused',
  'opt-in': 'It says that it follows an opt-in model',
  'working-towards': 'It says that it is still working towards live',
  'not-started': 'It says that it has not started',
  other: 'It says something else',
  stop: 'It asked its supplier by letter to stop',
};

/**
 * Every open practice whose own word its supplier's extract contradicts, those with most registered
 * patients first, then by code. Takes the practices of one day. A word said before the switch-on is
 * overtaken by it and contradicts nothing; nor does an opt-in that stands by the rule for EMIS
 * practices that had gone live. (Design: declared against observed.)
 */
export function contradictionsOn(practices: readonly PracticeOnDay[]): readonly Contradiction[] {
  return practices
    .filter(({ decision }) => decision.status !== 'out-of-scope')
    .map(contradictionOf)
    .filter((found) => found !== null)
    .sort(
      (a, b) =>
        b.practice.patients - a.practice.patients ||
        byCodeUnits(a.practice.decision.practice, b.practice.decision.practice),
    );
}

/** The contradictions as a table of a release. */
export function contradictionsTable(
  practices: readonly PracticeOnDay[],
): Table<(typeof COLUMNS)[number]['key']> {
  return {
    name: 'contradictions',
    title: 'Declared against observed',
    says: 'Practices whose own word and whose supplier’s latest extract cannot both be right, those with most patients first.',
    columns: COLUMNS,
    rows: contradictionsOn(practices).map(({ practice, declared, observed, means }) => ({
      practice_code: practice.decision.practice,
      practice_name: practice.name,
      icb_code: practice.place.icb,
      declared,
      declared_on:
        declared === 'stop' ? null : (practice.declared?.on ?? practice.declared?.asAt ?? null),
      observed,
      observed_on: practice.configurationSeenOn,
      patients: practice.patients,
      means,
    })),
  };
}

/** How one practice's word and its supplier's extract contradict each other; null: they do not. It is in scope. */
export function contradictionOf(practice: PracticeOnDay): Contradiction | null {
  const { declared, observedOn } = practice;
  if (declared?.status === 'live') return observedOn === true ? null : notShownLive(practice);
  if (observedOn === true) return shownLive(practice);
  return bookedAgainst(practice);
}

function notShownLive(practice: PracticeOnDay): Contradiction {
  const { declared, configurationSeenOn: seenOn } = practice;
  const said = { practice, declared: 'live' } as const;
  if (seenOn === null) {
    const means = `${SAYS.live}; no extract of its supplier has shown it yet.`;
    return { ...said, observed: 'never seen', means };
  }
  const isNewer = declared !== null && declared.asAt > seenOn;
  const next = isNewer ? ' Its word is newer: the next extract will tell.' : '';
  const means = `${SAYS.live}; the extract of ${longDay(seenOn)} shows default access off.${next}`;
  return { ...said, observed: 'off', means };
}

function shownLive(practice: PracticeOnDay): Contradiction | null {
  const { decision, configurationSeenOn: seenOn } = practice;
  if (decision.clause === 'opt-in-after-go-live' || seenOn === null) return null;
  const declared = wordAgainst(practice);
  if (declared === null) return null;
  const means = `${SAYS[declared]}; the extract of ${longDay(seenOn)} shows default access on.`;
  return { practice, declared, observed: 'on', means };
}

/** What the practice says against being live, unless the switch-on came after it was said. */
function wordAgainst({ declared, decision }: PracticeOnDay): Declared | null {
  const onSince = decision.status === 'live' ? decision.since : null;
  const isOvertaken = declared !== null && onSince !== null && declared.asAt < onSince;
  if (declared !== null && !isOvertaken && declared.status !== 'other') return declared.status;
  return decision.signals.includes('stop-requested') ? 'stop' : null;
}

/** A pause or an opt-in, with a switch-on still to come in the supplier's book. */
function bookedAgainst(practice: PracticeOnDay): Contradiction | null {
  const { bookedFor, declared, decision } = practice;
  if (bookedFor === null || bookedFor < decision.clocks.validAt) return null;
  const isPaused =
    decision.status === 'paused-by-letter' || decision.signals.includes('stop-requested');
  const isDeclared = declared?.status === 'paused' || declared?.status === 'opt-in';
  if (!isPaused && !isDeclared) return null;
  const word = isDeclared ? declared.status : 'stop';
  const means = `${SAYS[word]}; its supplier has booked its switch-on for ${longDay(bookedFor)}.`;
  return { practice, declared: word, observed: 'off, booked', means };
}
