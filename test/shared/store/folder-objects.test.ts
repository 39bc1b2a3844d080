import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { folderObjects } from '../../../shared/store/folder-objects.ts';
import { objectsContract } from './objects-contract.ts';

const folders: string[] = [];
async function freshFolder(): Promise<string> {
  folders.push(await mkdtemp(join(tmpdir(), 'rollout-objects-')));
  return folders.at(-1)!;
}
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

objectsContract('a folder', async () => folderObjects(await freshFolder()));

describe('a folder of objects', () => {
  test('can be opened by people: keys are paths', async () => {
    const root = await freshFolder();
    await folderObjects(root).putIfAbsent('reports/week=2023-12-04/a.csv', Buffer.from('as_at'));
    expect(await readFile(join(root, 'reports/week=2023-12-04/a.csv'), 'utf8')).toBe('as_at');
  });

  test('leaves no draft behind, whether it stored or not', async () => {
    const root = await freshFolder();
    const objects = folderObjects(root);
    await objects.putIfAbsent('a/b', Buffer.from('1'));
    await objects.putIfAbsent('a/b', Buffer.from('2'));
    expect(await readdir(join(root, 'a'))).toEqual(['b']);
  });

  test('does not count a draft that a crash left behind', async () => {
    const root = await freshFolder();
    const objects = folderObjects(root);
    await objects.putIfAbsent('a/b', Buffer.from('1'));
    await writeFile(join(root, 'a', '.7c9e.draft'), 'half');
    expect(await objects.list('a/')).toEqual(['a/b']);
  });
});
