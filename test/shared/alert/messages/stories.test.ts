import { describe, expect, test } from 'vitest';
import { coverNoticeOf } from '../../../../shared/alert/messages/cover-notice.ts';
import { noticeOf } from '../../../../shared/alert/messages/notice.ts';
import { reminderOf } from '../../../../shared/alert/messages/reminder.ts';
import { stateChangeOf } from '../../../../shared/alert/messages/state-change.ts';
import { day } from '../../../../shared/calendar/day.ts';
import { STATUSES } from '../../../../shared/state/decision.ts';
import { PRACTICE } from '../../builders.ts';
import { ADDRESSES, addressed, episode, ON, subscription } from './asks.ts';

const inOneLine = (text: string) => text.replace(/\s+/g, ' ');
const toPractice = {
  ...addressed(),
  subscription: subscription({ audience: 'practice' }),
  cover: 'MADE-UP SURGERY (A81001)',
};

describe('a reminder to a practice', () => {
  const nextDate = { on: day('2024-01-31'), what: 'the target date in your plan.' };
  const reminder = (openedOn: string) =>
    reminderOf({ ...toPractice, episodes: [episode({ openedOn })], nextDate })!;

  test.each([
    {
      opened: '2023-12-04',
      step: 1,
      subject: 'Record access: what is still needed from MADE-UP SURGERY (A81001)',
      says: 'We would like to help you to give patients automatic access',
    },
    {
      opened: '2023-11-06',
      step: 2,
      subject: 'Reminder: record access, still needed from MADE-UP SURGERY (A81001)',
      says: 'What is listed below has been missing for 4 weeks. We know how busy practices are.',
    },
    {
      opened: '2023-09-11',
      step: 3,
      subject: 'Please reply: record access, still needed from MADE-UP SURGERY (A81001)',
      says: 'What is listed below has been missing for 12 weeks. Please send it this week',
    },
  ])('at step $step of the ladder says so', ({ opened, step, subject, says }) => {
    const message = reminder(opened);
    expect(message.subject).toBe(subject);
    expect(inOneLine(message.text)).toContain(says);
    expect(message.tells).toEqual([`A81001-stalled-1@step-${step}`]);
  });

  test('never threatens, at any step', () => {
    for (const opened of ['2023-12-04', '2023-11-06', '2023-09-11']) {
      expect(reminder(opened).text).not.toMatch(
        /\b(must|fail|breach|sanction|penalt|enforce|deadline)/i,
      );
    }
  });

  test('says what is missing, what would settle it, the next date and how to send it', () => {
    const { text } = reminder('2023-12-04');
    expect(text).toContain('  * Nothing has arrived since 2 October 2023.\n');
    expect(text).toContain('What would settle it: A plan, or an extract that shows it live.');
    expect(text).toContain('\n31 January 2024: the target date in your plan.\n');
    expect(text).toContain('    rollout submit RETURN --from practice --org A81001\n');
    expect(text).toContain('    rollout templates --out templates\n');
  });

  test('has no next date where none is known, and a link where there is one', () => {
    const { text } = reminderOf({
      ...toPractice,
      links: ADDRESSES,
      episodes: [episode()],
      nextDate: null,
    })!;
    expect(text).not.toContain('Your next date');
    expect(text).toContain('Send it in your browser: https://rollout.example/send\n');
  });

  test('speaks of one practice only, the first: another is told in its own message', () => {
    const episodes = [episode(), episode({ code: 'A81002', name: 'OTHER SURGERY' })];
    const message = reminderOf({ ...toPractice, episodes, nextDate: null })!;
    expect(message.text).not.toContain('A81002');
    expect(message.tells).toEqual(['A81001-stalled-1@step-1']);
  });

  test('is none where nothing is open', () => {
    expect(reminderOf({ ...toPractice, episodes: [], nextDate })).toBeNull();
  });
});

