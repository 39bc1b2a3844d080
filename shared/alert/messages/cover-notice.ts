import { type Day, longDay } from '../../calendar/day.ts';
import type { Message } from '../message.ts';
import { RULE_WORDS, RULES } from '../rule.ts';
import type { Pace } from '../subscription.ts';
import { type Addressed, messageOf } from './message-of.ts';
import { type Block, heading, type Line, paragraph } from './sheet.ts';
import { countOf, placeInShort, shortened } from './subject-line.ts';
import { tellsOfCover } from './tells.ts';

/** A place that a subscription named and that ended, and where its practices went. */
export type EndedPlace = {
  /** In words, such as `NHS Frimley ICB (QNQ)`. */
  readonly place: string;
  /** The last day on which a register file knew it. */
  readonly on: Day;
  /** Most practices first. */
  readonly wentTo: readonly { readonly place: string; readonly practices: number }[];
};

export type CoverNoticeAsk = Addressed & {
  /** Which cover it is: the same is told once. */
  readonly key: string;
  /** How many practices it covers today. */
  readonly practices: number;
  /** It was never told what it covers. */
  readonly isStart: boolean;
  /** Places that ended since the subscription was last told. */
  readonly ended: readonly EndedPlace[];
  /** Practices that it names and that merged, in words. */
  readonly merged: readonly { readonly practice: string; readonly into: string }[];
};

/** Tells a subscription what it covers now: at its start, and when places were reorganised. */
export function coverNoticeOf(ask: CoverNoticeAsk): Message {
  const { cover, practices, isStart, ended, merged, key } = ask;
  return messageOf(ask, {
    kind: 'cover',
    tells: [tellsOfCover(key)],
    subject: [
      isStart ? 'Your record access alerts for ' : 'Your record access alerts now cover ',
      placeInShort(cover),
      '',
    ],
    head: 'Record access alerts: what you are told',
    blocks: [
      paragraph(`${openingOf(ask)} ${cover}: ${countOf(practices, 'practice')} today.`),
      ...ended.flatMap(endedBlocks),
      ...mergedBlocks(merged),
      ...(isStart ? [] : [paragraph('You need not do anything.')]),
      ...pacesBlocks(ask),
    ],
    json: { key, practices, ended, merged, paces: ask.subscription.paces },
  });
}

function openingOf({ isStart, ended, merged }: CoverNoticeAsk): string {
  if (isStart) return 'This subscription begins. It covers';
  const why =
    ended.length > 0
      ? 'Places were reorganised, and your subscription follows them.'
      : merged.length > 0
        ? 'Practices merged, and your subscription follows them.'
        : 'What your subscription covers has changed.';
  return `${why} It now covers`;
}

function mergedBlocks(merged: CoverNoticeAsk['merged']): readonly Block[] {
  if (merged.length === 0) return [];
  const items = merged.map(
    ({ practice, into }): Line => [{ strong: practice }, ` merged into ${into}`],
  );
  return [heading('Practices that merged'), { block: 'list', items }];
}

function endedBlocks({ place, on, wentTo }: EndedPlace): readonly Block[] {
  const items = wentTo.map(
    (one): Line => [
      { strong: shortened(one.place, 120) },
      `: ${countOf(one.practices, 'practice')}`,
    ],
  );
  return [
    heading(`${place} ended`),
    paragraph(`A register file named it last on ${longDay(on)}. Its practices went to:`),
    { block: 'list', items },
  ];
}

const PACE_WORDS: Readonly<Record<Pace, string>> = {
  immediate: 'On the evening itself',
  weekly: 'In the weekly digest',
  none: 'Not told',
};

/** Which alerts it hears of, and how soon; a practice hears of itself in reminders instead. */
function pacesBlocks({ subscription }: CoverNoticeAsk): readonly Block[] {
  if (subscription.audience === 'practice') {
    return [
      paragraph(
        'You are told when the status of your practice changes, and reminded of what is still missing: at once, after 4 weeks and after 12 weeks.',
      ),
    ];
  }
  const items = (['immediate', 'weekly', 'none'] as const).flatMap((pace): Line[] => {
    const rules = RULES.filter((rule) => subscription.paces[rule] === pace);
    if (rules.length === 0) return [];
    return [
      [{ strong: `${PACE_WORDS[pace]}: ` }, rules.map((rule) => RULE_WORDS[rule]).join('; ')],
    ];
  });
  return [heading('What you are told, and how soon'), { block: 'list', items }];
}
