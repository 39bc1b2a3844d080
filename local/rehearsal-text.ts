import type { Episode } from '../shared/alert/episode.ts';
import type { Message } from '../shared/alert/message.ts';
import { RULE_WORDS, RULES } from '../shared/alert/rule.ts';
import { longDay } from '../shared/calendar/day.ts';
import { columns } from './columns.ts';
import type { Shown } from './rehearsal-shown.ts';
import { counted } from './words.ts';

const MOST_MESSAGES = 60;

/** A rehearsal as text: what opens and closes by day, who would be told what on the last one, and the digest of one ICB. */
export function rehearsalText(shown: Shown): string {
  return [
    headOf(shown),
    '',
    ...columns(dayRows(shown)),
    '',
    ...openByRule(shown),
    ...differences(shown),
    '',
    ...toldLines(shown),
    ...digestOf(shown),
    '',
    'Nothing was sent and nothing was kept.',
  ].join('\n');
}

/** True for what concerns the ICB that was asked for. */
export function concerns({ icb }: Pick<Shown, 'icb'>, { about }: Episode): boolean {
  return icb === null || about.icb === icb;
}

/** The messages of the last day that are shown; what a subscription for nobody covers is no news. */
export function messagesShown({ days, icb }: Shown): readonly Message[] {
  const messages = (days.at(-1)?.messages ?? []).filter(
    ({ kind, channel }) => kind !== 'cover' || !isForNobody(channel),
  );
  if (icb === null) return messages;
  return messages.filter(({ json }) => String(json['cover']).includes(icb));
}

/** To whom a message would go, in words. */
export function toWhom({ channel }: Message): string {
  if (isForNobody(channel)) return '(nobody subscribed)';
  return channel.type === 'email' ? channel.to : channel.url;
}

export function headOf({ asOf, from, days, isFromNothing, icb }: Shown): string {
  const when =
    from === null
      ? `on ${longDay(asOf)}`
      : `from ${longDay(from)} to ${longDay(asOf)}, ${counted(days.length, 'run')}`;
  const begun = isFromNothing
    ? ' It begins from nothing, as the alert step has run for a later day.'
    : '';
  return `Rehearsal of alerts ${when}${icb === null ? '' : `, ${icb} alone`}.${begun}`;
}

function dayRows(shown: Shown): readonly (readonly string[])[] {
  const rows = shown.days.map((day) => [
    day.on,
    ...[day.opened, day.closed, day.open].map((those) =>
      String(those.filter((episode) => concerns(shown, episode)).length).padStart(6),
    ),
    String(day.messages.filter(({ channel }) => !isForNobody(channel)).length).padStart(8),
  ]);
  return [['Day       ', 'Opened', 'Closed', '  Open', 'Messages'], ...rows];
}

function isForNobody(channel: Message['channel']): boolean {
  return channel.type === 'email' && channel.to === 'nobody@preview.example';
}

function openByRule(shown: Shown): readonly string[] {
  const open = (shown.days.at(-1)?.open ?? []).filter((episode) => concerns(shown, episode));
  return [
    `${counted(open.length, 'alert')} open at the end:`,
    ...RULES.map((rule) => {
      const count = open.filter(({ alert }) => alert.rule === rule).length;
      return `  ${String(count).padStart(5)}  ${RULE_WORDS[rule]}`;
    }),
  ];
}

function differences({ differs, given }: Shown): readonly string[] {
  if (differs === null) return [];
  const lines = (episodes: readonly Episode[]) =>
    episodes
      .slice(0, MOST_MESSAGES)
      .map(
        ({ alert, about }) =>
          `  ${alert.practice}  ${about.name ?? ''}  ${RULE_WORDS[alert.rule]}: ${alert.because}`,
      );
  const more = (episodes: readonly Episode[]) =>
    episodes.length > MOST_MESSAGES
      ? [`  and ${episodes.length - MOST_MESSAGES} more (--json has all)`]
      : [];
  return [
    '',
    'With these entries instead:',
    ...given.map(({ id, says }) => `  ${id}: ${says}`),
    `${counted(differs.opened.length, 'alert')} more would be open:`,
    ...lines(differs.opened),
    ...more(differs.opened),
    `${counted(differs.gone.length, 'alert')} fewer:`,
    ...lines(differs.gone),
    ...more(differs.gone),
  ];
}

function toldLines(shown: Shown): readonly string[] {
  const messages = messagesShown(shown);
  const rows = messages.slice(0, MOST_MESSAGES).map((message) => {
    const { kind, subject } = message;
    return [toWhom(message), kind, String(message.json['cover']), subject];
  });
  const rest = messages.length - rows.length;
  return [
    `Who would be told what on ${longDay(shown.asOf)}, and why (the cover of the subscription):`,
    ...(rows.length === 0
      ? ['  Nobody: there is nothing to tell.']
      : columns(rows).map((line) => `  ${line}`)),
    ...(rest > 0 ? [`  and ${counted(rest, 'more message')}`] : []),
  ];
}

function digestOf(shown: Shown): readonly string[] {
  if (shown.icb === null) return [];
  const digest = messagesShown(shown).find(({ kind }) => kind === 'digest');
  return digest === undefined ? [] : ['', '-'.repeat(76), digest.text.trimEnd(), '-'.repeat(76)];
}
