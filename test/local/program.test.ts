import { describe, expect, test } from 'vitest';
import { run } from '../../local/program.ts';
import { listeningShell } from './listening-shell.ts';
import { tempFolder } from './temp-folder.ts';

/** Runs one command line in this process, and gives what it printed and how it ended. */
async function rollout(...words: string[]) {
  const shell = listeningShell();
  await run(['--data', tempFolder(), ...words], shell);
  return shell;
}

const FILE = import.meta.filename;

describe('wrong usage', () => {
  test.each([
    { words: [], says: /Usage: rollout/ },
    { words: ['dance'], says: /unknown command 'dance'/ },
    { words: ['state'], says: /missing required argument 'code'/ },
    { words: ['state', 'no code'], says: /"no code" is no practice code/ },
    { words: ['state', 'A81001', '--valid-at', '04/12/2023'], says: /Write a day as 2023-12-04/ },
    { words: ['state', 'A81001', '--valid-at', '2023-02-30'], says: /Write a day as 2023-12-04/ },
    { words: ['state', 'A81001', '--known-at', 'yesterday'], says: /Write a moment as/ },
    { words: ['state', 'A81001', '--known-at', '2023-12-04T06:00'], says: /Write a moment as/ },
    { words: ['coverage', '--by', 'county'], says: /Allowed choices are national/ },
    { words: ['coverage', '--denominator', 'all'], says: /Allowed choices are open/ },
    { words: ['submit'], says: /missing required argument 'file'/ },
    { words: ['submit', 'no-such-file.csv'], says: /no-such-file.csv: there is no such file/ },
    { words: ['submit', import.meta.dirname], says: /it is a folder/ },
    { words: ['submit', FILE, '--received-at', '2999-01-01T00:00:00Z'], says: /is in the future/ },
    { words: ['submit', FILE, '--as-at', '2999-01-01'], says: /after the file was received/ },
    { words: ['submit', FILE, '--from', 'somebody'], says: /Allowed choices are practice/ },
    { words: ['check', FILE, FILE], says: /too many arguments/ },
    { words: ['retract', 'x', '--from', 'national'], says: /'--reason <text>' not specified/ },
    { words: ['retract', 'x', '--reason', 'wrong'], says: /'--from <role>' not specified/ },
    { words: ['retract', 'x', '--reason', ' ', '--from', 'national'], says: /Say why/ },
    { words: ['withdraw', 'x', '--from', 'national'], says: /'--reason <text>' not specified/ },
    { words: ['review', 'x', '--accept'], says: /'--org <code>' not specified/ },
    { words: ['review', 'x', '--org', 'QHM'], says: /one of --accept, --change and --out/ },
    {
      words: ['review', 'x', '--org', 'QHM', '--accept', '--out', 'unsigned'],
      says: /one of --accept, --change and --out/,
    },
    { words: ['review', 'x', '--change', '--note', ' ', '--org', 'QHM'], says: /say something/ },
    { words: ['reply', 'x', '--org', 'A81001'], says: /'--text <text>' not specified/ },
    {
      words: ['reply', 'x', '--text', 'y', '--org', 'EMIS', '--from', 'supplier'],
      says: /Allowed choices are practice, pcn, icb/,
    },
    { words: ['dpias', '--format', 'xlsx'], says: /Allowed choices are table, csv, json/ },
    { words: ['dpias', '--valid-at', 'today'], says: /Write a day as 2023-12-04/ },
    { words: ['receipts', '--limit', '0'], says: /a whole number above 0/ },
    { words: ['receipts', '--format', 'pdf'], says: /Allowed choices are table, csv, json/ },
    { words: ['receipts', 'x', 'y'], says: /too many arguments/ },
    { words: ['templates'], says: /'--out <dir>' not specified/ },
    { words: ['templates', '--out', 'x', '--kind', 'letter'], says: /Allowed choices are status/ },
    { words: ['mapping'], says: /Usage: rollout mapping/ },
    { words: ['mapping', 'show'], says: /'--from <role>' not specified/ },
    { words: ['mapping', 'show', '--from', 'icb'], says: /'--org <code>' not specified/ },
    { words: ['mapping', 'save'], says: /missing required argument 'file'/ },
    { words: ['mapping', 'save', 'no-such-file.json'], says: /there is no such file/ },
    { words: ['sample', '--out', 'x', '--seed', 'y'], says: /a whole number/ },
    { words: ['sample'], says: /'--out <dir>' not specified/ },
  ])('rollout $words ends with exit code 2 and says what to do', async ({ words, says }) => {
    const ran = await rollout(...words);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(says);
    expect(ran.err).not.toMatch(/\n\s+at /);
  });
});

test.each([['--help'], ['coverage', '--help'], ['help', 'state']])(
  'rollout %s is no wrong usage',
  async (...words) => {
    const ran = await rollout(...words);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/^Usage: rollout/);
  },
);

test('coverage of a folder without facts ends with exit code 1 and says what to do', async () => {
  const ran = await rollout('coverage');
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(ran.err).toContain('Submit a register file first');
});
