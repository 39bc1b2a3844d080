import { Command } from 'commander';
import {
  acknowledgeCommand,
  assignCommand,
  chaseCommand,
  snoozeCommand,
} from './commands/alert-acts.ts';
import { alertsCommand } from './commands/alerts.ts';
import { checkCommand } from './commands/check.ts';
import { contradictionsCommand } from './commands/contradictions.ts';
import { coverageCommand } from './commands/coverage.ts';
import { digestCommand } from './commands/digest.ts';
import { dpiasCommand } from './commands/dpias.ts';
import { eraseCommand } from './commands/erase.ts';
import { forecastCommand } from './commands/forecast.ts';
import { grantCommand } from './commands/grant.ts';
import { mappingCommand } from './commands/mapping.ts';
import { membersCommand } from './commands/members.ts';
import { messagesCommand } from './commands/messages.ts';
import { movedCommand } from './commands/moved.ts';
import { receiptsCommand } from './commands/receipts.ts';
import { releaseCommand } from './commands/release.ts';
import { replayCommand } from './commands/replay.ts';
import { replyCommand } from './commands/reply.ts';
import { retractCommand } from './commands/retract.ts';
import { reviewCommand } from './commands/review.ts';
import { rulesCommand } from './commands/rules.ts';
import { sampleCommand } from './commands/sample.ts';
import { stateCommand } from './commands/state.ts';
import { submitCommand } from './commands/submit.ts';
import { subscriptionsCommand } from './commands/subscriptions.ts';
import { templatesCommand } from './commands/templates.ts';
import { verifyCommand } from './commands/verify.ts';
import { whatIfCommand } from './commands/what-if.ts';
import { explained } from './explained.ts';
import { type Shell, withData } from './shell.ts';

const COMMANDS = [
  submitCommand,
  checkCommand,
  grantCommand,
  stateCommand,
  coverageCommand,
  releaseCommand,
  verifyCommand,
  movedCommand,
  forecastCommand,
  whatIfCommand,
  contradictionsCommand,
  alertsCommand,
  digestCommand,
  acknowledgeCommand,
  snoozeCommand,
  assignCommand,
  chaseCommand,
  subscriptionsCommand,
  messagesCommand,
  membersCommand,
  rulesCommand,
  receiptsCommand,
  templatesCommand,
  mappingCommand,
  reviewCommand,
  replyCommand,
  dpiasCommand,
  retractCommand,
  eraseCommand,
  replayCommand,
  sampleCommand,
];

/**
 * Runs one command line. The exit code is told to the shell: 0 fine; 1 the file was refused, no row
 * was good, or a check failed; 2 wrong usage. Nothing is thrown, and no stack trace is printed.
 */
export async function run(words: readonly string[], shell: Shell): Promise<void> {
  try {
    await programFor(shell).parseAsync(words, { from: 'user' });
  } catch (error) {
    shell.endWith(explained(error, shell));
  }
}

function programFor(shell: Shell): Command {
  const program = withData(new Command('rollout'))
    .description(
      'How far GP practices have got with automatic record access: files in, states and coverage out.',
    )
    .showHelpAfterError('Add --help to see what it takes.')
    .configureOutput({
      writeOut: (text) => shell.print(text.trimEnd()),
      writeErr: (text) => shell.note(text.trimEnd()),
    })
    .exitOverride();
  for (const add of COMMANDS) withData(add(program, shell));
  return program;
}
