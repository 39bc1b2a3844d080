import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { instant } from '../../../shared/calendar/day.ts';
import { removeStale } from '../../../shared/store/folder-stale.ts';
import { tempFolder } from '../../local/temp-folder.ts';

const NOW = instant('2023-12-04T09:00:00Z');

async function filesOf(files: Readonly<Record<string, string>>): Promise<string> {
  const root = tempFolder();
  for (const [path, writtenAt] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), 'x');
    await utimes(join(root, path), new Date(writtenAt), new Date(writtenAt));
  }
  return root;
}

test('what runs that were cut off left behind goes; what is under way or kept stays', async () => {
  const root = await filesOf({
    'uploads/.a.draft': '2023-12-04T07:59:00Z',
    'uploads/.b.draft': '2023-12-04T08:59:00Z',
    'uploads/forgotten': '2023-11-04T08:00:00Z',
    'uploads/waiting': '2023-11-05T09:00:00Z',
    'evidence/originals/.c.draft': '2023-12-01T09:00:00Z',
    'evidence/originals/kept': '2013-12-01T09:00:00Z',
    'evidence/facts/kept': '2013-12-01T09:00:00Z',
  });
  expect(await removeStale(root, NOW)).toBe(3);
  const left = await readdir(root, { recursive: true, withFileTypes: true });
  const names = left.filter((entry) => entry.isFile()).map(({ name }) => name);
  expect(names.sort()).toEqual(['.b.draft', 'kept', 'kept', 'waiting']);
  expect(await removeStale(root, NOW)).toBe(0);
});

test('a folder in which nothing is yet is left alone', async () => {
  const root = tempFolder();
  expect(await removeStale(root, NOW)).toBe(0);
  expect(await readdir(root)).toEqual([]);
});
