import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Member, MemberSchema, ROLES, type Role } from '../../shared/access/member.ts';
import type { Day } from '../../shared/calendar/day.ts';
import { asDay } from '../clock-options.ts';
import { today } from '../now.ts';
import { scopeInWords } from '../people.ts';
import { PlainError } from '../plain-error.ts';
import { folderOf, printJson, type Shell } from '../shell.ts';
import { tableText } from '../table-text.ts';

type Add = {
  readonly subject: string;
  readonly name: string;
  readonly role: Role;
  readonly scope: string;
};

/** `rollout members`: who may sign in to the pages and the API, as what, and for whom. */
export function membersCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('members')
    .description('who may sign in, as what, and whose practices they see')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: true }) => {
      await withMembers(async ({ members }) => {
        const all = await members.all();
        if (json) return printJson(shell, all);
        shell.print(membersPage(all));
      });
    });
  async function withMembers(
    work: (machine: Awaited<ReturnType<typeof opened>>) => Promise<void>,
  ): Promise<void> {
    const machine = await opened();
    try {
      await work(machine);
    } finally {
      await machine.close();
    }
  }
  async function opened() {
    const { openMachine } = await import('../machine.ts');
    return openMachine(folderOf(command));
  }

  command
    .command('add')
    .description('gives somebody a membership, in place of the one they had')
    .requiredOption('--subject <id>', 'who it is: "sub" as the identity provider gives it')
    .requiredOption('--name <name>', 'what pages and the audit call them')
    .addOption(new Option('--role <role>', 'as what').choices(ROLES).makeOptionMandatory())
    .requiredOption(
      '--scope <scope>',
      'for whom: england, icb:QHM, pcn:U12345, practices:A81001,A81002 or supplier:EMIS',
    )
    .action(async ({ subject, name, role, scope }: Add) => {
      const member = memberFrom({ subject, name, role, scope });
      await withMembers(async ({ members }) => {
        await members.save(member);
        shell.print(`${name} may sign in: ${role}, ${scopeInWords(member.scope)}.`);
      });
    });
  command
    .command('end')
    .description('ends a membership; what was done under it stays in the audit')
    .argument('<subject>', 'whose')
    .option('--on <day>', 'from this day on it lets nobody in (default: today)', asDay)
    .action(async (subject: string, { on = today() }: { on?: Day }) => {
      await withMembers(async ({ members }) => {
        const member = await members.of(subject);
        if (member === undefined) throw new PlainError(`Nobody has the subject "${subject}".`);
        await members.save({ ...member, endedOn: on });
        shell.print(`${member.name} is let in no more from ${on} on.`);
      });
    });
  return command;
}

const SCOPED: Readonly<Record<Role, readonly Member['scope']['type'][]>> = {
  practice: ['practices'],
  'pcn-manager': ['pcn', 'practices'],
  supplier: ['supplier'],
  analyst: ['icb', 'england'],
  commissioner: ['icb', 'england'],
  'ig-officer': ['icb', 'england'],
  national: ['england'],
};

function memberFrom({ subject, name, role, scope: words }: Add): Member {
  const [type, codes = ''] = words.split(':');
  const list = codes.split(',').map((code) => code.trim());
  const scope =
    type === 'practices'
      ? { type, codes: list }
      : type === 'england'
        ? { type }
        : { type, code: list[0] };
  const read = MemberSchema.safeParse({ subject, name, role, scope, endedOn: null });
  if (!read.success) {
    throw new InvalidArgumentError(
      `--scope "${words}" is none: write england, icb:QHM, pcn:U12345, practices:A81001,A81002 or supplier:EMIS.`,
    );
  }
  if (!SCOPED[role].includes(read.data.scope.type)) {
    throw new InvalidArgumentError(
      `A ${role} has a scope of the kind ${SCOPED[role].join(' or ')}.`,
    );
  }
  return read.data;
}

function membersPage(members: readonly Member[]): string {
  if (members.length === 0)
    return 'Nobody may sign in yet. "npm start" makes people for one machine.';
  const text = { holds: 'text' } as const;
  return tableText(
    {
      name: 'members',
      title: 'Members',
      says: '',
      columns: [
        { key: 'subject', heading: 'Subject', ...text },
        { key: 'name', heading: 'Name', ...text },
        { key: 'role', heading: 'Role', ...text },
        { key: 'scope', heading: 'Sees', ...text },
        { key: 'ended', heading: 'Ended on', holds: 'day' },
      ],
      rows: members.map(({ subject, name, role, scope, endedOn }) => ({
        subject,
        name,
        role,
        scope: scopeInWords(scope),
        ended: endedOn,
      })),
    },
    ['subject', 'name', 'role', 'scope', 'ended'],
  );
}
