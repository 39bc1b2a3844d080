import { type Command, Option } from 'commander';
import type { Clocks } from '../../shared/calendar/clocks.ts';
import type { Day } from '../../shared/calendar/day.ts';
import { clocksOfWeek } from '../../shared/calendar/week.ts';
import { placeNames } from '../../shared/coverage/coverage.ts';
import {
  DENOMINATORS,
  type Denominator,
  SCOPE_TYPES,
  type ScopeType,
} from '../../shared/coverage/coverage-row.ts';
import { movedPage, moversPage } from '../../shared/coverage/moved/moved-page.ts';
import { movedTable, movementTable } from '../../shared/coverage/moved/moved-tables.ts';
import { movement } from '../../shared/coverage/moved/movement.ts';
import { whoMoved } from '../../shared/coverage/moved/who-moved.ts';
import type { Table } from '../../shared/coverage/table.ts';
import type { Fact } from '../../shared/evidence/fact.ts';
import { tableCsv } from '../../shared/release/files/csv.ts';
import { groupByPractice } from '../../shared/state/practice-on-day.ts';
import { objectLedger } from '../../shared/store/object-ledger.ts';
import { asDay } from '../clock-options.ts';
import { figuresAt } from '../figures.ts';
import { objectStores } from '../objects.ts';
import { PlainError } from '../plain-error.ts';
import { folderOf, printJson, type Shell, sayIfMadeUp } from '../shell.ts';

const FORMATS = ['table', 'csv', 'json'] as const;

type Options = {
  readonly from: Day;
  readonly to: Day;
  readonly by: ScopeType;
  readonly denominator: Denominator;
  readonly practices?: true;
  readonly format: (typeof FORMATS)[number];
  readonly json?: true;
};

/** `rollout moved`: what changed between two releases, and why, each under the clocks of its day. */
export function movedCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('moved')
    .description('which practices moved between two weeks, by cause; the parts add up')
    .requiredOption('--from <day>', 'the earlier release, as known at 06:00 of its day', asDay)
    .requiredOption('--to <day>', 'the later release', asDay)
    .addOption(choice('--by <scope>', 'added up for each', SCOPE_TYPES, 'national'))
    .addOption(choice('--denominator <rule>', 'which practices count', DENOMINATORS, 'open'))
    .option('--practices', 'each practice that moved, with what is behind it')
    .addOption(choice('--format <format>', 'how it is printed', FORMATS, 'table'))
    .option('--json', 'the same as --format json');
  return command.action(async (options: Options) => {
    const folder = folderOf(command);
    const { evidence } = await objectStores(folder.root);
    const facts = await objectLedger(evidence).all();
    if (facts.length === 0) {
      throw new PlainError(
        `The data folder ${folder.root} holds no facts yet. Submit a register file first, or run npm start for the sample.`,
      );
    }
    const format = options.json ? 'json' : options.format;
    await sayIfMadeUp(shell, folder, format === 'table' ? 'page' : 'data');
    const { page, table } = answerFrom(facts, options);
    if (format === 'table') shell.print(page().trimEnd());
    else if (format === 'csv') shell.print(tableCsv(table()).trimEnd());
    else printJson(shell, rowsOf(table()));
  });
}

function choice(flags: string, says: string, choices: readonly string[], otherwise: string) {
  return new Option(flags, says).choices(choices).default(otherwise);
}

type Answer = { readonly page: () => string; readonly table: () => Table };

/** The answer as a page and as a table, each worked out when it is asked for. */
function answerFrom(facts: readonly Fact[], options: Options): Answer {
  const { by, denominator } = options;
  const [from, to] = [clocksOfWeek(options.from), clocksOfWeek(options.to)];
  const legs = whoMoved(groupByPractice(facts), { from, to, denominator });
  if (options.practices) {
    return {
      page: () => moversPage(legs, { from, to }),
      table: () => movedTable(legs, { from, to, denominator }),
    };
  }
  const rows = movement(legs, { by });
  const figures = (at: Clocks) => figuresAt(facts, at)({ by, denominator });
  return {
    page: () => movedPage({ from, to, rows, before: figures(from), after: figures(to) }),
    table: () => movementTable(rows, placeNames(facts, to)),
  };
}

/** Every row with its keys in the order of the columns, null where there is no data. */
function rowsOf({ columns, rows }: Table) {
  const cells = (row: (typeof rows)[number]) => columns.map(({ key }) => [key, row[key] ?? null]);
  return rows.map((row) => Object.fromEntries(cells(row)));
}
