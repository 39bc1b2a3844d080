import type { Shell } from '../../local/shell.ts';

/** A shell that keeps what a command says, and the exit code that it asks for. */
export function listeningShell(): Shell & { out: string; err: string; code: number } {
  return {
    code: 0,
    out: '',
    err: '',
    print(text) {
      this.out += `${text}\n`;
    },
    note(text) {
      this.err += `${text}\n`;
    },
    endWith(code) {
      this.code = code;
    },
  };
}
