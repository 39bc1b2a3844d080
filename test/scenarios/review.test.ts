import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../../local/program.ts';
import type { Receipt } from '../../shared/intake/receipt/receipt.ts';
import { listeningShell } from '../local/listening-shell.ts';
import { epraccurLine } from './files.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollout-review-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const data = join(folder, 'data');
const DPIA = 'test/shared/intake/open/document-fixtures/dpia-opt-in.docx';
const CODE = 'A81001';
const SECRET = 'please name the officer, says Ms Secret';

async function rollout(...words: string[]) {
  const shell = listeningShell();
  await run(['--data', data, ...words], shell);
  return shell;
}
const answer = async (...words: string[]) => JSON.parse((await rollout(...words, '--json')).out);

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function submit(path: string, ...words: string[]): Promise<Receipt> {
  const [receipt] = await answer('submit', path, ...words);
  return receipt;
}

const dpias = async () => JSON.parse((await rollout('dpias', '--format', 'json')).out);
const state = () => answer('state', CODE);

/** One story in the order in which it happens; each test goes on where the one before ended. */
describe('a DPIA that is reviewed, through the command', () => {
  let uploadId = '';

  test('comes in, and is in the register of DPIAs as not reviewed', async () => {
    const register = file('register.csv', epraccurLine({ code: CODE, name: 'THE SURGERY' }));
    await submit(register, '--as-at', '2023-01-01');
    ({ uploadId } = await submit(DPIA, '--practice', CODE, '--document', 'dpia', '--org', CODE));
    expect(await dpias()).toMatchObject([
      { practice_code: CODE, icb_code: 'QHM', documents_seen: 1, review: 'not reviewed' },
    ]);
  });

  test('is not for another ICB to review, and no reason but those of the list judges it out', async () => {
    const stranger = await rollout('review', uploadId, '--accept', '--org', 'QOX');
    expect(stranger).toMatchObject({ code: 1, out: '' });
    expect(stranger.err).toMatch(/belongs to the ICB QHM/);
    const overruled = await rollout('review', uploadId, '--out', SECRET, '--org', 'QHM');
    expect(overruled).toMatchObject({ code: 1, out: '' });
    expect(overruled.err).toMatch(/unsigned, undated, wrong-practice/);
    expect(overruled.err).not.toContain('Secret');
  });

  test('has a change asked of it, which the practice sees, and answers in its own words', async () => {
    const asked = await rollout('review', uploadId, '--change', '--note', SECRET, '--org', 'qhm');
    expect(asked).toMatchObject({ code: 0, err: '' });
    expect((await state()).signals).toContain('change-asked');
    const replied = await rollout('reply', uploadId, '--text', SECRET, '--org', CODE);
    expect(replied).toMatchObject({ code: 0, err: '' });
    const [row] = await dpias();
    expect(row).toMatchObject({ review: 'change asked', reviewed_by: 'QHM' });
    expect(row.replied_on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  test('leaves what was written in its original alone', async () => {
    const originals = join(data, 'evidence', 'originals');
    const texts = readdirSync(originals).map((name) => readFileSync(join(originals, name), 'utf8'));
    expect(texts.filter((text) => text.includes(SECRET))).toHaveLength(2);
    const shown = [await rollout('receipts', '--json'), await rollout('state', CODE, '--json')];
    for (const { out } of shown) expect(out).not.toContain('Secret');
  });

  test('a text with patient data is refused, and nothing is kept of it', async () => {
    const before = readdirSync(join(data, 'evidence', 'originals'));
    const words = ['--text', 'see 943 476 5919', '--org', CODE];
    const refused = await rollout('reply', uploadId, ...words);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(/looks like patient data/);
    expect(refused.err).not.toContain('943');
    expect(readdirSync(join(data, 'evidence', 'originals'))).toEqual(before);
  });

  test('judged out it stops counting; accepted it counts again', async () => {
    await rollout('review', uploadId, '--out', 'unsigned', '--org', 'QHM');
    expect(await dpias()).toMatchObject([{ review: 'judged out: unsigned' }]);
    expect((await state()).signals).toContain('judged-out');
    await rollout('review', uploadId, '--accept', '--org', 'QHM');
    expect(await dpias()).toMatchObject([{ review: 'accepted' }]);
    expect(await state()).toMatchObject({ status: 'incomplete', towards: 'opt-in' });
  });

  test('withdrawn, it leaves neither a state nor an orphan signal', async () => {
    const words = ['--reason', 'the wrong file', '--from', 'practice', '--org', CODE];
    expect(await rollout('withdraw', uploadId, ...words)).toMatchObject({ code: 0, err: '' });
    expect(await state()).toMatchObject({ status: 'no-evidence', signals: [] });
    expect(await dpias()).toEqual([]);
    const late = await rollout('review', uploadId, '--accept', '--org', 'QHM');
    expect(late.err).toMatch(/was withdrawn/);
  });
});

describe('an extract that its supplier corrects, through the command', () => {
  const HEAD = 'practice_code,system_supplier,extract_date,default_access,scheduled_date';
  const first = file('first.csv', `${HEAD}\n${CODE},EMIS,2023-05-01,on,\n`);
  const second = file('second.csv', `${HEAD}\n${CODE},EMIS,2023-05-01,off,2023-07-10\n`);
  const statusOn = async (day: string) => (await answer('state', CODE, '--valid-at', day)).status;

  test('is corrected, corrected back and sent once more: always the last word counts', async () => {
    await submit(first);
    expect(await statusOn('2023-06-01')).toBe('live');
    expect(await submit(second)).toMatchObject({ accepted: 1, facts: 2 });
    expect(await statusOn('2023-06-01')).toBe('scheduled');
    expect(await submit(first)).toMatchObject({ accepted: 1, facts: 1 });
    expect(await statusOn('2023-06-01')).toBe('live');
    expect(await submit(first)).toMatchObject({ accepted: 0, unchanged: 1, facts: 0 });
  });

  test('the last file withdrawn whole: the word before it counts again', async () => {
    const receipts: readonly Receipt[] = await answer('receipts');
    const third = receipts.filter(
      ({ fileName, facts }) => fileName === 'first.csv' && facts > 0,
    )[0]!;
    const words = ['--reason', 'sent by mistake', '--from', 'supplier'];
    await rollout('withdraw', third.uploadId, ...words);
    expect(await statusOn('2023-06-01')).toBe('scheduled');
  });
});
