import { longDay } from '../../calendar/day.ts';
import { counted } from '../../coverage/figure-words.ts';
import { RULE_WORDS } from '../rule.ts';
import type { DigestAsk, Headline } from './digest.ts';
import type { Counts } from './digest-counts.ts';
import type { Listed } from './digest-lists.ts';
import type { DigestView } from './digest-view.ts';
import { practiceEntry } from './entry.ts';
import { closedLine, snoozedLine } from './episode-words.ts';
import { type Block, type CountRow, heading, paragraph } from './sheet.ts';
import { countOf, practiceOf } from './subject-line.ts';
import { whatToDo } from './what-to-do.ts';

/** A digest's sections, in the order in which they are read: what it is, counts, alerts, what closed. */
export function digestBlocks(ask: DigestAsk, view: DigestView): readonly Block[] {
  const { counts } = view;
  const coverage = ask.headline === null ? [] : [paragraph(headlineSentence(ask, ask.headline))];
  if (counts.all === 0 && counts.closed === 0) return [paragraph(nothingToSay(ask)), ...coverage];
  return [
    paragraph(whatItIs(ask)),
    ...coverage,
    countsTable(ask, view),
    ...view.listed.flatMap((listed) => section(ask, listed)),
    ...snoozedSection(ask, view),
    ...closedSection(ask, view),
    ...(counts.all === 0 ? [] : whatToDo()),
  ];
}

function nothingToSay({ cover, since }: DigestAsk): string {
  return since === null
    ? `No alert is open in ${cover}.`
    : `No alert is open in ${cover}, and none has closed since ${longDay(since.on)}.`;
}

function whatItIs({ cover, week, since }: DigestAsk): string {
  const what = `What needs somebody’s attention in ${cover}, as at ${longDay(week)}.`;
  return since === null
    ? `${what} This is the first digest of this subscription, so nothing in it counts as new.`
    : `${what} New, escalated and closed are counted since the digest of ${longDay(since.on)}.`;
}

function headlineSentence({ cover, week }: DigestAsk, { name, ...figures }: Headline): string {
  const { live, practices, percent, before } = figures;
  const change =
    before === null
      ? ''
      : before === percent
        ? ', the same as a week before'
        : `; a week before it was ${before}`;
  return `Coverage in ${name ?? cover} on ${longDay(week)}: ${percent} of open practices are live (${counted(live)} of ${counted(practices)})${change}.`;
}

function countsTable({ since }: DigestAsk, { byRule, counts }: DigestView): Block {
  const isFirst = since === null;
  const row = (head: string, own: Counts): CountRow =>
    isFirst
      ? [head, own.all, own.escalated, own.closed]
      : [head, own.all, own.new, own.escalated, own.closed];
  const { snoozed } = counts;
  const quiet = `${counted(snoozed)} of the open ones ${snoozed === 1 ? 'is' : 'are'} snoozed.`;
  return {
    block: 'table',
    caption: `Alerts that are open, ${isFirst ? '' : 'are new, '}have escalated, and have closed.${snoozed === 0 ? '' : ` ${quiet}`}`,
    columns: ['Alert', 'Open', ...(isFirst ? [] : ['New']), 'Escalated', 'Closed'],
    rows: byRule.map(({ rule, counts: own }) => row(RULE_WORDS[rule], own)),
    total: byRule.length === 1 ? null : row('All', counts),
  };
}

function section(ask: DigestAsk, listed: Listed): readonly Block[] {
  const { groups, left, count, above } = listed;
  if (count === 0) return [];
  const more =
    left.practices === 0
      ? []
      : seeAll(
          ask,
          `${countOf(left.practices, 'more practice')} with ${countOf(left.alerts, 'alert')}`,
        );
  return [
    heading(titleOf(ask, listed)),
    ...(above === 0
      ? []
      : [
          paragraph(
            `${counted(above)} of them ${above === 1 ? 'is' : 'are'} listed above, with ${above === 1 ? 'its practice' : 'their practices'}.`,
          ),
        ]),
    ...groups.map((group) => practiceEntry(group, ask)),
    ...more,
  ];
}

function titleOf({ since }: DigestAsk, { section: name, count }: Listed): string {
  const from = since === null ? '' : ` since ${longDay(since.on)}`;
  const words = { new: `New${from}`, escalated: `Escalated${from}`, open: 'Longest open' };
  return `${words[name]} (${counted(count)})`;
}

function snoozedSection(ask: DigestAsk, { counts, snoozed }: DigestView): readonly Block[] {
  if (counts.snoozed === 0) return [];
  const items = snoozed.shown.map((placed) => snoozedLine(placed, practiceOf(placed.episode)));
  const more = snoozed.left === 0 ? [] : seeAll(ask, countOf(snoozed.left, 'more snoozed alert'));
  return [heading(`Snoozed (${counts.snoozed})`), { block: 'list', items }, ...more];
}

function closedSection(ask: DigestAsk, { counts, closed }: DigestView): readonly Block[] {
  if (counts.closed === 0) return [];
  const since = ask.since === null ? 'Closed' : 'Closed since last time';
  const items = closed.shown.map((episode) => closedLine(episode, practiceOf(episode)));
  const more = closed.left === 0 ? [] : [paragraph(`And ${countOf(closed.left, 'more')} closed.`)];
  return [heading(`${since} (${counts.closed})`), { block: 'list', items }, ...more];
}

/** What the mail has no room for, counted, and where it is to be seen. */
function seeAll({ subscription, links }: DigestAsk, what: string): readonly Block[] {
  const { scope } = subscription;
  const command = scope.type === 'icb' ? `rollout alerts --icb ${scope.code}` : 'rollout alerts';
  const link = links.all === null ? [] : [{ link: links.all, says: 'See all alerts' }, ', or '];
  return [
    paragraph(`And ${what}. `, ...link, `${link.length === 0 ? 'To see' : 'see'} all: `, {
      code: command,
    }),
  ];
}
