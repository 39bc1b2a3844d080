import { describe, expect, test } from 'vitest';
import { instant } from '../../../shared/calendar/day.ts';
import { FactSchema } from '../../../shared/evidence/fact.ts';
import { statementId } from '../../../shared/evidence/statement-id.ts';
import { factFrom } from '../../../shared/evidence/statements-to-facts.ts';
import { letter } from '../builders.ts';
import { statementOf, uploadOf } from '../uploads.ts';

const statement = statementOf(letter(), 7);

describe('a fact made of a statement', () => {
  test('has the id, receipt and source that its upload gives it', () => {
    const upload = uploadOf();
    const fact = factFrom(statement, upload);
    expect(FactSchema.parse(fact)).toEqual(fact);
    expect(fact).toMatchObject({
      id: statementId(statement, upload.sender),
      receivedAt: upload.receivedAt,
      source: { uploadId: 'up-1', sha256: upload.sha256, row: 7, sender: upload.sender },
    });
    expect(fact).not.toHaveProperty('backfilledAt');
  });

  test('says when it was recorded, if its receipt was backdated', () => {
    const backfilledAt = instant('2024-01-01T00:00:00Z');
    expect(factFrom(statement, uploadOf({ backfilledAt })).backfilledAt).toBe(backfilledAt);
  });

  test('keeps whose word it is', () => {
    const told = { ...statement, onBehalfOf: 'A81001', relayed: true, completeList: true } as const;
    expect(factFrom(told, uploadOf()).source).toMatchObject({
      onBehalfOf: 'A81001',
      relayed: true,
      completeList: true,
    });
  });

  test('has the same id whichever file and row it came from, and another from another sender', () => {
    const first = factFrom(statement, uploadOf());
    const again = factFrom({ ...statement, row: 99 }, uploadOf({ uploadId: 'up-2' }));
    const other = factFrom(statement, uploadOf({ sender: { role: 'practice', org: 'A81001' } }));
    expect(again.id).toBe(first.id);
    expect(other.id).not.toBe(first.id);
  });
});
