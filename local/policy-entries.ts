import { readFile } from 'node:fs/promises';
import type { PolicyEntry } from '../shared/policy/entry.ts';
import { readPolicyFile, withEntries } from '../shared/policy/policy-file.ts';
import { POLICY } from '../shared/policy/timeline.ts';
import { PlainError } from './plain-error.ts';

/** The policy entries of a file that somebody wrote. Throws a PlainError that names every problem. */
export async function policyEntriesIn(file: string): Promise<readonly PolicyEntry[]> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new PlainError(`${file} cannot be read. Name a file that is there.`);
  const read = readPolicyFile(text);
  if (!read.ok) return refused(file, read.problems);
  const { problems } = withEntries(POLICY, read.entries);
  return problems.length === 0 ? read.entries : refused(file, problems);
}

function refused(file: string, problems: readonly string[]): never {
  throw new PlainError(
    [
      `${file} cannot be used:`,
      ...problems.map((problem) => `- ${problem}`),
      'It is an array of entries written as in docs/policy-timeline.json.',
    ].join('\n'),
  );
}
