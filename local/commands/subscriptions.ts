import { randomBytes, randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { RULES, type Rule } from '../../shared/alert/rule.ts';
import type { Subscription } from '../../shared/alert/subscription.ts';
import { nameOfScope } from '../../shared/alert/subscriptions/name-of-scope.ts';
import { newSubscription } from '../../shared/alert/subscriptions/new-subscription.ts';
import { withPaces } from '../../shared/alert/subscriptions/with-paces.ts';
import { newSecret } from '../../shared/alert/webhooks/secret.ts';
import { asDay } from '../clock-options.ts';
import { type Machine, openMachine } from '../machine.ts';
import { today } from '../now.ts';
import { PlainError } from '../plain-error.ts';
import { folderOf, printJson, type Shell } from '../shell.ts';
import { type AddOptions, channelIn, scopeIn } from '../subscription-options.ts';
import { counted } from '../words.ts';

/** `rollout subscriptions`: who is told of alerts, of which, and how soon. */
export function subscriptionsCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('subscriptions')
    .description('who is told of alerts, of which, and how soon');
  list(command, shell);
  add(command, shell);
  change(command, shell);
  end(command, shell);
  works(command, shell);
  return command;
}

function list(parent: Command, shell: Shell): void {
  const command = parent
    .command('list', { isDefault: true })
    .description('all subscriptions, and addresses that nothing is sent to any more')
    .option('--json', 'as JSON; without secrets');
  command.action(async ({ json }: { json?: true }) => {
    await withStores(command, async ({ subscriptions }) => {
      const all = await subscriptions.all();
      const suppressed = await subscriptions.suppressed();
      if (json) return printJson(shell, all.map(shown));
      if (all.length === 0) {
        shell.print(
          'Nobody is subscribed. Add somebody with: rollout subscriptions add --to ADDRESS --icb CODE',
        );
        return;
      }
      shell.print(
        [
          ...all.map((subscription) => line(subscription, suppressed)),
          '',
          `${counted(all.length, 'subscription')}`,
        ].join('\n'),
      );
    });
  });
}

function add(parent: Command, shell: Shell): void {
  const command = parent
    .command('add')
    .description('subscribes an address, or a system, to the alerts of a place')
    .option('--to <address>', 'the e-mail address')
    .option('--webhook <url>', 'an address of a system, see docs/webhooks.md')
    .option('--icb <code>', 'all practices of an ICB')
    .option('--sub-icb <code>', 'of a sub-ICB location')
    .option('--pcn <code>', 'of a primary care network')
    .option('--practices <codes>', 'these practices, such as A81001,A81002')
    .option('--practice <code>', 'a practice itself: reminders, and when its state changes')
    .option('--paces <rules>', 'how soon: all=weekly,booking-missed=immediate,contradiction=none')
    .option('--since <day>', 'nothing that was so before is told at once (default: today)', asDay)
    .option('--quiet', 'no digest when there is nothing to say')
    .option('--json', 'the subscription as JSON');
  command.action(async (options: AddOptions) => {
    const made = newSubscription({
      id: `sub-${randomBytes(4).toString('hex')}`,
      token: randomUUID().replaceAll('-', ''),
      secret: newSecret(randomBytes(24)),
      channel: channelIn(options),
      audience: options.practice === undefined ? 'commissioner' : 'practice',
      scope: scopeIn(options),
      ...(options.paces !== undefined && { paces: options.paces }),
      saysNothingNew: options.quiet !== true,
      since: options.since ?? today(),
      allowLocal: true,
    });
    if ('refused' in made) throw new PlainError(made.refused, 2);
    await withStores(command, async ({ subscriptions }) => {
      await subscriptions.save(made);
    });
    if (options.json) printJson(shell, shown(made));
    else shell.print(added(made));
  });
}

