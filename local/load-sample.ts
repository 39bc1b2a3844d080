import type { Machine } from './machine.ts';
import { now } from './now.ts';
import { progress } from './progress.ts';
import { generateSample } from './sample/generate.ts';
import type { Shell } from './shell.ts';
import { counted } from './words.ts';

/**
 * Loads the made-up national sample into a data folder through the same intake as any file, once:
 * a folder that has it is left alone, and a loading that broke off is taken up where the files are
 * not in yet. A folder that holds other data is
 * never mixed with made-up data. Receipts are backdated to the story's days, so its facts are flagged as backfilled.
 */
export async function loadSample(
  machine: Machine,
  ask: Parameters<typeof generateSample>[0],
  shell: Shell,
): Promise<void> {
  const { seed } = ask;
  const mark = await machine.folder.sample();
  if (mark?.loaded) return;
  if (mark === undefined && (await machine.ledger.uploads()).length > 0) {
    shell.note(`${machine.folder.root} holds data of your own, so the sample was not loaded.`);
    return;
  }
  const { begunAt } = mark ?? { begunAt: now() };
  await machine.folder.markSample({ seed, begunAt, loaded: false });
  const { files } = generateSample(ask);
  const shown = progress(shell, 'Loading the made-up files', files.length);
  let facts = 0;
  for (const [at, { name, text, sender, receivedAt, asAt }] of files.entries()) {
    const bytes = new TextEncoder().encode(text);
    const backfilledAt = begunAt;
    const file = { fileName: name, bytes, sender, receivedAt, backfilledAt, asAt };
    facts += (await machine.handIn(file)).facts;
    shown.step(at + 1);
  }
  shown.end();
  shell.note('Working out the states');
  const practices = await machine.settle();
  await machine.folder.markSample({ seed, begunAt, loaded: true });
  shell.note(
    `${counted(files.length, 'file')}, ${counted(facts, 'fact')}, the states of ${counted(practices, 'practice')}`,
  );
}
