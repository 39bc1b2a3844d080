import { certaintyOf, freshFrom } from '../../coverage/bounds.ts';
import { DENOMINATOR_RULES } from '../../coverage/denominators.ts';
import type { PracticeOnDay } from '../../coverage/practice-on-day.ts';
import type { Column, Row, Table } from '../../coverage/table.ts';
import type { PolicyInForce } from '../../policy/entry.ts';

const COLUMNS = [
  { key: 'week', heading: 'Week', holds: 'day' },
  { key: 'practice_code', heading: 'Practice', holds: 'code' },
  { key: 'practice_name', heading: 'Name', holds: 'text' },
  { key: 'region_code', heading: 'Region', holds: 'code' },
  { key: 'icb_code', heading: 'ICB', holds: 'code' },
  { key: 'sub_icb_code', heading: 'Sub-ICB', holds: 'code' },
  { key: 'pcn_code', heading: 'PCN', holds: 'code' },
  { key: 'system_supplier', heading: 'System supplier', holds: 'text' },
  { key: 'status', heading: 'Status', holds: 'text' },
  {
    key: 'towards',
    heading: 'Points to',
    holds: 'text',
    note: 'Only where incomplete: what the evidence points to.',
  },
  {
    key: 'since',
    heading: 'Since',
    holds: 'day',
    note: 'The first day from which the deciding evidence and rule gave this status.',
  },
  {
    key: 'certainty',
    heading: 'Certain',
    holds: 'text',
    note: 'Live, not live, or unknown: in conflict, never seen in an extract, or not seen lately.',
  },
  { key: 'signals', heading: 'To act on', holds: 'text' },
  { key: 'labels', heading: 'Contract', holds: 'text' },
  {
    key: 'flags',
    heading: 'How far to lean on it',
    holds: 'text',
    note: 'Limits of the evidence.',
  },
  {
    key: 'configuration_seen_on',
    heading: 'Configuration last seen',
    holds: 'day',
    note: 'Date of the latest supplier extract that shows it.',
  },
  { key: 'patients', heading: 'Registered patients', holds: 'count' },
  { key: 'in_open', heading: 'Counted as open', holds: 'text' },
  { key: 'in_listed', heading: 'Counted as listed', holds: 'text' },
  { key: 'in_programme', heading: 'Counted in the programme', holds: 'text' },
] as const satisfies readonly Column[];
export type PracticesColumn = (typeof COLUMNS)[number]['key'];

/** Every practice in scope on the day with its state, sorted by code: what the figures count. */
export function practicesTable(
  practices: readonly PracticeOnDay[],
  policy: PolicyInForce,
): Table<PracticesColumn> {
  const inScope = practices.filter(({ decision }) => decision.status !== 'out-of-scope');
  return {
    name: 'practices',
    title: 'Practices',
    says: 'One row for each practice in scope, with its state on the day.',
    columns: COLUMNS,
    rows: inScope.map((practice) => rowOf(practice, policy)).sort(byCode),
  };
}

function rowOf(practice: PracticeOnDay, policy: PolicyInForce): Row<PracticesColumn> {
  const { decision, place } = practice;
  const yesNo = (is: boolean) => (is ? 'yes' : 'no');
  return {
    week: policy.validAt,
    practice_code: decision.practice,
    practice_name: practice.name,
    region_code: place.region,
    icb_code: place.icb,
    sub_icb_code: place.subIcb,
    pcn_code: place.pcn,
    system_supplier: practice.supplier,
    status: decision.status,
    towards: decision.towards,
    since: decision.since,
    certainty: certaintyOf(practice, freshFrom(policy)),
    signals: listed(decision.signals),
    labels: listed(decision.labels),
    flags: listed(decision.flags),
    configuration_seen_on: practice.configurationSeenOn,
    patients: practice.patients,
    in_open: yesNo(DENOMINATOR_RULES.open(practice)),
    in_listed: yesNo(DENOMINATOR_RULES.listed(practice)),
    in_programme: yesNo(DENOMINATOR_RULES.programme(practice)),
  };
}

function listed(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.join('; ');
}

function byCode(a: Row<PracticesColumn>, b: Row<PracticesColumn>): number {
  return String(a.practice_code) < String(b.practice_code) ? -1 : 1;
}
