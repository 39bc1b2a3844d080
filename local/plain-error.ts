/** 1: the file was refused, no row was good, or a check failed. 2: wrong usage. */
export type ExitCode = 1 | 2;

/** Trouble that the person at the keyboard can mend: shown as its message alone, never as a stack trace. */
export class PlainError extends Error {
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode = 1) {
    super(message);
    this.name = 'PlainError';
    this.exitCode = exitCode;
  }
}
