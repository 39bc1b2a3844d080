import { describe, expect, test } from 'vitest';
import { checkMapping } from '../../../../shared/intake/mapping/check-mapping.ts';
import { draftMapping } from '../../../../shared/intake/mapping/draft-mapping.ts';
import { guessedStatus } from '../../../../shared/intake/mapping/draft-words.ts';
import { likelyColumn } from '../../../../shared/intake/mapping/headings.ts';
import { readOpened } from '../../../../shared/intake/read-upload.ts';
import { columnsOf } from '../../../../shared/intake/readers/return-columns.ts';
import { from } from '../readers/return-tables.ts';
import { openedOf, sheetOf, TRACKER } from './tracker.ts';

const QHM = { role: 'icb', org: 'QHM' } as const;
const draftOf = (...rows: readonly (readonly string[])[]) =>
  draftMapping(openedOf(sheetOf(rows)), { kind: 'status-return', sender: QHM });

describe('a draft for a tracker', () => {
  const draft = draftOf(...TRACKER)!;

  test('reads what it can tell by headings, and fixes the day', () => {
    expect(draft).toMatchObject({ headerRow: 5, sheet: null, lacking: [] });
    expect(draft.mapping).toMatchObject({
      kind: 'status-return',
      sender: QHM,
      columns: {
        'Practice ODS': 'practice_code',
        'Current status': 'declared_status',
        'Date letter sent': 'letter_sent_date',
        'Target go-live': 'plan_target_date',
        Notes: 'comment',
      },
      fixed: { as_at_date: 'as-at' },
    });
  });

  test('lists what it leaves out, and why', () => {
    expect(draft.leftOut).toEqual([
      { heading: '"PCN" (column 1)', why: 'nothing of ours is headed like it' },
      { heading: '"Practice name" (column 3)', why: 'nothing of ours is headed like it' },
      {
        heading: '"RAG" (column 5)',
        why: 'declared_status is read under "Current status" (column 4)',
      },
    ]);
  });

  test('guesses at a word only where it says one thing, and lists all that are not ours', () => {
    expect(draft.mapping.words).toEqual({
      declared_status: { 'Gone live - full': 'live', 'Paused (letter)': 'paused' },
    });
    const column = 'declared_status';
    expect(draft.words).toEqual([
      { column, word: 'Engaging', rows: 1, guess: null },
      { column, word: 'Gone live - full', rows: 1, guess: 'live' },
      { column, word: 'No contact', rows: 1, guess: null },
      { column, word: 'Paused (letter)', rows: 1, guess: 'paused' },
    ]);
  });

  test('may be saved as it is, and reads what its words say', () => {
    expect(checkMapping(draft.mapping)).toMatchObject({ ok: true });
    const context = from('icb', { sender: QHM, mapping: draft.mapping, isRegistered: () => true });
    const read = readOpened(openedOf(sheetOf(TRACKER)), context);
    expect(read.taken.map(({ row }) => row)).toEqual([6, 7]);
    expect(read.problems.map(({ row, column }) => [row, column])).toEqual([
      [8, 'declared_status'],
      [9, 'declared_status'],
    ]);
  });
});

