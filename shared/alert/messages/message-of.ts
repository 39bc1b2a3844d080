import type { Day } from '../../calendar/day.ts';
import type { Message } from '../message.ts';
import type { Subscription } from '../subscription.ts';
import type { Links } from './links.ts';
import type { Block, Line } from './sheet.ts';
import { sheetHtml } from './sheet-html.ts';
import { sheetText } from './sheet-text.ts';
import { subjectLine } from './subject-line.ts';
import { messageId } from './tells.ts';

/** To whom a message goes, and on what day. */
export type Addressed = {
  readonly subscription: Subscription;
  readonly on: Day;
  /** What the subscription covers, in words, such as `NHS Example ICB (QHM)`. */
  readonly cover: string;
  readonly links: Links;
  /** The practices are made up, and every message says so. */
  readonly madeUp: boolean;
};

/** What a message says, before it is written. */
export type Words = {
  readonly kind: Message['kind'];
  readonly tells: readonly string[];
  /** Before, the name that may be shortened, after. */
  readonly subject: readonly [before: string, name: string, after: string];
  /** The line above the title. */
  readonly head: string;
  readonly blocks: readonly Block[];
  readonly json: Readonly<Record<string, unknown>>;
};

/** Writes a message as text, HTML and data, with its footer: why one gets it, and how to end that. */
export function messageOf(ask: Addressed, words: Words): Message {
  const { subscription, on, links, madeUp } = ask;
  const subject = subjectLine(words.subject, { madeUp });
  const sheet = {
    title: subjectLine(words.subject, { madeUp: false }),
    head: words.head,
    madeUp,
    blocks: words.blocks,
    footer: footerOf(ask),
  };
  return {
    id: messageId(words.kind, subscription.id, words.tells),
    subscription: subscription.id,
    channel: subscription.channel,
    kind: words.kind,
    on,
    subject,
    text: sheetText(sheet),
    html: sheetHtml(sheet),
    json: {
      type: words.kind,
      on,
      subject,
      madeUp,
      subscription: subscription.id,
      cover: ask.cover,
      ...words.json,
      links: { all: links.all, submit: links.submit, unsubscribe: links.unsubscribe },
    },
    tells: [...words.tells],
    unsubscribe: links.unsubscribe,
  };
}

function footerOf({ subscription, cover, links }: Addressed): readonly Line[] {
  const why =
    subscription.audience === 'practice'
      ? `You get this because your practice has a subscription to news of itself (${subscription.id}). It covers ${cover}.`
      : `You get this because of subscription ${subscription.id}, which covers ${cover}.`;
  const end: Line =
    links.unsubscribe === null
      ? ['To end it: ', { code: `rollout subscriptions end ${subscription.id}` }]
      : ['To end it: ', { link: links.unsubscribe, says: 'Unsubscribe' }];
  return [
    [why],
    end,
    ['Record Access Rollout. Management information, not official statistics. No patient data.'],
  ];
}
