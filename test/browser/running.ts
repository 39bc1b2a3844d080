import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishWeek } from '../../functions/release/publish-week.ts';
import { alertStepOn } from '../../local/alert-machine.ts';
import { takeArrivals } from '../../local/arrivals.ts';
import { dataFolder } from '../../local/data-folder.ts';
import { LAST_MONDAY } from '../../local/first-page.ts';
import { type Machine, openMachine } from '../../local/machine.ts';
import { addDays, instant } from '../../shared/calendar/day.ts';
import { commit, PEOPLE, SMALL } from '../functions/web/small-web.ts';

/** Everything that `npm start` serves, on a folder of its own with a small made-up England. */
export type Running = {
  readonly address: string;
  readonly machine: Machine;
  /** Ids of what the journeys lead to. */
  readonly upload: string;
  readonly episode: string;
  close(): Promise<void>;
};

const QUIET = { print: () => {}, note: () => {}, endWith: () => {} };
const LETTER = new URL('../shared/intake/open/document-fixtures/letter.pdf', import.meta.url);

/** Starts it, with the people of the tests as members, a letter, alerts of two weeks and two releases. */
export async function startRunning(): Promise<Running> {
  const root = await mkdtemp(join(tmpdir(), 'rollout-browser-'));
  const folder = dataFolder(root);
  const machine = await openMachine(folder);
  const begunAt = instant('2023-12-04T09:00:00.000Z');
  await folder.markSample({ seed: 1, begunAt, loaded: true });
  await commit(machine, SMALL);
  for (const member of Object.values(PEOPLE)) await machine.members.save(member);
  const { uploadId: upload } = await machine.handIn({
    bytes: await readFile(LETTER),
    fileName: 'letter.pdf',
    sender: { role: 'practice', org: 'A81004' },
    receivedAt: instant('2023-11-20T09:00:00.000Z'),
    asAt: null,
    about: { practice: 'A81004' as never, document: 'letter' },
  });
  await machine.settle();
  const step = await alertStepOn(machine);
  for (const on of [addDays(LAST_MONDAY, -35), LAST_MONDAY]) {
    await step.run({ validAt: on, knownAt: instant(`${on}T18:00:00.000Z`), week: null });
  }
  for (const week of [addDays(LAST_MONDAY, -7), LAST_MONDAY]) {
    await publishWeek(machine, { week, codeVersion: '0.0.0+test', madeUp: true });
  }
  const open = await machine.episodes.open();
  const episode = open.find(({ alert }) => alert.practice === 'A81001')!.id;
  const server = await takeArrivals(machine, QUIET);
  return {
    address: server.endpoint,
    machine,
    upload,
    episode,
    async close() {
      await server.close();
      await machine.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}
