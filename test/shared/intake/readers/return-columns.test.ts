import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exemptions } from '../../../../shared/intake/readers/exemptions.ts';
import {
  columnsOf,
  RETURN_COLUMNS,
  RETURN_KINDS,
  type ReturnKind,
} from '../../../../shared/intake/readers/return-columns.ts';
import { statusReturn } from '../../../../shared/intake/readers/status-return.ts';
import { succession } from '../../../../shared/intake/readers/succession.ts';
import { supplierExtract } from '../../../../shared/intake/readers/supplier-extract.ts';
import { from, readOne } from './return-tables.ts';

const READERS = {
  'status-return': { reader: statusReturn, context: from('practice') },
  'supplier-extract': { reader: supplierExtract, context: from('supplier') },
  succession: { reader: succession, context: from('national') },
  exemptions: { reader: exemptions, context: from('national') },
};
const KINDS = RETURN_KINDS.map((kind) => ({ kind, ...READERS[kind] }));

function examples(kind: ReturnKind): Record<string, string> {
  return Object.fromEntries([...columnsOf(kind)].map(([name, { example }]) => [name, example]));
}

describe.each(KINDS)('what is said of the columns of $kind is what its reader takes', (of) => {
  const { kind, reader, context } = of;

  test('its examples, all together, without a problem or a warning', () => {
    const read = readOne(reader, examples(kind), context);
    expect(read).toMatchObject({ problems: [], warnings: [], refused: null });
    expect(read.said.length).toBeGreaterThan(0);
  });

  test('every word of a drop-down list', () => {
    for (const [name, { choices, isChoice }] of columnsOf(kind)) {
      for (const choice of choices) {
        expect(isChoice(choice)).toBe(true);
        const row = { ...examples(kind), [name]: choice };
        expect(readOne(reader, row, context).problems, `${name}: ${choice}`).toEqual([]);
      }
    }
  });

  test('a column that is required must be there, any other may be left out', () => {
    for (const [name, { isRequired }] of columnsOf(kind)) {
      const { [name]: _, ...others } = examples(kind);
      expect(readOne(reader, others, context).refused === null, name).toBe(!isRequired);
    }
  });

  test('a day to come is taken where the notes say so, and nowhere else', () => {
    for (const [name, { holds, right }] of columnsOf(kind)) {
      if (holds !== 'day' && holds !== 'day and time') continue;
      const row = { ...examples(kind), [name]: '31/12/2030' };
      const isTaken = readOne(reader, row, context).problems.length === 0;
      expect(isTaken, name).toBe(!right.includes('not one to come'));
    }
  });
});

test.each(RETURN_KINDS)('the README names every column of %s, and marks those required', (kind) => {
  const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8');
  const [, list = ''] = new RegExp(`- \\*\\*${kind}\\*\\*[^:]*: (.*)`).exec(readme) ?? [];
  const { names, required } = RETURN_COLUMNS[kind];
  const written = names.map((name) => (required.includes(name as never) ? `${name}\\*` : name));
  expect(list.split(', ')).toEqual(written);
});
