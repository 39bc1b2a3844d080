import { type Command, Option } from 'commander';
import { settleUncertain } from '../../functions/alert/settle-uncertain.ts';
import { DELIVERY_STATES, type Delivery, type DeliveryState } from '../../shared/alert/message.ts';
import { londonDay, longDay } from '../../shared/calendar/day.ts';
import { alertMachine } from '../alert-machine.ts';
import { PlainError } from '../plain-error.ts';
import { folderOf, printJson, type Shell } from '../shell.ts';
import { counted } from '../words.ts';

type Options = {
  readonly state?: DeliveryState;
  readonly again?: true;
  readonly drop?: true;
  readonly json?: true;
};

/** `rollout messages`: how far each message has got, and what a person decides of one that is in doubt. */
export function messagesCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('messages')
    .description('how far messages have got; those in doubt a person sends again or drops')
    .argument('[message]', 'one message, as the list names it')
    .addOption(new Option('--state <state>', 'only those that are').choices(DELIVERY_STATES))
    .option('--again', 'the message named did not arrive: send it once more')
    .option('--drop', 'the message named arrived, or is not wanted: never send it')
    .option('--json', 'as JSON');
  return command.action(async (id: string | undefined, options: Options) => {
    const machine = await alertMachine(folderOf(command));
    try {
      // What a killed run left behind is found out here too, and not only by the next run.
      await settleUncertain(machine.deps, 'messages');
      if (id === undefined) return await list(machine, options, shell);
      const delivery = await machine.deliveries.of(id);
      if (delivery === undefined) {
        throw new PlainError(`There is no message ${id}. "rollout messages" lists them.`);
      }
      const decided = await decideOn(machine, delivery, options);
      if (options.json) printJson(shell, shown(decided));
      else shell.print(inFull(decided));
    } finally {
      await machine.close();
    }
  });
}

type Machine = Awaited<ReturnType<typeof alertMachine>>;

async function decideOn(machine: Machine, delivery: Delivery, { again, drop }: Options) {
  if (again && drop) throw new PlainError('Say --again or --drop, not both.', 2);
  if (!again && !drop) return delivery;
  return machine.decide(delivery, again ? 'again' : 'drop');
}

async function list({ deliveries }: Machine, { state, again, drop, json }: Options, shell: Shell) {
  if (again || drop) throw new PlainError('Name the message that is meant.', 2);
  const states = state === undefined ? DELIVERY_STATES : [state];
  const found = (await Promise.all(states.map((one) => deliveries.inState(one)))).flat();
  found.sort((a, b) => (a.at === b.at ? 0 : a.at > b.at ? -1 : 1));
  if (json) return printJson(shell, found.map(shown));
  if (found.length === 0) return shell.print('There are no such messages.');
  const inDoubt = found.filter(({ state: is }) => ['uncertain', 'refused', 'dead'].includes(is));
  const begun = found.filter(({ state: is }) => is === 'begun');
  shell.print(
    [
      ...found.map((d) => `${d.state.padEnd(9)}  ${d.on}  ${d.id}  ${d.subject}`),
      '',
      counted(found.length, 'message'),
      ...(begun.length === 0
        ? []
        : [
            `${begun.length} under way, or left by a run that was killed: 15 minutes after it was begun such a one counts as in doubt.`,
          ]),
      ...(inDoubt.length === 0
        ? []
        : [
            `${inDoubt.length} for a person to decide: look whether it arrived, then "rollout messages MESSAGE --again" or "--drop".`,
          ]),
    ].join('\n'),
  );
}

/** Without what it says, and without what it was signed with. */
function shown({ message: _, ...delivery }: Delivery) {
  return delivery;
}

function inFull(delivery: Delivery): string {
  const { id, state, at, tries, why, subject, subscription, notBefore } = delivery;
  return [
    `${id}: ${subject}`,
    `To subscription ${subscription}, of ${longDay(delivery.on)}`,
    `${state} since ${at} (${longDay(londonDay(at))}), tried ${tries} times`,
    ...(notBefore === null ? [] : [`Tried again not before ${notBefore}`]),
    ...(why === null ? [] : [`Because: ${why}`]),
  ].join('\n');
}
