import { describe, expect, test } from 'vitest';
import { instant } from '../../../shared/calendar/day.ts';
import type { Fact } from '../../../shared/evidence/fact.ts';
import { digestOf, knownFacts, mayRetract } from '../../../shared/evidence/known.ts';
import { canonical, statementId } from '../../../shared/evidence/statement-id.ts';
import { letter, retractionOf } from '../builders.ts';

const said = letter({ sentOn: '2022-10-31', receivedAt: '2022-11-01T09:00:00Z' });
const again = { ...said, receivedAt: instant('2022-12-01T09:00:00Z') };
const earlier = { ...said, receivedAt: instant('2022-10-31T18:00:00Z') };
const taken = retractionOf(said, { receivedAt: '2022-11-15T09:00:00Z' });

function receipts(facts: readonly Fact[], knownAt: string): string[] {
  return knownFacts(facts, instant(knownAt)).map((fact) => fact.receivedAt);
}

describe('what was known', () => {
  test.each([
    { title: 'nothing before it was received', facts: [said], at: '2022-11-01T08:59:59Z', is: [] },
    { title: 'from its receipt on', facts: [said], at: '2022-11-01T09:00:00Z', is: [said] },
    {
      title: 'once, from its earliest receipt',
      facts: [again, said],
      at: '2023-01-01T00:00:00Z',
      is: [said],
    },
    {
      title: 'a receipt that comes to light later counts',
      facts: [said, earlier],
      at: '2023-01-01T00:00:00Z',
      is: [earlier],
    },
    { title: 'not after its retraction', facts: [said, taken], at: '2022-11-15T09:00:00Z', is: [] },
    {
      title: 'still before its retraction',
      facts: [taken, said],
      at: '2022-11-15T08:59:59Z',
      is: [said],
    },
    {
      title: 'again, when it is said again afterwards',
      facts: [said, taken, again],
      at: '2023-01-01T00:00:00Z',
      is: [again],
    },
    {
      title: 'not again while it had not been said again',
      facts: [said, taken, again],
      at: '2022-11-20T00:00:00Z',
      is: [],
    },
  ])('$title', ({ facts, at, is }) => {
    expect(receipts(facts, at)).toEqual(is.map((fact) => fact.receivedAt));
  });

  test('a retraction by somebody else takes nothing away', () => {
    const stranger = retractionOf(said, {
      receivedAt: '2022-11-15T09:00:00Z',
      sender: { role: 'supplier' },
    });
    expect(receipts([said, stranger], '2023-01-01T00:00:00Z')).toEqual([said.receivedAt]);
    expect(mayRetract({ role: 'national' }, said)).toBe(true);
  });

  test('a retraction of an upload takes away what that upload said, and nothing else', () => {
    const { uploadId } = said.source;
    const elsewhere = { ...earlier, source: { ...said.source, uploadId: 'another' } };
    const withdrawn = (upload: string) =>
      retractionOf(said, { upload, receivedAt: '2022-11-15T09:00:00Z' });
    const left = (upload: string) =>
      receipts([said, elsewhere, withdrawn(upload)], '2023-01-01T00:00:00Z');
    expect(left(uploadId)).toEqual([elsewhere.receivedAt]);
    expect(left('another')).toEqual([said.receivedAt]);
  });

  test('the digest does not depend on the order', () => {
    const other = letter({ sentOn: '2022-11-03' });
    expect(digestOf([said, other])).toEqual(digestOf([other, said]));
    expect(digestOf([said]).digest).not.toBe(digestOf([other]).digest);
  });
});

describe('the id of a statement', () => {
  test('does not depend on the order in which values are written', () => {
    const turned = { ...said, values: Object.fromEntries(Object.entries(said.values).reverse()) };
    expect(statementId(turned as typeof said, said.source.sender)).toBe(said.id);
  });

  test.each([
    { what: 'a later date', other: { ...said, asAt: '2022-12-01' } },
    { what: 'another day of effect', other: { ...said, effectiveOn: '2022-12-01' } },
    { what: 'another practice', other: { ...said, practice: 'A81002' } },
    { what: 'another value', other: { ...said, values: { ...said.values, sentTime: '16:00' } } },
  ])('is another for $what', ({ other }) => {
    expect(statementId(other as typeof said, said.source.sender)).not.toBe(said.id);
  });

  test('is another for another sender', () => {
    expect(statementId(said, { ...said.source.sender, org: 'A81002' })).not.toBe(said.id);
  });

  test('canonical JSON sorts keys at every depth and leaves out what is not there', () => {
    expect(canonical({ b: [{ d: 1, c: null }], a: undefined })).toBe('{"b":[{"c":null,"d":1}]}');
  });
});
