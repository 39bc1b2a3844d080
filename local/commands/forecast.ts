import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Day, longDay } from '../../shared/calendar/day.ts';
import { clocksOfWeek, mondayOf } from '../../shared/calendar/week.ts';
import { addedUp } from '../../shared/coverage/forecast/back-test.ts';
import { coverOf, forecastTable } from '../../shared/coverage/forecast/forecast-table.ts';
import { type Forecasts, forecastsOf } from '../../shared/coverage/forecast/forecasts.ts';
import { allFacts } from '../all-facts.ts';
import { asDay, asMonday } from '../clock-options.ts';
import { forecastPage } from '../forecast-page.ts';
import { today } from '../now.ts';
import { PlainError } from '../plain-error.ts';
import { folderOf, printJson, type Shell, sayIfMadeUp } from '../shell.ts';
import { TABLE_FORMATS, type TableFormat, tableData } from '../table-text.ts';

/** The cuts that have practices enough. */
const LEVELS = ['national', 'region', 'icb', 'sub-icb'] as const;

type Options = {
  readonly by: (typeof LEVELS)[number];
  readonly scope?: string;
  readonly target?: number;
  readonly deadline?: Day;
  readonly week?: Day;
  readonly format: TableFormat;
};

/** `rollout forecast`: when a target is reached, as a range, and how good such ranges were so far. */
export function forecastCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('forecast')
    .description('when a target is reached, as a range, and how good such ranges were')
    .addOption(
      new Option('--by <scope>', 'one forecast for each').choices(LEVELS).default('national'),
    )
    .option('--scope <code>', 'only this one of them, such as QHM')
    .option(
      '--target <percent>',
      'the share of practices to be live (default: the target in force)',
      asPercent,
    )
    .option(
      '--deadline <day>',
      'also the share expected on this day (default: the target’s own)',
      asDay,
    )
    .option(
      '--week <monday>',
      'as known at the release of this week (default: this week)',
      asMonday,
    )
    .addOption(
      new Option('--format <format>', 'how it is printed').choices(TABLE_FORMATS).default('table'),
    );
  return command.action(async (options: Options) => {
    const folder = folderOf(command);
    const { by, format, week = mondayOf(today()) } = options;
    const forecasts = forecastsOf(await allFacts(folder), {
      by,
      clocks: clocksOfWeek(week),
      target: options.target ?? null,
      deadline: options.deadline ?? null,
    });
    if (forecasts === null) {
      throw new PlainError(`No target was in force on ${longDay(week)}. Name one: --target 90`);
    }
    const shown = options.scope === undefined ? forecasts : only(options.scope, forecasts, by);
    await sayIfMadeUp(shell, folder, format === 'table' ? 'page' : 'data');
    if (format === 'table') shell.print(forecastPage(shown));
    else if (format === 'csv') shell.print(tableData(forecastTable(shown), 'csv'));
    else printJson(shell, inJson(shown));
  });
}

function inJson(forecasts: Forecasts) {
  const { target, deadline, upTo, together } = forecasts;
  return {
    target_pct: target,
    deadline,
    history_to: upTo,
    back_test: { ...together, cover_pct: coverOf(together) },
    forecasts: forecastTable(forecasts).rows,
  };
}

function only(scope: string, forecasts: Forecasts, by: string): Forecasts {
  const wanted = scope.trim().toUpperCase();
  const scopes = forecasts.scopes.filter(({ code }) => code.toUpperCase() === wanted);
  if (scopes.length === 0) {
    throw new PlainError(
      `There is no ${by} "${scope}" with practices in that week. Its codes: ${forecasts.scopes.map(({ code }) => code).join(', ')}.`,
    );
  }
  return { ...forecasts, scopes, together: addedUp(scopes.map(({ backTest }) => backTest)) };
}

function asPercent(text: string): number {
  const percent = Number(text.replace(/%$/, ''));
  if (/^\d{1,3}(\.\d)?%?$/.test(text) && percent > 0 && percent <= 100) return percent;
  throw new InvalidArgumentError('Write a percentage over 0, up to 100, such as 90.');
}
