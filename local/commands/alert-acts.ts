import { type Command, InvalidArgumentError, Option } from 'commander';
import { doAct } from '../../functions/alert/do-act.ts';
import { type Act, CHASED_BY, type Episode } from '../../shared/alert/episode.ts';
import { type Day, type Instant, londonDay, longDay } from '../../shared/calendar/day.ts';
import { asDay } from '../clock-options.ts';
import type { Machine } from '../machine.ts';
import { now } from '../now.ts';
import { PlainError } from '../plain-error.ts';
import { folderOf, printJson, type Shell } from '../shell.ts';

type Noted = { readonly by: string; readonly note?: string; readonly json?: true };

/** `rollout acknowledge`: somebody has seen the alert and deals with it. */
export function acknowledgeCommand(program: Command, shell: Shell): Command {
  const command = actCommand(program, 'acknowledge', 'says that somebody deals with an alert');
  command.option('--note <text>', 'what is to be known about it; no patient data');
  return command.action((id: string, options: Noted) =>
    noted({ command, shell, id, json: options.json === true }, (done) => ({
      ...done(options.by),
      act: 'acknowledged',
      note: options.note ?? null,
    })),
  );
}

type Snooze = Noted & { readonly until: Day; readonly reason: string };

/** `rollout snooze`: quiet until a day, for a reason; on that day it wakes by itself. */
export function snoozeCommand(program: Command, shell: Shell): Command {
  const command = actCommand(program, 'snooze', 'keeps an alert quiet until a day');
  command
    .requiredOption('--until <day>', 'the day on which it wakes by itself', asDay)
    .requiredOption('--reason <text>', 'why; no patient data');
  return command.action((id: string, { by, until, reason, json }: Snooze) =>
    noted({ command, shell, id, json: json === true }, (done) => ({
      ...done(by),
      act: 'snoozed',
      until,
      reason,
    })),
  );
}

/** `rollout assign`: who is to deal with it. */
export function assignCommand(program: Command, shell: Shell): Command {
  const command = actCommand(program, 'assign', 'says who is to deal with an alert');
  command.requiredOption('--to <who>', 'a person or team');
  return command.action((id: string, { by, to, json }: Noted & { readonly to: string }) =>
    noted({ command, shell, id, json: json === true }, (done) => ({
      ...done(by),
      act: 'assigned',
      to,
    })),
  );
}

type Chase = Noted & { readonly how: (typeof CHASED_BY)[number]; readonly on?: Day };

/** `rollout chase`: the practice was asked, by whom, how and when. */
export function chaseCommand(program: Command, shell: Shell): Command {
  const command = actCommand(program, 'chase', 'notes that the practice was chased');
  command
    .addOption(
      new Option('--how <how>', 'in which way').choices(CHASED_BY).makeOptionMandatory(true),
    )
    .option(
      '--on <day>',
      'on which day (default: today; of made-up data the day of the last run)',
      asDay,
    )
    .option('--note <text>', 'what came of it; no patient data');
  return command.action((id: string, { by, how, on, note, json }: Chase) =>
    noted({ command, shell, id, json: json === true }, (done) => ({
      ...done(by),
      act: 'chased',
      how,
      on: on ?? londonDay(done(by).at),
      note: note ?? null,
    })),
  );
}

function actCommand(program: Command, name: string, says: string): Command {
  return program
    .command(name)
    .description(says)
    .argument('<episode>', 'as the digest names it, such as A81001-stalled-1', asEpisodeId)
    .requiredOption('--by <who>', 'who says so: a person or team')
    .option('--json', 'the episode as JSON');
}

/** The practice may be written small; what no episode can be called is told when it is looked for. */
function asEpisodeId(text: string): string {
  const id = text.trim();
  if (/^[a-z0-9]{6}-[a-z0-9-]+-\d+$/i.test(id))
    return `${id.slice(0, 6).toUpperCase()}${id.slice(6).toLowerCase()}`;
  throw new InvalidArgumentError('Write an episode as the digest names it: A81001-stalled-1.');
}

type Noting = {
  readonly command: Command;
  readonly shell: Shell;
  readonly id: string;
  readonly json: boolean;
};
type Done = (by: string) => Pick<Act, 'at' | 'by'>;

async function noted({ command, shell, id, json }: Noting, actBy: (done: Done) => Act) {
  const { openMachine } = await import('../machine.ts');
  const machine = await openMachine(folderOf(command));
  try {
    const at = await momentOf(machine);
    const act = actBy((by) => ({ at, by }));
    const episode = await doAct(machine.episodes, id, act);
    if ('refused' in episode) throw new PlainError(episode.refused);
    if (json) printJson(shell, episode);
    else shell.print(inWords(episode, act));
  } finally {
    await machine.close();
  }
}

/** Made-up practices live in 2023: what is done about them is done on the day of the last run. */
async function momentOf({ folder, episodes }: Machine): Promise<Instant> {
  const lastRun = (await folder.sample()) === undefined ? undefined : await episodes.lastRun();
  return lastRun?.knownAt ?? now();
}

function inWords({ id, about, alert }: Episode, act: Act): string {
  const what = `${id}: ${about.name ?? alert.practice}. ${alert.because}`;
  switch (act.act) {
    case 'acknowledged':
      return `${what}\nAcknowledged by ${act.by}.`;
    case 'snoozed':
      return `${what}\nSnoozed by ${act.by} until ${longDay(act.until)}: ${act.reason}. It wakes by itself.`;
    case 'assigned':
      return `${what}\nAssigned to ${act.to} by ${act.by}.`;
    case 'chased':
      return `${what}\nChased by ${act.by} on ${longDay(act.on)}, by ${act.how}.`;
    default:
      return act satisfies never;
  }
}
