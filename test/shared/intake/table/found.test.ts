import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { found, heading } from '../../../../shared/intake/table/found.ts';

describe('what a message may show of a cell', () => {
  test.each([
    '31/02/2023',
    '2023-13-40',
    '31-Feb-23',
    '30SEP2020',
    '04/11/2022 25:00',
    'A8100',
    'A810O1',
    '-5',
    '12.5',
    '1,23',
    'maybe',
    'live',
    'working towards',
    'SystmOne',
  ])('%s is harmless and shown', (cell) => {
    expect(found(` ${cell} `)).toBe(cell);
  });

  test.each([
    ['', 'an empty cell'],
    ['Jane Doe', 'text of 8 characters'],
    ['Jones', 'text of 5 characters'],
    ['Jane and EMIS', 'text of 13 characters'],
    ['jane@example.nhs.uk', 'text of 19 characters'],
    ['9434765919', 'text of 10 characters'],
    ['943 476 5919', 'text of 12 characters'],
    ['943-476-5919', 'text of 12 characters'],
    ['9434-76-5919', 'text of 12 characters'],
    ['943/476/591', 'text of 11 characters'],
    ['943,476,591', 'text of 11 characters'],
    ['QQ123456C', 'text of 9 characters'],
    ['SW1A1AA', 'text of 7 characters'],
    ['07700900123', 'text of 11 characters'],
    ['the plan is with the partners', 'text of 29 characters'],
  ])('%s is shown as: %s', (cell, shown) => {
    expect(found(cell)).toBe(shown);
  });

  test('nothing with nine digits or more is shown, but a date with its time', () => {
    const cell = fc.stringMatching(/^[\dA-Za-z ,./:-]{1,24}$/);
    fc.assert(
      fc.property(cell, (text) => {
        const shown = found(text);
        if (!/\d[ T]\d{1,2}:\d{2}/.test(text) && text.replace(/\D/g, '').length > 8)
          expect(shown).toMatch(/^text of \d+ characters$/);
      }),
    );
  });
});

test.each([
  ['NHS number', '"NHS number" (column 3)'],
  ['943 476 5919', 'column 3'],
  ['a heading that runs on and on and on and on and on', 'column 3'],
  ['=cmd|x', 'column 3'],
  ['Current\nstatus ', '"Current status" (column 3)'],
  ['', 'column 3'],
])('the heading %s is shown as %s', (text, shown) => {
  expect(heading(text, 2)).toBe(shown);
});
