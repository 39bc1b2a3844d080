import type { Command } from 'commander';
import { type DataFolder, DEFAULT_FOLDER, dataFolder } from './data-folder.ts';
import { MADE_UP } from './words.ts';

/** What a command talks through: answers go to standard output, everything else beside it. */
export type Shell = {
  /** An answer, for people or programs. */
  print(text: string): void;
  /** Something to know that is no part of the answer. */
  note(text: string): void;
  /** The exit code to end with; 0 where nobody says otherwise. */
  endWith(code: 0 | 1 | 2): void;
};

/** The shell that the process was started in. */
export const processShell: Shell = {
  print: (text) => process.stdout.write(`${text}\n`),
  note: (text) => process.stderr.write(`${text}\n`),
  endWith: (code) => {
    process.exitCode = code;
  },
};

/** Adds the option that every command has; it may stand before or after the command's name. */
export function withData(command: Command): Command {
  return command.option('--data <dir>', `the data folder (default: ${DEFAULT_FOLDER})`);
}

/** The data folder that the command line names. */
export function folderOf(command: Command): DataFolder {
  const { data } = command.optsWithGlobals<{ data?: string }>();
  return dataFolder(data ?? DEFAULT_FOLDER);
}

/**
 * Says "Made-up data" where the folder holds the sample: as a line above a page, and beside an
 * answer that a program reads, so that JSON and CSV stay what they are.
 */
export async function sayIfMadeUp(shell: Shell, folder: DataFolder, as: 'page' | 'data') {
  if ((await folder.sample()) === undefined) return;
  if (as === 'page') shell.print(`${MADE_UP}\n`);
  else shell.note(MADE_UP);
}

/** Prints an answer as JSON, two spaces deep. */
export function printJson(shell: Shell, answer: unknown): void {
  shell.print(JSON.stringify(answer, null, 2));
}
