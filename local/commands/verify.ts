import { resolve } from 'node:path';
import type { Command } from 'commander';
import { longDay } from '../../shared/calendar/day.ts';
import { POLICY } from '../../shared/policy/timeline.ts';
import { sha256Of } from '../../shared/release/manifest.ts';
import {
  type Check,
  checkChain,
  checkEvidence,
  checkFiles,
  type Files,
  MANIFEST,
  manifestAmong,
} from '../../shared/release/verify.ts';
import { objectLedger } from '../../shared/store/object-ledger.ts';
import { objectReports } from '../../shared/store/object-reports.ts';
import { codeVersion } from '../code-version.ts';
import { objectStores } from '../objects.ts';
import { PlainError } from '../plain-error.ts';
import { filesIn } from '../release-folder.ts';
import { folderOf, printJson, type Shell } from '../shell.ts';
import { MADE_UP } from '../words.ts';

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
    const { checkFigures } = await import('../../shared/release/verify-figures.ts');
    const manifest = manifestAmong(files);
    if (typeof manifest === 'string') throw new PlainError(`${resolve(dir)}: ${manifest}.`);
    const { evidence, reports } = await objectStores(folderOf(command).root);
    const facts = await objectLedger(evidence).all();
    const chain = await objectReports(reports).chain();
    const checks = [checkFiles(files, manifest)];
    if (chain.length > 0 || facts.length > 0) checks.push(checkChain(files, manifest, chain));
    if (facts.length > 0) {
      checks.push(checkEvidence(files, manifest, facts));
      const code = { facts, entries: POLICY, codeVersion: codeVersion() };
      checks.push(await checkFigures(files, manifest, code));
    }
    const isSound = checks.every(({ fails }) => fails.length === 0);
    if (options.json) printJson(shell, { isSound, checks });
    else {
      const { scope, week, version } = manifest;
      if (manifest.madeUp) shell.print(`${MADE_UP}\n`);
      shell.print(`Release of ${longDay(week)}, ${scope.name ?? scope.code}, version ${version}`);
      for (const check of checks) shell.print(linesOf(check));
      shell.print(verdictOn(isSound, { files, isHeldAgainstLedger: facts.length > 0 }));
    }
    if (!isSound) shell.endWith(1);
  });
}

type Seen = { readonly files: Files; readonly isHeldAgainstLedger: boolean };

/** Files that agree with a manifest beside them say nothing of where both come from. */
function verdictOn(isSound: boolean, { files, isHeldAgainstLedger }: Seen): string {
  if (!isSound) return 'It is NOT sound.';
  if (isHeldAgainstLedger) return 'It is sound.';
  return [
    `The files agree with their manifest, whose SHA-256 is ${sha256Of(files.get(MANIFEST)!)}.`,
    'No ledger is at hand, so where it comes from was not checked, nor the figures worked out anew: name the data folder by --data.',
  ].join('\n');
}

const MOST_LINES = 10;

function linesOf({ what, fails }: Check): string {
  if (fails.length === 0) return `  right: ${what}`;
  const shown = fails.slice(0, MOST_LINES).map((said) => `    ${said}`);
  const more = fails.length > MOST_LINES ? [`    and ${fails.length - MOST_LINES} more`] : [];
  return [`  WRONG: ${what}`, ...shown, ...more].join('\n');
}
