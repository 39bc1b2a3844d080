import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { rolloutOn } from './command.ts';
import { epraccurLine, listSizes } from './files.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollout-release-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const data = join(folder, 'data');
const rollout = rolloutOn(data);

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const CODES = ['A81001', 'A81002', 'A81003', 'A81004'];
const icbOf = (code: string) => (code < 'A81003' ? 'QHM' : 'QOX');
const HEAD = 'practice_code,system_supplier,extract_date,default_access,default_access_date';
const extract = (name: string, on: string, live: readonly string[]) =>
  file(
    name,
    [
      HEAD,
      ...CODES.map((code) => `${code},EMIS,${on},${live.includes(code) ? 'on' : 'off'},`),
    ].join('\n'),
  );
const submit = async (path: string, at: string, ...more: string[]) =>
  expect((await rollout('submit', path, '--received-at', at, ...more)).code).toBe(0);
const report = (out: string) => readFileSync(join(folder, out, 'report.html'), 'utf8');

/** One story in the order in which it happens; each test goes on where the one before ended. */
test('before anything was sent there is nothing to publish', async () => {
  const ran = await rollout('release', '--week', '2023-12-04');
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(ran.err).toContain('nothing has been sent yet');
});

test.each([
  [['--week', '2023-12-05'], 2, "5 December 2023 is no Monday; that week's is 4 December 2023"],
  [['--week', '2099-01-05'], 1, 'has not come yet'],
  [['--week', '2023-12-04', '--note', 'why'], 1, 'add --amend'],
  [['--week', '2023-12-04', '--amend', '--note', ' '], 1, 'needs a note'],
  [[], 2, '--week'],
])('release %j ends with %d and says why', async (words, code, said) => {
  const ran = await rollout('release', ...words);
  expect(ran).toMatchObject({ code, out: '' });
  expect(ran.err).toContain(said);
});

test('a week is published, for England and each ICB, and copied out', async () => {
  const register = CODES.map((code) =>
    epraccurLine({ code, name: `SURGERY ${code}`, icb: icbOf(code) }),
  );
  await submit(
    file('register.csv', register.join('\r\n')),
    '2023-11-01T09:00:00Z',
    '--as-at',
    '2023-10-30',
  );
  const lists = listSizes('01Oct2023', {
    A81001: 6_000,
    A81002: 9_000,
    A81003: 5_000,
    A81004: 8_000,
  });
  await submit(file('lists.csv', lists), '2023-11-01T09:00:00Z');
  const from = ['--from', 'supplier', '--org', 'YGM24'];
  await submit(extract('first.csv', '2023-11-24', ['A81001']), '2023-11-25T09:00:00Z', ...from);
  await submit(
    extract('second.csv', '2023-12-01', ['A81001', 'A81003']),
    '2023-12-02T09:00:00Z',
    ...from,
  );
  const ran = await rollout('release', '--week', '2023-12-04', '--out', join(folder, 'monday'));
  expect(ran.err).toBe('');
  expect(ran.code).toBe(0);
  expect(ran.out).toContain('Published: version 1.0.0');
  expect(ran.out).toContain('2 of 4 open practices are live (50.0%');
  expect(readdirSync(join(data, 'reports', 'week=2023-12-04', 'version=1.0.0'))).toEqual([
    'england',
    'icb=QHM',
    'icb=QOX',
  ]);
  expect(report('monday')).toContain('50.0%');
  const manifest = JSON.parse(readFileSync(join(folder, 'monday', 'manifest.json'), 'utf8'));
  expect(manifest.uploads).toHaveLength(4);
  expect(manifest).toMatchObject({ version: '1.0.0', note: null, previous: null, madeUp: false });
});

test('the same again writes nothing, and an ICB’s release is shown', async () => {
  const ran = await rollout(
    'release',
    '--week',
    '2023-12-04',
    '--icb',
    'qox',
    '--out',
    join(folder, 'qox'),
  );
  expect(ran.out).toContain('Already published');
  expect(ran.out).toContain('1 of 2 open practices are live');
  expect(report('qox')).not.toContain('A81001');
  expect(report('qox')).toContain('A81003');
  const other = await rollout('release', '--week', '2023-12-04', '--icb', 'QZZ');
  expect(other).toMatchObject({ code: 1 });
  expect(other.err).toContain('has no ICB "QZZ"');
});

test('a copy elsewhere verifies, in another time zone and language, and a changed file does not', async () => {
  const copy = join(folder, 'another path', 'copy');
  cpSync(join(folder, 'monday'), copy, { recursive: true });
  const cli = fileURLToPath(new URL('../../local/rollout.mjs', import.meta.url));
  const env = {
    ...process.env,
    TZ: 'America/New_York',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
  };
  const ran = spawnSync(process.execPath, [cli, '--data', data, 'verify', copy], {
    env,
    encoding: 'utf8',
  });
  expect(ran.stderr).toBe('');
  expect(ran.stdout).toContain('byte for byte');
  expect(ran.stdout).toContain('It is sound.');
  expect(ran.status).toBe(0);
  writeFileSync(join(copy, 'coverage.csv'), 'as_at\n');
  const changed = await rollout('verify', copy);
  expect(changed.code).toBe(1);
  expect(changed.out).toContain('coverage.csv is not the file that was published');
  const alone = await rolloutOn(join(folder, 'empty'))('verify', join(folder, 'monday'));
  expect(alone.code).toBe(0);
  expect(alone.out).toContain('No ledger is at hand');
});

test.each([
  ['nowhere', 'There is no folder'],
  ['.', 'no folder of a release'],
])('verify of %s says what is missing', async (dir, said) => {
  const ran = await rollout('verify', join(folder, dir));
  expect(ran.code).toBe(1);
  expect(ran.err).toContain(said);
});

test('who moved adds up to the difference', async () => {
  const ran = await rollout(
    'moved',
    '--from',
    '2023-11-27',
    '--to',
    '2023-12-04',
    '--format',
    'json',
  );
  const rows = JSON.parse(ran.out);
  const total = rows.find((row: Record<string, unknown>) => row['cause'] === 'total');
  expect(total).toMatchObject({
    scope_code: 'ENGLAND',
    live_change: 1,
    patients_live_change: 5_000,
  });
});

test('an amendment that changes nothing is refused; one with a correction is 1.0.1, and the first stays', async () => {
  const amend = ['release', '--week', '2023-12-04', '--amend', '--note', 'TPP sent a wrong file'];
  const none = await rollout(...amend);
  expect(none).toMatchObject({ code: 1 });
  expect(none.err).toContain('nothing would change');
  const corrected = extract('second-again.csv', '2023-12-01', ['A81001']);
  await submit(corrected, '2023-12-05T09:00:00Z', '--from', 'supplier', '--org', 'YGM24');
  const ran = await rollout(...amend, '--out', join(folder, 'amended'));
  expect(ran.out).toContain('Published: version 1.0.1');
  expect(ran.out).toContain('1 of 4 open practices are live');
  const log = readFileSync(join(folder, 'amended', 'restatements.csv'), 'utf8');
  expect(log).toContain('1.0.1,1.0.0,national,ENGLAND,open,live,2,1,');
  expect(log).toContain('Correction −1');
  expect((await rollout('verify', join(folder, 'amended'))).code).toBe(0);
  expect((await rollout('verify', join(folder, 'monday'))).code).toBe(0);
  expect(report('amended')).toContain('TPP sent a wrong file');
});
