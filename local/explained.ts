import { CommanderError } from 'commander';
import { PlainError } from './plain-error.ts';
import type { Shell } from './shell.ts';

/** Says what went wrong in plain words, and gives the exit code for it. */
export function explained(error: unknown, shell: Shell): 0 | 1 | 2 {
  // Commander has printed its own message, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof PlainError) {
    shell.note(error.message);
    return error.exitCode;
  }
  const remedy =
    error instanceof Error && 'code' in error ? REMEDIES[String(error.code)] : undefined;
  const message = error instanceof Error ? error.message : String(error);
  shell.note(`This could not be done: ${message}${remedy === undefined ? '' : `. ${remedy}`}`);
  return 1;
}

const ELSEWHERE = 'Name another folder, one that you may write to.';
const REMEDIES: Readonly<Record<string, string>> = {
  ENOTDIR: ELSEWHERE,
  EACCES: ELSEWHERE,
  EROFS: ELSEWHERE,
  EPERM: ELSEWHERE,
  EEXIST: ELSEWHERE,
  ENOSPC: 'Make room on the disk, then run the same command again: nothing is taken twice.',
};
