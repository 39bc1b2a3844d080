import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { generateSample } from '../sample/generate.ts';
import { writeSample } from '../sample/write.ts';
import type { Shell } from '../shell.ts';
import { count } from '../words.ts';

/** The sample that `npm start` loads: the same seed gives the same bytes everywhere. */
export const DEFAULT_SEED = 1;

/** `rollout sample --out DIR`: the made-up files, and what their script intended. */
export function sampleCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('sample')
    .description('write the made-up national sample as files, with truth.csv')
    .requiredOption('--out <dir>', 'the folder to write to')
    .option('--seed <number>', 'another seed makes up another England', asSeed, DEFAULT_SEED);
  return command.action(async ({ out, seed }: { out: string; seed: number }) => {
    const sample = generateSample({ seed });
    await writeSample(sample, out);
    shell.print(
      `${sample.madeUp}\n\nWrote ${count(sample.files.length)} files to ${resolve(out)}. files.csv says who sent each and when; truth.csv which states the script intended.`,
    );
  });
}

function asSeed(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a whole number of at most nine digits.');
}
