import { describe, expect, test } from 'vitest';
import { FACT_SCHEMA } from '../../../shared/evidence/fact.ts';
import { upcast } from '../../../shared/evidence/upcast.ts';
import { letter } from '../builders.ts';

describe('upcast', () => {
  test('leaves a fact of the current version alone', () => {
    const fact = letter();
    expect(upcast(fact)).toBe(fact);
  });

  test('goes through every version between, one step at a time', () => {
    const upcasters = {
      1: ({ on, ...rest }: Record<string, unknown>) => ({ ...rest, sentOn: on }),
      2: (older: Record<string, unknown>) => ({ ...older, sentTime: null }),
    };
    const oldest = { id: 'a', schema: 1, on: '2022-10-31' };
    const middle = { id: 'b', schema: 2, sentOn: '2022-10-31' };
    expect(upcast(oldest, upcasters, 3)).toEqual({
      id: 'a',
      schema: 3,
      sentOn: '2022-10-31',
      sentTime: null,
    });
    expect(upcast(middle, upcasters, 3)).toEqual({ ...middle, schema: 3, sentTime: null });
  });

  test('refuses a newer version and says what to do', () => {
    const newer = { ...letter(), schema: FACT_SCHEMA + 1 };
    expect(() => upcast(newer)).toThrow(/schema version 2 .* up to 1; run the newer program/);
  });

  test.each([
    [{ id: 'a' }],
    [{ schema: 'one' }],
    [{ schema: 0 }],
    [{ schema: 1.5 }],
    [null],
    ['x'],
  ])('refuses %j, which names no version', (stored) => {
    expect(() => upcast(stored)).toThrow(/names no schema version/);
  });

  test('says which version has no upcaster', () => {
    expect(() => upcast({ schema: 1 }, {}, 2)).toThrow(/no upcaster reads schema version 1/);
  });
});
