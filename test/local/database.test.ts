import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { dataFolder } from '../../local/data-folder.ts';
import { openDatabase } from '../../local/database.ts';
import { holdOrJoin } from '../../local/owner.ts';
import { TABLES } from '../../shared/store/tables.ts';
import { tempFolder } from './temp-folder.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('DYNAMODB_ENDPOINT points the tables elsewhere, and the folder is left alone', {
  timeout: 30_000,
}, async () => {
  const elsewhere = await holdOrJoin(tempFolder());
  onTestFinished(() => elsewhere.close());
  vi.stubEnv('DYNAMODB_ENDPOINT', elsewhere.endpoint);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'made-up');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'made-up');
  const root = tempFolder();
  const database = await openDatabase(dataFolder(root));
  onTestFinished(() => database.close());
  expect(database.mine).toBe(false);
  const { TableNames } = await database.client.send(new ListTablesCommand({}));
  expect(TableNames?.toSorted()).toEqual(Object.keys(TABLES).toSorted());
  expect(existsSync(join(root, 'dynamodb'))).toBe(false);
});
