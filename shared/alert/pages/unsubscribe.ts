import { longDay } from '../../calendar/day.ts';
import { type Markup, markup } from '../../release/page/markup.ts';
import { RULE_WORDS, RULES } from '../rule.ts';
import type { Scope, Subscription } from '../subscription.ts';
import type { Page } from './page.ts';

/** Shows what will end, and a button that ends it: opening the page ends nothing. */
export function unsubscribePage(subscription: Subscription): Page {
  return {
    title: 'Stop these messages',
    body: markup`<p>This is what is sent, and what will end.</p>
${summary(subscription)}
<form method="post"><button type="submit">Stop these messages</button></form>
<p class="quiet">The alerts themselves go on: only nobody is told of them at this address.</p>`,
  };
}

/** Says that it has ended, and how to start again. */
export function endedPage(subscription: Subscription): Page {
  const { id, endedOn } = subscription;
  const since = endedOn === null ? '' : ` on ${longDay(endedOn)}`;
  return {
    title: 'These messages have ended',
    body: markup`<p>They ended${since}. Nothing more will be sent for this subscription.</p>
${summary(subscription)}
<h2>To start again</h2>
<p>Ask the team that runs Record Access Rollout for a new one, and name this one: <code>${id}</code>.</p>`,
  };
}

/** The same page for a wrong address, an unknown subscription and a wrong token. */
export function notFoundPage(): Page {
  return {
    title: 'Page not found',
    body: markup`<p>There is nothing at this address.</p>
<p>If you followed a link in a message, check that the whole link was copied. Links of a subscription that has ended lead to no alerts any more.</p>`,
  };
}

/** For what is no way to ask for a page. */
export function notAllowedPage(): Page {
  return {
    title: 'This cannot be done here',
    body: markup`<p>Open the link in your message again.</p>`,
  };
}

function summary({ id, channel, scope, paces, audience }: Subscription): Markup {
  // An address could be read over a shoulder or from a forwarded link: only who holds the mail knows it.
  const how = channel.type === 'email' ? 'Email' : 'Webhook';
  const told = (pace: 'immediate' | 'weekly') =>
    RULES.filter((rule) => paces[rule] === pace).map((rule) => RULE_WORDS[rule]);
  return markup`<dl>
${row('Subscription', markup`<code>${id}</code>`)}
${row('Sent by', how)}
${row('About', scopeInWords(scope))}
${
  audience === 'practice'
    ? row('What', 'Reminders, and when the state of the practice changes')
    : [
        rules('On the evening itself', told('immediate')),
        rules('In the weekly digest', told('weekly')),
      ]
}
</dl>`;
}

function rules(heading: string, words: readonly string[]): Markup | null {
  return words.length === 0 ? null : row(heading, words.join('; '));
}

/** A row of a list of terms. */
export function row(term: string, says: string | Markup): Markup {
  return markup`<div><dt>${term}</dt><dd>${says}</dd></div>`;
}

function scopeInWords(scope: Scope): string {
  switch (scope.type) {
    case 'icb':
      return `Practices of the ICB ${scope.code}`;
    case 'sub-icb':
      return `Practices of the sub-ICB location ${scope.code}`;
    case 'pcn':
      return `Practices of the PCN ${scope.code}`;
    case 'practices':
      return `${scope.codes.length === 1 ? 'Practice' : 'Practices'} ${scope.codes.join(', ')}`;
  }
}
