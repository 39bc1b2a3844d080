import type { Command } from 'commander';
import type { Clocks } from '../../shared/calendar/clocks.ts';
import { shownDecision } from '../../shared/coverage/shown-decision.ts';
import type { Fact } from '../../shared/evidence/fact.ts';
import { knownFacts } from '../../shared/evidence/known.ts';
import { POLICY } from '../../shared/policy/timeline.ts';
import { isRegisterCode, type PracticeCode } from '../../shared/practice/code.ts';
import { checkProof } from '../../shared/state/check-proof/check-proof.ts';
import { decideInFull } from '../../shared/state/decide-in-full.ts';
import { type ClockOptions, clocksFrom, withClocks } from '../clock-options.ts';
import { PlainError } from '../plain-error.ts';
import { folderOf, printJson, type Shell, sayIfMadeUp } from '../shell.ts';
import { statePage } from '../state-page.ts';

type Options = ClockOptions & { readonly json?: true };

/** `rollout state CODE`: one practice's state under three clocks, with its proof. */
export function stateCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('state')
    .description("one practice's state, and why it is that")
    .argument('<code>', 'the practice code, like A81001')
    .option('--json', 'the whole decision with its proof, as JSON');
  return withClocks(command).action(async (word: string, options: Options) => {
    const folder = folderOf(command);
    const code = codeFrom(word);
    const { openMachine } = await import('../machine.ts');
    const machine = await openMachine(folder);
    try {
      const facts = await machine.index.of(code);
      const at = clocksFrom(options);
      refuseUnheardOf(code, facts, at);
      const decision = decideInFull(facts, at);
      refuseUnproved(checkProof(decision, POLICY, facts));
      await sayIfMadeUp(shell, folder, options.json ? 'data' : 'page');
      const shown = shownDecision(decision);
      if (options.json) {
        printJson(shell, shown);
        return;
      }
      shell.print(statePage(shown, nameIn(decision.proof.used)));
      shell.print('The independent checker finds that the proof holds.');
    } finally {
      await machine.close();
    }
  });
}

function codeFrom(word: string): PracticeCode {
  const code = word.trim().toUpperCase();
  if (isRegisterCode(code)) return code;
  throw new PlainError(
    `"${word}" is no practice code: write a letter and five digits, like A81001.`,
    2,
  );
}

function refuseUnheardOf(code: PracticeCode, facts: readonly Fact[], at: Clocks): void {
  if (facts.length === 0) {
    throw new PlainError(
      `Nobody has said anything about ${code} yet. Check the code, or submit a file that names it.`,
    );
  }
  if (knownFacts(facts, at.knownAt).length === 0) {
    throw new PlainError(
      `Nothing was known about ${code} at ${at.knownAt}. Ask with a later --known-at, or leave it out.`,
    );
  }
}

/** The independent checker has the last word on every answer; an objection is a failed check. */
function refuseUnproved(objections: readonly string[]): void {
  if (objections.length === 0) return;
  throw new PlainError(
    `The proof of this answer does not hold, so it is not shown: ${objections.join(' ')} Please report it.`,
  );
}

function nameIn(used: readonly Fact[]): string | null {
  const listing = used.findLast((fact) => fact.kind === 'listing');
  return listing?.kind === 'listing' ? listing.values.name : null;
}
