import type { Episode } from '../episode.ts';
import { longestFirst } from '../episodes/order.ts';
import type { Message } from '../message.ts';
import { RULE_WORDS } from '../rule.ts';
import { episodeJson } from './episode-json.ts';
import { ageInWords } from './episode-words.ts';
import { howToSend, ifWrong } from './how-to-send.ts';
import { type Addressed, messageOf } from './message-of.ts';
import { type NextDate, nextDateBlocks } from './next-date.ts';
import { type Ladder, type PlacedEpisode, placedByStep } from './placed.ts';
import { type Block, heading, paragraph } from './sheet.ts';
import { countOf, practiceOf } from './subject-line.ts';
import { tellsOfStep } from './tells.ts';

export type ReminderAsk = Addressed & {
  /** Open episodes of one practice whose present step it was not told yet. */
  readonly episodes: readonly Episode[];
  readonly ladder: Ladder;
  readonly nextDate: NextDate | null;
};

/**
 * Reminds a practice of what is still missing, in its own words: firmer with each step of the ladder and
 * never a threat, as the programme means to support practices (NHS England to ICBs, 2023: "not punitive").
 * A reminder is about one practice, that of the first episode. Null where there is no episode.
 */
export function reminderOf(ask: ReminderAsk): Message | null {
  const [first] = ask.episodes;
  if (first === undefined) return null;
  const { practice } = first.alert;
  const own = ask.episodes.filter(({ alert }) => alert.practice === practice);
  const placed = placedByStep(own, ask).toSorted((a, b) => longestFirst(a.episode, b.episode));
  const step = Math.max(...placed.map(({ standing }) => standing.step));
  const { before, opening } = openingOf(step, placed);
  return messageOf(ask, {
    kind: 'reminder',
    tells: placed.map(({ episode, standing }) => tellsOfStep(episode.id, standing.step)),
    subject: [before, practiceOf(first), ''],
    head: 'Automatic access to GP records',
    blocks: [
      paragraph(`Dear colleagues at ${practiceOf(first)},`),
      ...opening.map((says) => paragraph(says)),
      heading('What is missing'),
      ...placed.map(missing),
      ...nextDateBlocks(ask.nextDate),
      ...howToSend({ practice, links: ask.links }),
      ...ifWrong(),
    ],
    json: {
      step,
      nextDate: ask.nextDate,
      episodes: placed.map((one) => episodeJson(one, ask.links)),
    },
  });
}

type Opening = { readonly before: string; readonly opening: readonly string[] };

/** By step of the ladder. No sentence says that we wrote before: a subscription may have begun since. */
function openingOf(step: number, placed: readonly PlacedEpisode[]): Opening {
  const weeks = Math.max(...placed.map(({ standing }) => standing.weeks));
  const what = placed.length === 1 ? 'What is listed below' : 'Some of what is listed below';
  const missingFor = `${what} has been missing for ${countOf(weeks, 'week')}.`;
  if (step === 1) return FIRST_NOTICE;
  if (step === 2) {
    return {
      before: 'Reminder: record access, still needed from ',
      opening: [
        `${missingFor} We know how busy practices are. Please send it when you can in the next two weeks.`,
        'If something stands in the way, please tell your ICB what it is: it can help with training, templates and talking to your system supplier.',
      ],
    };
  }
  return {
    before: 'Please reply: record access, still needed from ',
    opening: [
      `${missingFor} Please send it this week, or agree with your ICB by when you will.`,
      'Your ICB sees this too and is there to support you, not to blame anyone. A date that you can keep, with a plan for it, is a good answer.',
    ],
  };
}

const FIRST_NOTICE: Opening = {
  before: 'Record access: what is still needed from ',
  opening: [
    'We would like to help you to give patients automatic access to new entries in their record. Patients who can see what is added need not ring to ask for it.',
    'By what we hold, one thing or more is still missing. You will find below what it is and how to send it. If you have sent it in the meantime, thank you: there is nothing more to do.',
  ],
};

function missing(placed: PlacedEpisode): Block {
  const { alert, id } = placed.episode;
  return {
    block: 'entry',
    title: RULE_WORDS[alert.rule],
    says: null,
    alerts: [
      {
        title: [alert.because],
        lines: [
          [{ strong: 'What would settle it: ' }, alert.closedBy],
          [`${ageInWords(placed)} Reference `, { code: id }, '.'],
        ],
      },
    ],
  };
}
