import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { openAside } from '../functions/intake/open-aside.ts';
import { type Day, type Instant, londonDay, longDay } from '../shared/calendar/day.ts';
import type { SenderRole } from '../shared/evidence/fact.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '../shared/intake/document/checklist.ts';
import type { Opened } from '../shared/intake/open/opened.ts';
import { openText } from '../shared/intake/open/text.ts';
import type { About } from '../shared/intake/read-result.ts';
import { kindOf } from '../shared/intake/read-upload.ts';
import { type PracticeCode, practiceCode } from '../shared/practice/code.ts';
import { asDay, asInstant } from './clock-options.ts';
import type { HandedIn } from './machine.ts';
import { now } from './now.ts';
import { PlainError } from './plain-error.ts';
import { orgOption, roleOption, senderFrom, USUAL_SENDER } from './sender-options.ts';

export type HandInOptions = {
  readonly from?: SenderRole;
  readonly org?: string;
  readonly receivedAt?: Instant;
  readonly asAt?: Day;
  readonly practice?: PracticeCode;
  readonly document?: DocumentKind;
  readonly json?: true;
};

/** Adds what is said about a file beside its content: who sent it, when it came, what day it is of. */
export function withHandIn(command: Command): Command {
  return command
    .addOption(roleOption('who sends it (default: who usually sends a file of its kind)'))
    .addOption(orgOption())
    .option('--received-at <instant>', 'when it came, to load history (default: now)', asInstant)
    .option('--as-at <day>', 'the day that an undated file speaks of (default: its receipt)', asDay)
    .option('--practice <code>', 'the practice that a document is for', asPractice)
    .addOption(
      new Option('--document <kind>', 'what a document is (default: as its text shows)').choices(
        DOCUMENT_KINDS,
      ),
    )
    .option('--json', 'the receipts as JSON');
}

/** Reads a file and puts to it who sent it and when. Wrong usage (no such file, a future receipt) throws a PlainError. */
export async function handedIn(path: string, options: HandInOptions): Promise<HandedIn> {
  const bytes = await bytesOf(path);
  const moment = now();
  const receivedAt = options.receivedAt ?? moment;
  if (receivedAt > moment) {
    throw new PlainError(
      `--received-at ${receivedAt} is in the future; nothing can have come then.`,
      2,
    );
  }
  const asAt = options.asAt ?? null;
  if (asAt !== null && asAt > londonDay(receivedAt)) {
    throw new PlainError(
      `--as-at ${longDay(asAt)} is after the file was received; no file speaks of a day to come.`,
      2,
    );
  }
  const role = options.from ?? (await usualSender(bytes));
  // A document that a practice sends without saying more is the practice's own.
  const org = options.org ?? (role === 'practice' ? options.practice : undefined);
  const about = aboutFrom(options);
  return {
    bytes,
    fileName: basename(path),
    sender: senderFrom(role, org),
    receivedAt,
    ...(options.receivedAt !== undefined && { backfilledAt: moment }),
    asAt,
    ...(about !== undefined && { about }),
  };
}

function aboutFrom({ practice, document }: HandInOptions): About | undefined {
  if (practice === undefined && document === undefined) return undefined;
  return { practice: practice ?? null, document: document ?? null };
}

export function asPractice(text: string): PracticeCode {
  const code = practiceCode(text);
  if (code !== undefined) return code;
  throw new InvalidArgumentError('Write a letter and five digits, like A81001.');
}

/** Bytes enough to tell a file's kind: its header and some rows. */
const BEGINNING = 65_536;
const LINE_FEED = 10;

/** By the kind of file, which shows in its first rows; of a file of no known kind national is assumed, and it is refused in any case. */
async function usualSender(bytes: Uint8Array): Promise<SenderRole> {
  const opened = await openedEnough(bytes);
  if (opened.as === 'document') return 'practice';
  const kind = kindOf(opened);
  return kind === null ? 'national' : USUAL_SENDER[kind];
}

/** The first rows of a long text file, else the file. */
async function openedEnough(bytes: Uint8Array): Promise<Opened> {
  const beginning = bytes.subarray(0, BEGINNING);
  const rows = openText(beginning.subarray(0, beginning.lastIndexOf(LINE_FEED) + 1));
  return bytes.length > BEGINNING && kindOf(rows) !== null ? rows : openAside(bytes);
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'it is a folder'
          : `it cannot be read (${code})`;
    throw new PlainError(`${path}: ${why}. Give the path of a file.`, 2);
  }
}
