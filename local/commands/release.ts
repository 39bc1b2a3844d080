import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { PublishAsk } from '../../functions/release/publish-week.ts';
import { uploadsInProcess } from '../../functions/release/uploads-in-process.ts';
import { type Day, type Instant, longDay } from '../../shared/calendar/day.ts';
import { clocksOfWeek } from '../../shared/calendar/week.ts';
import { folderOf as folderOfScope } from '../../shared/release/folder.ts';
import { ENGLAND } from '../../shared/release/release.ts';
import { objectLedger } from '../../shared/store/object-ledger.ts';
import { objectReports } from '../../shared/store/object-reports.ts';
import { asInstant, asMonday } from '../clock-options.ts';
import { codeVersion } from '../code-version.ts';
import type { DataFolder } from '../data-folder.ts';
import { type Machine, openMachine } from '../machine.ts';
import { now } from '../now.ts';
import { objectStores } from '../objects.ts';
import { PlainError } from '../plain-error.ts';
import { copyRelease } from '../release-folder.ts';
import { releasePage } from '../release-page.ts';
import { folderOf, type Shell, sayIfMadeUp } from '../shell.ts';

type Options = {
  readonly week: Day;
  readonly icb?: string;
  readonly out?: string;
  readonly amend?: true;
  readonly note?: string;
  readonly knownAt?: Instant;
};

/** `rollout release`: publishes the release of a week, or an amendment, and copies one place's files out. */
export function releaseCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('release')
    .description('the weekly release: every file, for England and for each ICB')
    .requiredOption('--week <monday>', 'the Monday that it is about', asMonday)
    .option('--icb <code>', 'show and copy this ICB’s release instead of England’s')
    .option('--out <dir>', 'also copy the files into this folder, which must be empty')
    .option('--amend', 'publish a new version of a week that was published')
    .option('--note <text>', 'why it is amended; published with it')
    .option(
      '--known-at <instant>',
      'an amendment: count what had been received by then (default: now)',
      asInstant,
    );
  return command.action(async (options: Options) => {
    const { week, icb } = options;
    const folder = folderOf(command);
    const ask = {
      week: come(week),
      codeVersion: codeVersion(),
      madeUp: (await folder.sample()) !== undefined,
      ...amendIn(options),
    };
    const { outcome, reports } = await publishOn(folder, ask);
    if (outcome.outcome === 'refused') {
      throw new PlainError(`The release of ${longDay(week)} was refused: ${outcome.why}.`);
    }
    const scope =
      icb === undefined
        ? ENGLAND
        : ({ type: 'icb', code: icb.trim().toUpperCase(), name: null } as const);
    const place = `${outcome.folder}/${folderOfScope(scope)}`;
    const store = objectReports(reports);
    const page = await releasePage(store, place);
    if (page === undefined) {
      throw new PlainError(
        `The release of ${longDay(week)} has no ICB "${icb}". Write its code as in the coverage table, such as QHM.`,
      );
    }
    await sayIfMadeUp(shell, folder, 'page');
    const said =
      outcome.outcome === 'published' ? 'Published' : 'Already published, nothing written';
    shell.print(
      [
        `${said}: version ${outcome.version}, in ${resolve(folder.root, 'reports', place)}`,
        '',
        page,
      ].join('\n'),
    );
    if (options.out !== undefined) {
      const copied = await copyRelease(store, place, options.out);
      shell.print(
        `\nCopied ${copied} files to ${resolve(options.out)}. Check a copy with: rollout verify ${options.out}`,
      );
    }
  });
}

async function publishOn(folder: DataFolder, ask: PublishAsk) {
  const { quarantine, evidence, reports } = await objectStores(folder.root);
  const cutOff = ask.amend?.knownAt ?? clocksOfWeek(ask.week).knownAt;
  const receipts = receiptsIn(folder);
  const waiting = await uploadsInProcess({ quarantine, work: receipts }, cutOff).finally(() =>
    receipts.close(),
  );
  if (waiting.length > 0) {
    throw new PlainError(
      `These uploads came before the cut-off and are not taken in yet: ${waiting.join(', ')}. Wait for them, or submit their files again.`,
    );
  }
  // Loaded only here: it brings what draws charts and writes workbooks.
  const { publishWeek } = await import('../../functions/release/publish-week.ts');
  const ledger = objectLedger(evidence);
  return { outcome: await publishWeek({ ledger, reports }, ask), reports };
}

/** Mostly nothing is in quarantine, and no receipt is asked for: the database is opened only then. */
function receiptsIn(folder: DataFolder) {
  let machine: Promise<Machine> | undefined;
  return {
    async receipt(uploadId: string) {
      machine ??= openMachine(folder);
      return (await machine).work.receipt(uploadId);
    },
    close: async () => (await machine)?.close(),
  };
}

/** A week whose cut-off is still to come would be published with news missing that is to come in time. */
function come(week: Day): Day {
  if (clocksOfWeek(week).knownAt <= now()) return week;
  throw new PlainError(
    `The week of ${longDay(week)} is cut off at 6am in London on that day, which has not come yet.`,
  );
}

function amendIn({ amend, note, knownAt }: Options) {
  if (amend !== true) {
    if (note === undefined && knownAt === undefined) return {};
    throw new PlainError('A note or an instant belongs to an amendment: add --amend.');
  }
  const said = note?.trim() ?? '';
  if (said === '') throw new PlainError('An amendment needs a note that says why: add --note "…".');
  return { amend: { note: said, knownAt: knownAt ?? now() } };
}
