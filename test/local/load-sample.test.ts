import { describe, expect, onTestFinished, test } from 'vitest';
import { dataFolder } from '../../local/data-folder.ts';
import { loadSample } from '../../local/load-sample.ts';
import { openMachine } from '../../local/machine.ts';
import { now } from '../../local/now.ts';
import { run } from '../../local/program.ts';
import { listeningShell } from './listening-shell.ts';
import { tempFolder } from './temp-folder.ts';

const SMALL = { seed: 7, practices: 84 };

async function machineOn(root: string) {
  const machine = await openMachine(dataFolder(root));
  onTestFinished(() => machine.close());
  return machine;
}

describe('loading the sample', { timeout: 60_000 }, () => {
  test('brings facts and states in once, and every output says that they are made up', async () => {
    const root = tempFolder();
    const machine = await machineOn(root);
    await loadSample(machine, SMALL, listeningShell());
    const uploads = await machine.ledger.uploads();
    const facts = await machine.ledger.all();
    expect(facts.length).toBeGreaterThan(1_000);
    expect(facts.every((fact) => fact.backfilledAt !== undefined)).toBe(true);
    const { practice } = facts.find((fact) => fact.kind === 'default-access')!;
    expect((await machine.states.of(practice))?.decision.practice).toBe(practice);

    await loadSample(machine, SMALL, listeningShell());
    expect(await machine.ledger.uploads()).toEqual(uploads);

    for (const words of [['state', practice], ['coverage'], ['rules'], ['receipts']]) {
      const page = listeningShell();
      await run(['--data', root, ...words], page);
      expect(page.out).toMatch(/^Made-up data\n/);
      const data = listeningShell();
      await run(['--data', root, ...words, '--json'], data);
      expect(data.err).toBe('Made-up data\n');
      expect(() => JSON.parse(data.out)).not.toThrow();
    }
  });

  test('never mixes made-up data into a folder that holds other data', async () => {
    const machine = await machineOn(tempFolder());
    await machine.handIn({
      fileName: 'return.csv',
      bytes: new TextEncoder().encode(
        'practice_code,as_at_date,plan_date\nA81001,2022-10-31,2022-10-31\n',
      ),
      sender: { role: 'practice' },
      receivedAt: now(),
      asAt: null,
    });
    const shell = listeningShell();
    await loadSample(machine, SMALL, shell);
    expect(await machine.ledger.uploads()).toHaveLength(1);
    expect(await machine.folder.sample()).toBeUndefined();
    expect(shell.err).toContain('holds data of your own');
  });
});
