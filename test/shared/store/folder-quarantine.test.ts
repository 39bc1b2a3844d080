import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { instant } from '../../../shared/calendar/day.ts';
import { folderGrants } from '../../../shared/store/folder-grants.ts';
import { folderQuarantine } from '../../../shared/store/folder-quarantine.ts';
import { quarantineContract } from './quarantine-contract.ts';

const folders: string[] = [];
async function freshFolder(): Promise<string> {
  folders.push(await mkdtemp(join(tmpdir(), 'rollout-quarantine-')));
  return folders.at(-1)!;
}
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

const URL = 'http://127.0.0.1:4000/uploads';
const NOW = instant('2022-06-01T09:00:00Z');
const grantsOf = (secret: string, now = NOW) =>
  folderGrants({ url: URL, secret: Buffer.from(secret.padEnd(32, '.')), now: () => now });

quarantineContract('a folder', async (now) => {
  const grants = grantsOf('ours', now);
  const root = await freshFolder();
  const quarantine = folderQuarantine(root, grants);
  return {
    quarantine,
    arrives: async (uploadId, at) => {
      await quarantine.putIfAbsent(uploadId, Buffer.from('as_at'));
      await utimes(join(root, 'uploads', uploadId), new Date(at), new Date(at));
    },
    takes: async ({ fields, bytes, at }) => grants.check(fields, { bytes }, at).ok,
  };
});

test('an upload in quarantine is a file that people can open', async () => {
  const root = await freshFolder();
  await folderQuarantine(root, grantsOf('ours')).putIfAbsent('up-1', Buffer.from('as_at'));
  expect(await readFile(join(root, 'uploads', 'up-1'), 'utf8')).toBe('as_at');
});

test('what people leave lying in the folder of uploads is no upload that waits', async () => {
  const root = await freshFolder();
  await mkdir(join(root, 'uploads', 'old'), { recursive: true });
  for (const name of ['notes.txt', '.DS_Store', join('old', 'up-1')]) {
    await writeFile(join(root, 'uploads', name), 'mine');
  }
  const waiting = folderQuarantine(root, grantsOf('ours')).waiting(instant('2100-01-01T00:00:00Z'));
  expect(await waiting).toEqual([]);
});

describe('a grant of this machine', () => {
  const conditions = {
    uploadId: 'up-1',
    contentType: 'text/csv',
    mostBytes: 5_242_880,
    seconds: 300,
  };
  const { fields } = grantsOf('ours').grant(conditions);

  test('leads on to where it says, and nowhere else', () => {
    const thenTo = 'http://127.0.0.1:4000/uploads/up-1';
    const { fields: leading } = grantsOf('ours').grant({ ...conditions, thenTo });
    const check = (changed: Record<string, string>) =>
      grantsOf('ours').check({ ...leading, ...changed }, { bytes: 1 }, NOW);
    expect(check({})).toEqual({ ok: true, uploadId: 'up-1', thenTo });
    expect(check({ success_action_redirect: 'https://evil.example/' })).toMatchObject({
      ok: false,
      code: 'AccessDenied',
    });
    // A form that leads nowhere cannot be made to lead somewhere.
    const added = { ...fields, success_action_redirect: 'https://evil.example/' };
    expect(grantsOf('ours').check(added, { bytes: 1 }, NOW)).toMatchObject({ ok: false });
  });

  test('names the upload that it is for', () => {
    expect(grantsOf('ours').check(fields, { bytes: 1 }, NOW)).toEqual({
      ok: true,
      uploadId: 'up-1',
      thenTo: null,
    });
  });

  test.each([
    ['changed', { ...fields, 'most-bytes': '99' }, 1, NOW, 'AccessDenied', /was changed/],
    [
      'late',
      fields,
      1,
      instant('2022-06-01T09:05:01Z'),
      'AccessDenied',
      /has run out.*ask for a new/,
    ],
    ['large', fields, 5_242_881, NOW, 'EntityTooLarge', /at most 5 MB/],
    ['empty', fields, 0, NOW, 'EntityTooSmall', /without a file, or the file is empty/],
  ] as const)('that is %s is refused in plain words', (_, sent, bytes, at, code, why) => {
    const check = grantsOf('ours').check(sent, { bytes }, at);
    expect(check).toEqual({ ok: false, code, why: expect.stringMatching(why) });
  });

  test('signed with another secret is none', () => {
    expect(grantsOf('theirs').check(fields, { bytes: 1 }, NOW)).toMatchObject({
      ok: false,
      code: 'AccessDenied',
    });
  });

  test('cannot be made up: no fields of chance are taken', () => {
    const field = fc.option(fc.oneof(fc.string(), fc.constantFrom(...Object.values(fields))), {
      nil: undefined,
    });
    const names = Object.keys(fields);
    fc.assert(
      fc.property(fc.tuple(...names.map(() => field)), (values) => {
        const form = Object.fromEntries(names.map((name, at) => [name, values[at]]));
        const isOurs = names.every((name) => form[name] === fields[name]);
        expect(grantsOf('ours').check(form, { bytes: 1 }, NOW).ok).toBe(isOurs);
      }),
    );
  });

  test('is not signed with a secret that could be guessed', () => {
    const short = { url: URL, secret: Buffer.from('short'), now: () => NOW };
    expect(() => folderGrants(short)).toThrow(RangeError);
  });
});
