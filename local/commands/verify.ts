import { resolve } from 'node:path';
import type { Command } from 'commander';
import { longDay } from '../../shared/calendar/day.ts';
import { POLICY } from '../../shared/policy/timeline.ts';
import type { Check } from '../../shared/release/verify.ts';
import { objectLedger } from '../../shared/store/object-ledger.ts';
import { objectReports } from '../../shared/store/object-reports.ts';
import { codeVersion } from '../code-version.ts';
import { objectStores } from '../objects.ts';
import { PlainError } from '../plain-error.ts';
import { filesIn } from '../release-folder.ts';
import { folderOf, printJson, type Shell } from '../shell.ts';

type Options = { readonly json?: true };

/** `rollout verify`: holds a copy of a release against its manifest and, where there is one, the ledger. */
export function verifyCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('verify')
    .description('checks the files of a release, and works its figures out anew from the ledger')
    .argument('<dir>', 'the folder with its manifest.json')
    .option('--json', 'the checks as JSON');
  return command.action(async (dir: string, options: Options) => {
    const files = await filesIn(dir);
    // Loaded only here: working a release out brings what draws charts and writes workbooks.
    const { checkChain, checkEvidence, checkFigures, checkFiles, manifestAmong } = await import(
      '../../shared/release/verify.ts'
    );
    const manifest = manifestAmong(files);
    if (typeof manifest === 'string') throw new PlainError(`${resolve(dir)}: ${manifest}.`);
    const { evidence, reports } = await objectStores(folderOf(command).root);
    const facts = await objectLedger(evidence).all();
    const chain = await objectReports(reports).chain();
    const checks = [checkFiles(files, manifest)];
    if (chain.length > 0) checks.push(checkChain(files, manifest, chain));
    if (facts.length > 0) {
      checks.push(checkEvidence(manifest, facts));
      const code = { facts, entries: POLICY, codeVersion: codeVersion() };
      checks.push(await checkFigures(files, manifest, code));
    }
    const isSound = checks.every(({ fails }) => fails.length === 0);
    if (options.json) printJson(shell, { isSound, checks });
    else {
      const { scope, week, version } = manifest;
      shell.print(`Release of ${longDay(week)}, ${scope.name ?? scope.code}, version ${version}`);
      for (const check of checks) shell.print(linesOf(check));
      if (facts.length === 0)
        shell.print(
          'No ledger is at hand, so the figures were not worked out anew: name its folder by --data.',
        );
      shell.print(isSound ? 'It is sound.' : 'It is NOT sound.');
    }
    if (!isSound) shell.endWith(1);
  });
}

const MOST_LINES = 10;

function linesOf({ what, fails }: Check): string {
  if (fails.length === 0) return `  right: ${what}`;
  const shown = fails.slice(0, MOST_LINES).map((said) => `    ${said}`);
  const more = fails.length > MOST_LINES ? [`    and ${fails.length - MOST_LINES} more`] : [];
  return [`  WRONG: ${what}`, ...shown, ...more].join('\n');
}
