import { type Day, longDay } from '../../calendar/day.ts';
import type { PracticeCode } from '../../practice/code.ts';
import type { Status } from '../../state/decision.ts';
import { STATUS_WORDS } from '../../state/words.ts';
import type { Message } from '../message.ts';
import { howToSend, ifWrong } from './how-to-send.ts';
import { type Addressed, messageOf } from './message-of.ts';
import { type NextDate, nextDateBlocks } from './next-date.ts';
import { heading, paragraph } from './sheet.ts';
import { practiceInWords } from './subject-line.ts';
import { tellsOfState } from './tells.ts';

export type StateChangeAsk = Addressed & {
  readonly practice: PracticeCode;
  readonly name: string | null;
  /** The status that the practice was told last. */
  readonly was: Status;
  readonly is: Status;
  /** From when; null: nothing dates it. */
  readonly since: Day | null;
  /** Why, in whole sentences; null: no more is known than the status says. */
  readonly why: string | null;
  readonly nextDate: NextDate | null;
};

/** Tells a practice that its status has changed: what it was, what it is, why, what comes next, what to do if it is wrong. */
export function stateChangeOf(ask: StateChangeAsk): Message {
  const { practice, was, is, since, why, nextDate } = ask;
  const title = practiceInWords(practice, ask.name);
  const from = since === null ? '' : `, since ${longDay(since)}`;
  return messageOf(ask, {
    kind: 'state-change',
    tells: [tellsOfState(practice, is, ask.on)],
    subject: ['Record access: a new status for ', title, ''],
    head: 'Automatic access to GP records',
    blocks: [
      paragraph(`Dear colleagues at ${title},`),
      paragraph('What we hold of your practice has changed.'),
      {
        block: 'list',
        items: [
          [{ strong: 'Until now: ' }, `the practice ${STATUS_WORDS[was]}.`],
          [{ strong: 'Now: ' }, `the practice ${STATUS_WORDS[is]}${from}.`],
        ],
      },
      ...(why === null ? [] : [heading('Why'), paragraph(why)]),
      heading('What happens next'),
      paragraph(NEXT_WORDS[is]),
      ...nextDateBlocks(nextDate),
      ...ifWrong(),
      ...howToSend(ask),
    ],
    json: { practice, name: ask.name, was, status: is, since, why, nextDate },
  });
}

/** What comes after each status, for the practice that has it. */
const NEXT_WORDS: Readonly<Record<Status, string>> = {
  'out-of-scope':
    'Nothing: a practice that the register does not list as an open GP practice in England is not asked for anything.',
  conflict:
    'Please tell your ICB which of the statements is true. Until one of them is taken back, the practice counts as not live.',
  live: 'Nothing more is asked of you now. Each extract of your system supplier is looked at, and you hear from us if one shows access switched off.',
  'opt-in':
    'Nothing more is asked of you now. Please keep to the review date in your DPIA, and send the review when it is done.',
  scheduled:
    'Your supplier switches access on. Please see to it that staff are trained by then, and tell your ICB early if the date cannot be kept.',
  'paused-by-letter':
    'Access stays off until you withdraw the letter. Please agree with your ICB what you need, and send a plan with a date.',
  'working-towards':
    'Please keep to the target date in your plan. If it has to move, send the plan again with the new date before the old one has passed.',
  reverted:
    'Please tell your ICB why access was switched off, and send a plan for switching it on again.',
  incomplete: 'Please send what is still missing. Your ICB can help you with it.',
  'no-evidence':
    'Please send a status return. If you have not begun, a plan with a lead and a date is the first step.',
};
