import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { changesOf } from '../../functions/intake/upload-changes.ts';
import type { Sender, SenderRole } from '../../shared/evidence/fact.ts';
import type { Receipt } from '../../shared/intake/receipt/receipt.ts';
import { receiptCsv, receiptsCsv } from '../../shared/intake/receipt/receipt-csv.ts';
import { worstFirst } from '../../shared/intake/receipt/worst-first.ts';
import { conversationLines } from '../conversation.ts';
import type { Machine } from '../machine.ts';
import { PlainError } from '../plain-error.ts';
import { receiptLine, receiptPage } from '../receipt-page.ts';
import { orgOption, roleOption } from '../sender-options.ts';
import { folderOf, type Shell, sayIfMadeUp } from '../shell.ts';

const FORMATS = ['table', 'csv', 'json'] as const;
type Format = (typeof FORMATS)[number];

type Options = {
  readonly limit: number;
  readonly from?: SenderRole;
  readonly org?: string;
  readonly format: Format;
  readonly out?: string;
  readonly json?: true;
};

/** `rollout receipts [UPLOAD]`: what was handed in lately and what became of it; or one receipt with everything. */
export function receiptsCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('receipts')
    .description('what was handed in and what became of it, newest first; or one receipt in full')
    .argument('[upload]', 'the id of an upload: its receipt, and the states that it changed')
    .addOption(roleOption('only what was sent by these'))
    .addOption(orgOption())
    .option('--limit <number>', 'how many', asCount, 50)
    .addOption(
      new Option('--format <format>', 'how it is printed').choices(FORMATS).default('table'),
    )
    .option('--out <file>', 'write it to a file')
    .option('--json', 'the same as --format json');
  return command.action(async (uploadId: string | undefined, options: Options) => {
    const folder = folderOf(command);
    const format = options.json ? 'json' : options.format;
    const { openMachine } = await import('../machine.ts');
    const machine = await openMachine(folder);
    try {
      const text =
        uploadId === undefined
          ? await listed(machine, options, format)
          : await inFull(machine, uploadId, format);
      await sayIfMadeUp(shell, folder, format === 'table' && !options.out ? 'page' : 'data');
      await give(shell, text, options.out);
    } finally {
      await machine.close();
    }
  });
}

async function listed({ work }: Machine, options: Options, format: Format): Promise<string> {
  const { limit, from, org } = options;
  const sender: Partial<Sender> = {
    ...(from !== undefined && { role: from }),
    ...(org !== undefined && { org: org.trim().toUpperCase() }),
  };
  const receipts = await work.receipts(limit, sender);
  if (format === 'csv') return receiptsCsv(receipts);
  if (format === 'json') return asJson(receipts.map(worstFirst));
  if (receipts.length > 0) return receipts.map(receiptLine).join('\n');
  return Object.keys(sender).length > 0
    ? 'Nothing was handed in by that sender yet.'
    : 'Nothing was handed in yet.';
}

async function inFull(machine: Machine, uploadId: string, format: Format): Promise<string> {
  const receipt = await receiptOf(machine, uploadId.trim());
  if (format === 'csv') return receiptCsv(receipt);
  const changes = await changesOf(machine, receipt);
  if (format === 'json') return asJson({ ...worstFirst(receipt), changes });
  const said = await conversationLines(machine, receipt);
  return [receiptPage(receipt, changes), ...said].join('\n');
}

async function receiptOf({ work }: Machine, uploadId: string): Promise<Receipt> {
  const receipt = await work.receipt(uploadId);
  if (receipt !== undefined) return receipt;
  const isKnown = (await work.announcement(uploadId)) !== undefined;
  throw new PlainError(
    isKnown
      ? `Upload ${uploadId} was announced and has no receipt yet: its file has not come, or is still being taken in.`
      : `There is no upload ${uploadId}. "rollout receipts" lists those that there are.`,
  );
}

async function give(shell: Shell, text: string, out: string | undefined): Promise<void> {
  if (out === undefined) {
    shell.print(text.trimEnd());
    return;
  }
  await writeFile(out, `${text.trimEnd()}\n`);
  shell.print(`Wrote ${resolve(out)}.`);
}

function asJson(answer: unknown): string {
  return JSON.stringify(answer, null, 2);
}

function asCount(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a whole number above 0.');
}
