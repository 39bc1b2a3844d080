import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { AT, factsOf, sampleFiles } from '../bench/sample-facts.ts';
import { day } from '../shared/calendar/day.ts';
import { policyJson, readPolicyFile } from '../shared/policy/policy-file.ts';
import { POLICY } from '../shared/policy/timeline.ts';
import { groupByPractice } from '../shared/state/practice-on-day.ts';
import { policyImpact } from './policy-impact-page.ts';

// `npm run policy:impact [-- BASE]`: for people who read a change of policy, hence never a failure.

const FILE = 'docs/policy-timeline.json';
const NOW = policyJson(POLICY);

console.log(compared(process.argv[2]));

function compared(asked: string | undefined): string {
  if (git('rev-parse', '--git-dir') === undefined) return 'There is no git here to compare with.';
  const base = asked ?? defaultBase();
  if (base === undefined) return `Nothing to compare: no other ${FILE} was ever committed.`;
  const text = committedAt(base);
  if (text === undefined) return `Nothing to compare: ${base} has no ${FILE}.`;
  const read = readPolicyFile(text);
  if (!read.ok) return `${FILE} of ${base} cannot be read: ${read.problems.join('; ')}.`;
  return policyImpact({
    before: read.entries,
    after: POLICY,
    base,
    sample: () => groupByPractice(factsOf(sampleFiles())),
    firstDay: day('2022-10-24'),
    lastDay: AT.validAt,
  });
}

/** origin/main where its timeline is another, else the last commit whose timeline is. */
function defaultBase(): string | undefined {
  const main = committedAt('origin/main');
  if (main !== undefined && main !== NOW) return 'origin/main';
  const commits = git('log', '--format=%h', '--', FILE)?.trim().split('\n') ?? [];
  return commits.find((commit) => {
    const text = commit === '' ? undefined : committedAt(commit);
    return text !== undefined && text !== NOW;
  });
}

function committedAt(base: string): string | undefined {
  return git('show', '--end-of-options', `${base}:${FILE}`);
}

/** What git prints; undefined where it fails, or is not there. */
function git(...words: readonly string[]): string | undefined {
  try {
    return execFileSync('git', words, {
      cwd: join(import.meta.dirname, '..'),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch {
    return undefined;
  }
}
