import { type Command, Option } from 'commander';
import { type Day, longDay } from '../../shared/calendar/day.ts';
import { contradictionsTable } from '../../shared/coverage/contradictions.ts';
import type { Table } from '../../shared/coverage/table.ts';
import { policyInForce } from '../../shared/policy/timeline.ts';
import { groupByPractice, practicesOnDay } from '../../shared/state/practice-on-day.ts';
import { allFacts } from '../all-facts.ts';
import { type ClockOptions, clocksFrom, withClocks } from '../clock-options.ts';
import { folderOf, type Shell, sayIfMadeUp } from '../shell.ts';
import { TABLE_FORMATS, type TableFormat, tableData, tableText } from '../table-text.ts';
import { counted } from '../words.ts';

type Options = ClockOptions & { readonly icb?: string; readonly format: TableFormat };

/** `rollout contradictions`: practices whose own word and whose supplier's extract cannot both be right. */
export function contradictionsCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('contradictions')
    .description(
      'practices whose own word their supplier’s extract contradicts, most patients first',
    )
    .option('--icb <code>', 'only the practices of this ICB, such as QHM')
    .addOption(
      new Option('--format <format>', 'how it is printed').choices(TABLE_FORMATS).default('table'),
    );
  return withClocks(command).action(async (options: Options) => {
    const folder = folderOf(command);
    const at = clocksFrom(options);
    const icb = options.icb?.trim().toUpperCase();
    const practices = practicesOnDay(
      groupByPractice(await allFacts(folder)),
      at,
      policyInForce(at),
    ).filter(({ place }) => icb === undefined || place.icb === icb);
    const table = contradictionsTable(practices);
    const { format } = options;
    await sayIfMadeUp(shell, folder, format === 'table' ? 'page' : 'data');
    shell.print(format === 'table' ? page(table, at.validAt) : tableData(table, format));
  });
}

function page(table: Table, on: Day): string {
  const { rows, title, says } = table;
  const patients = rows.reduce((sum, row) => sum + Number(row['patients']), 0);
  if (rows.length === 0) return `${title} on ${longDay(on)}: no practice contradicts its supplier.`;
  const keys = ['practice_code', 'practice_name', 'icb_code', 'patients', 'means'];
  return [
    `${title} on ${longDay(on)}: ${counted(rows.length, 'practice')}, ${counted(patients, 'patient')}`,
    says,
    '',
    tableText(table, keys),
    '',
    'Every column: --format csv or json',
  ].join('\n');
}
