import type { SQSEvent } from 'aws-lambda';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { onUpload } from '../../../functions/intake/on-upload.ts';
import { type Embedded, startEmbedded } from '../../shared/store/embedded.ts';
import { eventOf } from '../sqs-event.ts';
import { freshWorld, trackerOf, type World } from './intake-world.ts';

const created = (key: string) => ({
  version: '0',
  source: 'aws.s3',
  'detail-type': 'Object Created',
  detail: { bucket: { name: 'uploads' }, object: { key, size: 12 } },
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
    const answer = await handle(eventOf(created('uploads/a'), created('uploads/b')));
    expect(answer).toEqual({ batchItemFailures: [] });
    expect((await world.left('a', [])).ledger).toHaveLength(2);
  });

  test('names only the messages that failed, and does the others', async () => {
    await world.arrives(trackerOf('A81001,2022-05-31,EMIS,2022-05-30,'), { uploadId: 'a' });
    const answer = await handle(eventOf(created('uploads/stray'), created('uploads/a')));
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-0' }] });
    expect((await world.left('a', [])).receipt).toMatchObject({ accepted: 1 });
  });

  test.each([
    ['no JSON', 'nonsense'],
    ['another event', { ...created('uploads/a'), 'detail-type': 'Object Deleted' }],
    ['a key elsewhere', created('evidence/facts/a.ndjson.gz')],
    ['a key that climbs', created('uploads/../a')],
  ])('a message with %s fails, so that it goes to the dead letters', async (_, body) => {
    expect((await handle(eventOf(body))).batchItemFailures).toHaveLength(1);
  });

  test('logs ids and counts, never what a file says or is called', async () => {
    const csv = trackerOf(`A81001,2022-05-31,EMIS,${SECRET},`, `${SECRET},2022-05-31,,,`);
    await world.arrives(csv, { uploadId: 'a', fileName: `${SECRET}.csv` });
    const broken = { ...world.deps(), log: { info: keep, warn: keep } };
    const failing = { ...broken.work, upload: () => Promise.reject(new Error(SECRET)) };
    await onUpload({ ...broken, work: failing })(eventOf(created('uploads/a')));
    await handle(eventOf(created('uploads/a'), SECRET));
    expect(lines.length).toBeGreaterThanOrEqual(3);
    expect(lines.some((line) => line.includes('"rows":2'))).toBe(true);
    for (const line of lines) expect(line).not.toContain('Secret');
  });
});
