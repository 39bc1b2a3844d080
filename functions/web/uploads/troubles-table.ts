import type { Table } from '../../../shared/coverage/table.ts';
import type { Problem, Warning } from '../../../shared/intake/read-result.ts';
import type { Receipt } from '../../../shared/intake/receipt/receipt.ts';
import { troublesOf } from '../../../shared/intake/receipt/worst-first.ts';

/** Everything that is wrong with a file, worst first: one row for each row of it that has a trouble. */
export function troublesTable(receipt: Receipt): Table {
  return {
    name: 'receipt',
    title: 'What was wrong',
    says: 'Problems and warnings, worst first; row 0 is the file as a whole.',
    columns: [
      { key: 'costs', heading: 'What is lost by it', holds: 'text' },
      { key: 'row', heading: 'Row', holds: 'count' },
      { key: 'column', heading: 'Column', holds: 'text' },
      { key: 'found', heading: 'Found', holds: 'text' },
      { key: 'what', heading: 'What is wrong', holds: 'text' },
      { key: 'remedy', heading: 'How to mend it', holds: 'text' },
    ],
    rows: troublesOf(receipt).flatMap(({ costs, said }) =>
      said.map((one) => ({ costs, row: one.row, column: one.column, ...inWords(one) })),
    ),
  };
}

function inWords(said: Problem | Warning) {
  if ('warning' in said) return { found: null, what: said.warning, remedy: null };
  return { found: said.found, what: said.problem, remedy: said.remedy };
}
