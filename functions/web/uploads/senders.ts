import { may } from '../../../shared/access/may.ts';
import type { Member } from '../../../shared/access/member.ts';
import { byCodeUnits } from '../../../shared/coverage/by-code-units.ts';
import type { Sender } from '../../../shared/evidence/fact.ts';
import type { PracticeCode } from '../../../shared/practice/code.ts';
import type { OnDay } from '../world.ts';
import { senderInWords } from './sender-words.ts';
import { placeOf } from './upload-resource.ts';

/** In whose name something can be sent, as a form has it: `practice:A81001`. */
export type SenderChoice = {
  readonly value: string;
  readonly text: string;
  readonly sender: Sender;
};

/** In whose name a member can send: a network's manager in that of each of its practices too. */
export function sendersFor(member: Member, onDay: OnDay): readonly SenderChoice[] {
  return senders(member, onDay).map((sender) => ({
    value: sender.org === undefined ? sender.role : `${sender.role}:${sender.org}`,
    text: textOf(sender, onDay),
    sender,
  }));
}

function senders(member: Member, onDay: OnDay): readonly Sender[] {
  const { scope } = member;
  switch (scope.type) {
    case 'england':
      return [{ role: 'national' }];
    case 'icb':
      return [{ role: 'icb', org: scope.code }];
    case 'supplier':
      return [{ role: 'supplier', org: scope.code }];
    case 'practices':
      return scope.codes.map((org) => ({ role: 'practice', org }));
    case 'pcn': {
      const own = onDay.practices.filter(
        ({ place, decision }) => place.pcn === scope.code && decision.status !== 'out-of-scope',
      );
      const codes = own.map(({ decision }) => decision.practice).sort(byCodeUnits);
      return [
        ...codes.map((org): Sender => ({ role: 'practice', org })),
        { role: 'pcn', org: scope.code },
      ];
    }
    default:
      return scope satisfies never;
  }
}

function textOf(sender: Sender, { byCode }: OnDay): string {
  const name = sender.role === 'practice' ? byCode.get(sender.org as PracticeCode)?.name : null;
  return name ? `${senderInWords(sender)}, ${name}` : senderInWords(sender);
}

/** The choices again from what an answer says of them. */
export function choicesOf(
  said: readonly Pick<SenderChoice, 'value' | 'text'>[],
): readonly SenderChoice[] {
  return said.map(({ value, text }) => {
    const [role, org] = value.split(':') as [Sender['role'], string | undefined];
    return { value, text, sender: { role, ...(org !== undefined && { org }) } };
  });
}

/** The sender that a form names, if the member may send so about that practice; null: about many. */
export function senderNamed(
  value: string,
  {
    member,
    onDay,
    practice,
  }: { readonly member: Member; readonly onDay: OnDay; readonly practice: PracticeCode | null },
): Sender | undefined {
  const found = sendersFor(member, onDay).find((one) => one.value === value);
  if (found === undefined) return undefined;
  const { sender } = found;
  const about = practice ?? (sender.role === 'practice' ? (sender.org as PracticeCode) : null);
  const resource = {
    kind: 'sender' as const,
    sender,
    practice: about === null ? null : placeOf(about, onDay),
  };
  return may(member, 'send-file', resource) ? sender : undefined;
}
