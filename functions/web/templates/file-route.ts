import * as z from 'zod';
import { RETURN_KINDS } from '../../../shared/intake/readers/return-columns.ts';
import { templateCsv } from '../../../shared/intake/template/template-csv.ts';
import { CONTENT_TYPES } from '../../../shared/intake/upload-limits.ts';
import { download, type WebFile } from '../route.ts';

const Ask = z.object({
  file: z
    .string()
    .regex(/^[a-z-]+\.[a-z]+$/, 'Name a template, such as status-return.csv')
    .describe('Its name'),
});

/** `/templates/:file`: an empty file to fill in, made from the columns that its reader checks. */
export const fileRoute = download({
  path: '/templates/:file',
  about: 'An empty file to fill in, made from the columns that are checked when it comes back',
  ask: Ask,
  action: 'read-guidance',
  on: async () => ({ kind: 'guidance' }),
  file: async (_, { ask }) => templateNamed(ask.file),
});

async function templateNamed(file: string): Promise<WebFile | null> {
  const kind = RETURN_KINDS.find((one) => file.startsWith(`${one}.`));
  if (kind === undefined) return null;
  // Saved under the name that the command line gives it.
  const name = `${kind}-template${file.slice(kind.length)}`;
  if (file === `${kind}.csv`) {
    const bytes = new TextEncoder().encode(templateCsv(kind));
    return { name, type: 'text/csv; charset=utf-8', bytes };
  }
  if (file !== `${kind}.xlsx`) return null;
  // Loaded only here: no other page needs the spreadsheet writer.
  const { templateXlsx } = await import('../../../shared/intake/template/template-xlsx.ts');
  return { name, type: CONTENT_TYPES[1], bytes: await templateXlsx(kind) };
}
