import { describe, expect, test } from 'vitest';
import { type DigestAsk, digestOf } from '../../../../shared/alert/messages/digest.ts';
import { ADDRESSES, act, digestAsk, episode, subscription } from './asks.ts';

function sent(ask: DigestAsk) {
  const message = digestOf(ask);
  if (message === null) throw new Error('no digest');
  return message;
}

/** The part of a text between one heading and the next. */
function under(heading: string, text: string): string {
  const [, rest = ''] = text.split(`\n${heading}\n${'-'.repeat(heading.length)}\n`);
  return rest.split(/\n\n[^\n]+\n-{3,}\n/)[0]!.trim();
}

describe('the digest of a week', () => {
  test('is, as text, exactly this for one new alert', () => {
    expect(sent(digestAsk([episode()])).text).toBe(`Record access alerts: weekly digest

1 alert in Example ICB (QHM): 1 new, 0 closed
=============================================

What needs somebody’s attention in NHS Example ICB (QHM), as at 4 December
2023. New, escalated and closed are counted since the digest of 27 November
2023.

Alerts that are open, are new, have escalated, and have closed.

Alert        Open  New  Escalated  Closed
No progress     1    1          0       0

New since 27 November 2023 (1)
------------------------------

MADE-UP SURGERY (A81001)
8,000 registered patients
  * No progress: new, first notice
    Nothing has arrived since 2 October 2023.
    Open for less than a week, since 30 November 2023. Not chased yet.
    To close it: A plan, or an extract that shows it live.
    Episode A81001-stalled-1.

What you can do
---------------

Record what you did, so that the next digest shows it. EPISODE is the id
with each alert.

    rollout chase EPISODE --how telephone --by NAME
    rollout acknowledge EPISODE --by NAME
    rollout assign EPISODE --to WHO --by NAME
    rollout snooze EPISODE --until DAY --reason TEXT --by NAME

----------------------------------------------------------------------------

You get this because of subscription one, which covers NHS Example ICB
(QHM).

To end it: rollout subscriptions end one

Record Access Rollout. Management information, not official statistics. No
patient data.
`);
  });

  test.each([
    { opened: '2023-11-28', heading: 'New since 27 November 2023 (1)', title: 'new, first notice' },
    {
      opened: '2023-11-03',
      heading: 'Escalated since 27 November 2023 (1)',
      title: 'escalated, week 4',
    },
    {
      opened: '2023-09-08',
      heading: 'Escalated since 27 November 2023 (1)',
      title: 'escalated, week 12',
    },
    { opened: '2023-11-13', heading: 'Longest open (1)', title: 'open, first notice' },
    { opened: '2023-10-23', heading: 'Longest open (1)', title: 'open, week 4' },
  ])('an alert opened on $opened stands under "$heading"', ({ opened, heading, title }) => {
    const { text } = sent(digestAsk([episode({ openedOn: opened })]));
    expect(under(heading, text)).toContain(`  * No progress: ${title}\n`);
  });

  test('an alert that came again says so, with the episode before', () => {
    const { text } = sent(digestAsk([episode({ number: 2 })]));
    expect(text).toContain('  * No progress: new, first notice, again\n');
    expect(text).toContain('Episode A81001-stalled-2 (opened again after A81001-stalled-1).');
  });

  test('a practice with several alerts is one entry with all of them beneath, most pressing first', () => {
    const episodes = [
      episode({ rule: 'stalled', openedOn: '2023-11-03' }),
      episode({ rule: 'review-overdue' }),
    ];
    const { text, subject } = sent(digestAsk(episodes));
    expect(text.split('MADE-UP SURGERY (A81001)')).toHaveLength(2);
    expect(text.indexOf('Review overdue: new')).toBeLessThan(
      text.indexOf('No progress: escalated'),
    );
    expect(under('Escalated since 27 November 2023 (1)', text)).toBe(
      '1 of them is listed above, with its practice.',
    );
    expect(subject).toBe('2 alerts in Example ICB (QHM): 1 new, 0 closed');
  });

  test('says who chased last, who acknowledged it and whose it is', () => {
    const acts = [
      act({ act: 'chased', how: 'telephone', on: '2023-11-30', note: 'no answer' }),
      act({ act: 'chased', how: 'visit', on: '2023-12-01' }),
      act({ act: 'acknowledged' }),
      act({ act: 'assigned', to: 'Sam Lee' }),
    ];
    const words = sent(digestAsk([episode({ acts })])).text.replace(/\s+/g, ' ');
    expect(words).toContain(
      'Last chased by a visit on 1 December 2023 by Jo Brown (2 chases so far). Acknowledged by Jo Brown on 1 December 2023. Assigned to Sam Lee.',
    );
  });

  test('a snoozed alert is one line with its end and its reason, and counts as open', () => {
    const acts = [act({ act: 'snoozed', until: '2024-01-08', reason: 'New manager in January' })];
    const { text, subject } = sent(digestAsk([episode({ acts })]));
    expect(subject).toBe('1 alert in Example ICB (QHM): 0 new, 0 closed');
    expect(under('Snoozed (1)', text).replace(/\s+/g, ' ')).toBe(
      '- MADE-UP SURGERY (A81001): No progress. Until 8 January 2024 (Jo Brown): New manager in January. Episode A81001-stalled-1.',
    );
  });

  test('what has closed says why, and where it goes on after a merger', () => {
    const closed = episode({
      closed: {
        on: '2023-12-01',
        why: 'merged',
        words: 'It merged into A81002 on 1 December 2023.',
        passedTo: 'A81002-stalled-1',
      },
    });
    const { text, subject } = sent(digestAsk([], [closed]));
    expect(subject).toBe('0 alerts in Example ICB (QHM): 0 new, 1 closed');
    expect(under('Closed since last time (1)', text).replace(/\s+/g, ' ')).toContain(
      'Closed on 1 December 2023: It merged into A81002 on 1 December 2023. Episode A81001-stalled-1. It goes on as episode A81002-stalled-1.',
    );
  });

  test('a list size that is not known, and a name that no register gives, are said', () => {
    const { text } = sent(digestAsk([episode({ name: null, patients: null })]));
    expect(text).toContain('\nPractice A81001\nRegistered patients: not listed\n');
  });
});

