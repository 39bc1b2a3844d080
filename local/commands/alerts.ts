import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { Episode } from '../../shared/alert/episode.ts';
import { standingOf } from '../../shared/alert/episodes/standing.ts';
import { type Day, longDay } from '../../shared/calendar/day.ts';
import { isMonday, mondays } from '../../shared/calendar/week.ts';
import { POLICY, policyInForce } from '../../shared/policy/timeline.ts';
import { type AlertMachine, alertMachine } from '../alert-machine.ts';
import { alertsPage } from '../alerts-page.ts';
import { asDay, asMonday } from '../clock-options.ts';
import { deliveredInWords } from '../delivered-in-words.ts';
import { now, today } from '../now.ts';
import { tellOperatorsOn } from '../operators-told.ts';
import { PlainError } from '../plain-error.ts';
import { policyEntriesIn } from '../policy-entries.ts';
import { knownOn } from '../rehearsal.ts';
import { rehearsalAnswer } from '../rehearsal-answer.ts';
import { folderOf, printJson, type Shell, sayIfMadeUp } from '../shell.ts';
import { counted } from '../words.ts';

const FORMATS = ['text', 'html', 'json'] as const;

type Options = {
  readonly icb?: string;
  readonly json?: true;
  readonly run?: true;
  readonly rehearse?: true;
  readonly asOf?: Day;
  readonly from?: Day;
  readonly policy?: string;
  readonly format: (typeof FORMATS)[number];
  readonly out?: string;
};

/** `rollout alerts`: what is open; with --run the alert step itself, with --rehearse what it would do. */
export function alertsCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('alerts')
    .description('alerts that are open, worst first; --rehearse: who would be told what, and why')
    .option('--icb <code>', 'only the practices of this ICB, such as QHM')
    .option('--run', 'looks at every practice now, and tells subscribers what is new')
    .option('--rehearse', 'the same with nothing sent and nothing kept')
    .option(
      '--as-of <day>',
      'the day to look at (default: today); a Monday brings the digests',
      asDay,
    )
    .option('--from <monday>', 'week by week from this Monday on', asMonday)
    .option('--policy <file>', 'with --rehearse: other thresholds, and which alerts they change')
    .addOption(
      new Option('--format <format>', 'how a rehearsal is written')
        .choices(FORMATS)
        .default('text'),
    )
    .option('--out <file>', 'with --rehearse: write it there')
    .option('--json', 'as JSON');
  return command.action(async (given: Options) => {
    const options = given.json ? ({ ...given, format: 'json' } as const) : given;
    refuseMixed(options);
    const folder = folderOf(command);
    const machine = await alertMachine(folder);
    try {
      if (options.run) await run(machine, options, shell);
      else if (options.rehearse) await rehearsal(machine, options, shell);
      else await list(machine, options, shell);
    } finally {
      await machine.close();
    }
  });
}

function refuseMixed({ run, rehearse, asOf, from, policy, out, format }: Options): void {
  if (run && rehearse) throw new PlainError('Say --run or --rehearse, not both.', 2);
  if (!run && !rehearse && (asOf !== undefined || from !== undefined)) {
    throw new PlainError('--as-of and --from go with --run or --rehearse.', 2);
  }
  if (!rehearse && (policy !== undefined || out !== undefined || format === 'html')) {
    throw new PlainError('--policy, --out and --format html go with --rehearse.', 2);
  }
  const last = asOf ?? today();
  if (from !== undefined && from > last) {
    throw new PlainError(`--from ${from} is after ${last}. Begin on an earlier Monday.`, 2);
  }
}

async function rehearsal(machine: AlertMachine, options: Options, shell: Shell): Promise<void> {
  const { policy, format, out, icb } = options;
  const given = policy === undefined ? null : await policyEntriesIn(policy);
  await sayIfMadeUp(
    shell,
    machine.folder,
    format === 'text' && out === undefined ? 'page' : 'data',
  );
  const answer = await rehearsalAnswer(machine, {
    asOf: options.asOf ?? today(),
    ...(options.from !== undefined && { from: options.from }),
    given,
    format,
    icb: icb?.trim().toUpperCase() ?? null,
  });
  if (out === undefined) return shell.print(answer);
  await writeFile(out, `${answer}\n`);
  shell.note(`Written to ${out}`);
}

async function run(machine: AlertMachine, { asOf, from, format }: Options, shell: Shell) {
  const last = asOf ?? today();
  if (last > today()) {
    throw new PlainError(`${longDay(last)} has not come yet; --rehearse looks ahead.`);
  }
  await sayIfMadeUp(shell, machine.folder, format === 'json' ? 'data' : 'page');
  const days = from === undefined ? [] : mondays(from, last).filter((on) => on < last);
  const reports = [];
  for (const on of [...days, last]) {
    const knownAt = asOf === undefined && on === last ? now() : knownOn(on);
    const report = await machine.run({ validAt: on, knownAt, week: isMonday(on) ? on : null });
    reports.push(report);
    if (on === last)
      await tellOperatorsOn(machine, knownAt, report.deliveries.counts['over-cap'] > 0);
    const { opened, closed, changed, open, deliveries } = report;
    if (format === 'json') continue;
    shell.print(
      `${longDay(report.clocks.validAt)}: ${opened} opened, ${closed} closed, ${changed} changed; ${counted(open, 'alert')} open. ${deliveredInWords(deliveries)}.`,
    );
    if (report.held.length > 0) {
      shell.note(
        `Another run is telling ${report.held.join(', ')}. Run this once more when it is over.`,
      );
    }
  }
  if (format === 'json') printJson(shell, reports);
}

async function list({ episodes, folder }: AlertMachine, { icb, json }: Options, shell: Shell) {
  const lastRun = await episodes.lastRun();
  if (lastRun === undefined) {
    throw new PlainError(
      'The alert step has not run on this folder yet. Run it with: rollout alerts --run (or --run --as-of 2023-12-04 for the sample).',
    );
  }
  await sayIfMadeUp(shell, folder, json ? 'data' : 'page');
  const code = icb?.trim().toUpperCase();
  const open = (await episodes.open()).filter(
    ({ about }) => code === undefined || about.icb === code,
  );
  const on = lastRun.validAt;
  const { ladder } = policyInForce({ validAt: on, rulesAt: on }, POLICY);
  if (json)
    return printJson(
      shell,
      open.map((episode) => shown(episode, { on, ladder })),
    );
  shell.print(alertsPage({ episodes: open, on, ladder, icb: code ?? null }));
}

function shown(episode: Episode, at: Parameters<typeof standingOf>[1]) {
  return { ...episode, standing: standingOf(episode, at) };
}
