import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import 'aws-sdk-client-mock-vitest/extend';
import { objectLedger } from '../../../shared/store/object-ledger.ts';
import { s3Objects } from '../../../shared/store/s3-objects.ts';
import { letter, plan } from '../builders.ts';
import { uploadOf } from '../uploads.ts';
import { fakeS3 } from './fake-s3.ts';

const first = uploadOf({ uploadId: 'up-1' });
const second = uploadOf({ uploadId: 'up-2' });

function freshLedger() {
  const { client, mock } = fakeS3();
  const objects = s3Objects(client, 'evidence');
  return { mock, objects, ledger: objectLedger(objects), another: () => objectLedger(objects) };
}

describe('the ledger', () => {
  test('commits an upload by one write, under its id', async () => {
    const { ledger, mock } = freshLedger();
    expect(await ledger.commit(first, [letter(), plan()])).toBe('committed');
    expect(mock.calls()).toHaveLength(1);
    expect(mock).toHaveReceivedCommandWith(PutObjectCommand, {
      Key: 'evidence/facts/up-1.ndjson.gz',
      IfNoneMatch: '*',
    });
  });

  test('keeps the first commit of an upload', async () => {
    const { ledger, another } = freshLedger();
    await ledger.commit(first, [letter()]);
    expect(await another().commit(first, [plan()])).toBe('already');
    expect(await another().of('up-1')).toEqual([letter()]);
  });

  test('holds nothing of an upload never committed, and sees it once it is', async () => {
    const { ledger, another } = freshLedger();
    expect(await ledger.of('up-1')).toBeUndefined();
    await another().commit(first, [letter()]);
    expect(await ledger.of('up-1')).toEqual([letter()]);
  });

  test('gives every fact, in the order of upload ids', async () => {
    const { ledger, another } = freshLedger();
    expect(await ledger.all()).toEqual([]);
    await ledger.commit(uploadOf({ uploadId: 'up-1-b' }), [plan()]);
    await ledger.commit(first, [letter()]);
    await ledger.commit(second, [plan({ code: 'A81002' })]);
    const all = [letter(), plan(), plan({ code: 'A81002' })];
    expect(await ledger.all()).toEqual(all);
    expect(await another().all()).toEqual(all);
    expect(await another().uploads()).toEqual(['up-1', 'up-1-b', 'up-2']);
  });

  test('fetches only what it has not read before', async () => {
    const { another, mock } = freshLedger();
    await another().commit(first, [letter()]);
    const reader = another();
    await reader.all();
    await another().commit(second, [plan()]);
    await Promise.all([reader.all(), reader.all()]);
    await reader.uploads();
    expect(mock).toHaveReceivedCommandTimes(GetObjectCommand, 2);
    expect(await reader.all()).toEqual([letter(), plan()]);
  });

  test('does not fetch what it committed itself', async () => {
    const { ledger, mock } = freshLedger();
    await ledger.commit(first, [letter()]);
    expect(await ledger.all()).toEqual([letter()]);
    expect(mock).toHaveReceivedCommandTimes(GetObjectCommand, 0);
  });

  test('tries again after a failed fetch', async () => {
    const { ledger, objects } = freshLedger();
    await ledger.commit(first, [letter()]);
    let failures = 1;
    const get = (key: string) =>
      failures-- > 0 ? Promise.reject(new Error('no network')) : objects.get(key);
    const reader = objectLedger({ ...objects, get });
    await expect(reader.all()).rejects.toThrow('no network');
    expect(await reader.all()).toEqual([letter()]);
  });

  test('refuses a file that lies under the key of another upload', async () => {
    const { ledger, objects, another } = freshLedger();
    await ledger.commit(first, [letter()]);
    const { bytes } = (await objects.get('evidence/facts/up-1.ndjson.gz'))!;
    await objects.putIfAbsent('evidence/facts/up-9.ndjson.gz', bytes);
    await expect(another().all()).rejects.toThrow(/upload up-9 says that it is of another upload/);
  });
});
