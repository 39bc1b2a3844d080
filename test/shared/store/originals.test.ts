import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, describe, expect, test } from 'vitest';
import 'aws-sdk-client-mock-vitest/extend';
import { folderErasure } from '../../../shared/store/folder-erasure.ts';
import { folderObjects } from '../../../shared/store/folder-objects.ts';
import { s3Erasure } from '../../../shared/store/s3-erasure.ts';
import { s3Objects } from '../../../shared/store/s3-objects.ts';
import { fakeS3, refusal } from './fake-s3.ts';
import { originalsContract, SHA256, TOMBSTONE } from './originals-contract.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

originalsContract('S3', async () => {
  const { client } = fakeS3({ locked: true });
  return { objects: s3Objects(client, 'evidence'), erasure: s3Erasure(client, 'evidence') };
});

originalsContract('a folder', async () => {
  const root = await mkdtemp(join(tmpdir(), 'rollout-originals-'));
  folders.push(root);
  return { objects: folderObjects(root), erasure: folderErasure(root) };
});

const KEY = `evidence/originals/${SHA256}`;

describe('erasing in S3', () => {
  test('passes the governance lock, and takes older versions and delete markers too', async () => {
    const { client, mock, post, mark, left } = fakeS3({ locked: true, page: 2 });
    const versions = [post(KEY, Buffer.from('1')), post(KEY, Buffer.from('2')), mark(KEY)];
    expect(await s3Erasure(client, 'evidence').erase(TOMBSTONE)).toBe('erased');
    expect(left().filter((one) => one.startsWith(KEY))).toEqual([]);
    for (const VersionId of versions) {
      expect(mock).toHaveReceivedCommandWith(DeleteObjectCommand, {
        Bucket: 'evidence',
        Key: KEY,
        VersionId,
        BypassGovernanceRetention: true,
      });
    }
  });

  test('that is refused half way says so; running it again finishes it', async () => {
    const { client, removals, post, left } = fakeS3({ locked: true });
    const [, second] = [post(KEY, Buffer.from('1')), post(KEY, Buffer.from('2'))];
    removals.push(undefined, refusal('SlowDown', 503));
    const { erase } = s3Erasure(client, 'evidence');
    await expect(erase(TOMBSTONE)).rejects.toThrow('SlowDown');
    expect(left()).toContain(`${KEY}@${second}`);
    expect(await erase(TOMBSTONE)).toBe('erased');
    expect(left().filter((one) => one.startsWith(KEY))).toEqual([]);
  });
});
