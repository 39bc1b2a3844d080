import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { holdOrJoin } from '../../local/owner.ts';
import { tempFolder } from './temp-folder.ts';

const IMPATIENT = { tries: 2, pauseMs: 10 };

async function opened(root: string) {
  const held = await holdOrJoin(root, IMPATIENT);
  onTestFinished(() => held.close());
  return held;
}

const ownerFile = (root: string) => join(root, 'owner.json');
const readOwner = (root: string) => JSON.parse(readFileSync(ownerFile(root), 'utf8'));
const writeOwner = (root: string, owner: unknown) =>
  writeFileSync(ownerFile(root), typeof owner === 'string' ? owner : JSON.stringify(owner));

describe('who owns a data folder', { timeout: 30_000 }, () => {
  test('the first to open it, which records its process and its loopback endpoint', async () => {
    const root = tempFolder();
    const held = await opened(root);
    expect(held.mine).toBe(true);
    expect(held.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(readOwner(root)).toMatchObject({ pid: process.pid, endpoint: held.endpoint });
  });

  test('a second one uses the endpoint of the live owner, and leaves it alone at its end', async () => {
    const root = tempFolder();
    const first = await opened(root);
    const second = await holdOrJoin(root, IMPATIENT);
    expect(second).toMatchObject({ mine: false, endpoint: first.endpoint });
    await second.close();
    expect(existsSync(ownerFile(root))).toBe(true);
  });

  test('nobody once the owner has closed it', async () => {
    const root = tempFolder();
    const first = await holdOrJoin(root, IMPATIENT);
    await first.close();
    expect(existsSync(ownerFile(root))).toBe(false);
    expect((await opened(root)).mine).toBe(true);
  });

  test('a dead owner is taken over, even if its process number lives on in another program', async () => {
    const root = tempFolder();
    const dead = { host: hostname(), endpoint: 'http://127.0.0.1:9', token: 'gone' };
    writeOwner(root, { ...dead, pid: process.ppid });
    expect((await opened(root)).mine).toBe(true);
  });

  test('an endpoint that went to another folder is not mistaken for this one', async () => {
    const other = await opened(tempFolder());
    const root = tempFolder();
    const stale = { pid: 1, host: hostname(), endpoint: other.endpoint, token: 'gone' };
    writeOwner(root, stale);
    const held = await opened(root);
    expect(held.mine).toBe(true);
    expect(held.endpoint).not.toBe(other.endpoint);
  });

  test('a program that has it open and does not answer is named plainly, with the remedy', async () => {
    const root = tempFolder();
    await opened(root);
    writeOwner(root, { ...readOwner(root), pid: 4321, token: 'of another program' });
    await expect(holdOrJoin(root, IMPATIENT)).rejects.toThrow(
      /held by another program \(process 4321\).*--data DIR/,
    );
  });

  test.each([
    {
      what: 'another machine',
      owner: { host: 'elsewhere' },
      says: /process 7 on the machine elsewhere/,
    },
    { what: 'a file that is not ours', owner: 'lock', says: /owner\.json is not one of ours/ },
  ])('a lock of $what is respected, with the remedy', async ({ owner, says }) => {
    const root = tempFolder();
    const whole = { pid: 7, endpoint: 'http://127.0.0.1:9', token: 'theirs' };
    writeOwner(root, typeof owner === 'string' ? owner : { ...whole, ...owner });
    await expect(holdOrJoin(root, IMPATIENT)).rejects.toThrow(says);
  });
});
