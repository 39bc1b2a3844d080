import { describe, expect, test } from 'vitest';
import { VALUES } from '../../../../shared/evidence/fact.ts';
import { statusReturn } from '../../../../shared/intake/readers/status-return.ts';
import { from, readOne, rowsReconcile, table } from './return-tables.ts';

const BASE = { practice_code: 'A81001', as_at_date: '04/12/2023' };
const read = (row: Record<string, string>, context = from('practice')) =>
  readOne(statusReturn, { ...BASE, ...row }, context);

describe('what a row says', () => {
  test('a full row says eight things, each effective on its own day', () => {
    const { said, problems } = read({
      declared_status: 'Opt in',
      declared_status_date: '01/12/2023',
      letter_to: 'EMIS Web',
      letter_sent_date: '31/10/2022 16:20',
      letter_acknowledged_date: '02/11/2022',
      letter_withdrawn_date: '01/09/2023',
      dpia_date: '1 October 2023',
      dpia_outcome: 'opt-in',
      dpia_signed_by: 'Dr A Partner',
      dpia_review_date: '01/10/2024',
      opt_in_advertised_date: '02/10/2023',
      website_updated_date: '03/10/2023',
      icb_notified_date: '04/10/2023',
      plan_date: '05/09/2023',
      plan_lead: 'Practice manager',
      plan_staff_training: 'Yes',
      plan_record_review_process: 'n',
      plan_target_date: '31/03/2024',
      plan_review_date: '01/02/2024',
      bulk_104_date: '30/09/2023',
      action_plan_104_date: '30/11/2023',
      comment: 'Mrs Smith rang',
    });
    expect(problems).toEqual([]);
    const at = { practice: 'A81001', asAt: '2023-12-04', row: 2 };
    expect(said).toEqual([
      {
        ...at,
        kind: 'pause-letter',
        effectiveOn: '2022-10-31',
        values: {
          to: 'EMIS',
          sentOn: '2022-10-31',
          sentTime: '16:20',
          acknowledgedOn: '2022-11-02',
          withdrawnOn: '2023-09-01',
          document: null,
        },
      },
      {
        ...at,
        kind: 'dpia',
        effectiveOn: '2023-10-01',
        values: {
          completedOn: '2023-10-01',
          signed: true,
          outcome: 'opt-in',
          reviewOn: '2024-10-01',
          document: null,
        },
      },
      {
        ...at,
        kind: 'opt-in-step',
        effectiveOn: '2023-10-02',
        values: { step: 'advertised', on: '2023-10-02' },
      },
      {
        ...at,
        kind: 'opt-in-step',
        effectiveOn: '2023-10-03',
        values: { step: 'website-updated', on: '2023-10-03' },
      },
      {
        ...at,
        kind: 'opt-in-step',
        effectiveOn: '2023-10-04',
        values: { step: 'icb-told', on: '2023-10-04' },
      },
      {
        ...at,
        kind: 'plan',
        effectiveOn: '2023-09-05',
        values: {
          agreedOn: '2023-09-05',
          leadNamed: true,
          staffTraining: true,
          recordReviewProcess: false,
          targetOn: '2024-03-31',
          reviewOn: '2024-02-01',
          document: null,
        },
      },
      {
        ...at,
        kind: 'bulk-104',
        effectiveOn: '2023-09-30',
        values: { doneOn: '2023-09-30', actionPlanOn: '2023-11-30' },
      },
      {
        ...at,
        kind: 'declared-status',
        effectiveOn: '2023-12-01',
        values: { status: 'opt-in', on: '2023-12-01' },
      },
    ]);
    for (const { kind, values } of said) expect(VALUES[kind].safeParse(values).success).toBe(true);
    expect(JSON.stringify(said)).not.toMatch(/Partner|manager|Smith/);
  });

  test.each([
    ['letter_withdrawn_date', '01/09/2023', '2023-09-01'],
    ['letter_acknowledged_date', '02/11/2022', '2022-11-02'],
    ['letter_to', 'TPP', '2023-12-04'],
    ['dpia_outcome', 'automatic', '2023-12-04'],
    ['plan_lead', 'Jo', '2023-12-04'],
    ['action_plan_104_date', '30/11/2023', '2023-11-30'],
    ['declared_status', 'paused', '2023-12-04'],
  ])('a row with %s alone (%s) says one thing, effective on %s', (column, cell, effectiveOn) => {
    const { said } = read({ [column]: cell });
    expect(said).toHaveLength(1);
    expect(said[0]?.effectiveOn).toBe(effectiveOn);
  });

  test('a withdrawal without the day of sending counts from the withdrawal, else from the acknowledgement', () => {
    const row = { letter_withdrawn_date: '01/09/2023', letter_acknowledged_date: '02/11/2022' };
    expect(read(row).said[0]?.effectiveOn).toBe('2023-09-01');
  });

  test('midnight is how spreadsheets write a day without a time', () => {
    const { said } = read({ letter_sent_date: '2022-11-04 00:00:00' });
    expect(said[0]?.values).toMatchObject({ sentOn: '2022-11-04', sentTime: null });
  });

  test.each([
    ['live', 'live'],
    ['Gone live', 'live'],
    ['PAUSED', 'paused'],
    ['on hold', 'paused'],
    ['opt-in', 'opt-in'],
    ['Opted in', 'opt-in'],
    ['working towards', 'working-towards'],
    ['Working_Towards', 'working-towards'],
    ['not started', 'not-started'],
    ['Other', 'other'],
  ])('declared status %s is %s', (cell, status) => {
    expect(read({ declared_status: cell }).said[0]?.values).toEqual({ status, on: null });
  });

  test.each(['Yes', 'y', 'TRUE', '1', '✓'])('yes as %s', (cell) => {
    expect(read({ plan_staff_training: cell }).said[0]?.values).toMatchObject({
      staffTraining: true,
    });
  });

  test.each(['no', 'None', 'Unsigned', 'not signed'])(
    'a DPIA signed by "%s" is not signed',
    (by) => {
      const { said, warnings } = read({ dpia_date: '01/10/2023', dpia_signed_by: by });
      expect(said[0]?.values).toMatchObject({ signed: null });
      expect(warnings).toMatchObject([{ row: 2, column: 'dpia_signed_by' }]);
    },
  );

  test.each(['n/a', 'N/A', '-', 'TBC', 'not yet', 'Unknown', '?'])(
    '"%s" says nothing, with a warning',
    (cell) => {
      const { said, problems, warnings } = read({ declared_status: 'live', plan_date: cell });
      expect(problems).toEqual([]);
      expect(said.map(({ kind }) => kind)).toEqual(['declared-status']);
      expect(warnings).toMatchObject([{ row: 2, column: 'plan_date' }]);
    },
  );

  test('the same warning on many rows is told once, with the rows', () => {
    const rows = Array.from({ length: 9 }, () => ({
      ...BASE,
      declared_status: 'live',
      plan_date: 'n/a',
    }));
    const { warnings, taken } = statusReturn.read(table(...rows), from('practice'));
    expect(taken).toHaveLength(9);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatchObject({ row: 2, column: 'plan_date' });
    expect(warnings[0]?.warning).toMatch(/\(also in rows 3, 4, 5, 6, 7 and 3 more\)$/);
  });
});

