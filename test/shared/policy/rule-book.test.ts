import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { day } from '../../../shared/calendar/day.ts';
import { ruleBook, rulesTable } from '../../../shared/policy/rule-book.ts';
import { POLICY } from '../../../shared/policy/timeline.ts';

describe('the rule book', () => {
  const book = ruleBook(POLICY);

  test.each(POLICY)('has a row of seven cells for $id', ({ id, says, source }) => {
    const rows = book.split('\n').filter((line) => line.split(' | ')[5] === `\`${id}\``);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain(`| ${says} | ${source} |`);
    expect(rows[0]?.split(' | ')).toHaveLength(7);
  });

  test('the committed page is the one that the entries give', () => {
    const committed = readFileSync(join(import.meta.dirname, '../../../docs/rule-book.md'), 'utf8');
    expect(committed, 'write it anew: node docs/write-rule-book.ts').toBe(book);
  });

  test('a pipe in a source does not break the table', () => {
    const [first] = POLICY;
    expect(ruleBook([{ ...first!, source: 'a|b' }])).toContain('| a\\|b |');
  });

  test('a topic without entries has no heading', () => {
    const targets = POLICY.filter(({ change }) => change.topic === 'target');
    expect(ruleBook(targets).match(/^## .*/gm)).toEqual(['## Targets']);
  });
});

describe('the rules as known on a day', () => {
  const standings = (rulesAt?: string) =>
    Object.fromEntries(
      rulesTable({ rulesAt: rulesAt === undefined ? undefined : day(rulesAt) }).map(
        ({ id, standing }) => [id, standing],
      ),
    );

  test.each([
    { on: '2022-10-31', id: 'letter-pauses-by-right', standing: 'in force' },
    {
      on: '2022-11-01',
      id: 'letter-pauses-by-right',
      standing: 'superseded by letter-delays-to-30-november-2022',
    },
    { on: '2022-10-31', id: 'letter-pauses-until-further-notice', standing: undefined },
    { on: '2022-11-29', id: 'letter-pauses-until-further-notice', standing: 'in force' },
    { on: '2023-04-20', id: 'contract-duty-regulations-2023', standing: 'from 15 May 2023' },
    { on: '2023-05-15', id: 'contract-duty-regulations-2023', standing: 'in force' },
  ])('on $on $id is $standing', ({ on, id, standing }) => {
    expect(standings(on)[id]).toBe(standing);
  });

  test('without a day every entry is shown, oldest announcement first', () => {
    const rows = rulesTable({});
    expect(rows.map(({ id }) => id)).toEqual(POLICY.map(({ id }) => id));
    expect(standings()['letter-pauses-until-further-notice']).toBe('in force');
  });

  test('the rule stands beside the plain English, in the words of the data', () => {
    const rules = Object.fromEntries(rulesTable({}).map(({ id, rule }) => [id, rule]));
    expect(rules).toMatchObject({
      'target-october-2023': '100% by 31 October 2023',
      'target-withdrawn-november-2022': '100%, no date',
      'switch-on-phased-november-2022': 'in phases from 1 November 2022 (EMIS, TPP)',
      'letter-delays-to-30-november-2022':
        'scheduled for 30 November 2022 if sent by 4 November 2022 17:00 (EMIS, TPP)',
      'threshold-days-until-unknown': 'days-until-unknown = 45',
      'ladder-step-3': 'step 3 after 12 weeks',
      'contract-duty-regulations-2023': 'live by 31 October 2023',
    });
  });

  test('before the first entry there are no rules, and no entries give none', () => {
    expect(rulesTable({ rulesAt: day('2019-03-31') })).toEqual([]);
    expect(rulesTable({ entries: [] })).toEqual([]);
  });
});

describe('every entry', () => {
  test.each(POLICY)('$id is written for people: sentences and a source', (one) => {
    expect(one.says).toMatch(/^[A-Z].*[.]$/);
    expect(one.source.length).toBeGreaterThan(5);
    expect(one.id).toMatch(/^[a-z0-9-]+$/);
  });
});
