import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { COVERAGE_COLUMNS } from '../../shared/coverage/coverage-row.ts';
import { rolloutOn } from './command.ts';
import { epraccurLine, listSizes } from './files.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollout-story-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const data = join(folder, 'data');
const rollout = rolloutOn(data);

/** Writes a file for the story, and gives its path. */
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const answer = async (...words: string[]) => JSON.parse((await rollout(...words, '--json')).out);

const GOLDEN = 'A81001';
const LIVE = 'A81002';

const register = file(
  'register.csv',
  [
    epraccurLine({ code: GOLDEN, name: 'THE GOLDEN SURGERY' }),
    epraccurLine({ code: LIVE, name: 'THE LIVE, ONCE PAUSED, SURGERY' }),
    epraccurLine({ code: 'A81003', name: 'THE QUIET SURGERY', icb: 'QOX' }),
    epraccurLine({ code: 'A81004', name: 'THE CLOSED SURGERY', status: 'C', closedOn: '20200331' }),
    epraccurLine({ code: 'A81005', name: 'A WALK-IN CENTRE', setting: '1' }),
  ].join('\r\n'),
);
const lists = file(
  'lists.csv',
  listSizes('01Oct2022', { [GOLDEN]: 6_000, [LIVE]: 9_000, A81003: 5_000 }),
);
const EXTRACT_HEAD =
  'practice_code,system_supplier,extract_date,default_access,default_access_date,online_accounts,accounts_with_access';
const extract = file(
  'extract.csv',
  `${EXTRACT_HEAD}\n${GOLDEN},EMIS,2022-10-24,off,,3000,0\n${LIVE},TPP,2022-10-24,on,2022-10-20,4000,3900\n`,
);
const letter = file(
  'letter.csv',
  `practice_code,as_at_date,letter_sent_date\n${GOLDEN},2022-10-31,2022-10-31 09:30\n`,
);

