import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SampleFile } from '../local/sample/sample.ts';
import { day, instant } from '../shared/calendar/day.ts';
import { readUpload } from '../shared/intake/read-upload.ts';
import { sampleFiles } from './sample-facts.ts';

/** A file to parse, and how it would be sent. */
export type NationalFile = Pick<SampleFile, 'name' | 'sender' | 'receivedAt' | 'asAt'> & {
  readonly bytes: Uint8Array;
};

const FOLDER =
  process.env['ROLLOUT_NATIONAL_FILES'] ??
  fileURLToPath(new URL('../../shared/data', import.meta.url));

/** The made-up register, list, map and extract of the latest date, and the real register files where they are at hand. */
export function nationalFiles(): readonly NationalFile[] {
  const latest = new Map<string, SampleFile>();
  for (const file of sampleFiles()) {
    const series = /^(epraccur|gp-reg-pat-prac-all|gp-reg-pat-prac-map|extract-emis)-/.exec(
      file.name,
    );
    if (series !== null && file.text.length > (latest.get(series[1]!)?.text.length ?? 0)) {
      latest.set(series[1]!, file);
    }
  }
  const madeUp = [...latest.values()].map(({ text, ...file }) => ({
    ...file,
    name: `${file.name} (made up)`,
    bytes: new TextEncoder().encode(text),
  }));
  return [...madeUp, ...realFiles()];
}

function realFiles(): NationalFile[] {
  return namesIn(FOLDER)
    .filter((name) => /^(epraccur|gp-reg-pat-prac-(all|map)).*\.csv$/.test(name))
    .map((name) => ({
      name,
      bytes: readFileSync(join(FOLDER, name)),
      sender: { role: 'national' },
      receivedAt: instant('2026-09-01T09:00:00Z'),
      asAt: day('2026-08-01'),
    }));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** Parses and checks one file as intake does; gives the number of rows taken. */
export function check({ bytes, sender, receivedAt, asAt }: NationalFile): number {
  const read = readUpload(bytes, {
    ...{ sender, receivedAt, asAt, isRegistered: () => true },
    ...{ sha256: '', about: null, mapping: null },
  });
  if (read.refused !== null) throw new Error(read.refused.problem);
  return read.taken.length;
}
