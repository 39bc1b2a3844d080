import { describe, expect, test } from 'vitest';
import { day } from '../../../../shared/calendar/day.ts';
import { epraccurRow, linesOf, readText } from '../uploads-to-read.ts';
import { from } from './return-tables.ts';

const readRow = (over: Record<number, string>, context = from('national')) => {
  const read = readText(linesOf(epraccurRow(over)), context);
  return { ...read, said: read.taken[0]?.statements[0] };
};

test('a row says the listing of a practice, as at the day given', () => {
  const { said } = readRow({}, from('national', { asAt: day('2023-12-04') }));
  expect(said).toEqual({
    kind: 'listing',
    practice: 'A81001',
    effectiveOn: '2023-12-04',
    asAt: '2023-12-04',
    row: 1,
    values: {
      name: 'THE MADE-UP SURGERY',
      status: 'active',
      country: 'england',
      gpPractice: true,
      openedOn: '1974-04-01',
      closedOn: null,
      region: 'Y63',
      icb: 'QHM',
      subIcb: '16C',
    },
  });
});

test('without a day given it speaks of the London day of receipt, and says so', () => {
  const read = readRow({});
  expect(read.said?.asAt).toBe('2023-12-10');
  expect(read.warnings).toMatchObject([
    { row: 0, warning: expect.stringMatching(/no date.*10 December 2023/) },
  ]);
});

describe('both codings, row by row', () => {
  test.each([
    ['A', 'active'],
    ['C', 'closed'],
    ['D', 'dormant'],
    ['P', 'proposed'],
    ['ACTIVE', 'active'],
    ['INACTIVE', 'closed'],
    ['DORMANT', 'dormant'],
  ])('status %s is %s', (written, status) => {
    expect(readRow({ 13: written }).said?.values).toMatchObject({ status });
  });

  test.each([
    ['4', true],
    ['RO76', true],
    ['RO76|RO268', true],
    ['RO268|RO76', true],
    ['0', false],
    ['14', false],
    ['24', false],
    ['RO72', false],
    ['RO80|RO87', false],
    ['RO760', false],
    ['', false],
  ])('setting %s: a GP practice is %s', (written, gpPractice) => {
    expect(readRow({ 26: written }).said?.values).toMatchObject({ gpPractice });
  });
});

describe('which country', () => {
  test.each([
    ['A81001', 'Y63', 'england'],
    ['A81001', 'Y54', 'england'],
    ['K0E995', 'Y61', 'england'],
    ['W91001', 'W00', 'wales'],
    ['W91001', '', 'wales'],
    ['W91001', 'Y58', 'wales'],
    ['ALD001', '', 'other'],
    ['JER771', '', 'other'],
    ['Y00001', '', 'other'],
    ['A91020', 'Y99', 'other'],
  ])('%s in region "%s" is %s', (code, region, country) => {
    expect(readRow({ 1: code, 3: region }).said?.values).toMatchObject({ country });
  });
});

describe('days', () => {
  test('a close date, and an open date still to come', () => {
    expect(readRow({ 12: '20231231' }).said?.values).toMatchObject({ closedOn: '2023-12-31' });
    expect(readRow({ 11: '20240401', 13: 'P' }).said?.values).toMatchObject({
      openedOn: '2024-04-01',
    });
  });
});

describe('recognised by content', () => {
  test('with no cell in quotation marks', () => {
    expect(readText(linesOf(epraccurRow({}, '')))).toMatchObject({ kind: 'epraccur', rows: 1 });
  });

  test('though the first rows are damaged', () => {
    const read = readText(linesOf('"A81000","x', 'A81009,short', epraccurRow()));
    expect(read).toMatchObject({ kind: 'epraccur', rows: 3 });
    expect(read.problems.map(({ row }) => row)).toEqual([1, 2]);
    expect(read.taken.map(({ row }) => row)).toEqual([3]);
  });

  test.each([
    ['26 cells', epraccurRow().replace(/,""$/, '')],
    ['no code first', epraccurRow({ 1: 'SURGERY' })],
    ['no open date', epraccurRow({ 11: '01/04/1974' })],
  ])('not with %s', (_, line) => {
    expect(readText(linesOf(line)).kind).toBeNull();
  });
});

describe('a bad row is rejected and the others are kept', () => {
  test.each([
    ['a code of no form', { 1: 'A8100' }, 'Organisation Code'],
    ['no name', { 2: '' }, 'Name'],
    ['a region of no form', { 3: 'NORTH EAST' }, 'National Grouping'],
    ['an impossible open date', { 11: '19740431' }, 'Open Date'],
    ['an impossible close date', { 12: '2023' }, 'Close Date'],
    ['closed before it opened', { 12: '19730401' }, 'Close Date'],
    ['a status not known', { 13: 'X' }, 'Status Code'],
    ['no status', { 13: '' }, 'Status Code'],
  ])('%s', (_, over, column) => {
    const rows = [
      epraccurRow(),
      epraccurRow({ 1: 'A81002', ...over }),
      epraccurRow({ 1: 'A81003' }),
    ];
    const read = readText(linesOf(...rows));
    expect(read.taken.map(({ row }) => row)).toEqual([1, 3]);
    expect(read.problems).toMatchObject([{ row: 2, column }]);
    expect(read.problems[0]?.remedy).not.toBe('');
  });

  test('ragged: 26 cells and 28', () => {
    const row = epraccurRow({ 1: 'A81002' });
    const read = readText(linesOf(epraccurRow(), row.replace(/,""$/, ''), `${row},"x"`));
    expect(read.problems.map((p) => [p.row, p.problem])).toEqual([
      [2, 'the row has 26 cells, fewer than the 27 of this file'],
      [3, 'the row has 28 cells, more than the 27 of this file'],
    ]);
  });
});

test.each(['practice', 'supplier', 'icb'] as const)('is not taken from role %s', (role) => {
  const read = readText(linesOf(epraccurRow()), from(role));
  expect(read).toMatchObject({ kind: 'epraccur', rows: 1, taken: [] });
  expect(read.refused?.remedy).toContain('published by NHS England');
});
