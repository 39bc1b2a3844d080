import { hash } from 'node:crypto';
import { instant } from '../../shared/calendar/day.ts';
import type { Fact, Statement } from '../../shared/evidence/fact.ts';
import type { ReadResult } from '../../shared/intake/read-result.ts';
import type { Receipt, Upload } from '../../shared/intake/receipt/receipt.ts';

/** An upload of a practice's return, received on 1 June 2022. */
export function uploadOf(over: Partial<Upload> & { bytes?: Uint8Array } = {}): Upload {
  const { bytes = new Uint8Array(), ...own } = over;
  return {
    uploadId: 'up-1',
    sha256: hash('sha256', bytes, 'hex'),
    fileName: 'return.csv',
    sender: { role: 'icb', org: 'QHM' },
    receivedAt: instant('2022-06-01T09:00:00Z'),
    asAt: null,
    ...own,
  };
}

/** What a file must have said for `fact` to come of it. */
export function statementOf(fact: Fact, row?: number): Statement {
  const { kind, practice, effectiveOn, asAt, values } = fact;
  const said = { kind, practice, effectiveOn, asAt, values, ...(row !== undefined && { row }) };
  return said as Statement;
}

/** A file in which each list of facts is a row, from row 2 on. */
export function fileSaying(rows: readonly (readonly Fact[])[], over: Partial<ReadResult> = {}) {
  const taken = rows.map((facts, at) => ({
    row: at + 2,
    statements: facts.map((fact) => statementOf(fact, at + 2)),
  }));
  const read: ReadResult = {
    kind: 'status-return',
    rows: rows.length,
    taken,
    duplicates: [],
    problems: [],
    warnings: [],
    refused: null,
    checklist: null,
  };
  return { ...read, ...over };
}

export function receiptOf(over: Partial<Receipt> = {}): Receipt {
  const { uploadId, sha256, fileName, sender, receivedAt } = uploadOf();
  return {
    ...{ uploadId, sha256, fileName, sender, receivedAt },
    kind: 'status-return',
    ...{ rows: 3, accepted: 1, unchanged: 1, duplicate: 0, rejected: 1, facts: 2, practices: 1 },
    refused: false,
    scan: 'none',
    patientData: null,
    checklist: null,
    problems: [{ row: 3, column: 'plan_date', found: '31/02', problem: 'no day', remedy: 'mend' }],
    warnings: [{ row: 2, column: null, warning: 'not in the register' }],
    ...over,
  };
}
