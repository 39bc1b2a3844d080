import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataFolder } from '../../local/data-folder.ts';
import { loadSample } from '../../local/load-sample.ts';
import { openMachine } from '../../local/machine.ts';
import { run } from '../../local/program.ts';
import { listeningShell } from '../local/listening-shell.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollout-alerts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const data = join(folder, 'data');

beforeAll(async () => {
  const machine = await openMachine(dataFolder(data));
  await loadSample(machine, { seed: 7, practices: 84 }, listeningShell());
  await machine.close();
}, 60_000);

async function rollout(...words: string[]) {
  const shell = listeningShell();
  await run(['--data', data, ...words], shell);
  return shell;
}

const json = async (...words: string[]) => JSON.parse((await rollout(...words, '--json')).out);
const outbox = (kind: string) =>
  readdirSync(join(data, 'outbox')).filter(
    (name) => name.startsWith(kind) && name.endsWith('.eml'),
  );

/** The names of all files but those of the database, which change when it is opened. */
function everything(): readonly string[] {
  const files = readdirSync(data, { recursive: true, withFileTypes: true });
  const paths = files.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return paths.filter((path) => !path.includes('dynamodb')).sort();
}

/** One story in the order in which it happens; each test goes on where the one before ended. */
describe('alerts, from a subscription to a chase', { timeout: 60_000 }, () => {
  let commissioner = '';

  test('before any run there is nothing to list, and the remedy is said', async () => {
    for (const words of [['alerts'], ['digest', '--icb', 'QZT']]) {
      const ran = await rollout(...words);
      expect(ran).toMatchObject({ code: 1, out: '' });
      expect(ran.err).toContain('rollout alerts --run');
    }
  });

  test('a rehearsal says what would be told, and writes nothing', async () => {
    const before = everything();
    const { days, open, messages } = await json(
      'alerts',
      ...['--rehearse', '--from', '2023-11-20', '--as-of', '2023-12-04', '--icb', 'QZT'],
    );
    expect(days.map((day: { on: string }) => day.on)).toEqual([
      '2023-11-20',
      '2023-11-27',
      '2023-12-04',
    ]);
    expect(open.map((episode: { id: string }) => episode.id).sort()).toEqual([
      'D90036-action-plan-104-missing-1',
      'Y91014-stalled-1',
    ]);
    expect(messages).toMatchObject([{ kind: 'digest', subscription: 'preview-QZT' }]);
    const page = await rollout('alerts', '--rehearse', '--as-of', '2023-12-04', '--icb', 'QZT');
    expect(page.out).toContain('2 alerts open at the end');
    expect(page.out).toContain('Nothing was sent and nothing was kept.');
    const html = join(folder, 'rehearsal.html');
    const words = ['--rehearse', '--as-of', '2023-12-04', '--format', 'html', '--out', html];
    expect((await rollout('alerts', ...words)).code).toBe(0);
    expect(readFileSync(html, 'utf8')).toMatch(/^<!doctype html>[\s\S]*<iframe title=/);
    expect(everything()).toEqual(before);
    expect((await rollout('alerts')).err).toContain('has not run on this folder yet');
    expect(await json('messages')).toEqual([]);
  });

  test('another threshold shows which alerts it would open', async () => {
    const file = join(folder, 'thresholds.json');
    const threshold = {
      id: 'threshold-weeks-without-progress',
      announcedOn: '2019-04-01',
      effectiveFrom: '2019-04-01',
      says: 'A practice is stalled after 100 weeks without progress.',
      change: { topic: 'threshold', name: 'weeks-without-progress', value: 100 },
      source: 'A story',
      supersedes: [],
    };
    writeFileSync(file, JSON.stringify([threshold]));
    const { differs } = await json(
      'alerts',
      ...['--rehearse', '--as-of', '2023-12-04', '--policy', file],
    );
    const rules = new Set(differs.gone.map((one: { alert: { rule: string } }) => one.alert.rule));
    expect(rules).toEqual(new Set(['stalled']));
    expect(differs.opened).toEqual([]);
  });

  test('somebody subscribes; the runs of two weeks send what is due, and the same again nothing', async () => {
    const added = await json('subscriptions', 'add', '--to', 'lead@icb.example', '--icb', 'qzt');
    commissioner = added.id;
    expect(added).not.toHaveProperty('token');
    const practice = ['--to', 'practice@gp.example', '--practice', 'Y91014'];
    await rollout('subscriptions', 'add', ...practice, '--since', '2023-01-01');
    const runs = ['alerts', '--run', '--from', '2023-11-27', '--as-of', '2023-12-04'];
    const [first, second] = await json(...runs);
    expect(first.opened).toBeGreaterThan(10);
    expect([first, second].map((report) => report.deliveries.counts.failed)).toEqual([0, 0]);
    expect(outbox('digest')).toHaveLength(2);
    expect(outbox('cover')).toHaveLength(2);
    expect(outbox('reminder')).toHaveLength(1);
    const before = outbox('');
    for (const report of await json(...runs)) {
      expect(report).toMatchObject({ opened: 0, closed: 0, changed: 0 });
      expect(report.deliveries.counts.sent).toBe(0);
    }
    expect(outbox('')).toEqual(before);
  });

  test('what is open is listed, for one ICB too, and its digest can be read before it goes', async () => {
    const all = await json('alerts');
    const own = await json('alerts', '--icb', 'qzt');
    expect(own.map((episode: { id: string }) => episode.id)).toEqual([
      'D90036-action-plan-104-missing-1',
      'Y91014-stalled-1',
    ]);
    expect(all.length).toBeGreaterThan(own.length);
    expect((await rollout('alerts')).out).toContain(`${all.length} alerts open on 4 December 2023`);
    const { out } = await rollout('digest', '--icb', 'QZT');
    expect(out).toContain('Y91014-stalled-1');
    expect((await rollout('digest', '--icb', 'ZZZ')).code).toBe(1);
  });

  test('people acknowledge, assign and chase; patient data in a note is refused and kept nowhere', async () => {
    const by = ['--by', 'J Smith'];
    expect((await rollout('acknowledge', 'y91014-stalled-1', ...by)).code).toBe(0);
    expect((await rollout('assign', 'Y91014-stalled-1', ...by, '--to', 'Digital team')).code).toBe(
      0,
    );
    const note = ['--how', 'telephone', '--note', ['943', '476', '5919'].join(' ')];
    const refused = await rollout('chase', 'Y91014-stalled-1', ...by, ...note);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).not.toContain('476');
    const chased = ['--how', 'email', '--note', 'a plan by Friday'];
    expect((await rollout('chase', 'Y91014-stalled-1', ...by, ...chased)).code).toBe(0);
    const [, episode] = await json('alerts', '--icb', 'QZT');
    expect(episode.acts.map((act: { act: string }) => act.act)).toEqual([
      'acknowledged',
      'assigned',
      'chased',
    ]);
    const { out } = await rollout('digest', '--icb', 'QZT');
    expect(out.replace(/\s+/g, ' ')).toContain(
      'Last chased by email on 4 December 2023 by J Smith. Acknowledged by J Smith',
    );
  });

  test.each([
    [['snooze', 'Y91014-stalled-1', '--by', 'J', '--reason', 'r', '--until', '2020-01-01'], 1],
    [['chase', 'Y91014-stalled-9', '--by', 'J', '--how', 'visit'], 1],
    [['chase', 'nothing', '--by', 'J', '--how', 'visit'], 2],
    [['chase', 'Y91014-stalled-1', '--by', 'J', '--how', 'carrier pigeon'], 2],
    [['alerts', '--run', '--rehearse'], 2],
    [['alerts', '--as-of', '2023-12-04'], 2],
    [['alerts', '--run', '--as-of', '2099-01-05'], 1],
    [['alerts', '--rehearse', '--from', '2023-11-21'], 2],
    [['subscriptions', 'add', '--to', 'nobody', '--icb', 'QZT'], 2],
    [['subscriptions', 'add', '--to', 'a@b.example'], 2],
    [['subscriptions', 'add', '--webhook', 'http://example.org/', '--icb', 'QZT'], 2],
    [['subscriptions', 'end', 'sub-none'], 1],
    [['messages', 'none', '--again'], 1],
  ])('%j ends with %d and a plain sentence', async (words, code) => {
    const ran = await rollout(...words);
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).toMatch(/[a-z]/);
    expect(ran.err).not.toMatch(/\bat .*:\d+:\d+/);
  });

  test('a subscription that has ended is told nothing more', async () => {
    expect((await rollout('subscriptions', 'end', commissioner)).code).toBe(0);
    const digests = outbox('digest');
    await json('alerts', '--run', '--as-of', '2023-12-11');
    expect(outbox('digest')).toEqual(digests);
    const messages = await json('messages');
    expect(messages.every((one: { state: string }) => one.state === 'sent')).toBe(true);
    expect(JSON.stringify(messages)).not.toContain('message":{');
  });
});
