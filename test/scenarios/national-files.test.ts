import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { rolloutOn } from './command.ts';

/** The published files are too large to keep here; where somebody has them, the whole of England is counted. */
const national =
  process.env['ROLLOUT_NATIONAL_FILES'] ??
  fileURLToPath(new URL('../../../shared/data', import.meta.url));

describe.runIf(existsSync(join(national, 'epraccur_2023-12.csv')))('the national files', () => {
  const data = mkdtempSync(join(tmpdir(), 'rollout-national-'));
  afterAll(() => rmSync(data, { recursive: true, force: true }));
  const rollout = rolloutOn(data);

  test('the register of December 2023 and the lists of May 2022 come in', async () => {
    const register = join(national, 'epraccur_2023-12.csv');
    const first = await rollout('submit', register, '--as-at', '2023-12-04', '--json');
    expect(first.code).toBe(0);
    expect(JSON.parse(first.out)).toMatchObject([{ kind: 'epraccur', rejected: 0 }]);
    const lists = join(national, 'gp-reg-pat-prac-all_2022-05.csv');
    const second = await rollout('submit', lists, '--json');
    expect(second.code).toBe(0);
    expect(JSON.parse(second.out)).toMatchObject([{ kind: 'list-size', rejected: 0 }]);
  });

  test('England has 6,348 open practices on 4 December 2023', async () => {
    const asked = ['--by', 'national', '--valid-at', '2023-12-04', '--json'];
    const { out } = await rollout('coverage', ...asked);
    expect(JSON.parse(out)).toMatchObject([{ practices: 6_348, no_evidence: 6_348, live: 0 }]);
  });

  test('the same register again writes nothing', async () => {
    const register = join(national, 'epraccur_2023-12.csv');
    const { out } = await rollout('submit', register, '--as-at', '2023-12-04', '--json');
    expect(JSON.parse(out)).toMatchObject([{ accepted: 0, facts: 0 }]);
  });
});
