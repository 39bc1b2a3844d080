import { day, instant } from '../../calendar/day.ts';
import { policyInForce } from '../../policy/timeline.ts';
import type { PracticeCode } from '../../practice/code.ts';
import type { Episode } from '../episode.ts';
import type { Message } from '../message.ts';
import { coverNoticeOf } from '../messages/cover-notice.ts';
import { digestOf } from '../messages/digest.ts';
import { noticeOf } from '../messages/notice.ts';
import { reminderOf } from '../messages/reminder.ts';
import { stateChangeOf } from '../messages/state-change.ts';
import { samePace } from '../subscriptions/with-paces.ts';
import type { Examples } from './receiver-page.ts';

const ON = day('2023-12-04');
const PRACTICE = 'A81001' as PracticeCode;
const KNOWN = instant('2023-12-04T06:00:00Z');

const ABOUT = {
  name: 'EXAMPLE SURGERY',
  patients: 8000,
  region: 'Y63',
  icb: 'QHM',
  subIcb: '16C',
  pcn: 'U12345',
};

const OPEN: Episode = {
  id: 'A81001-stalled-1',
  number: 1,
  alert: {
    practice: PRACTICE,
    rule: 'stalled',
    since: day('2023-03-06'),
    from: day('2023-05-01'),
    because:
      'The practice is paused by letter. No step of its own is known since the rules last changed, on 6 March 2023.',
    closedBy: 'A plan with a date to come, a booked switch-on, or an extract that shows access on.',
    proof: { facts: [], entries: [] },
  },
  about: ABOUT,
  openedOn: day('2023-11-06'),
  openedAt: instant('2023-11-06T06:00:00Z'),
  noticedOn: day('2023-11-06'),
  reopens: null,
  passedFrom: [],
  closed: null,
  acts: [
    {
      act: 'chased',
      at: instant('2023-11-20T10:00:00Z'),
      by: 'J Smith, primary care team',
      how: 'telephone',
      on: day('2023-11-20'),
      note: null,
    },
  ],
  version: 2,
};

const CLOSED: Episode = {
  ...OPEN,
  id: 'A81002-booking-missed-1',
  alert: { ...OPEN.alert, practice: 'A81002' as PracticeCode, rule: 'booking-missed' },
  closed: {
    on: ON,
    at: KNOWN,
    why: 'live',
    words: 'Its supplier’s extract shows default access on since 24 November 2023.',
    passedTo: null,
  },
};

const ladder = policyInForce({ validAt: ON, rulesAt: ON }).ladder;
const none = { episode: () => null, unsubscribe: null, all: null, submit: null };
const nextDate = { on: day('2023-12-31'), what: 'the target date in its plan passes' };

function asked(audience: 'commissioner' | 'practice') {
  const subscription = {
    ...{ id: 'sub-7f3a9c21', audience, saysNothingNew: true, since: ON, endedOn: null },
    channel: { type: 'webhook', url: 'https://example.nhs.uk/alerts', secret: 'whsec_' } as const,
    scope: { type: 'icb', code: 'QHM' } as const,
    paces: samePace('weekly'),
    token: 'not shown to webhooks',
  };
  const cover = audience === 'practice' ? 'A81001' : 'NHS Example ICB (QHM)';
  return { subscription, on: ON, cover, links: none, madeUp: false };
}

/** One message of each type, as it would be sent. */
export function examples(): Examples {
  const [team, practice] = [asked('commissioner'), asked('practice')];
  const episodes = [OPEN];
  const about = { practice: PRACTICE, name: ABOUT.name };
  const digest = digestOf({
    ...{ ...team, week: ON, knownAt: KNOWN, since: null, episodes, closed: [CLOSED], ladder },
    headline: {
      name: 'NHS Example ICB',
      practices: 160,
      live: 130,
      percent: '81.3%',
      before: '80.6%',
    },
  });
  return {
    digest: dataOf(digest),
    notice: dataOf(noticeOf({ ...team, episodes, ladder })),
    reminder: dataOf(reminderOf({ ...practice, episodes, ladder, nextDate })),
    'state-change': dataOf(
      stateChangeOf({
        ...{ ...practice, ...about, was: 'paused-by-letter', is: 'working-towards' },
        ...{ since: ON, why: 'It agreed a plan on 4 December 2023.', nextDate },
      }),
    ),
    cover: dataOf(
      coverNoticeOf({
        ...team,
        key: 'icb:QHM',
        practices: 160,
        isStart: true,
        ended: [],
        merged: [],
      }),
    ),
  };
}

/** The body of a message's webhook: its data, its type and its id. */
function dataOf(message: Message | null): unknown {
  return message === null ? null : { ...message.json, type: message.kind, id: message.id };
}
