import { type Command, Option } from 'commander';
import type { Clocks } from '../../shared/calendar/clocks.ts';
import { type Day, longDay } from '../../shared/calendar/day.ts';
import { coverage, type PlaceNames, placeNames } from '../../shared/coverage/coverage.ts';
import {
  type CoverageRow,
  SCOPE_TYPES,
  type ScopeType,
} from '../../shared/coverage/coverage-row.ts';
import { counted } from '../../shared/coverage/figure-words.ts';
import type { PracticeOnDay } from '../../shared/coverage/practice-on-day.ts';
import { assumedDeadline, assumeLive } from '../../shared/coverage/what-if/assumptions.ts';
import { impactOf } from '../../shared/coverage/what-if/impact.ts';
import { figuresTable, flipsTable } from '../../shared/coverage/what-if/what-if-tables.ts';
import type { Fact } from '../../shared/evidence/fact.ts';
import type { PolicyEntry } from '../../shared/policy/entry.ts';
import { withEntries } from '../../shared/policy/policy-file.ts';
import { applies, POLICY, policyInForce } from '../../shared/policy/timeline.ts';
import type { PracticeCode } from '../../shared/practice/code.ts';
import { groupByPractice, practicesOnDay } from '../../shared/state/practice-on-day.ts';
import { allFacts } from '../all-facts.ts';
import { asDay, type ClockOptions, clocksFrom, withClocks } from '../clock-options.ts';
import { PlainError } from '../plain-error.ts';
import { policyEntriesIn } from '../policy-entries.ts';
import { folderOf, printJson, type Shell, sayIfMadeUp } from '../shell.ts';
import { TABLE_FORMATS, type TableFormat, tableData } from '../table-text.ts';
import { type WhatIf, whatIfPage } from '../what-if-page.ts';

type Options = ClockOptions & {
  readonly policy?: string;
  readonly live?: string;
  readonly deadline?: Day;
  readonly by: ScopeType;
  readonly format: TableFormat;
};

/** `rollout what-if`: the figures and practices under another policy or with more switched on; nothing is written. */
export function whatIfCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('what-if')
    .description('figures before and after, and the practices that change; nothing is written')
    .option(
      '--policy <file>',
      'JSON with policy entries, as in docs/policy-timeline.json; the same id replaces',
    )
    .option('--live <codes>', 'practices taken as switched on, such as A81001,A81002')
    .option('--deadline <day>', 'another deadline in the contract', asDay)
    .addOption(
      new Option('--by <scope>', 'the figures of each').choices(SCOPE_TYPES).default('icb'),
    )
    .addOption(
      new Option('--format <format>', 'how it is printed; csv: the practices that change')
        .choices(TABLE_FORMATS)
        .default('table'),
    );
  return withClocks(command).action(async (options: Options) => {
    const { policy, live, deadline, format } = options;
    if (policy === undefined && live === undefined && deadline === undefined) {
      throw new PlainError('Say what to assume: --policy FILE, --live CODES or --deadline DAY.', 2);
    }
    const folder = folderOf(command);
    const at = clocksFrom(options);
    const given = policy === undefined ? [] : await policyEntriesIn(policy);
    const whatIf = workedOut({ facts: await allFacts(folder), at, given, options });
    await sayIfMadeUp(shell, folder, format === 'table' ? 'page' : 'data');
    if (format === 'table') shell.print(whatIfPage(whatIf));
    else if (format === 'csv') shell.print(tableData(flipsTable(whatIf.flips), 'csv'));
    else printJson(shell, inJson(whatIf));
  });
}

type Ask = {
  readonly facts: readonly Fact[];
  readonly at: Clocks;
  readonly given: readonly PolicyEntry[];
  readonly options: Options;
};

function workedOut({ facts, at, given, options }: Ask): WhatIf {
  const { deadline, live, by } = options;
  const grouped = groupByPractice(facts);
  const timeline = withEntries(POLICY, given).entries;
  const after =
    deadline === undefined
      ? timeline
      : withEntries(timeline, [assumedDeadline(timeline, deadline, at)]).entries;
  const assumed = assumedSwitchOns(live, grouped, at);
  const impact = impactOf({ grouped, at, before: POLICY, after, assumed: assumed.facts });
  const names = placeNames(facts, at);
  const figures = figuresTable(
    rowsOf(impact.before, { by, at, names, entries: POLICY }),
    rowsOf(impact.after, { by, at, names, entries: after }),
  );
  return {
    at,
    assumed: [
      ...given.map((entry) => `${entry.id}: ${entry.says}`),
      ...(live === undefined ? [] : [assumed.says]),
      ...(deadline === undefined ? [] : [`the deadline in the contract is ${longDay(deadline)}`]),
    ],
    noted: [...given.filter((entry) => !applies(entry, at)).map(notYet), ...assumed.noted],
    figures,
    flips: impact.flips,
  };
}

function notYet({ id, announcedOn, effectiveFrom }: PolicyEntry): string {
  return `${id} has no effect under these clocks: it is announced on ${longDay(announcedOn)} and effective from ${longDay(effectiveFrom)}. Move --rules-at and --valid-at.`;
}

function assumedSwitchOns(
  live: string | undefined,
  grouped: ReadonlyMap<PracticeCode, readonly Fact[]>,
  at: Clocks,
) {
  const codes = (live ?? '').split(/[\s,;]+/).filter((code) => code !== '');
  const practices = codes.length === 0 ? [] : practicesOnDay(grouped, at, policyInForce(at));
  const upper = codes.map((code) => code.toUpperCase());
  const { facts, left } = assumeLive({ codes: upper, practices, grouped, at });
  return {
    facts,
    says: `${counted(facts.length)} ${facts.length === 1 ? 'practice is' : 'practices are'} switched on by their supplier: ${facts.map(({ practice }) => practice).join(', ') || 'none'}`,
    noted: left.map(({ code, because }) => `${code} is not assumed live: ${because}.`),
  };
}

type Cut = {
  readonly by: ScopeType;
  readonly at: Clocks;
  readonly names: PlaceNames;
  readonly entries: readonly PolicyEntry[];
};

/** England's figures, then those of the cut. */
function rowsOf(
  practices: readonly PracticeOnDay[],
  { by, at, names, entries }: Cut,
): readonly CoverageRow[] {
  const policy = policyInForce(at, entries);
  const cuts = [...new Set<ScopeType>(['national', by])];
  return cuts.flatMap((cut) =>
    coverage(practices, { by: cut, denominator: 'open', policy, names }),
  );
}

function inJson({ at, assumed, noted, figures, flips }: WhatIf) {
  const practices = flipsTable(flips).rows;
  return { clocks: at, assumed, noted, figures: figures.rows, practices };
}
