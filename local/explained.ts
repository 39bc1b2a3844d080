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
  shell.note(`This could not be done: ${error instanceof Error ? error.message : String(error)}`);
  return 1;
}