describe('whose word', () => {
  test.each(['pcn', 'icb', 'national'] as const)(
    '%s speaks on the behalf of the practice',
    (role) => {
      expect(read({ declared_status: 'live' }, from(role)).said[0]).toMatchObject({
        onBehalfOf: 'A81001',
      });
    },
  );

  test.each(['practice', 'supplier'] as const)('%s speaks for itself', (role) => {
    const { said } = read({ letter_sent_date: '31/10/2022' }, from(role));
    expect(said[0]).not.toHaveProperty('onBehalfOf');
  });

  test('a supplier may fill the letter and 104 columns, and a comment', () => {
    const row = {
      letter_to: 'TPP',
      letter_acknowledged_date: '02/11/2022',
      bulk_104_date: '30/09/2023',
      action_plan_104_date: '01/10/2023',
      comment: 'x',
      dpia_date: 'n/a',
    };
    const { said, problems } = read(row, from('supplier'));
    expect(problems).toEqual([]);
    expect(said.map(({ kind }) => kind)).toEqual(['pause-letter', 'bulk-104']);
  });

  test('any other cell that a supplier fills rejects the row, each with its column', () => {
    const row = { letter_sent_date: '31/10/2022', dpia_date: '01/10/2023', plan_lead: 'Jo Bloggs' };
    const { taken, problems } = read(row, from('supplier'));
    expect(taken).toEqual([]);
    expect(problems).toMatchObject([
      {
        row: 2,
        column: 'dpia_date',
        found: '01/10/2023',
        problem: 'dpia_date is filled, and is not for a supplier to say',
        remedy: expect.stringContaining('the practice or its ICB sends the rest'),
      },
      { row: 2, column: 'plan_lead', found: 'text of 9 characters' },
    ]);
  });
});

