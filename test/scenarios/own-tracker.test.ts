import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../../local/program.ts';
import { listeningShell } from '../local/listening-shell.ts';
import { TRACKER } from '../shared/intake/mapping/tracker.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollout-tracker-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

/** Runs one command line in this process, on the story's data folder. */
async function rollout(...words: string[]) {
  const shell = listeningShell();
  await run(['--data', at('data'), ...words], shell);
  return shell;
}

const QHM = ['--from', 'icb', '--org', 'QHM'];

/** One story in the order in which it happens: an ICB sends its own tracker as it is. */
describe("an ICB's own tracker", () => {
  test('a draft of its mapping is made from the workbook, and says what it leaves out', async () => {
    const rows = TRACKER.map((row) => row.map((cell) => (cell === '' ? null : cell)));
    const workbook = await writeXlsx({
      sheets: [
        { name: 'Summary', rows: [['Live', 1]] },
        { name: 'Tracker', rows, merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 7 }] },
      ],
    });
    writeFileSync(at('tracker.xlsx'), workbook);
    const ran = await rollout(
      'mapping',
      'draft',
      at('tracker.xlsx'),
      ...QHM,
      '--out',
      at('m.json'),
    );
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('row 5 of the sheet "Tracker"');
    expect(ran.out).toContain('"RAG" (column 5): declared_status is read under "Current status"');
    expect(ran.out).toContain('declared_status: "Engaging" (1 row)');
  });

  test('its words are put in, and it is saved', async () => {
    const draft = JSON.parse(readFileSync(at('m.json'), 'utf8'));
    Object.assign(draft.words.declared_status, { Engaging: 'working towards', 'No contact': '' });
    writeFileSync(at('m.json'), JSON.stringify(draft));
    const saved = await rollout('mapping', 'save', at('m.json'));
    expect(saved).toMatchObject({ code: 0, err: '' });
    expect((await rollout('mapping', 'list')).out).toContain('icb QHM  status-return  5 headings');
    const shown = await rollout('mapping', 'show', ...QHM);
    expect(JSON.parse(shown.out)).toEqual(draft);
  });

  test('the tracker goes in as it is', async () => {
    const when = ['--received-at', '2023-12-05T10:00:00Z', '--as-at', '2023-12-04'];
    const ran = await rollout('submit', at('tracker.xlsx'), ...QHM, ...when);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('4 rows = 3 accepted + 0 unchanged + 0 duplicate + 1 rejected');
    expect(ran.out).toContain('by the column mapping saved for ICB QHM');
  });

  test('its sender sees the receipt, and what changed because of it', async () => {
    const [receipt] = JSON.parse((await rollout('receipts', ...QHM, '--json')).out);
    expect(receipt).toMatchObject({ fileName: 'tracker.xlsx', accepted: 3 });
    const page = (await rollout('receipts', receipt.uploadId)).out;
    expect(page).toContain('It changed the state of 3 practices:');
    expect(page).toContain('A81002: nothing known -> paused by letter');
    const { changes } = JSON.parse((await rollout('receipts', receipt.uploadId, '--json')).out);
    expect(changes.map(({ practice }: { practice: string }) => practice)).toEqual([
      'A81001',
      'A81002',
      'A81003',
    ]);
    const csv = at('problems.csv');
    await rollout('receipts', receipt.uploadId, '--format', 'csv', '--out', csv);
    expect(readFileSync(csv, 'utf8').split('\n')[1]).toMatch(
      new RegExp(`^${receipt.uploadId},tracker.xlsx,the row,9,`),
    );
  });

  test('nobody else sees it among theirs', async () => {
    expect((await rollout('receipts', '--from', 'icb', '--org', 'QOX')).out).toMatch(/^Nothing/);
    expect((await rollout('receipts', '--from', 'practice')).out).toMatch(/^Nothing/);
    expect((await rollout('receipts', '--from', 'icb', '--format', 'csv')).out).toContain('QHM');
  });

  test('once its mapping is removed it is refused again, and says so', async () => {
    expect((await rollout('mapping', 'remove', ...QHM)).out).toMatch(/^Removed: icb QHM/);
    const ran = await rollout('submit', at('tracker.xlsx'), ...QHM);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('refused');
    expect(await rollout('mapping', 'remove', ...QHM)).toMatchObject({ code: 1, out: '' });
  });

  test('a mapping that cannot be right is not saved, and all that is wrong is told', async () => {
    const sender = { role: 'icb', org: 'QHM' };
    const columns = { ODS: 'practice_code', Code: 'practice_code', RAG: 'colour' };
    writeFileSync(at('bad.json'), JSON.stringify({ kind: 'status-return', sender, columns }));
    const ran = await rollout('mapping', 'save', at('bad.json'));
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toMatch(/names colour.*\n.*under 2 headings/);
    writeFileSync(at('bad.json'), '{"kind":');
    expect((await rollout('mapping', 'save', at('bad.json'))).err).toContain('is not JSON');
    expect((await rollout('mapping', 'list')).out).toMatch(/^No mapping/);
  });

  test.each([
    ['in a heading', { '943 476 5919': 'plan_date' }],
    ['in a heading named so', { 'NHS number': 'comment' }],
  ])('no mapping with patient data %s is saved', async (_, columns) => {
    const mapping = { kind: 'status-return', sender: { role: 'icb', org: 'QHM' }, columns };
    writeFileSync(at('bad.json'), JSON.stringify(mapping));
    const ran = await rollout('mapping', 'save', at('bad.json'));
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain('patient data');
    expect(ran.err).not.toContain('943');
  });
});

test('a receipt of no upload is said to be none', async () => {
  const ran = await rollout('receipts', '2023-12-05-000000000000');
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(ran.err).toContain('There is no upload');
});

test('templates are written, as CSV and as XLSX', async () => {
  const ran = await rollout('templates', '--out', at('templates'));
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(readdirSync(at('templates')).toSorted()).toEqual([
    'exemptions-template.csv',
    'exemptions-template.xlsx',
    'status-return-template.csv',
    'status-return-template.xlsx',
    'succession-template.csv',
    'succession-template.xlsx',
    'supplier-extract-template.csv',
    'supplier-extract-template.xlsx',
  ]);
  await rollout('templates', '--out', at('one'), '--kind', 'exemptions');
  expect(readdirSync(at('one'))).toHaveLength(2);
});