function change(parent: Command, shell: Shell): void {
  const command = parent
    .command('change')
    .description('changes how soon a subscription is told of what')
    .argument('<subscription>')
    .requiredOption('--paces <rules>', `a pace for each of: ${RULES.join(', ')}, or all`)
    .option('--json', 'the subscription as JSON');
  command.action(async (id: string, { paces, json }: { paces: string; json?: true }) => {
    await withStores(command, async ({ subscriptions }) => {
      const changed = withPaces(await known(subscriptions, id), paces);
      if ('refused' in changed) throw new PlainError(changed.refused, 2);
      if ((await subscriptions.save(changed)) === 'ended') {
        throw new PlainError(`${id} has ended. Add a new subscription instead.`);
      }
      if (json) printJson(shell, shown(changed));
      else shell.print(line(changed, new Map()));
    });
  });
}

function end(parent: Command, shell: Shell): void {
  const command = parent
    .command('end')
    .description('ends a subscription: nothing is sent any more')
    .argument('<subscription>');
  command.action(async (id: string) => {
    await withStores(command, async ({ subscriptions }) => {
      const subscription = await known(subscriptions, id);
      if (subscription.endedOn === null) {
        await subscriptions.save({ ...subscription, endedOn: today() });
      }
      shell.print(`${id} has ended: nothing is sent for it any more.`);
    });
  });
}

function works(parent: Command, shell: Shell): void {
  const command = parent
    .command('works')
    .description('says that an address works again, after its mail had come back')
    .argument('<address>');
  command.action(async (address: string) => {
    await withStores(command, async ({ subscriptions }) => {
      await subscriptions.release(address.trim().toLowerCase());
      shell.print(`Mail is sent to ${address.trim()} again.`);
    });
  });
}

async function withStores(command: Command, work: (machine: Machine) => Promise<void>) {
  const machine = await openMachine(folderOf(command));
  try {
    await work(machine);
  } finally {
    await machine.close();
  }
}

async function known(store: Machine['subscriptions'], id: string): Promise<Subscription> {
  const found = await store.of(id);
  if (found === undefined) {
    throw new PlainError(`There is no subscription ${id}. "rollout subscriptions" lists them.`);
  }
  return found;
}

/** Without what it proves itself and signs with. */
function shown({ token: _, channel, ...subscription }: Subscription) {
  return {
    ...subscription,
    channel: channel.type === 'webhook' ? { ...channel, secret: '…' } : channel,
  };
}

function line(
  subscription: Subscription,
  suppressed: ReadonlyMap<string, { why: string }>,
): string {
  const { id, channel, audience, scope, paces, endedOn } = subscription;
  const where = channel.type === 'email' ? channel.to : channel.url;
  const bounced = channel.type === 'email' && suppressed.get(channel.to.toLowerCase());
  const notes = [
    audience === 'practice' ? 'the practice itself' : pacesInWords(paces),
    ...(endedOn === null ? [] : [`ended ${endedOn}`]),
    ...(bounced ? [`nothing is sent: ${bounced.why}`] : []),
  ];
  return `${id}  ${where}  ${nameOfScope(scope)}  (${notes.join('; ')})`;
}

function pacesInWords(paces: Subscription['paces']): string {
  const by = (pace: string) => RULES.filter((rule: Rule) => paces[rule] === pace);
  const [immediate, none] = [by('immediate'), by('none')];
  if (immediate.length + none.length === 0) return 'weekly';
  return [
    'weekly',
    ...(immediate.length > 0 ? [`at once: ${immediate.join(', ')}`] : []),
    ...(none.length > 0 ? [`not: ${none.join(', ')}`] : []),
  ].join('; ');
}

function added(subscription: Subscription): string {
  const { id, channel, scope } = subscription;
  const where = channel.type === 'email' ? channel.to : channel.url;
  return [
    `${id}: ${where} is told of alerts at ${nameOfScope(scope)}.`,
    ...(channel.type === 'webhook'
      ? [`Its messages are signed with ${channel.secret} (shown once; see docs/webhooks.md).`]
      : []),
    `Ends with: rollout subscriptions end ${id}`,
  ].join('\n');
}