describe('where a tracker says it otherwise', () => {
  test('a colour alone is read as the status, and no colour is guessed at', () => {
    const draft = draftOf(['ODS code', 'RAG'], ['A81001', 'Green'], ['A81002', 'Green'])!;
    expect(draft.mapping.columns).toEqual({ 'ODS code': 'practice_code', RAG: 'declared_status' });
    expect(draft.mapping.words).toEqual({});
    expect(draft.words).toEqual([
      { column: 'declared_status', word: 'Green', rows: 2, guess: null },
    ]);
  });

  test('the practice codes themselves tell their column', () => {
    const draft = draftOf(['Ref', 'Status'], ['A81001', 'live'], ['A81002', 'paused'])!;
    expect(draft.read).toContainEqual({
      heading: '"Ref" (column 1)',
      column: 'practice_code',
      by: 'the practice codes in it',
    });
  });

  test('a column headed like codes that holds none is not read as codes', () => {
    const draft = draftOf(['Ref', 'ODS code', 'Status'], ['A81001', 'North', 'live'])!;
    expect(draft.mapping.columns).toMatchObject({
      Ref: 'practice_code',
      Status: 'declared_status',
    });
    expect(draft.leftOut).toMatchObject([{ heading: '"ODS code" (column 2)' }]);
  });

  test('two columns of practice codes: neither is guessed at', () => {
    const draft = draftOf(['Ref', 'Lead ref', 'Status'], ['A81001', 'A81002', 'live'])!;
    expect(draft.lacking).toEqual(['practice_code']);
  });

  test('the same heading twice: neither is read', () => {
    const draft = draftOf(
      ['ODS code', 'Status', 'Status', 'Plan agreed'],
      ['A81001', 'live', 'paused', ''],
    )!;
    expect(draft.mapping.columns).toEqual({
      'ODS code': 'practice_code',
      'Plan agreed': 'plan_date',
    });
    expect(draft.leftOut.map(({ why }) => why)).toEqual([
      'another heading may be declared_status as well, and it is not certain which one is',
      'another heading may be declared_status as well, and it is not certain which one is',
    ]);
  });

  test('headings of ours need no mapping, and a column of days is not fixed', () => {
    const draft = draftOf(
      ['Practice code', 'As at date', 'Current status'],
      ['A81001', '04/12/2023', 'live'],
    )!;
    expect(draft.mapping).toMatchObject({
      columns: { 'Current status': 'declared_status' },
      fixed: {},
    });
  });

  test('a long or personal text in the status column is counted, not shown', () => {
    const remark = 'Jane Doe rang about 943 476 5919 and will send the plan when she is back';
    const draft = draftOf(['ODS code', 'Status'], ['A81001', remark])!;
    expect(draft.words).toMatchObject([{ word: null, rows: 1, guess: null }]);
    expect(JSON.stringify(draft)).not.toMatch(/Jane|943/);
  });

  test('a sheet that is hidden comes after one that is not', () => {
    const old = sheetOf(
      [
        ['ODS code', 'RAG'],
        ['A81001', 'Red'],
      ],
      { name: 'Old', hidden: true },
    );
    const now = sheetOf(
      [
        ['ODS code', 'Status'],
        ['A81001', 'live'],
      ],
      { name: 'Now' },
    );
    const draft = draftMapping(openedOf(old, now), { kind: 'status-return', sender: QHM });
    expect(draft?.sheet).toBe('Now');
  });

  test('a supplier extract', () => {
    const rows = [
      ['ODS code', 'System', 'Prospective access', 'Online accounts'],
      ['A81001', 'TPP', 'on', '900'],
    ];
    const draft = draftMapping(openedOf(sheetOf(rows)), { kind: 'supplier-extract', sender: QHM })!;
    expect(draft.mapping).toMatchObject({
      columns: {
        'ODS code': 'practice_code',
        System: 'system_supplier',
        'Prospective access': 'default_access',
      },
      fixed: { extract_date: 'as-at' },
    });
    expect(draft.lacking).toEqual([]);
  });

  test.each([
    ['nothing', []],
    ['no header', [['A81001', 'live']]],
    [
      'headings of something else',
      [
        ['Name', 'Size'],
        ['x', '1'],
      ],
    ],
  ])('none where a file holds %s', (_, rows) => {
    expect(draftOf(...rows)).toBeUndefined();
  });
});

describe('headings', () => {
  test.each([
    ['ODS code', 'practice_code'],
    ['Practice ODS', 'practice_code'],
    ['Date letter sent', 'letter_sent_date'],
    ['Letter sent (date)', 'letter_sent_date'],
    ['RAG', 'declared_status'],
    ['DPIA review date', 'dpia_review_date'],
    ['Date plan was agreed', 'plan_date'],
    ['Date the website was updated', 'website_updated_date'],
    ['104 action plan sent', 'action_plan_104_date'],
  ])('%s is of %s', (heading, column) => {
    expect(likelyColumn('status-return', heading)?.column).toBe(column);
  });

  test.each([
    'Go-live date',
    'Review date',
    'Date',
    'Letter not sent',
    'List size',
    'Practice name',
    'Supplier',
    'NHS number',
    '',
  ])('%s could be anything', (heading) => {
    expect(likelyColumn('status-return', heading)).toBeUndefined();
  });

  test.each(['status-return', 'supplier-extract'] as const)(
    'each of ours of %s is itself',
    (kind) => {
      for (const name of columnsOf(kind).keys()) {
        expect(likelyColumn(kind, name.replaceAll('_', ' '))).toMatchObject({
          column: name,
          rank: 0,
        });
      }
    },
  );
});

describe('words for a status', () => {
  test.each([
    ['Gone live - full', 'live'],
    ['Live (since Nov)', 'live'],
    ['Switched on', 'live'],
    ['Paused - letter seen', 'paused'],
    ['On hold', 'paused'],
    ['Opted in model', 'opt-in'],
    ['Working towards go-live', 'working towards'],
    ['Not yet started', 'not started'],
  ])('%s may be %s', (word, status) => {
    expect(guessedStatus(word)).toBe(status);
  });

  test.each([
    'Not live',
    'Live until March',
    'No longer paused',
    'Unpaused',
    'Opt-in, paused',
    'Green',
    'Amber',
    'was live',
    '',
  ])('%j could be anything', (word) => {
    expect(guessedStatus(word)).toBeNull();
  });
});
