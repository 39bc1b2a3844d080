import * as z from 'zod';
import { RETURN_KINDS } from '../../../shared/intake/readers/return-columns.ts';
import { type Answer, reading, type View } from '../route.ts';
import { PURPOSES } from './purposes.ts';

const Says = z.object({ templates: z.int() });
type Says = z.infer<typeof Says>;

/** `/templates`: the files that people fill in, with what each is for. */
export const listRoute = reading({
  path: '/templates',
  about: 'The empty files to fill in, as CSV and as XLSX, with what each is for',
  ask: z.object({}),
  action: 'read-guidance',
  on: async () => ({ kind: 'guidance' }),
  keep: true,
  answers: Says,
  answer: async () => answerOf(),
  page: listView,
});

function answerOf(): Answer<Says> {
  const rows = RETURN_KINDS.map((kind) => ({
    template: PURPOSES[kind].title,
    purpose: PURPOSES[kind].says,
    xlsx: `${kind}.xlsx`,
    csv: `${kind}.csv`,
  }));
  const table = {
    name: 'templates',
    title: 'Templates',
    says: 'One row for each kind of file that people fill in.',
    columns: [
      { key: 'template', heading: 'Template', holds: 'text' as const },
      { key: 'purpose', heading: 'What it is for', holds: 'text' as const },
      { key: 'xlsx', heading: 'Workbook', holds: 'code' as const },
      { key: 'csv', heading: 'CSV', holds: 'code' as const },
    ],
    rows,
  };
  return { says: { templates: rows.length }, tables: [table] };
}

function listView({ tables }: Answer<Says>): View {
  return {
    view: 'templates/list.njk',
    title: 'Templates',
    data: { templates: tables[0]?.rows ?? [] },
  };
}
