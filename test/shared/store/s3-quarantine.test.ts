import { DeleteObjectCommand, GetObjectCommand } from '@aws-sdk/client-s3';
import { afterEach, describe, expect, test, vi } from 'vitest';
import 'aws-sdk-client-mock-vitest/extend';
import { instant } from '../../../shared/calendar/day.ts';
import { s3Quarantine } from '../../../shared/store/s3-quarantine.ts';
import { fakeS3, refusal } from './fake-s3.ts';
import { policyIn, s3Takes } from './post-policy.ts';
import { quarantineContract } from './quarantine-contract.ts';

afterEach(() => vi.useRealTimers());

quarantineContract('S3', async (now) => {
  // The signer takes no clock but the machine's own.
  vi.useFakeTimers({ now: Date.parse(now), toFake: ['Date'] });
  const { client, post } = fakeS3();
  return {
    quarantine: s3Quarantine(client, 'bucket'),
    arrives: async (uploadId, at) => {
      post(`uploads/${uploadId}`, first, new Date(at));
    },
    takes: async (form) => s3Takes(form, 'fake'),
  };
});

const KEY = 'uploads/up-1';
const first = Buffer.from('first');
const second = Buffer.from('second');

describe('versions in S3', () => {
  test('a second form adds a version; the one that was scanned is the one that is read', async () => {
    const { client, post } = fakeS3();
    const quarantine = s3Quarantine(client, 'bucket');
    const [v1, v2] = [post(KEY, first), post(KEY, second)];
    expect(await quarantine.get('up-1', v1)).toMatchObject({
      bytes: new Uint8Array(first),
      version: v1,
    });
    expect(await quarantine.get('up-1')).toMatchObject({
      bytes: new Uint8Array(second),
      version: v2,
    });
    expect(await quarantine.get('up-1', 'v-gone')).toBeUndefined();
  });

  test('removing one version leaves the others, and no delete marker', async () => {
    const { client, mock, post, left } = fakeS3();
    const [v1, v2] = [post(KEY, first), post(KEY, second)];
    await s3Quarantine(client, 'bucket').remove('up-1', v1);
    expect(left()).toEqual([`${KEY}@${v2}`]);
    expect(mock).toHaveReceivedCommandWith(DeleteObjectCommand, {
      Bucket: 'bucket',
      Key: KEY,
      VersionId: v1,
    });
  });

  test('removing an upload removes every version and marker, over several pages, and no longer key', async () => {
    const { client, post, mark, left } = fakeS3({ page: 2 });
    for (const bytes of [first, second, first]) post(KEY, bytes);
    mark(KEY);
    post(KEY, second);
    const other = post(`${KEY}0`, first);
    await s3Quarantine(client, 'bucket').remove('up-1');
    expect(left()).toEqual([`${KEY}0@${other}`]);
  });

  test('an upload that was sent twice waits since the first time, over several pages', async () => {
    const { client, post } = fakeS3({ page: 2 });
    const times = ['06:05:00', '05:58:00', '06:01:00', '05:59:00', '06:02:00'];
    for (const time of times) post(KEY, first, new Date(`2023-12-04T${time}Z`));
    post('uploads/up-2', first, new Date('2023-12-04T06:03:00Z'));
    const waiting = await s3Quarantine(client, 'bucket').waiting(instant('2023-12-04T06:00:00Z'));
    expect(waiting).toEqual([{ uploadId: 'up-1', modifiedAt: instant('2023-12-04T05:58:00Z') }]);
  });

  test('what the lifecycle let go waits no longer, though a version is left for a day', async () => {
    const { client, post, mark } = fakeS3();
    for (const id of ['up-1', 'up-2']) post(`uploads/${id}`, first);
    mark('uploads/up-1');
    mark('uploads/up-2');
    post('uploads/up-2', second, new Date('2023-12-04T06:03:00Z'));
    const waiting = await s3Quarantine(client, 'bucket').waiting(instant('2023-12-04T06:00:00Z'));
    expect(waiting.map(({ uploadId }) => uploadId)).toEqual(['up-2']);
  });

  test('a refusal of access is no absence', async () => {
    const { client, mock } = fakeS3();
    mock.on(GetObjectCommand).rejects(refusal('AccessDenied', 403));
    await expect(s3Quarantine(client, 'bucket').get('up-1')).rejects.toThrow('AccessDenied');
  });
});

test("the policy of a grant names one key, one type, one range of lengths, and nothing that could change the bucket's encryption", async () => {
  const { client } = fakeS3();
  const { url, fields } = await s3Quarantine(client, 'quarantine').uploadGrant({
    uploadId: 'up-1',
    contentType: 'application/pdf',
    mostBytes: 20_971_520,
    seconds: 300,
  });
  expect(url).toBe('https://quarantine.s3.eu-west-2.amazonaws.com/');
  const { conditions } = policyIn(fields);
  expect(conditions).toEqual(
    expect.arrayContaining([
      ['content-length-range', 1, 20_971_520],
      { key: KEY },
      { bucket: 'quarantine' },
      { 'Content-Type': 'application/pdf' },
    ]),
  );
  const loose = conditions.filter((one) => Array.isArray(one) && one[0] !== 'content-length-range');
  expect(loose).toEqual([]);
  expect(JSON.stringify(conditions)).not.toMatch(/encryption|acl|tagging/i);
});

test('a grant may lead a browser on to one address, which is part of what is signed', async () => {
  const { client } = fakeS3();
  const thenTo = 'https://rollout.example/uploads/up-1';
  const { fields } = await s3Quarantine(client, 'quarantine').uploadGrant({
    uploadId: 'up-1',
    contentType: 'application/pdf',
    mostBytes: 20_971_520,
    seconds: 300,
    thenTo,
  });
  expect(fields['success_action_redirect']).toBe(thenTo);
  expect(fields).not.toHaveProperty('success_action_status');
  expect(policyIn(fields).conditions).toContainEqual({ success_action_redirect: thenTo });
});
