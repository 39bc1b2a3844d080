import { type Command, Option } from 'commander';
import { coverageCsv } from '../../shared/coverage/coverage-csv.ts';
import { coverageJson } from '../../shared/coverage/coverage-json.ts';
import {
  type CoverageRow,
  DENOMINATORS,
  type Denominator,
  SCOPE_TYPES,
  type ScopeType,
} from '../../shared/coverage/coverage-row.ts';
import { coverageTable } from '../../shared/coverage/coverage-table.ts';
import { objectLedger } from '../../shared/store/object-ledger.ts';
import { type ClockOptions, clocksFrom, withClocks } from '../clock-options.ts';
import { figuresAt } from '../figures.ts';
import { objectStores } from '../objects.ts';
import { PlainError } from '../plain-error.ts';
import { folderOf, type Shell, sayIfMadeUp } from '../shell.ts';

const FORMATS = ['table', 'csv', 'json'] as const;
const WRITTEN: Record<Format, (rows: readonly CoverageRow[]) => string> = {
  table: coverageTable,
  csv: coverageCsv,
  json: coverageJson,
};

type Format = (typeof FORMATS)[number];

type Options = ClockOptions & {
  readonly by: ScopeType;
  readonly denominator: Denominator;
  readonly format: Format;
  readonly json?: true;
};

/** `rollout coverage`: the figures, worked out from the ledger under three clocks. */
export function coverageCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('coverage')
    .description('how many practices and patients are covered, by any geography, on any day')
    .addOption(choice('--by <scope>', 'one row for each', SCOPE_TYPES, 'national'))
    .addOption(choice('--denominator <rule>', 'which practices count', DENOMINATORS, 'open'))
    .addOption(choice('--format <format>', 'how it is printed', FORMATS, 'table'))
    .option('--json', 'the same as --format json');
  return withClocks(command).action(async (options: Options) => {
    const folder = folderOf(command);
    const { evidence } = await objectStores(folder.root);
    const facts = await objectLedger(evidence).all();
    if (facts.length === 0) {
      throw new PlainError(
        `The data folder ${folder.root} holds no facts yet. Submit a register file first, or run npm start for the sample.`,
      );
    }
    const { by, denominator } = options;
    const rows = figuresAt(facts, clocksFrom(options))({ by, denominator });
    const format = options.json ? 'json' : options.format;
    await sayIfMadeUp(shell, folder, format === 'table' ? 'page' : 'data');
    shell.print(WRITTEN[format](rows).trimEnd());
  });
}

function choice(flags: string, says: string, choices: readonly string[], otherwise: string) {
  return new Option(flags, says).choices(choices).default(otherwise);
}
