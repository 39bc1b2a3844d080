import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SENDER_ROLES, VALUES } from '../../../../shared/evidence/fact.ts';
import { exemptions } from '../../../../shared/intake/readers/exemptions.ts';
import { RETURN_COLUMNS } from '../../../../shared/intake/readers/return-columns.ts';
import { statusReturn } from '../../../../shared/intake/readers/status-return.ts';
import { succession } from '../../../../shared/intake/readers/succession.ts';
import { supplierExtract } from '../../../../shared/intake/readers/supplier-extract.ts';
import { from, rowsReconcile } from './return-tables.ts';

const READERS = [statusReturn, supplierExtract, succession, exemptions];

/** Cells as people fill them, right and wrong, and whatever else a file may hold. */
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('', 'A81001', 'A81002', '04/12/2023', '2023-11-01') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('live', 'on', 'off', 'yes', 'EMIS', 'TPP', 'icb', '100'),
  },
  { weight: 1, arbitrary: fc.constantFrom('31/02/2023', 'n/a', '-1', '943 476 5919', 'Jane Doe') },
  { weight: 1, arbitrary: fc.string() },
);
const file = fc.constantFrom(...READERS).chain((reader) => {
  const header = [...RETURN_COLUMNS[reader.kind as keyof typeof RETURN_COLUMNS].names];
  const cells = fc.array(cell, { maxLength: header.length + 2 });
  return fc.record({
    reader: fc.constant(reader),
    header: fc.constant<readonly string[]>(header),
    records: fc.array(cells, { minLength: 1, maxLength: 6 }),
    role: fc.constantFrom(...SENDER_ROLES),
  });
});

describe('whatever the cells hold', () => {
  test('nothing throws, every row is taken or rejected, and what is said can be kept', () => {
    fc.assert(
      fc.property(file, ({ reader, header, records, role }) => {
        const rows = records.map((cells, i) => ({ row: i + 2, cells }));
        const given = { header, rows, broken: [] };
        const result = reader.read(given, from(role));
        expect(rowsReconcile(result, given)).toBe(true);
        for (const { row, statements } of result.taken) {
          expect(statements.length).toBeGreaterThan(0);
          for (const { kind, values, row: saidIn } of statements) {
            expect(saidIn).toBe(row);
            expect(VALUES[kind].safeParse(values).success).toBe(true);
          }
        }
        for (const { problem, remedy } of result.problems) {
          expect(problem.length * remedy.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('no answer repeats free text or a number as long as an NHS number', () => {
    fc.assert(
      fc.property(file, ({ reader, header, records, role }) => {
        const secret = 'Jane Doe 943 476 5919 9434765919';
        const rows = records.map((cells, i) => ({
          row: i + 2,
          cells: cells.map((text, at) => (at % 3 === i % 3 ? `${secret}${text}` : text)),
        }));
        const result = reader.read({ header, rows, broken: [] }, from(role));
        expect(JSON.stringify(result)).not.toMatch(/Jane|9434765919|943 476/);
      }),
      { numRuns: 200 },
    );
  });
});
