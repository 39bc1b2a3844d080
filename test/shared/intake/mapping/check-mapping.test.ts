import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkMapping } from '../../../../shared/intake/mapping/check-mapping.ts';
import { RETURN_COLUMNS } from '../../../../shared/intake/readers/return-columns.ts';
import { MAPPING } from './tracker.ts';

function problemsOf(over: object): readonly string[] {
  const checked = checkMapping({ ...MAPPING, ...over });
  return checked.ok ? [] : checked.problems;
}

describe('a mapping that may be saved', () => {
  test('is given back as it is', () => {
    expect(checkMapping(MAPPING)).toEqual({ ok: true, mapping: MAPPING });
  });

  test('our names and the sender count in any spelling, and are kept in ours', () => {
    const written = {
      kind: 'status-return',
      sender: { role: 'icb', org: ' qhm' },
      columns: { ODS: 'Practice Code' },
      words: { 'Declared-Status': { Done: 'LIVE' } },
      fixed: { 'as at date': '04/12/2023' },
    };
    expect(checkMapping(written)).toMatchObject({
      ok: true,
      mapping: {
        sender: { org: 'QHM' },
        columns: { ODS: 'practice_code' },
        words: { declared_status: { Done: 'LIVE' } },
        fixed: { as_at_date: '04/12/2023' },
      },
    });
  });

  test('words and fixed columns may be left out', () => {
    const { words: _, fixed: __, ...bare } = MAPPING;
    expect(checkMapping(bare)).toMatchObject({ ok: true, mapping: { words: {}, fixed: {} } });
  });

  test.each([
    [{ letter_to: { 'The leeds one': 'TPP' } }],
    [{ plan_staff_training: { Half: '' } }],
    [{ plan_lead: { Y: 'given' } }],
    [{ practice_code: { 'High Street': 'A81001' } }],
    [{ plan_target_date: { 'year end': '31/03/2024' } }],
  ])('words of ours that their column takes: %j', (words) => {
    expect(problemsOf({ words })).toEqual([]);
  });
});

describe('one that may not is told all that is wrong, and what to do', () => {
  test.each<[string, object, RegExp]>([
    [
      'no column of ours',
      { columns: { ODS: 'practise_code' } },
      /practise_code, which is no column of status-return; its columns are practice_code, /,
    ],
    ['words of no column', { words: { status: {} } }, /names status, which is no column/],
    [
      'a fixed one that is none',
      { fixed: { extract_date: 'as-at' } },
      /names extract_date, which is no column/,
    ],
    [
      'two headings for one column',
      { columns: { ODS: 'practice_code', Code: 'practice_code' } },
      /reads practice_code under 2 headings \("ODS", "Code"\).*keep one of them, such as "ODS"/,
    ],
    [
      'headings that count as one',
      { columns: { 'Plan lead': 'plan_lead', 'plan-lead': 'plan_date' } },
      /differ only in case, spaces or hyphens \("Plan lead", "plan-lead"\)/,
    ],
    [
      'a heading and a fixed column',
      { columns: { ODS: 'practice_code', At: 'as_at_date' } },
      /both reads as_at_date under a heading and fixes it/,
    ],
    ['no heading', { columns: {} }, /names no heading; name at least one, such as "ODS code"/],
    [
      'a word that is not allowed',
      { words: { declared_status: { Green: 'good' } } },
      /puts for "Green" a word that declared_status does not take; write one of: live, paused/,
    ],
    [
      'words that count as one',
      { words: { declared_status: { Green: 'live', 'GREEN ': 'other' } } },
      /words of declared_status that count as one \("Green", "GREEN"\)/,
    ],
    [
      'a name in place of a word',
      { words: { plan_lead: { JD: 'Jane Doe' } } },
      /does not take; write "given"/,
    ],
    [
      'a word for a comment',
      { words: { comment: { x: 'y' } } },
      /nothing of it is kept, so leave it out/,
    ],
    [
      'a fixed day that is none',
      { fixed: { as_at_date: '2023-13-01' } },
      /fixes as_at_date to what it does not take; write a day.*or "as-at" for the upload's own day/,
    ],
    [
      'as-at in a column without days',
      { fixed: { declared_status: 'as-at' }, words: {}, columns: { ODS: 'practice_code' } },
      /fixes declared_status to what it does not take; write one of/,
    ],
    [
      'another kind',
      { kind: 'succession' },
      /has not the form of a mapping at kind: .*write it as \{"kind"/,
    ],
    ['no sender', { sender: { role: 'icb' } }, /at sender > org/],
    [
      'something more',
      { colums: {} },
      /has not the form of a mapping: there is a field that is not known/,
    ],
  ])('%s', (_, over, says) => {
    const problems = problemsOf(over);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(says);
  });

  test('all at once', () => {
    const columns = { ODS: 'practice_code', Code: 'practice_code', X: 'x' };
    const words = { declared_status: { Green: 'good' } };
    expect(problemsOf({ columns, words })).toHaveLength(3);
  });

  test('a text that might name somebody is not repeated', () => {
    const words = { declared_status: { '943 476 5919': 'good' } };
    expect(problemsOf({ words }).join()).not.toContain('943');
  });
});

test('whatever is written, nothing is thrown; what may be saved may be saved again', () => {
  const name = fc.constantFrom(...RETURN_COLUMNS['status-return'].names, 'x', '__proto__');
  const word = fc.constantFrom('live', 'TPP', 'yes', '', '04/12/2023', 'as-at', 'given', 'A81001');
  const anyMapping = fc.record({
    kind: fc.constantFrom('status-return', 'supplier-extract', 'other'),
    sender: fc.constant({ role: 'icb', org: 'QHM' }),
    columns: fc.dictionary(fc.constantFrom('ODS', 'Status', 'Plan', 'Letter'), name),
    words: fc.dictionary(name, fc.dictionary(fc.constantFrom('Green', 'Red', 'green'), word)),
    fixed: fc.dictionary(name, word),
  });
  fc.assert(
    fc.property(fc.oneof(anyMapping, fc.jsonValue()), (written) => {
      const checked = checkMapping(written);
      if (checked.ok) expect(checkMapping(checked.mapping)).toEqual(checked);
      else expect(checked.problems.length).toBeGreaterThan(0);
    }),
  );
});
