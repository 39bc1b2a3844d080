import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvLine, csvText } from './csv-text.ts';
import type { Sample } from './sample.ts';
import { truthCsv } from './truth.ts';

const READ_ME = `Made-up data

Everything in this folder is made up: no practice, ICB, network or number in it is real. It follows the
story of automatic record access in England from 24 October 2022 to 4 December 2023, so that every
command and page has something to show.

files.csv lists the files in the order in which they came: name, from, received_at, as_at.
truth.csv holds the status that the script behind the data meant each practice to have on some days, as
known at the end of that day and under the rules of that day. It was not worked out by our rules.
`;

/** Writes every file of a sample into a folder, with truth.csv, the index files.csv and README.txt; makes the folder if need be. */
export async function writeSample(sample: Sample, dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  const index = sample.files.map((f) =>
    csvLine([f.name, from(f.sender), f.receivedAt, f.asAt ?? '']),
  );
  const extra = [
    { name: 'files.csv', text: csvText(['name,from,received_at,as_at', ...index]) },
    { name: 'truth.csv', text: truthCsv(sample.truth) },
    { name: 'README.txt', text: READ_ME },
  ];
  for (const { name, text } of [...sample.files, ...extra]) await writeFile(join(dir, name), text);
}

/** A sender as the index names it: "national", "icb:QZA". */
function from({ role, org }: Sample['files'][number]['sender']): string {
  return org === undefined ? role : `${role}:${org}`;
}
