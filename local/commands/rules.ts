import type { Command } from 'commander';
import { type Day, longDay } from '../../shared/calendar/day.ts';
import { type RuleRow, rulesTable } from '../../shared/policy/rule-book.ts';
import { rulesAtOption } from '../clock-options.ts';
import { today } from '../now.ts';
import { folderOf, printJson, type Shell, sayIfMadeUp } from '../shell.ts';

type Options = { readonly rulesAt?: Day; readonly json?: true };

/** `rollout rules`: the policy as it had been announced by a day, each entry with its source. */
export function rulesCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('rules')
    .description('the policy as it had been announced by a day, and where each rule is written')
    .addOption(rulesAtOption('(default: today)'))
    .option('--json', 'the entries as JSON');
  return command.action(async (options: Options) => {
    const rulesAt = options.rulesAt ?? today();
    const rows = rulesTable({ rulesAt });
    await sayIfMadeUp(shell, folderOf(command), options.json ? 'data' : 'page');
    if (options.json) printJson(shell, rows);
    else shell.print(page(rulesAt, rows));
  });
}

function page(rulesAt: Day, rows: readonly RuleRow[]): string {
  const title = `The rules as announced by ${longDay(rulesAt)}: ${rows.length} entries`;
  return [title, ...rows.map(ruleText)].join('\n\n');
}

function ruleText(row: RuleRow): string {
  return [
    `${row.id} (${row.standing})`,
    `  ${row.says}`,
    `  ${row.topic}: ${row.rule}`,
    `  Announced ${longDay(row.announcedOn)}, effective from ${longDay(row.effectiveFrom)}. Source: ${row.source}`,
  ].join('\n');
}
