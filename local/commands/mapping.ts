import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { SenderRole } from '../../shared/evidence/fact.ts';
import { draftMapping } from '../../shared/intake/mapping/draft-mapping.ts';
import { MAPPED_KINDS, type Mapping } from '../../shared/intake/mapping/mapping.ts';
import type { Work } from '../../shared/store/ports.ts';
import { draftPage } from '../draft-page.ts';
import { mappingAt, trackerAt } from '../mapping-file.ts';
import { PlainError } from '../plain-error.ts';
import { orgOption, roleOption, senderFrom } from '../sender-options.ts';
import { folderOf, printJson, type Shell, withData } from '../shell.ts';
import { counted } from '../words.ts';

type Kind = Mapping['kind'];
type Of = { readonly from: SenderRole; readonly org: string; readonly kind?: Kind };

/** `rollout mapping …`: how a sender's own tracker is read, with its own headings and words. */
export function mappingCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('mapping')
    .description("how a sender's own tracker is read: its headings and its words for ours");
  for (const add of [saveCommand, listCommand, showCommand, removeCommand, draftCommand]) {
    withData(add(command, shell));
  }
  return command;
}

function saveCommand(parent: Command, shell: Shell): Command {
  const command = parent
    .command('save')
    .description('save a mapping for the sender that it names; the latest saved counts')
    .argument('<file>', 'the mapping, as JSON');
  return command.action(async (path: string) => {
    const mapping = await mappingAt(path);
    await withWork(command, (work) => work.saveMapping(mapping));
    shell.print(`Saved: ${line(mapping)}`);
  });
}

function listCommand(parent: Command, shell: Shell): Command {
  const command = parent
    .command('list')
    .description('the mappings that are saved')
    .option('--json', 'the mappings as JSON');
  return command.action(async ({ json }: { json?: true }) => {
    const mappings = await withWork(command, (work) => work.mappings());
    if (json) printJson(shell, mappings);
    else shell.print(mappings.map(line).join('\n') || 'No mapping is saved yet.');
  });
}

function showCommand(parent: Command, shell: Shell): Command {
  const command = ofSender(
    parent.command('show').description('one mapping as JSON, as it can be saved'),
  );
  return command.action(async (of: Of) => {
    const mappings = await withWork(command, (work) => savedFor(work, of));
    if (mappings.length === 0) throw noneFor(of);
    for (const mapping of mappings) printJson(shell, mapping);
  });
}

function removeCommand(parent: Command, shell: Shell): Command {
  const command = ofSender(
    parent
      .command('remove')
      .description('remove a mapping; files are read by our own headings again'),
  );
  return command.action(async (of: Of) => {
    const removed = await withWork(command, async (work) => {
      const mappings = await savedFor(work, of);
      for (const { sender, kind } of mappings) await work.removeMapping(sender, kind);
      return mappings;
    });
    if (removed.length === 0) throw noneFor(of);
    shell.print(removed.map((mapping) => `Removed: ${line(mapping)}`).join('\n'));
  });
}

type Drafted = Of & { readonly out?: string };

function draftCommand(parent: Command, shell: Shell): Command {
  const command = ofSender(
    parent
      .command('draft')
      .description('propose a mapping for a tracker; what cannot be told is listed and left out')
      .argument('<tracker>', 'the tracker, as XLSX or CSV')
      .option('--out <file>', 'write the draft to a file (default: print it)'),
  );
  return command.action(async (path: string, { from, org, kind, out }: Drafted) => {
    const tracker = await trackerAt(path);
    const sender = { ...senderFrom(from, org), org: org.trim().toUpperCase() };
    const kinds = kind === undefined ? MAPPED_KINDS : [kind];
    const drafts = kinds.flatMap((one) => draftMapping(tracker, { kind: one, sender }) ?? []);
    const [draft] = drafts.toSorted((a, b) => b.read.length - a.read.length);
    if (draft === undefined) throw new PlainError(`${path}: ${NO_HEADER}`);
    const text = JSON.stringify(draft.mapping, null, 2);
    if (out === undefined) {
      shell.print(text);
      shell.note(draftPage(draft));
      return;
    }
    await writeFile(out, `${text}\n`);
    shell.print(`${draftPage(draft)}\n\nWrote ${resolve(out)}.`);
  });
}

const NO_HEADER =
  'no row in it looks like the header of a tracker. Head the columns with what they hold, such as "ODS code", "Status", "Date letter sent", or write the mapping by hand.';

function ofSender(command: Command): Command {
  return command
    .addOption(roleOption('whose tracker it is').makeOptionMandatory())
    .addOption(orgOption().makeOptionMandatory())
    .addOption(new Option('--kind <kind>', 'what the tracker is read as').choices(MAPPED_KINDS));
}

async function withWork<T>(command: Command, use: (work: Work) => Promise<T>): Promise<T> {
  const { openMachine } = await import('../machine.ts');
  const machine = await openMachine(folderOf(command));
  try {
    return await use(machine.work);
  } finally {
    await machine.close();
  }
}

async function savedFor(work: Work, { from, org, kind }: Of): Promise<readonly Mapping[]> {
  const sender = { role: from, org: org.trim().toUpperCase() };
  const kinds = kind === undefined ? MAPPED_KINDS : [kind];
  const saved = await Promise.all(kinds.map((one) => work.mapping(sender, one)));
  return saved.filter((mapping) => mapping !== undefined);
}

function noneFor({ from, org, kind }: Of): PlainError {
  const of = kind === undefined ? '' : ` of a ${kind}`;
  return new PlainError(
    `No mapping${of} is saved for ${from} ${org.trim().toUpperCase()}. "rollout mapping list" shows those that are.`,
  );
}

function line({ sender, kind, columns, words, fixed }: Mapping): string {
  const [headings, worded, set] = [columns, words, fixed].map((part) => Object.keys(part).length);
  return `${sender.role} ${sender.org}  ${kind}  ${counted(headings!, 'heading')}, words of ${counted(worded!, 'column')}, ${counted(set!, 'fixed column')}`;
}
