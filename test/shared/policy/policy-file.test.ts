import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareTimelines } from '../../../shared/policy/compare-timelines.ts';
import { policyJson, readPolicyFile, withEntries } from '../../../shared/policy/policy-file.ts';
import { POLICY } from '../../../shared/policy/timeline.ts';

const [FIRST, SECOND] = POLICY;
const asFile = (...entries: unknown[]) => JSON.stringify(entries);
const problemsIn = (text: string) => {
  const read = readPolicyFile(text);
  return read.ok ? [] : read.problems;
};

describe('the policy timeline as a file', () => {
  test('the committed file is the one that the entries give', () => {
    const file = join(import.meta.dirname, '../../../docs/policy-timeline.json');
    const committed = readFileSync(file, 'utf8');
    expect(committed, 'write it anew: node docs/write-policy-timeline.ts').toBe(policyJson(POLICY));
  });

  test('what is written is read back the same', () => {
    expect(readPolicyFile(policyJson(POLICY))).toEqual({ ok: true, entries: POLICY });
  });

  test.each([
    { story: 'no JSON', text: '{', says: /^it is not JSON/ },
    { story: 'no array', text: '{}', says: /^the whole file: / },
    {
      story: 'a British date',
      text: asFile({ ...FIRST, announcedOn: '06/03/2023' }),
      says: /^entry 1 \(".*"\), announcedOn: not a day/,
    },
    {
      story: 'a day that is none',
      text: asFile(FIRST, { ...SECOND, effectiveFrom: '2023-02-31' }),
      says: /^entry 2 \(".*"\), effectiveFrom: /,
    },
    {
      story: 'a field left out',
      text: asFile({ ...FIRST, says: undefined }),
      says: /says: it is missing$/,
    },
    {
      story: 'an unknown topic',
      text: asFile({ ...FIRST, change: { topic: 'weather' } }),
      says: /change.*: /,
    },
    {
      story: 'a misspelt field',
      text: asFile({ ...FIRST, anouncedOn: '2023-01-01' }),
      says: /anouncedOn/,
    },
    {
      story: 'a share over 100',
      text: asFile({ ...FIRST, change: { topic: 'target', share: 101, by: null } }),
      says: /change\.share/,
    },
    { story: 'an entry that is none', text: asFile(null), says: /^entry 1: / },
  ])('$story is refused, with its place', ({ text, says }) => {
    expect(problemsIn(text).join('\n')).toMatch(says);
  });
});

describe('entries given over a timeline', () => {
  const later = { ...FIRST!, says: 'Said otherwise.' };
  const added = { ...FIRST!, id: 'one-more', change: { topic: 'milestone' as const } };

  test('replace those of the same id, and are added otherwise', () => {
    const { entries, problems } = withEntries(POLICY, [later, added]);
    expect(problems).toEqual([]);
    expect(entries).toHaveLength(POLICY.length + 1);
    expect(compareTimelines(POLICY, entries)).toEqual({
      added: [added],
      removed: [],
      changed: [{ before: FIRST, after: later, fields: ['says'] }],
    });
  });

  test('none given changes nothing', () => {
    expect(compareTimelines(POLICY, withEntries(POLICY, []).entries)).toEqual({
      added: [],
      removed: [],
      changed: [],
    });
  });

  test('a second duty beside the one in force is a problem, and says which', () => {
    const duty = POLICY.find(({ id }) => id === 'contract-duty-regulations-2023')!;
    const { problems } = withEntries(POLICY, [{ ...duty, id: 'another-duty', supersedes: [] }]);
    expect(problems.join('\n')).toContain('"another-duty"');
  });

  test('an entry taken away, and one that supersedes nothing any more', () => {
    const without = POLICY.filter(({ id }) => id !== 'contract-duty-letter-2023');
    expect(compareTimelines(POLICY, without).removed.map(({ id }) => id)).toEqual([
      'contract-duty-letter-2023',
    ]);
  });
});