/** One story in the order in which it happens; each test goes on where the one before ended. */
describe('a story through the command', () => {
  test('a practice that nobody has heard of is said so, with exit code 1', async () => {
    const ran = await rollout('state', GOLDEN);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain(`Nobody has said anything about ${GOLDEN}`);
  });

  test('the register and the list sizes come in, and the receipts reconcile', async () => {
    const on = ['--received-at', '2022-10-25T09:00:00Z'];
    const ran = await rollout('submit', register, ...on, '--as-at', '2022-10-24', '--json');
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject([
      {
        uploadId: expect.stringMatching(/^2022-10-25-[0-9a-f]{12}$/),
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        kind: 'epraccur',
        rows: 5,
        accepted: 5,
        unchanged: 0,
        duplicate: 0,
        rejected: 0,
        problems: [],
      },
    ]);
    expect(await answer('submit', lists, ...on)).toMatchObject([
      { kind: 'list-size', accepted: 3 },
    ]);
  });

  test('the extract comes in as the word of the supplier, nobody having to say so', async () => {
    const [receipt] = await answer('submit', extract, '--received-at', '2022-10-25T10:00:00Z');
    expect(receipt).toMatchObject({
      kind: 'supplier-extract',
      accepted: 2,
      sender: { role: 'supplier' },
    });
  });

  test('the letter is checked first, which stores nothing', async () => {
    const before = readdirSync(join(data, 'evidence', 'facts'));
    const ran = await rollout('check', letter, '--received-at', '2022-10-31T17:00:00Z');
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('1 row = 1 accepted');
    expect(ran.out).toContain('nothing was stored');
    expect(readdirSync(join(data, 'evidence', 'facts'))).toEqual(before);
  });

  test('the letter comes in', async () => {
    const ran = await rollout('submit', letter, '--received-at', '2022-10-31T17:00:00Z');
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('from practice');
  });

  // The golden story: one letter, three rule vintages, three states (seeds 000 and 003).
  test.each([
    { rulesAt: '2022-10-31', status: 'paused-by-letter', date: null },
    { rulesAt: '2022-11-01', status: 'scheduled', date: '30 November 2022' },
    { rulesAt: '2022-11-29', status: 'paused-by-letter', date: null },
  ])('on 15 November 2022 under the rules of $rulesAt it is $status', async (vintage) => {
    const clocks = ['--valid-at', '2022-11-15', '--rules-at', vintage.rulesAt];
    const decision = await answer('state', GOLDEN, ...clocks);
    expect(decision).toMatchObject({
      practice: GOLDEN,
      status: vintage.status,
      towards: null,
      clause: vintage.status,
      labels: [],
      clocks: { validAt: '2022-11-15', rulesAt: vintage.rulesAt },
    });
    for (const field of ['flags', 'signals', 'since', 'proof', 'nextChange', 'nearestBetter']) {
      expect(decision).toHaveProperty(field);
    }
    expect(decision.proof.used.map(({ kind }: { kind: string }) => kind)).toContain('pause-letter');
    const { out } = await rollout('state', GOLDEN, ...clocks);
    expect(out).toContain('THE GOLDEN SURGERY');
    expect(out).toContain(decision.explanation);
    if (vintage.date !== null) expect(out).toContain(vintage.date);
  });

  test('what had not been received by a day plays no part in what was known on it', async () => {
    const asked = ['--valid-at', '2022-11-15', '--rules-at', '2022-10-31'];
    const before = await answer('state', GOLDEN, ...asked, '--known-at', '2022-10-30');
    expect(before.status).not.toBe('paused-by-letter');
    expect(before.clocks.knownAt).toBe('2022-10-30T23:59:59.999Z');
  });

  test('coverage counts the same in a table, in CSV and in JSON', async () => {
    const asked = ['coverage', '--by', 'icb', '--valid-at', '2022-12-05'];
    const rows = await answer(...asked);
    expect(rows.map(Object.keys)).toEqual(rows.map(() => [...COVERAGE_COLUMNS]));
    expect(rows).toMatchObject([
      { scope_code: 'QHM', practices: 2, live: 1, paused_by_letter: 1, patients: 15_000 },
      { scope_code: 'QOX', practices: 1, live: 0, no_evidence: 1, patients: 5_000 },
    ]);
    const csv = (await rollout(...asked, '--format', 'csv')).out.trimEnd().split('\n');
    expect(csv[0]).toBe(COVERAGE_COLUMNS.join(','));
    expect(csv.slice(1).map((line) => line.split(',').slice(0, 3).join(','))).toEqual([
      '2022-12-05,icb,QHM',
      '2022-12-05,icb,QOX',
    ]);
    const table = (await rollout(...asked)).out;
    expect(table).toContain('5 December 2022');
    expect(table).toMatch(/QHM .* 2 +1 +50\.0%/);
  });

  test('the national row has every figure, and out of scope stands outside', async () => {
    const [row] = await answer('coverage', '--valid-at', '2022-12-05');
    expect(row).toMatchObject({
      scope_type: 'national',
      practices: 3,
      live: 1,
      out_of_scope: 2,
      patients: 20_000,
      patients_live: 9_000,
      patients_live_pct: 45,
      online_accounts: 7_000,
    });
  });

  test('the same file again writes nothing', async () => {
    const before = readdirSync(join(data, 'evidence', 'facts'));
    const ran = await rollout('submit', extract, '--json');
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject([{ rows: 2, accepted: 0, unchanged: 2, facts: 0 }]);
    expect(readdirSync(join(data, 'evidence', 'facts'))).toEqual(before);
  });

  test('a file of which one row is bad is kept but for that row, which is named with its remedy', async () => {
    const mixed = file(
      'mixed.csv',
      `practice_code,as_at_date,plan_target_date\nA81003,2022-11-20,31/02/2023\nA81003,2022-11-21,31/03/2023\n`,
    );
    const ran = await rollout('submit', mixed, '--received-at', '2022-11-22T09:00:00Z', '--json');
    expect(ran.code).toBe(0);
    const [receipt] = JSON.parse(ran.out);
    expect(receipt).toMatchObject({ rows: 2, accepted: 1, rejected: 1 });
    expect(receipt.problems).toMatchObject([{ row: 2, column: 'plan_target_date' }]);
    expect(receipt.problems[0].remedy).not.toBe('');
  });

  test.each([
    { what: 'a file of no known kind', text: 'colour,shape\nred,round\n', from: [] },
    {
      what: 'an extract from a practice',
      text: readFileSync(extract, 'utf8'),
      from: ['--from', 'practice'],
    },
    {
      what: 'a file without a good row',
      text: 'practice_code,as_at_date\n?,2022-11-01\n',
      from: [],
    },
    { what: 'an empty file', text: '', from: [] },
  ])('$what ends with exit code 1 and a reason', async ({ text, from }) => {
    const bad = file('bad.csv', text);
    for (const verb of ['check', 'submit']) {
      const ran = await rollout(verb, bad, ...from);
      expect(ran.code).toBe(1);
      expect(ran.out).toMatch(/1 problem/);
      expect(ran.out + ran.err).not.toMatch(/\n\s+at /);
    }
  });

  test('a statement is retracted by its sender, from then on and not before', async () => {
    const asked = ['--valid-at', '2022-12-05'];
    const { proof } = await answer('state', GOLDEN, ...asked);
    const letterFact = proof.used.find(({ kind }: { kind: string }) => kind === 'pause-letter');
    const why = ['--reason', 'sent by mistake'];

    const foreign = await rollout('retract', letterFact.id, ...why, '--from', 'supplier');
    expect(foreign.code).toBe(1);
    expect(foreign.err).toContain('--from practice');

    const retracted = await rollout('retract', letterFact.id, ...why, '--from', 'practice');
    expect(retracted).toMatchObject({ code: 0, err: '' });
    expect((await answer('state', GOLDEN, ...asked)).status).not.toBe('paused-by-letter');
    const before = await answer('state', GOLDEN, ...asked, '--known-at', '2022-12-05');
    expect(before.status).toBe('paused-by-letter');

    const again = await rollout('retract', letterFact.id, ...why, '--from', 'practice');
    expect(again.code).toBe(1);
    expect(again.err).toContain('retracted before');
    const unknown = await rollout(
      'retract',
      '2022-10-25-000000000000',
      ...why,
      '--from',
      'national',
    );
    expect(unknown.code).toBe(1);
  });

  test('all of an upload can be retracted at once', async () => {
    const [receipt] = (await answer('receipts')).filter(
      ({ fileName }: { fileName: string }) => fileName === 'mixed.csv',
    );
    const ran = await rollout(
      'retract',
      receipt.uploadId,
      '--reason',
      'wrong',
      '--from',
      'national',
    );
    expect(ran.out).toMatch(/Retracted \d+ statements? about 1 practice/);
  });

  test('replay rebuilds the index and the results, and no answer changes', async () => {
    const asked = ['--valid-at', '2022-12-05', '--known-at', '2030-01-01T00:00:00Z'];
    const before = await answer('state', LIVE, ...asked);
    const ran = await rollout('replay', '--json');
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({ practices: 5 });
    expect(await answer('state', LIVE, ...asked)).toEqual(before);
  });

  test('the rules are those announced by the day asked for', async () => {
    const early = await answer('rules', '--rules-at', '2022-10-31');
    const later = await answer('rules', '--rules-at', '2022-11-29');
    expect(later.length).toBeGreaterThan(early.length);
    expect((await rollout('rules', '--rules-at', '2022-11-29')).out).toContain('29 November 2022');
  });
});

test('wrong usage ends with exit code 2 and says what to do', async () => {
  const ran = await rollout('state', GOLDEN, '--valid-at', '04/12/2023');
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toContain('Write a day as 2023-12-04');
});