describe('a bad row is told what is wrong and how to mend it', () => {
  test.each([
    ['practice_code', '', 'an empty cell', 'is empty or says nothing', 'A81001'],
    ['practice_code', 'unknown', 'unknown', 'is empty or says nothing', 'A81001'],
    ['practice_code', 'A8100', 'A8100', 'is not a practice code', 'A81001'],
    ['practice_code', 'The Surgery', 'text of 11 characters', 'is not a practice code', 'A81001'],
    ['as_at_date', '', 'an empty cell', 'is empty or says nothing', '04/12/2023'],
    ['as_at_date', '11/12/2023', '11/12/2023', 'is in the future', '10 December 2023'],
    ['letter_sent_date', '31/02/2023', '31/02/2023', 'there is no 31 February 2023', '04/03/2023'],
    ['letter_sent_date', '12/31/2022', '12/31/2022', 'has no month 31', '31/12/2022'],
    [
      'letter_sent_date',
      '04/11/2022 25:00',
      '04/11/2022 25:00',
      'has a time that does not exist',
      '17:05',
    ],
    ['letter_sent_date', '11/12/2023', '11/12/2023', 'is in the future', '10 December 2023'],
    [
      'letter_acknowledged_date',
      '11/12/2023',
      '11/12/2023',
      'is in the future',
      '10 December 2023',
    ],
    ['dpia_date', '2024-01-01', '2024-01-01', 'is in the future', '10 December 2023'],
    ['icb_notified_date', '2024-01-01', '2024-01-01', 'is in the future', '10 December 2023'],
    ['plan_date', '01/02/1923', '01/02/1923', 'is too long ago', '04/03/2023'],
    ['plan_date', 'when we have time', 'text of 17 characters', 'is not a date', '04/03/2023'],
    ['declared_status', 'maybe', 'maybe', 'is not one of: live, paused', 'leave the cell empty'],
    ['dpia_outcome', 'Jones', 'text of 5 characters', 'is not opt-in or automatic', 'opt-in'],
    ['plan_staff_training', 'live', 'live', 'is not yes or no', 'yes or no'],
    ['letter_to', 'Sistem1', 'Sistem1', 'is not a system supplier that we know', 'SystmOne'],
  ])('%s "%s"', (column, cell, shown, problem, remedy) => {
    const given = { ...BASE, declared_status: 'live', [column]: cell };
    const { taken, problems } = readOne(statusReturn, given, from('practice'));
    expect(taken).toEqual([]);
    expect(problems).toEqual([
      {
        row: 2,
        column,
        found: shown,
        problem: expect.stringContaining(problem),
        remedy: expect.stringContaining(remedy),
      },
    ]);
    expect(problems[0]?.problem.startsWith(`${column} `)).toBe(true);
  });

  test('all that is wrong with a row is told at once', () => {
    const { problems } = read({
      practice_code: 'X',
      dpia_date: '31/02/2023',
      dpia_outcome: 'both',
    });
    expect(problems.map(({ column }) => column)).toEqual([
      'practice_code',
      'dpia_date',
      'dpia_outcome',
    ]);
  });

  test('a row with a code and a day alone says nothing, and so does an empty one', () => {
    const given = table({ ...BASE, declared_status: 'live' }, BASE, {}, { ...BASE, comment: 'hm' });
    const result = statusReturn.read(given, from('practice'));
    expect(result.taken.map(({ row }) => row)).toEqual([2]);
    expect(result.problems).toMatchObject([
      { row: 3, column: null, problem: 'the row names a practice and says nothing of it' },
      { row: 4, column: null, problem: 'the row is empty' },
      { row: 5, column: null, problem: 'the row names a practice and says nothing of it' },
    ]);
    expect(rowsReconcile(result, given)).toBe(true);
  });

  test('good rows are kept beside bad and broken ones', () => {
    const broken = { row: 4, column: null, found: null, problem: 'ragged', remedy: 'mend' };
    const rows = table({ ...BASE, declared_status: 'live' }, { ...BASE, declared_status: 'no' });
    const given = { ...rows, broken: [broken] };
    const result = statusReturn.read(given, from('practice'));
    expect(result.rows).toBe(3);
    expect(result.problems.map(({ row }) => row)).toEqual([3, 4]);
    expect(rowsReconcile(result, given)).toBe(true);
  });
});

describe('what is odd and kept', () => {
  test('a well-formed code that is not in the register', () => {
    const { said, warnings } = read({ practice_code: 'b8 2999', declared_status: 'live' });
    expect(said[0]?.practice).toBe('B82999');
    expect(warnings).toMatchObject([
      { row: 2, column: 'practice_code', warning: expect.stringContaining('B82999 is not in') },
    ]);
  });

  test.each(['letter_sent_date', 'dpia_date', 'opt_in_advertised_date', 'plan_date'])(
    '%s later than as_at_date and not later than receipt',
    (column) => {
      const { said, warnings } = read({ [column]: '10/12/2023' });
      expect(said[0]?.effectiveOn).toBe('2023-12-10');
      expect(warnings).toMatchObject([
        { row: 2, column, warning: expect.stringContaining("later than the row's as_at_date") },
      ]);
    },
  );

  test.each(['letter_sent_date', 'dpia_date'])(
    '%s on the as_at_date itself is not odd',
    (column) => {
      expect(read({ [column]: '04/12/2023' }).warnings).toEqual([]);
    },
  );

  test.each(['plan_target_date', 'plan_review_date', 'dpia_review_date'])(
    '%s may be still to come, without a word',
    (column) => {
      expect(read({ [column]: '31/12/2025' })).toMatchObject({ problems: [], warnings: [] });
    },
  );

  test('the day of receipt is the London one: late on a summer evening it is tomorrow', () => {
    const context = from('practice', { receivedAt: '2023-07-01T23:30:00.000Z' as never });
    const row = { as_at_date: '02/07/2023', declared_status: 'live' };
    expect(read(row, context).problems).toEqual([]);
  });

  test('a declared date without a status is told of', () => {
    const { said, warnings } = read({
      bulk_104_date: '01/10/2023',
      declared_status_date: '01/11/2023',
    });
    expect(said.map(({ kind }) => kind)).toEqual(['bulk-104']);
    expect(warnings).toMatchObject([{ column: 'declared_status_date' }]);
  });
});