describe('a change of state', () => {
  const change = {
    ...toPractice,
    practice: PRACTICE,
    name: 'MADE-UP SURGERY',
    was: 'scheduled',
    is: 'live',
    since: day('2023-11-28'),
    why: 'The extract of 28 November 2023 shows default access on.',
    nextDate: null,
  } as const;

  test('says what the state was, what it is, why, what comes next and what to do if it is wrong', () => {
    const { text, tells } = stateChangeOf(change);
    expect(text).toContain('- Until now: the practice is scheduled to be switched on.\n');
    expect(text).toContain('- Now: the practice is live, since 28 November 2023.\n');
    expect(text).toContain('\nThe extract of 28 November 2023 shows default access on.\n');
    expect(text).toContain('\nWhat happens next\n');
    expect(text).toContain('\nIf this is wrong\n');
    expect(tells).toEqual([`state:A81001=live@${ON}`]);
  });

  test('says something else to do next for each state', () => {
    const next = STATUSES.map((is) => {
      const [, after = ''] = stateChangeOf({ ...change, is }).text.split('What happens next');
      return after.split('If this is wrong')[0];
    });
    expect(new Set(next).size).toBe(STATUSES.length);
  });
});

describe('a notice at once', () => {
  test('names the rule and the practice where it is one alert', () => {
    const { subject, tells } = noticeOf({ ...addressed(), episodes: [episode()] })!;
    expect(subject).toBe('No progress: MADE-UP SURGERY (A81001)');
    expect(tells).toEqual(['A81001-stalled-1@step-1']);
  });

  test('puts several alerts into one message, each with its step', () => {
    const episodes = [episode(), episode({ code: 'A81002', openedOn: '2023-11-06' })];
    const { subject, text, tells } = noticeOf({ ...addressed(), episodes })!;
    expect(subject).toBe('2 alerts to look at now in Example ICB (QHM)');
    expect(text).toContain('No progress: new, first notice');
    expect(text).toContain('No progress: escalated, week 4');
    expect(tells).toEqual(['A81001-stalled-1@step-1', 'A81002-stalled-1@step-2']);
  });

  test('is none where no step was reached', () => {
    expect(noticeOf({ ...addressed(), episodes: [] })).toBeNull();
  });
});

describe('a notice of what a subscription covers', () => {
  const ask = {
    ...addressed(),
    key: 'icb-QHM',
    practices: 71,
    isStart: true,
    ended: [],
    merged: [],
  };

  test('says at its start what it covers, which alerts it hears of and how soon', () => {
    const own = subscription({
      paces: { ...subscription().paces, stalled: 'immediate', contradiction: 'none' },
    });
    const { subject, text, tells } = coverNoticeOf({ ...ask, subscription: own });
    expect(subject).toBe('Your record access alerts for Example ICB (QHM)');
    expect(text).toContain('It covers NHS Example ICB (QHM): 71 practices');
    expect(text).toContain('- On the evening itself: No progress\n');
    expect(text).toContain('- Not told: Statements that contradict each other');
    expect(tells).toEqual(['cover:icb-QHM']);
  });

  test('says after a merger which practice goes on with which', () => {
    const merged = [{ practice: 'OLD SURGERY (A81001)', into: 'NEW SURGERY (A81002)' }];
    const { text, subject } = coverNoticeOf({ ...ask, isStart: false, merged });
    expect(subject).toBe('Your record access alerts now cover Example ICB (QHM)');
    expect(inOneLine(text)).toContain('Practices merged, and your subscription follows them.');
    expect(text).toContain('- OLD SURGERY (A81001) merged into NEW SURGERY (A81002)\n');
  });

  test('says after a reorganisation which place ended and where its practices went', () => {
    const ended = [
      {
        place: 'NHS Frimley ICB (QNQ)',
        on: day('2026-03-31'),
        wentTo: [
          { place: 'NHS Thames Valley ICB (QU9)', practices: 40 },
          { place: 'NHS Surrey ICB (QXU)', practices: 1 },
        ],
      },
    ];
    const { text, subject } = coverNoticeOf({ ...ask, isStart: false, ended });
    expect(subject).toBe('Your record access alerts now cover Example ICB (QHM)');
    expect(text).toContain(
      'A register file named it last on 31 March 2026. Its practices went to:\n\n- NHS Thames Valley ICB (QU9): 40 practices\n- NHS Surrey ICB (QXU): 1 practice\n',
    );
  });
});
