import { SaxesParser } from 'saxes';

/** A table as it stands on the page: which one of the release, its columns by key, and the words in its cells. */
export type PageTable = {
  readonly name: string;
  readonly keys: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** Reads the tables of `report.html` back, in their order. Throws on a page that is not well-formed. */
export function pageTables(page: string): readonly PageTable[] {
  const tables: { name: string; keys: string[]; rows: string[][] }[] = [];
  let cell: string | null = null;
  let isOpen = false;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'table') {
      const own = attributes['data-table'];
      isOpen = own !== undefined;
      if (own !== undefined) tables.push({ name: String(own), keys: [], rows: [] });
    }
    if (!isOpen) return;
    const key = attributes['data-key'];
    if (key !== undefined) tables.at(-1)!.keys.push(String(key));
    else if (name === 'tr') tables.at(-1)!.rows.push([]);
    else if (name === 'td' || name === 'th') cell = '';
  });
  parser.on('text', (text) => {
    if (cell !== null) cell += text;
  });
  parser.on('closetag', ({ name }) => {
    if ((name === 'td' || name === 'th') && cell !== null) tables.at(-1)!.rows.at(-1)!.push(cell);
    if (name === 'td' || name === 'th') cell = null;
    if (name === 'table') isOpen = false;
  });
  parser.write(page.replace(/^<!doctype html>/i, '')).close();
  return tables.map((table) => ({ ...table, rows: table.rows.filter(({ length }) => length > 0) }));
}
