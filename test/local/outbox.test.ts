import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outbox } from '../../local/outbox.ts';
import { noticeOf } from '../shared/patient-data-notices.ts';
import { tempFolder } from './temp-folder.ts';

const read = (root: string, name: string) => readFileSync(join(root, 'outbox', name), 'utf8');

test('a notice is an e-mail in a file, dated when the upload was received', async () => {
  const root = tempFolder();
  await outbox(root).patientData(noticeOf());
  const email = read(root, 'patient-data-up-1.eml');
  expect(email).toMatch(/^Date: Wed, 01 Jun 2022 09:00:00 \+0000\r$/m);
  expect(email).toMatch(/^Subject: Patient data refused: upload up-1\r$/m);
  expect(email).toMatch(/^To: .*<information-governance@localhost>\r$/m);
  expect(email).toContain('Where: sheet 1, row 12, column 3');
});

test('the same notice again is the same file, byte for byte', async () => {
  const [root, other] = [tempFolder(), tempFolder()];
  for (const each of [root, root, other]) await outbox(each).patientData(noticeOf());
  expect(readdirSync(join(root, 'outbox'))).toEqual(['patient-data-up-1.eml']);
  expect(read(root, 'patient-data-up-1.eml')).toBe(read(other, 'patient-data-up-1.eml'));
});

test('another upload is another file', async () => {
  const root = tempFolder();
  for (const uploadId of ['up-1', 'up-2']) await outbox(root).patientData(noticeOf({ uploadId }));
  expect(readdirSync(join(root, 'outbox')).sort()).toEqual([
    'patient-data-up-1.eml',
    'patient-data-up-2.eml',
  ]);
});
