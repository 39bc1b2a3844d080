import { expect, test } from 'vitest';
import { byVersion, nextVersion } from '../../../shared/release/version.ts';

test.each([
  ['1.0.0', 'correction', '1.0.1'],
  ['1.0.9', 'correction', '1.0.10'],
  ['1.0.3', 'news', '1.1.0'],
  ['1.2.3', 'method', '2.0.0'],
] as const)('%s after a %s is %s', (version, amended, next) => {
  expect(nextVersion(version, amended)).toBe(next);
});

test.each(['1.0', 'v1.0.0', '1.0.0-again1', ''])('"%s" is no version', (version) => {
  expect(() => nextVersion(version, 'news')).toThrow(RangeError);
});

test('versions sort by number, not by text', () => {
  expect(['1.10.0', '2.0.0', '1.9.9', '1.9.10'].sort(byVersion)).toEqual([
    '1.9.9',
    '1.9.10',
    '1.10.0',
    '2.0.0',
  ]);
});
