import type { DpiaColumn, DpiaRow } from '../../../shared/coverage/dpia-register.ts';
import { DPIA_COLUMNS } from '../../../shared/coverage/dpia-register.ts';
import type { Column, Table } from '../../../shared/coverage/table.ts';

const HEADINGS: Readonly<Record<DpiaColumn, Omit<Column, 'key'>>> = {
  practice_code: { heading: 'Practice code', holds: 'code' },
  practice_name: { heading: 'Practice', holds: 'text' },
  icb_code: { heading: 'ICB', holds: 'code' },
  completed_on: { heading: 'Completed', holds: 'day' },
  signed: { heading: 'Signed', holds: 'text' },
  outcome: { heading: 'Outcome', holds: 'text' },
  review_on: { heading: 'Review on', holds: 'day' },
  review_overdue: { heading: 'Review overdue', holds: 'text' },
  documents_seen: { heading: 'Documents seen', holds: 'count' },
  latest_document: { heading: 'Latest document (SHA-256)', holds: 'code' },
  review: { heading: 'ICB’s review', holds: 'text' },
  reviewed_by: { heading: 'Reviewed by', holds: 'code' },
  reviewed_on: { heading: 'Reviewed on', holds: 'day' },
  replied_on: { heading: 'Practice replied', holds: 'day' },
  source: { heading: 'Whose word', holds: 'text' },
};

/** The register of DPIAs as a table, with the columns of its CSV. */
export function dpiaTable(rows: readonly DpiaRow[]): Table {
  return {
    name: 'dpias',
    title: 'Register of DPIAs',
    says: 'A row is one practice of which any DPIA was known on the day.',
    columns: DPIA_COLUMNS.map((key) => ({ key, ...HEADINGS[key] })),
    rows,
  };
}
