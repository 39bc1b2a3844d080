import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../local/program.ts';
import { epraccurLine, listSizes } from '../scenarios/files.ts';
import { listeningShell } from './listening-shell.ts';
import { tempFolder } from './temp-folder.ts';

/** A folder with one practice of which an extract is sent between two Mondays. */
async function folderOfOnePractice() {
  const data = tempFolder();
  const rollout = async (...words: string[]) => {
    const shell = listeningShell();
    await run(['--data', data, ...words], shell);
    return shell;
  };
  const file = (name: string, text: string) => {
    const path = join(data, name);
    writeFileSync(path, text);
    return path;
  };
  const submit = async (path: string, at: string, ...more: string[]) => {
    const ran = await rollout('submit', path, '--received-at', at, ...more);
    expect([ran.code, ran.err]).toEqual([0, '']);
  };
  const register = `${epraccurLine({ code: 'A81001', name: 'THE MADE-UP SURGERY' })}\n`;
  const as = ['--from', 'national'];
  await submit(
    file('register.csv', register),
    '2023-05-01T00:00:00Z',
    ...as,
    '--as-at',
    '2023-04-01',
  );
  await submit(
    file('lists.csv', listSizes('01APR2023', { A81001: 8000 })),
    '2023-05-01T00:10:00Z',
    ...as,
  );
  const extract =
    'practice_code,system_supplier,extract_date,default_access\nA81001,TPP,2023-05-04,on\n';
  await submit(file('extract.csv', extract), '2023-05-05T09:00:00Z', '--from', 'supplier');
  return rollout;
}

const WEEK = ['moved', '--from', '2023-05-01', '--to', '2023-05-08'];

test('who moved is the same as a page, as CSV and as JSON, and by practice', async () => {
  const rollout = await folderOfOnePractice();
  const page = await rollout(...WEEK);
  expect(page.out).toMatch(/^1 May 2023 +1 +0 +8,000 +0$/m);
  expect(page.out).toMatch(/^ {2}Real change +0 +\+1 +0 +\+8,000$/m);
  expect(page.out).toMatch(/^8 May 2023 +1 +1 +8,000 +8,000$/m);

  const rows = JSON.parse((await rollout(...WEEK, '--json', '--by', 'icb')).out);
  const csv = (await rollout(...WEEK, '--format', 'csv', '--by', 'icb')).out.split('\n');
  expect(rows[0]).toMatchObject({ scope_code: 'QHM', cause: 'real-change', live_change: 1 });
  expect(csv[0]?.split(',')).toEqual(Object.keys(rows[0]));
  expect(csv[1]?.split(',')).toEqual(Object.values(rows[0]).map((cell) => String(cell ?? '')));

  const practices = await rollout(...WEEK, '--practices');
  expect(practices.out).toContain('TPP’s extract of 4 May 2023 shows default access on');
  expect((await rollout('moved', '--from', '2023-05-08', '--to', '2023-05-15', '--json')).out).toBe(
    '[]\n',
  );
});

test('a folder without facts, or a day that is none, is told so', async () => {
  const shell = listeningShell();
  await run(['--data', tempFolder(), ...WEEK], shell);
  expect([shell.code, shell.err]).toEqual([1, expect.stringMatching(/holds no facts yet/)]);
  const wrong = listeningShell();
  await run(['--data', tempFolder(), 'moved', '--from', '8/5/23', '--to', '2023-05-15'], wrong);
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringMatching(/Write a day as 2023-12-04/)]);
});
