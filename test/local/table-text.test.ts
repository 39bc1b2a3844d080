import { describe, expect, test } from 'vitest';
import { tableData, tableText } from '../../local/table-text.ts';
import type { Table } from '../../shared/coverage/table.ts';

const table: Table = {
  name: 'made-up',
  title: 'Made up',
  says: 'Nothing.',
  columns: [
    { key: 'name', heading: 'Name', holds: 'text' },
    { key: 'patients', heading: 'Patients', holds: 'count' },
    { key: 'says', heading: 'In words', holds: 'text' },
  ],
  rows: [
    { name: 'A', patients: 23_500, says: 'w'.repeat(60) },
    { name: 'n'.repeat(60), patients: null, says: '=1+1' },
  ],
};

describe('a table as text', () => {
  test('texts begin at the left, numbers end at the right; only the last column is never cut', () => {
    const name = `${'n'.repeat(43)}…`;
    expect(tableText(table).split('\n')).toEqual([
      `${'Name'.padEnd(44)}  Patients  In words`,
      `${'A'.padEnd(44)}    23,500  ${'w'.repeat(60)}`,
      `${name}   No data  =1+1`,
    ]);
  });

  test('columns as asked for', () => {
    expect(tableText(table, ['patients']).split('\n')).toEqual([
      'Patients',
      '  23,500',
      ' No data',
    ]);
  });

  test('as data: every column, formulas disarmed in CSV', () => {
    expect(tableData(table, 'csv')).toContain("'=1+1");
    expect(JSON.parse(tableData(table, 'json'))).toEqual(table.rows);
  });
});
