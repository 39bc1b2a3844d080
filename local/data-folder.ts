import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { type Instant, InstantSchema } from '../shared/calendar/day.ts';

/** Where the data lies when nobody says otherwise: in the checkout or wherever the command is run. */
export const DEFAULT_FOLDER = '.rollout';

const SampleSchema = z.object({ seed: z.int(), begunAt: InstantSchema, loaded: z.boolean() });
/** That a folder holds made-up data; `loaded` once all of it is in. */
export type SampleMark = z.infer<typeof SampleSchema>;

/** A folder that holds everything there is on this machine, for people to open, copy or delete. */
export type DataFolder = {
  readonly root: string;
  /** Messages that failed for good. */
  readonly deadLetters: string;
  /** The mark that the folder holds made-up data; undefined where it does not. */
  sample(): Promise<SampleMark | undefined>;
  markSample(mark: SampleMark): Promise<void>;
};

/** Names the parts of a data folder; nothing is made until something is kept. */
export function dataFolder(path: string): DataFolder {
  const root = resolve(path);
  const markFile = join(root, 'made-up-data.json');
  return {
    root,
    deadLetters: join(root, 'dead-letters'),
    async sample() {
      const text = await readFile(markFile, 'utf8').catch(() => undefined);
      return text === undefined ? undefined : markFrom(text);
    },
    async markSample(mark) {
      await writeFile(markFile, `${JSON.stringify(mark, null, 2)}\n`);
    },
  };
}

const LONG_AGO = '1970-01-01T00:00:00.000Z' as Instant;

/** A mark that cannot be read still says that the data is made up: better said once too often. */
function markFrom(text: string): SampleMark {
  try {
    return SampleSchema.parse(JSON.parse(text));
  } catch {
    return { seed: 0, begunAt: LONG_AGO, loaded: false };
  }
}
