import { Presets, SingleBar } from 'cli-progress';
import type { Shell } from './shell.ts';

/** Shows how far a long piece of work has got. */
export type Progress = { step(done: number): void; end(): void };

const TENTHS = 10;

/** A bar on a terminal; elsewhere a plain line for every tenth of the work. */
export function progress(shell: Shell, what: string, total: number): Progress {
  return process.stderr.isTTY ? bar(what, total) : lines(shell, what, total);
}

function bar(what: string, total: number): Progress {
  const shown = new SingleBar(
    { format: `${what} [{bar}] {percentage}% ({value} of {total})`, hideCursor: true },
    Presets.shades_classic,
  );
  shown.start(total, 0);
  return { step: (done) => shown.update(done), end: () => shown.stop() };
}

function lines(shell: Shell, what: string, total: number): Progress {
  let told = 0;
  return {
    step(done) {
      const tenth = Math.floor((done * TENTHS) / total);
      if (tenth === told) return;
      told = tenth;
      shell.note(`${what}: ${done} of ${total}`);
    },
    end() {},
  };
}
