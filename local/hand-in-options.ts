import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { type Day, type Instant, londonDay, longDay } from '../shared/calendar/day.ts';
import type { SenderRole } from '../shared/evidence/fact.ts';
import { readUpload } from '../shared/intake/read-upload.ts';
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
  readonly json?: true;
};

/** Adds what is said about a file beside its content: who sent it, when it came, what day it is of. */
export function withHandIn(command: Command): Command {
  return command
    .addOption(roleOption('who sends it (default: who usually sends a file of its kind)'))
    .addOption(orgOption())
    .option('--received-at <instant>', 'when it came, to load history (default: now)', asInstant)
    .option('--as-at <day>', 'the day that an undated file speaks of (default: its receipt)', asDay)
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
  const role = options.from ?? usualSender(bytes, receivedAt);
  return {
    bytes,
    fileName: basename(path),
    sender: senderFrom(role, options.org),
    receivedAt,
    ...(options.receivedAt !== undefined && { backfilledAt: moment }),
    asAt,
  };
}

/** Bytes enough to tell a file's kind: its header and some rows. */
const BEGINNING = 65_536;
const LINE_FEED = 10;

/** By the kind of file, which shows in its first rows; of a file of no known kind national is assumed, and it is refused in any case. */
function usualSender(bytes: Uint8Array, receivedAt: Instant): SenderRole {
  const beginning = bytes.subarray(0, BEGINNING);
  const whole =
    bytes.length > BEGINNING ? beginning.subarray(0, beginning.lastIndexOf(LINE_FEED) + 1) : bytes;
  const { kind } = readUpload(whole, {
    sender: { role: 'national' },
    receivedAt,
    asAt: null,
    isRegistered: () => true,
  });
  return kind === null ? 'national' : USUAL_SENDER[kind];
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
