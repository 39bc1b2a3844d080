import { type Command, Option } from 'commander';
import { tellingOf } from '../../functions/alert/due-messages.ts';
import { toldBy } from '../../shared/alert/told.ts';
import { addDays, type Day, longDay } from '../../shared/calendar/day.ts';
import { mondayOf } from '../../shared/calendar/week.ts';
import { alertMachine } from '../alert-machine.ts';
import { asMonday } from '../clock-options.ts';
import { PlainError } from '../plain-error.ts';
import { forNobody } from '../rehearsal.ts';
import { folderOf, printJson, type Shell, sayIfMadeUp } from '../shell.ts';

const FORMATS = ['text', 'html', 'json'] as const;

type Options = {
  readonly icb: string;
  readonly week?: Day;
  readonly format: (typeof FORMATS)[number];
  readonly json?: true;
};

/** `rollout digest`: the digest of one ICB from the alerts as they are stored; nothing is sent. */
export function digestCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('digest')
    .description('the weekly digest of one ICB, as it would be sent; nothing is sent')
    .requiredOption('--icb <code>', 'such as QHM')
    .option('--week <monday>', 'of which week (default: that of the last run)', asMonday)
    .addOption(
      new Option('--format <format>', 'how it is written').choices(FORMATS).default('text'),
    )
    .option('--json', 'the same as --format json');
  return command.action(async (options: Options) => {
    const folder = folderOf(command);
    const machine = await alertMachine(folder);
    try {
      const lastRun = await machine.episodes.lastRun();
      if (lastRun === undefined) {
        throw new PlainError(
          'The alert step has not run on this folder yet. Run it with: rollout alerts --run (or --run --as-of 2023-12-04 for the sample).',
        );
      }
      const week = options.week ?? mondayOf(lastRun.validAt);
      if (week > lastRun.validAt) {
        throw new PlainError(`The alert step has not run for ${longDay(week)} yet.`);
      }
      const icb = options.icb.trim().toUpperCase();
      const sight = await machine.deps.look(lastRun);
      const episodes = await machine.episodes.open();
      const tell = await tellingOf(machine.deps, { sight, episodes, week });
      const messages = await tell(forNobody(icb, addDays(week, -7)), toldBy([]));
      const digest = messages.find(({ kind }) => kind === 'digest');
      const isKnown = [...sight.found.values()].some(({ about }) => about.icb === icb);
      if (digest === undefined || !isKnown) {
        throw new PlainError(
          `No practice is at ICB "${icb}". Write its code as in the coverage table, such as QHM.`,
        );
      }
      const format = options.json ? 'json' : options.format;
      await sayIfMadeUp(shell, folder, format === 'text' ? 'page' : 'data');
      if (format === 'json') printJson(shell, digest.json);
      else shell.print(format === 'html' ? digest.html : digest.text.trimEnd());
    } finally {
      await machine.close();
    }
  });
}
