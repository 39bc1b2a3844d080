import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateSample } from '../../../local/sample/generate.ts';
import { writeSample } from '../../../local/sample/write.ts';

const sample = generateSample({ seed: 2, practices: 100 });
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sample-'));
  await writeSample(sample, join(dir, 'new'));
});
afterAll(() => rm(dir, { recursive: true }));

const written = (name: string) => readFile(join(dir, 'new', name), 'utf8');

test('every file is there as it was made, with truth, index and a word of warning beside it', async () => {
  const names = [...sample.files.map((f) => f.name), 'files.csv', 'truth.csv', 'README.txt'];
  expect((await readdir(join(dir, 'new'))).sort()).toEqual(names.sort());
  for (const { name, text } of sample.files) expect(await written(name)).toBe(text);
  expect(await written('README.txt')).toMatch(/^Made-up data\n/);
});

test('the index names sender, receipt and day of each file', async () => {
  const lines = (await written('files.csv')).trimEnd().split('\n');
  expect(lines[0]).toBe('name,from,received_at,as_at');
  expect(lines).toHaveLength(sample.files.length + 1);
  expect(lines).toContain('epraccur-2022-10-24.csv,national,2022-10-24T08:30:00.000Z,2022-10-24');
  expect(lines.filter((line) => line.includes(',supplier:TPP,'))).not.toEqual([]);
});

test('the truth has a line for each practice and check day', async () => {
  const lines = (await written('truth.csv')).trimEnd().split('\n');
  expect(lines[0]).toBe('practice_code,valid_at,status,storyline');
  expect(lines).toHaveLength(sample.truth.length + 1);
});
