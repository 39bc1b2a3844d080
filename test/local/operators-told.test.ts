import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Machine } from '../../local/machine.ts';
import { tellOperatorsOn } from '../../local/operators-told.ts';
import { instant } from '../../shared/calendar/day.ts';
import { memoryDeliveries, memorySubscriptions } from '../../shared/store/alert-memory.ts';
import { folderObjects } from '../../shared/store/folder-objects.ts';
import { tempFolder } from './temp-folder.ts';

const EVENING = instant('2023-12-05T18:00:00Z');

let root: string;
let machine: Machine;
let lastUploadAt: string;
beforeEach(async () => {
  root = await tempFolder();
  lastUploadAt = '2023-12-04T10:00:00.000Z';
  machine = {
    folder: { root, deadLetters: join(root, 'dead-letters') },
    work: { receipts: async () => [{ receivedAt: lastUploadAt }] },
    deliveries: memoryDeliveries(),
    subscriptions: memorySubscriptions([]),
    reports: folderObjects(root),
  } as unknown as Machine;
});

test('where all is well no mail is written', async () => {
  expect(await tellOperatorsOn(machine, EVENING, false)).toBe('nothing');
  expect(await readdir(root)).toEqual([]);
});

test('what is in trouble is one mail in the outbox, and the same again none', async () => {
  await mkdir(join(root, 'dead-letters'));
  await writeFile(join(root, 'dead-letters', 'one.json'), '{}');
  expect(await tellOperatorsOn(machine, EVENING, true)).toBe('told');
  lastUploadAt = '2023-01-01T10:00:00.000Z';
  expect(await tellOperatorsOn(machine, EVENING, true)).toBe('was-told');
  expect(await readdir(join(root, 'outbox'))).toEqual(['operators-2023-12-05.eml']);
  const mail = await readFile(join(root, 'outbox', 'operators-2023-12-05.eml'), 'utf8');
  expect(mail).toContain('Subject: Record Access Rollout: 2 things to see to');
  expect(mail).toContain('1 message given up in the folder dead-letters.');
});
