import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataFolder } from '../../local/data-folder.ts';
import { loadSample } from '../../local/load-sample.ts';
import { openMachine } from '../../local/machine.ts';
import { run } from '../../local/program.ts';
import { listeningShell } from '../local/listening-shell.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollout-what-if-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const data = join(folder, 'data');
const ON = ['--valid-at', '2023-12-04'];

beforeAll(async () => {
  const machine = await openMachine(dataFolder(data));
  await loadSample(machine, { seed: 7, practices: 84 }, listeningShell());
  await machine.close();
}, 60_000);

async function rollout(...words: string[]) {
  const shell = listeningShell();
  await run(['--data', data, ...words], shell);
  return shell;
}

const answer = async (...words: string[]) =>
  JSON.parse((await rollout(...words, '--format', 'json')).out);

/** Every file below the data folder, with its content. */
function everything(): Record<string, string> {
  const files = readdirSync(data, { recursive: true, withFileTypes: true });
  const paths = files.filter((file) => file.isFile()).map((f) => join(f.parentPath, f.name));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'base64')]));
}

function policyFile(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const DUTY = {
  id: 'contract-duty-regulations-2023',
  announcedOn: '2023-04-18',
  effectiveFrom: '2023-05-15',
  says: 'The deadline moves to the end of March 2024.',
  change: { topic: 'contract-duty', deadline: '2024-03-31' },
  source: 'A story',
  supersedes: ['contract-duty-letter-2023'],
};

describe('what if', { timeout: 60_000 }, () => {
  test('practices are assumed live: they flip, and nothing is written', async () => {
    const before = everything();
    const rows = await answer('contradictions', ...ON);
    expect(rows.length).toBeGreaterThan(0);
    const off = rows.find((row: { observed: string }) => row.observed === 'off').practice_code;
    const whatIf = await answer('what-if', '--live', `${off.toLowerCase()},Z99999`, ...ON);
    expect(whatIf.practices).toMatchObject([{ practice_code: off, status_after: 'live' }]);
    expect(whatIf.noted).toEqual([
      'Z99999 is not assumed live: nothing is known of it on that day.',
    ]);
    const live = whatIf.figures.find((row: { figure: string }) => row.figure === 'live');
    expect(live).toMatchObject({ scope_code: 'ENGLAND', change: 1 });
    expect(everything()).toEqual(before);
    const still = await answer('contradictions', ...ON);
    expect(still).toEqual(rows);
  });

  test('another deadline by option and by file give the same practices', async () => {
    const byOption = await answer('what-if', '--deadline', '2024-03-31', ...ON);
    const file = policyFile('duty.json', [DUTY]);
    const byFile = await answer('what-if', '--policy', file, ...ON);
    expect(byOption.practices.length).toBeGreaterThan(5);
    expect(byFile.practices).toEqual(byOption.practices);
    expect(byFile.assumed).toEqual([`${DUTY.id}: ${DUTY.says}`]);
  });

  test('the page says what is assumed, how many change and how', async () => {
    const { out } = await rollout('what-if', '--deadline', '2024-03-31', ...ON);
    expect(out).toMatch(
      /^Made-up data\n\nWhat if, on 4 December 2023 under the rules of that day:/,
    );
    expect(out).toContain('- the deadline in the contract is 31 March 2024');
    expect(out).toMatch(/\d+ practices change:\n {2}\d+: stays /);
    expect(out).toContain('Nothing was written.');
  });

  test('an entry with no effect on that day is said so', async () => {
    const late = { ...DUTY, id: 'late', announcedOn: '2024-01-01', supersedes: [DUTY.id] };
    const file = policyFile('late.json', [late]);
    const { noted, practices } = await answer('what-if', '--policy', file, ...ON);
    expect(noted[0]).toContain('late has no effect under these clocks');
    expect(practices).toEqual([]);
  });

  test.each([
    {
      story: 'nothing assumed',
      words: [],
      says: 'Say what to assume',
      code: 2,
    },
    {
      story: 'a file that is not there',
      words: ['--policy', 'nothing.json'],
      says: 'nothing.json cannot be read',
      code: 1,
    },
    {
      story: 'an entry with a British date',
      words: ['--policy', policyFile('bad.json', [{ ...DUTY, announcedOn: '18/04/2023' }])],
      says: `entry 1 ("${DUTY.id}"), announcedOn: not a day`,
      code: 1,
    },
    {
      story: 'two duties that contradict',
      words: ['--policy', policyFile('two.json', [{ ...DUTY, id: 'other', supersedes: [] }])],
      says: 'neither supersedes the other',
      code: 1,
    },
  ])('$story is refused', async ({ words, says, code }) => {
    const { err, code: ended } = await rollout('what-if', ...words);
    expect(err).toContain(says);
    expect(ended).toBe(code);
  });

  test('csv has the practices that change, and nothing else', async () => {
    const { out } = await rollout('what-if', '--deadline', '2024-03-31', ...ON, '--format', 'csv');
    expect(out.split('\n')[0]).toMatch(/^practice_code,practice_name,icb_code,patients,/);
  });
});

describe('contradictions', { timeout: 60_000 }, () => {
  test('one ICB’s are those of its practices', async () => {
    const all = await answer('contradictions', ...ON);
    const icb = all[0].icb_code;
    const own = await answer('contradictions', '--icb', icb.toLowerCase(), ...ON);
    expect(own).toEqual(all.filter((row: { icb_code: string }) => row.icb_code === icb));
    const { out } = await rollout('contradictions', ...ON);
    expect(out).toMatch(/Declared against observed on 4 December 2023: \d+ practices/);
  });
});

describe('forecast', { timeout: 60_000 }, () => {
  const WEEK = ['--week', '2023-12-04'];

  test('prints a range, and how good past ranges were', async () => {
    const { out } = await rollout('forecast', ...WEEK);
    expect(out).toMatch(/^Made-up data\n\nWhen 90% of open practices are live\n/);
    expect(out).toMatch(/^90% (by|is not|has been) /m);
    expect(out).toMatch(/^On 31 March 2024: .*80% interval/m);
    expect(out).toMatch(/Back-test: the 80% interval held \d+ of \d+ past outcomes/);
  });

  test('one scope is the same alone as among the others', async () => {
    const { forecasts } = await answer('forecast', '--by', 'region', ...WEEK);
    const alone = await answer('forecast', '--by', 'region', '--scope', 'y56', ...WEEK);
    expect(alone.forecasts).toEqual([
      forecasts.find((row: { scope_code: string }) => row.scope_code === 'Y56'),
    ]);
    const { out } = await rollout('forecast', '--by', 'region', ...WEEK);
    expect(out).toContain('All together: Back-test');
  });

  test('early in the story there is too little history', async () => {
    const { out } = await rollout('forecast', '--week', '2022-11-28', '--target', '90');
    expect(out).toContain('Too little history');
  });

  test.each([
    { story: 'a target of nothing', words: ['--target', '0'], says: 'Write a percentage', code: 2 },
    {
      story: 'a week that begins on a Tuesday',
      words: ['--week', '2023-12-05'],
      says: 'is no Monday',
      code: 2,
    },
    {
      story: 'an ICB that is none',
      words: [...WEEK, '--by', 'icb', '--scope', 'ZZZ'],
      says: 'There is no icb "ZZZ"',
      code: 1,
    },
    {
      story: 'no target before there was one',
      words: ['--week', '2021-01-04'],
      says: 'Name one: --target 90',
      code: 1,
    },
  ])('$story is refused', async ({ words, says, code }) => {
    const { err, code: ended } = await rollout('forecast', ...words);
    expect(err).toContain(says);
    expect(ended).toBe(code);
  });
});
