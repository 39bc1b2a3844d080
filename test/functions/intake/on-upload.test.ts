import type { SQSEvent } from 'aws-lambda';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { onUpload } from '../../../functions/intake/on-upload.ts';
import { type Embedded, startEmbedded } from '../../shared/store/embedded.ts';
import { eventOf } from '../sqs-event.ts';
import { freshWorld, trackerOf, type World } from './intake-world.ts';

const verdict = (objectKey: string, status = 'NO_THREATS_FOUND') => ({
  version: '0',
  source: 'aws.guardduty',
  'detail-type': 'GuardDuty Malware Protection Object Scan Result',
  detail: {
    scanStatus: 'COMPLETED',
    resourceType: 'S3_OBJECT',
    s3ObjectDetails: { bucketName: 'uploads', objectKey, eTag: 'e', versionId: null },
    scanResultDetails: { scanResultStatus: status, threats: null },
  },
});
const SECRET = 'Mrs Secret of 9 Hidden Lane';

let dynamo: Embedded;
let world: World;
let lines: string[];
beforeAll(async () => {
  dynamo = await startEmbedded();
});
beforeEach(async () => {
  world = await freshWorld(dynamo);
  lines = [];
});
afterEach(() => world.remove());
afterAll(() => dynamo.stop());

const keep = (message: string, fields: Record<string, unknown>) =>
  void lines.push(JSON.stringify({ message, ...fields }));
const handle = (event: SQSEvent) =>
  onUpload({ ...world.deps(), log: { info: keep, warn: keep } })(event);

describe('the intake function', () => {
  test('takes in the upload of each message', async () => {
    await world.arrives(trackerOf('A81001,2022-05-31,EMIS,2022-05-30,'), { uploadId: 'a' });
    await world.arrives(trackerOf('A81002,2022-05-31,EMIS,2022-05-30,'), { uploadId: 'b' });
    const answer = await handle(eventOf(verdict('uploads/a'), verdict('uploads/b')));
    expect(answer).toEqual({ batchItemFailures: [] });
    expect((await world.left('a', [])).ledger).toHaveLength(2);
  });

  test('names only the messages that failed, and does the others', async () => {
    await world.arrives(trackerOf('A81001,2022-05-31,EMIS,2022-05-30,'), { uploadId: 'a' });
    const answer = await handle(eventOf(verdict('uploads/stray'), verdict('uploads/a')));
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-0' }] });
    expect((await world.left('a', [])).receipt).toMatchObject({ accepted: 1 });
  });

  test.each([
    ['no JSON', 'nonsense'],
    ['another event', { ...verdict('uploads/a'), 'detail-type': 'Object Created' }],
    ['a key elsewhere', verdict('evidence/facts/a.ndjson.gz')],
    ['a key that climbs', verdict('uploads/../a')],
  ])('a message with %s fails, so that it goes to the dead letters', async (_, body) => {
    expect((await handle(eventOf(body))).batchItemFailures).toHaveLength(1);
  });

  test('logs ids and counts, never what a file says or is called', async () => {
    const csv = trackerOf(`A81001,2022-05-31,EMIS,${SECRET},`, `${SECRET},2022-05-31,,,`);
    await world.arrives(csv, { uploadId: 'a', fileName: `${SECRET}.csv` });
    const broken = { ...world.deps(), log: { info: keep, warn: keep } };
    const failing = { ...broken.work, announcement: () => Promise.reject(new Error(SECRET)) };
    await onUpload({ ...broken, work: failing })(eventOf(verdict('uploads/a')));
    await handle(eventOf(verdict('uploads/a'), SECRET));
    expect(lines.length).toBeGreaterThanOrEqual(3);
    expect(lines.some((line) => line.includes('"rows":2'))).toBe(true);
    for (const line of lines) expect(line).not.toContain('Secret');
  });
});