describe('a digest with little to say', () => {
  test('says in one line that nothing is open and nothing has closed', () => {
    const { subject, text } = sent(digestAsk([]));
    expect(subject).toBe('No alert in Example ICB (QHM)');
    expect(text.replace(/\s+/g, ' ')).toContain(
      'No alert is open in NHS Example ICB (QHM), and none has closed since 27 November 2023.',
    );
  });

  test('is not sent to a subscription that does not want it', () => {
    const quiet = { ...digestAsk([]), subscription: subscription({ saysNothingNew: false }) };
    expect(digestOf(quiet)).toBeNull();
    expect(digestOf({ ...quiet, episodes: [episode()] })).not.toBeNull();
  });

  test('a first one calls nothing new, since all of it is told for the first time', () => {
    const episodes = [episode(), episode({ code: 'A81002', openedOn: '2023-10-02' })];
    const { subject, text } = sent({ ...digestAsk(episodes), since: null });
    expect(subject).toBe('2 alerts in Example ICB (QHM): first digest, 1 escalated');
    expect(text).toContain('\nEscalated (1)\n');
    expect(text).toContain('\nLongest open (1)\n');
    expect(text).not.toContain('New since');
  });
});

describe('the coverage at the head of a digest', () => {
  const headline = { name: 'Example ICB', practices: 1600, live: 1301, percent: '81.3%' };

  test.each([
    { before: '80.0%', says: '; a week before it was 80.0%.' },
    { before: '81.3%', says: ', the same as a week before.' },
    { before: null, says: '.' },
  ])('ends "$says" where the week before had $before', ({ before, says }) => {
    const { text } = sent({ ...digestAsk([]), headline: { ...headline, before } });
    expect(text.replace(/\s+/g, ' ')).toContain(
      `Coverage in Example ICB on 4 December 2023: 81.3% of open practices are live (1,301 of 1,600)${says}`,
    );
  });
});

describe('a digest of a very bad week', () => {
  const many = Array.from({ length: 300 }, (_, i) => episode({ code: `B8${1000 + i}` }));

  test('lists 25 practices, counts the rest, and says where to see all', () => {
    const { text, subject } = sent(digestAsk(many));
    expect(subject).toBe('300 alerts in Example ICB (QHM): 300 new, 0 closed');
    expect(text.match(/Episode B8/g)).toHaveLength(25);
    expect(text.replace(/\s+/g, ' ')).toContain(
      'And 275 more practices with 275 alerts. To see all: rollout alerts --icb QHM',
    );
    expect(sent({ ...digestAsk(many), links: ADDRESSES }).html).toContain(
      '<a href="https://rollout.example/alerts?icb=QHM">See all alerts</a>',
    );
  });

  test('stays below 102 kB of HTML, beyond which mail programs cut it off', () => {
    const worst = [0, 7, 60].flatMap((days) =>
      many.flatMap(({ alert }) =>
        (['stalled', 'contradiction', 'review-overdue'] as const).map((rule) =>
          episode({
            code: alert.practice.replace('B8', `${'CDE'[[0, 7, 60].indexOf(days)]}8`),
            rule,
            openedOn: ['2023-11-30', '2023-11-05', '2023-11-15'][[0, 7, 60].indexOf(days)]!,
            because:
              'A sentence of the usual length that says what was found, with its date. '.repeat(2),
          }),
        ),
      ),
    );
    const { html, json } = sent({ ...digestAsk(worst, many), links: ADDRESSES });
    expect(html.length).toBeGreaterThan(50_000);
    expect(html.length).toBeLessThan(102_000);
    expect(JSON.stringify(json).length).toBeLessThan(102_000);
  });
});
