import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { uploadsInProcess } from '../../../functions/release/uploads-in-process.ts';
import { instant } from '../../../shared/calendar/day.ts';
import { type Embedded, startEmbedded } from '../../shared/store/embedded.ts';
import { uploadOf } from '../../shared/uploads.ts';
import { freshWorld, trackerOf, type World } from '../intake/intake-world.ts';

const TRACKER = trackerOf('A81001,2022-05-15,EMIS,2022-04-30,');
const CUT_OFF = instant('2100-01-04T06:00:00Z');

let dynamo: Embedded;
let world: World;
beforeAll(async () => {
  dynamo = await startEmbedded();
});
beforeEach(async () => {
  world = await freshWorld(dynamo);
});
afterEach(() => world.remove());
afterAll(() => dynamo.stop());

const inProcess = (by = CUT_OFF) =>
  uploadsInProcess({ quarantine: world.quarantine, work: world.deps().work }, by);

test('an upload is in process from its arrival until it is taken in', async () => {
  const id = await world.arrives(TRACKER);
  expect(await inProcess()).toEqual([id]);
  expect(await inProcess(instant('2000-01-03T06:00:00Z'))).toEqual([]);
  await world.take(id);
  expect(await inProcess()).toEqual([]);
});

test('one that was refused is done with', async () => {
  const id = await world.arrives(TRACKER);
  await world.take(id, { scan: 'threat' });
  expect(await inProcess()).toEqual([]);
});

test('one that broke down with its commit, before its receipt, is in process; its receipt ends it', async () => {
  const id = await world.arrives(TRACKER);
  const { work, quarantine, ...deps } = world.deps();
  const noReceipt = { ...work, saveReceipt: () => Promise.reject(new Error('broke down')) };
  await expect(
    world.take(id, { deps: { ...deps, quarantine, work: noReceipt } }),
  ).rejects.toThrow();
  expect(await inProcess()).toEqual([id]);
  const notRemoved = { ...quarantine, remove: () => Promise.reject(new Error('broke down')) };
  await expect(
    world.take(id, { deps: { ...deps, work, quarantine: notRemoved } }),
  ).rejects.toThrow();
  expect((await world.left(id, [])).waiting).toEqual([`uploads/${id}`]);
  expect(await inProcess()).toEqual([]);
});

test('an announcement whose file never came is not in process', async () => {
  await world.deps().work.announce({ ...uploadOf(), sha256: null });
  expect(await inProcess()).toEqual([]);
});
