import type { Clocks } from '../../calendar/clocks.ts';
import { longDay } from '../../calendar/day.ts';
import type { Denominator } from '../coverage-row.ts';
import type { PlaceNames } from '../names.ts';
import { CUTS, NOT_KNOWN } from '../scopes.ts';
import type { Column, Row, Table } from '../table.ts';
import { CAUSE_WORDS } from './cause-words.ts';
import { count, noCounts } from './counts.ts';
import { CAUSES, type Leg } from './leg.ts';
import type { MovementRow } from './movement.ts';

const CAUSE_NOTE = CAUSES.map((cause) => `${cause}: ${CAUSE_WORDS[cause].means}`).join(' ');

const OF_PRACTICES = [
  { key: 'practice_code', heading: 'Practice', holds: 'code' },
  { key: 'practice_name', heading: 'Name', holds: 'text' },
  {
    key: 'icb_code',
    heading: 'ICB',
    holds: 'code',
    note: 'On the later day; of a practice that left the count, on the earlier one.',
  },
  { key: 'cause', heading: 'Cause', holds: 'text', note: CAUSE_NOTE },
  {
    key: 'from_status',
    heading: 'Status before',
    holds: 'text',
    note: 'Empty: it was not counted.',
  },
  {
    key: 'to_status',
    heading: 'Status after',
    holds: 'text',
    note: 'Empty: it is not counted any more.',
  },
  { key: 'practices_change', heading: 'Practices', holds: 'change' },
  { key: 'live_change', heading: 'Live', holds: 'change' },
  { key: 'patients_change', heading: 'Registered patients', holds: 'change' },
  {
    key: 'patients_live_change',
    heading: 'Registered patients at live practices',
    holds: 'change',
  },
  { key: 'because', heading: 'What is behind it', holds: 'text' },
] as const satisfies readonly Column[];
export type MovedColumn = (typeof OF_PRACTICES)[number]['key'];

type Compared = {
  readonly from: Clocks;
  readonly to: Clocks;
  readonly denominator: Denominator;
};

/** Every step of every practice that moved, one row each, in the order of the legs. */
export function movedTable(legs: readonly Leg[], compared: Compared): Table<MovedColumn> {
  const { from, to, denominator } = compared;
  return {
    name: 'moved',
    title: 'Who moved',
    says: `One row for each step of each practice between ${longDay(from.validAt)} and ${longDay(to.validAt)}, of ${denominator} practices. The steps of a practice follow on from each other, and all of them add up to the change in the figures.`,
    columns: OF_PRACTICES,
    rows: legs.map(rowOfLeg),
  };
}

function rowOfLeg(leg: Leg): Row<MovedColumn> {
  const { practice, name, cause, from, to, because } = leg;
  const change = noCounts();
  if (from !== null) count(change, from, -1);
  if (to !== null) count(change, to, 1);
  return {
    practice_code: practice,
    practice_name: name,
    icb_code: (to ?? from)?.place.icb ?? null,
    cause,
    from_status: from?.status ?? null,
    to_status: to?.status ?? null,
    practices_change: change.practices,
    live_change: change.byStatus.live,
    patients_change: change.patients,
    patients_live_change: change.patientsLive,
    because,
  };
}

const OF_SCOPES = [
  { key: 'scope_type', heading: 'Level', holds: 'text' },
  { key: 'scope_code', heading: 'Code', holds: 'code' },
  { key: 'scope_name', heading: 'Name', holds: 'text' },
  { key: 'cause', heading: 'Cause', holds: 'text', note: `${CAUSE_NOTE} total: all of them.` },
  {
    key: 'practices_moved',
    heading: 'Practices that moved',
    holds: 'count',
    note: 'Where some came and others went, more than the change.',
  },
  { key: 'practices_change', heading: 'Practices', holds: 'change' },
  { key: 'live_change', heading: 'Live', holds: 'change' },
  { key: 'opt_in_change', heading: 'Opt-in', holds: 'change' },
  { key: 'scheduled_change', heading: 'Scheduled', holds: 'change' },
  { key: 'paused_by_letter_change', heading: 'Paused by letter', holds: 'change' },
  { key: 'working_towards_change', heading: 'Working towards', holds: 'change' },
  { key: 'reverted_change', heading: 'Reverted', holds: 'change' },
  { key: 'incomplete_change', heading: 'Incomplete', holds: 'change' },
  { key: 'conflict_change', heading: 'Conflict', holds: 'change' },
  { key: 'no_evidence_change', heading: 'No evidence', holds: 'change' },
  { key: 'patients_change', heading: 'Registered patients', holds: 'change' },
  {
    key: 'patients_live_change',
    heading: 'Registered patients at live practices',
    holds: 'change',
  },
] as const satisfies readonly Column[];
export type MovementColumn = (typeof OF_SCOPES)[number]['key'];

/**
 * The movement of one cut or more, one row for each scope and cause, in the order of `rows` (England's
 * first, where they are given first); `rows` as by `movement`.
 */
export function movementTable(
  rows: readonly MovementRow[],
  names: PlaceNames,
): Table<MovementColumn> {
  return {
    name: 'movement',
    title: 'What changed, by cause',
    says: 'One row for each place in which something moved, and cause; the causes of a place add up to its total, and that to the change in its figures. A practice that moves from one area to another takes from the one what it gives to the other.',
    columns: OF_SCOPES,
    rows: rows.map((row) => ({ ...row, scope_name: nameOf(row, names) })),
  };
}

function nameOf({ scope_type, scope_code }: MovementRow, names: PlaceNames): string | null {
  const { nameOf: name, notKnown } = CUTS[scope_type];
  return scope_code === NOT_KNOWN ? notKnown : name(scope_code, names);
}
