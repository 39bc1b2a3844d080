import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import 'aws-sdk-client-mock-vitest/extend';
import { s3Objects } from '../../../shared/store/s3-objects.ts';
import { fakeS3, refusal } from './fake-s3.ts';
import { objectsContract } from './objects-contract.ts';

objectsContract('S3', async () => s3Objects(fakeS3().client, 'bucket'));

describe('the commands sent to S3', () => {
  test('a put is one write on the condition that nothing is there', async () => {
    const { client, mock } = fakeS3();
    await s3Objects(client, 'bucket').putIfAbsent('a/b', Buffer.from('x'));
    expect(mock.calls()).toHaveLength(1);
    expect(mock).toHaveReceivedCommandWith(PutObjectCommand, {
      Bucket: 'bucket',
      Key: 'a/b',
      IfNoneMatch: '*',
    });
  });

  test('a put that met another one (409) is tried again', async () => {
    const { client, mock } = fakeS3();
    mock
      .on(PutObjectCommand)
      .rejectsOnce(refusal('ConditionalRequestConflict', 409))
      .rejectsOnce(refusal('ConditionalRequestConflict', 409))
      .rejectsOnce(refusal('PreconditionFailed', 412));
    expect(await s3Objects(client, 'bucket').putIfAbsent('a', Buffer.from('x'))).toBe('exists');
    expect(mock).toHaveReceivedCommandTimes(PutObjectCommand, 3);
  });

  test('a refusal of access is no absence', async () => {
    const { client, mock } = fakeS3();
    mock.on(GetObjectCommand).rejects(refusal('AccessDenied', 403));
    mock.on(PutObjectCommand).rejects(refusal('AccessDenied', 403));
    const objects = s3Objects(client, 'bucket');
    await expect(objects.get('a')).rejects.toThrow('AccessDenied');
    await expect(objects.putIfAbsent('a', Buffer.from('x'))).rejects.toThrow('AccessDenied');
  });
});
