import { RULE_WORDS, type Rule } from '../../../shared/alert/rule.ts';
import type { Column, Table } from '../../../shared/coverage/table.ts';
import type { DigestJson } from './digest-says.ts';
import { SECTION_WORDS } from './words.ts';

const COLUMNS = [
  { key: 'episode', heading: 'Episode', holds: 'code' },
  { key: 'practice_code', heading: 'Practice code', holds: 'code' },
  { key: 'practice_name', heading: 'Practice', holds: 'text' },
  { key: 'rule', heading: 'Alert', holds: 'text' },
  { key: 'state', heading: 'State', holds: 'text' },
  { key: 'because', heading: 'What was found', holds: 'text' },
  { key: 'closed_by', heading: 'What would close it', holds: 'text' },
  { key: 'noticed_on', heading: 'First noticed', holds: 'day' },
  { key: 'weeks_open', heading: 'Weeks open', holds: 'count' },
  { key: 'patients', heading: 'Registered patients', holds: 'count' },
  { key: 'last_chased_on', heading: 'Last chased', holds: 'day' },
  { key: 'assigned_to', heading: 'Assigned to', holds: 'text' },
  { key: 'snoozed_until', heading: 'Snoozed until', holds: 'day' },
] as const satisfies readonly Column[];

/** The alerts that a digest lists, in its order. */
export function digestTable({ episodes }: DigestJson): Table {
  return {
    name: 'digest',
    title: 'Alerts in the digest',
    says: 'A row is one open alert that the digest lists.',
    columns: COLUMNS,
    rows: episodes.map((one) => ({
      episode: one.id,
      practice_code: one.practice,
      practice_name: one.name,
      rule: RULE_WORDS[one.rule as Rule],
      state: SECTION_WORDS[one.section],
      because: one.because,
      closed_by: one.closedBy,
      noticed_on: one.noticedOn,
      weeks_open: one.weeks,
      patients: one.patients,
      last_chased_on: one.lastChase?.on ?? null,
      assigned_to: one.assignedTo,
      snoozed_until: one.snoozed?.until ?? null,
    })),
  };
}
