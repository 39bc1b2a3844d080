import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { type Day, type Instant, londonDay } from '../../shared/calendar/day.ts';
import { dpiaCsv } from '../../shared/coverage/dpia-csv.ts';
import { type DpiaRow, dpiaRegister } from '../../shared/coverage/dpia-register.ts';
import { objectLedger } from '../../shared/store/object-ledger.ts';
import { asDay, asInstant } from '../clock-options.ts';
import { dpiaPage } from '../dpia-page.ts';
import { now } from '../now.ts';
import { objectStores } from '../objects.ts';
import { folderOf, type Shell, sayIfMadeUp } from '../shell.ts';
import { counted } from '../words.ts';

const FORMATS = ['table', 'csv', 'json'] as const;
type Format = (typeof FORMATS)[number];
const WRITTEN: Record<Format, (rows: readonly DpiaRow[]) => string> = {
  table: dpiaPage,
  csv: dpiaCsv,
  json: (rows) => JSON.stringify(rows, null, 2),
};

type Options = {
  readonly icb?: string;
  readonly validAt?: Day;
  readonly knownAt?: Instant;
  readonly format: Format;
  readonly out?: string;
};

/** `rollout dpias`: what DPIAs exist, their outcome, review date and state of review. */
export function dpiasCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('dpias')
    .description('the register of DPIAs: what exists, its outcome, review date, state of review')
    .option('--icb <code>', 'only the practices of this ICB, such as QHM')
    .option('--valid-at <day>', 'the day the answer is about (default: today)', asDay)
    .option(
      '--known-at <instant>',
      'count only what had been received by then; a day means its end in London (default: now)',
      asInstant,
    )
    .addOption(
      new Option('--format <format>', 'how it is written').choices(FORMATS).default('table'),
    )
    .option('--out <file>', 'write it to a file (default: print it)');
  return command.action(async (options: Options) => {
    const folder = folderOf(command);
    const { evidence } = await objectStores(folder.root);
    const at = {
      validAt: options.validAt ?? londonDay(now()),
      knownAt: options.knownAt ?? now(),
    };
    const icb = options.icb?.trim().toUpperCase() ?? null;
    const rows = dpiaRegister(await objectLedger(evidence).all(), at, icb);
    await sayIfMadeUp(shell, folder, options.format === 'table' ? 'page' : 'data');
    const text = WRITTEN[options.format](rows).trimEnd();
    if (options.out === undefined) shell.print(text);
    else {
      await writeFile(options.out, `${text}\n`);
      shell.note(`Wrote ${counted(rows.length, 'practice')} to ${resolve(options.out)}.`);
    }
  });
}
