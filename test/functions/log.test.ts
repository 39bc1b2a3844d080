import { expect, test } from 'vitest';
import { traceOf } from '../../functions/log.ts';

const VALUE = 'Mrs Secret';

test('of an error its name and places are logged', () => {
  const { error, at } = traceOf(new TypeError('no'));
  expect(error).toBe('TypeError');
  expect(at[0]).toContain('log.test.ts');
});

test.each([
  ['a line like a place', `broken\n    at ${VALUE}`],
  ['a line like a place with numbers', `broken\n    at ${VALUE} (x.ts:1:2)`],
  ['several of them', `    at ${VALUE} (x.ts:1:2)\n    at ${VALUE} (x.ts:1:2)`],
])('a message is never logged, not even with %s', (_, message) => {
  const { at } = traceOf(new Error(message));
  expect(at.length).toBeGreaterThan(0);
  expect(JSON.stringify(at)).not.toContain('Secret');
});

test('a message that was changed after the error was made is not logged either', () => {
  const error = new Error(`broken\n    at ${VALUE}`);
  error.message = 'other words';
  expect(JSON.stringify(traceOf(error))).not.toContain('Secret');
});

test('what is no error has no more than its type logged', () => {
  expect(traceOf(VALUE)).toEqual({ error: 'string', at: [] });
});
