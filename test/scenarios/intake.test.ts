import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { rolloutOn } from './command.ts';
import { epraccurLine } from './files.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollout-intake-story-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const data = join(folder, 'data');
const rollout = rolloutOn(data);

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const fixture = (name: string) =>
  fileURLToPath(new URL(`../shared/intake/open/document-fixtures/${name}`, import.meta.url));
const answer = async (...words: string[]) => JSON.parse((await rollout(...words, '--json')).out);
const state = (code: string, ...more: string[]) =>
  answer('state', code, '--valid-at', '2022-12-15', ...more);

const register = file(
  'register.csv',
  ['A81001', 'A81002', 'A81003']
    .map((code) => epraccurLine({ code, name: `SURGERY ${code}` }))
    .join('\r\n'),
);
const EXTRACT_HEAD = 'practice_code,system_supplier,extract_date,default_access';
const extract = file('extract.csv', `${EXTRACT_HEAD}\nA81001,EMIS,2022-11-28,off\n`);

/** One story in the order in which it happens; each test goes on where the one before ended. */
describe('documents, review and what must not be kept', () => {
  let letter: { uploadId: string; checklist: { points: { point: string; found: boolean }[] } };

  test('a letter as a Word file pauses its practice, screened and not reviewed', async () => {
    const on = ['--received-at', '2022-12-01T09:00:00Z'];
    await rollout('submit', register, ...on, '--as-at', '2022-11-30');
    await rollout('submit', extract, ...on);
    const sent = ['submit', fixture('letter.docx'), '--practice', 'A81001'];
    [letter] = await answer(...sent, '--document', 'letter', ...on);
    expect(letter).toMatchObject({ kind: 'letter', accepted: 1, refused: false, scan: 'none' });
    expect(letter.checklist.points.filter(({ found }) => found).length).toBeGreaterThanOrEqual(4);
    expect(await state('A81001')).toMatchObject({
      status: 'paused-by-letter',
      flags: expect.arrayContaining(['unreviewed']),
    });
  });

  test('a letter that its ICB judges out stops counting, and still counted as known before', async () => {
    const before = new Date().toISOString();
    const out = ['review', letter.uploadId, '--out', 'unsigned', '--org', 'QHM'];
    expect((await rollout(...out)).code).toBe(0);
    expect((await state('A81001')).status).not.toBe('paused-by-letter');
    expect(await state('A81001', '--known-at', before)).toMatchObject({
      status: 'paused-by-letter',
    });
  });

  test("a DPIA cannot be judged out for what it decides: that is the controller's", async () => {
    const dpia = fixture('dpia-opt-in.docx');
    const [receipt] = await answer('submit', dpia, '--practice', 'A81002', '--document', 'dpia');
    expect(receipt).toMatchObject({ kind: 'dpia', accepted: 1 });
    const ran = await rollout('review', receipt.uploadId, '--out', 'wrong-outcome', '--org', 'QHM');
    expect(ran.code).not.toBe(0);
    expect(ran.err).toMatch(/unsigned/);
    const note = 'Page 4 has no date beside the signature.';
    const asked = ['review', receipt.uploadId, '--change', '--note', note, '--org', 'QHM'];
    expect((await rollout(...asked)).code).toBe(0);
    const words = 'It stands on page 5.';
    const reply = ['reply', receipt.uploadId, '--text', words, '--org', 'A81002'];
    expect((await rollout(...reply)).code).toBe(0);
    const { out } = await rollout('receipts', receipt.uploadId);
    expect(out).toMatch(/ICB QHM: change asked: "Page 4 has no date/);
    expect(out).toMatch(/practice A81002: replied: "It stands on page 5/);
    const accepted = ['review', receipt.uploadId, '--accept', '--org', 'QHM'];
    expect((await rollout(...accepted)).code).toBe(0);
    expect((await rollout('dpias', '--format', 'csv')).out).toMatch(/A81002.*accepted/);
  });

  test('a file with patient data is refused whole, and nothing of it stays anywhere', async () => {
    const number = ['943', '476', '5919'].join(' ');
    const secret = 'Mrs Nobody Hidden-Lane';
    const text = `practice_code,as_at_date,plan_date,comment\nA81003,2022-11-30,2022-11-01,${secret} ${number}\n`;
    const ran = await rollout('submit', file('return.csv', text));
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/NHS number/);
    for (const said of [ran.out, ran.err]) expect(said).not.toMatch(/943|Hidden-Lane/);
    const notices = readdirSync(join(data, 'outbox'));
    expect(notices).toHaveLength(1);
    for (const [path, bytes] of everythingIn(data)) {
      for (const part of [number, number.replaceAll(' ', ''), 'Hidden-Lane']) {
        expect(bytes.includes(part), path).toBe(false);
      }
    }
    expect(readdirSync(join(data, 'uploads'))).toEqual([]);
  });

  test('the test file of virus scanners is refused; of the rest it is said that no scan ran', async () => {
    const eicar = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR`;
    const ran = await rollout(
      'submit',
      file('e.csv', `${eicar}-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`),
    );
    expect(ran).toMatchObject({ code: 1 });
    expect(ran.out).toMatch(/found a threat/);
    const clean = file('clean.csv', `${EXTRACT_HEAD}\nA81002,TPP,2022-11-28,off\n`);
    expect((await rollout('submit', clean)).out).toMatch(/no malware scan/i);
  });

  test('an original is erased and its tombstone keeps it out', async () => {
    const path = file('erase.csv', `${EXTRACT_HEAD}\nA81003,TPP,2022-11-28,off\n`);
    const [{ uploadId, sha256 }] = await answer('submit', path);
    expect(readdirSync(join(data, 'evidence/originals'))).toContain(sha256);
    const erased = await rollout('erase', uploadId, '--reason', 'sent by mistake');
    expect(erased).toMatchObject({ code: 0 });
    expect(readdirSync(join(data, 'evidence/originals'))).not.toContain(sha256);
    const again = await rollout('submit', path);
    expect(again).toMatchObject({ code: 1 });
    expect(again.out).toMatch(/was erased/);
  });

  test('an unzipped look at a damaged file helps nobody: it is refused with what to do', async () => {
    const bytes = readFileSync(fixture('plan.docx')).subarray(0, 3_000);
    const ran = await rollout('submit', file('plan.docx', bytes), '--practice', 'A81003');
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/save|send/i);
    expect(ran.err).not.toMatch(/at .*\.ts:/);
  });
});

/** Every file below a folder, with its content as text of bytes. */
function everythingIn(root: string): [string, Buffer][] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path, unzippedIfZipped(path)]);
}

function unzippedIfZipped(path: string): Buffer {
  return path.endsWith('.gz') ? execFileSync('gunzip', ['-c', path]) : readFileSync(path);
}
