import { expect, test } from 'vitest';
import { day } from '../../../shared/calendar/day.ts';
import {
  brokenLinks,
  headOf,
  type Link,
  lastManifestOf,
  latestOf,
} from '../../../shared/release/chain.ts';

const sha = (letter: string) => letter.repeat(64);

function chainOf(said: readonly Pick<Link, 'week' | 'version' | 'manifests'>[]): Link[] {
  const chain: Link[] = [];
  for (const one of said) {
    const folder = `week=${one.week}/version=${one.version}`;
    chain.push({ ...one, folder, number: chain.length + 1, previous: headOf(chain) });
  }
  return chain;
}

const [first, second] = [day('2023-11-27'), day('2023-12-04')];
const chain = chainOf([
  { week: first, version: '1.0.0', manifests: { ENGLAND: sha('a'), QHM: sha('b') } },
  { week: second, version: '1.0.0', manifests: { ENGLAND: sha('c') } },
  { week: first, version: '1.10.0', manifests: { ENGLAND: sha('d') } },
  { week: first, version: '1.9.0', manifests: { ENGLAND: sha('e') } },
]);

test('a chain whose links follow on from each other is sound', () => {
  expect(brokenLinks(chain)).toEqual([]);
  expect(brokenLinks([])).toEqual([]);
});

test.each([
  [
    'a link was changed',
    chain.map((link, at) => (at === 0 ? { ...link, version: '1.0.7' } : link)),
  ],
  ['a link was taken out', chain.filter((_, at) => at !== 1)],
  ['two links were swapped', [chain[1]!, chain[0]!, ...chain.slice(2)]],
  [
    'the first link names one before it',
    chain.map((link, at) => (at === 0 ? { ...link, previous: sha('f') } : link)),
  ],
])('%s: it shows', (_, broken) => {
  expect(brokenLinks(broken)).not.toEqual([]);
});

test('the latest version of a week is the highest, not the last published', () => {
  expect(latestOf(chain, first)?.version).toBe('1.10.0');
  expect(latestOf(chain, day('2023-11-20'))).toBeUndefined();
});

test('a place that was left out of a release goes on from its own last one', () => {
  expect(lastManifestOf(chain, 'ENGLAND')).toBe(sha('e'));
  expect(lastManifestOf(chain, 'QHM')).toBe(sha('b'));
  expect(lastManifestOf(chain, 'QWO')).toBeNull();
});
