import { describe, expect, it } from 'vitest';
import { alertsOf, holdsOn } from '../../../../shared/alert/rules/alerts-of.ts';
import { foundOf } from '../../../../shared/alert/rules/found-of.ts';
import { extractCounts } from '../../../../shared/alert/rules/whole-extracts.ts';
import { type Day, day } from '../../../../shared/calendar/day.ts';
import { knownFacts } from '../../../../shared/evidence/known.ts';
import { policyInForce } from '../../../../shared/policy/timeline.ts';
import { groupByPractice, practicesOnDay } from '../../../../shared/state/practice-on-day.ts';
import {
  bulk104,
  clocks,
  declared,
  exemption,
  extract,
  letter,
  listing,
  listSize,
  membership,
  plan,
  planSaying,
  succession,
} from '../../builders.ts';
import { subjectOn } from './subjects.ts';

const OPEN = [listing(), listSize(), membership()];
const OFF = (asAt: string) => extract({ asAt });
const TWO_EXTRACTS = new Map([['EMIS', [day('2023-02-01'), day('2023-01-01')]]] as const);

type Story = {
  readonly title: string;
  readonly facts: Parameters<typeof subjectOn>[0];
  readonly on: string;
  readonly holds: readonly string[];
  readonly extracts?: ReadonlyMap<'EMIS', readonly Day[]>;
};

const STORIES: readonly Story[] = [
  {
    title: '8 weeks after the contract letter one that is paused by letter is stalled',
    facts: [...OPEN, letter({ sentOn: '2022-12-20' })],
    on: '2023-05-01',
    holds: ['stalled'],
  },
  {
    title: 'a day before those 8 weeks it is not',
    facts: [...OPEN, letter({ sentOn: '2022-12-20' })],
    on: '2023-04-30',
    holds: [],
  },
  {
    title: 'a plan in force is no stalling',
    facts: [...OPEN, letter({ sentOn: '2022-12-20' }), plan()],
    on: '2023-02-20',
    holds: [],
  },
  {
    title: 'the regulations that repeat the contract letter give no new time',
    facts: [...OPEN, letter()],
    on: '2023-05-16',
    holds: ['stalled'],
  },
  {
    title: 'while no date binds anybody, one that never set out is late for nothing',
    facts: [...OPEN, letter()],
    on: '2023-02-20',
    holds: [],
  },
  {
    title: 'a live practice has no plan to chase',
    facts: [...OPEN, plan(), ...extract({ asAt: '2023-04-01', on: true })],
    on: '2023-06-01',
    holds: [],
  },
  {
    title: 'an exempt practice is not chased for standing still',
    facts: [...OPEN, letter(), exemption({ effectiveOn: '2023-01-01' })],
    on: '2023-06-01',
    holds: [],
  },
  {
    title: 'the day after its target date a plan has passed it',
    facts: [...OPEN, plan()],
    on: '2023-04-01',
    holds: ['plan-target-passed'],
  },
  { title: 'on its target date it has not', facts: [...OPEN, plan()], on: '2023-03-31', holds: [] },
  {
    title: 'a booking is missed 15 days after its date',
    facts: [...OPEN, ...extract({ asAt: '2023-02-03', scheduledOn: '2023-02-01' })],
    on: '2023-02-16',
    holds: ['booking-missed'],
  },
  {
    title: 'a booking is only overdue 14 days after its date',
    facts: [...OPEN, ...extract({ asAt: '2023-02-03', scheduledOn: '2023-02-01' })],
    on: '2023-02-15',
    holds: [],
  },
  {
    title: 'with no extract since its date a booking is waited for 45 days',
    facts: [...OPEN, ...extract({ asAt: '2023-01-01', scheduledOn: '2023-02-01' })],
    on: '2023-03-18',
    holds: [],
  },
  {
    title: 'after those 45 days it is missed',
    facts: [...OPEN, ...extract({ asAt: '2023-01-01', scheduledOn: '2023-02-01' })],
    on: '2023-03-19',
    holds: ['booking-missed'],
  },
  {
    title: 'a plan that lacks parts for 28 days',
    facts: [...OPEN, planSaying({ agreedOn: '2022-12-20' })],
    on: '2023-01-17',
    holds: ['evidence-incomplete'],
  },
  {
    title: 'a plan that lacks parts for 27 days',
    facts: [...OPEN, planSaying({ agreedOn: '2022-12-20' })],
    on: '2023-01-16',
    holds: [],
  },
  {
    title: 'a review is overdue the day after its date, also beside a plan in force',
    facts: [...OPEN, plan({ reviewOn: '2023-01-10' })],
    on: '2023-01-11',
    holds: ['review-overdue'],
  },
  {
    title: 'on the day of the review it is not',
    facts: [...OPEN, plan({ reviewOn: '2023-01-10' })],
    on: '2023-01-10',
    holds: [],
  },
  {
    title: 'more than half coded 104 without an action plan, also at a live practice',
    facts: [...OPEN, ...extract({ asAt: '2023-01-01', on: true, patients104: 4001 })],
    on: '2023-01-02',
    holds: ['action-plan-104-missing'],
  },
  {
    title: 'exactly half is not over it',
    facts: [...OPEN, ...extract({ asAt: '2023-01-01', on: true, patients104: 4000 })],
    on: '2023-01-02',
    holds: [],
  },
  {
    title: 'an action plan closes it',
    facts: [
      ...OPEN,
      ...extract({ asAt: '2023-01-01', on: true, patients104: 4001 }),
      bulk104({ actionPlanOn: '2022-12-01' }),
    ],
    on: '2023-01-02',
    holds: [],
  },
  {
    title: 'a paused word of a practice that an earlier extract shows on',
    facts: [
      ...OPEN,
      ...extract({ asAt: '2022-12-01', on: true }),
      declared({ status: 'paused', asAt: '2023-01-01' }),
    ],
    on: '2023-01-02',
    holds: ['contradiction'],
  },
  {
    title: 'a word that it is live waits 45 days for the next extract',
    facts: [...OPEN, ...OFF('2022-12-20'), declared({ asAt: '2023-01-01' })],
    on: '2023-01-28',
    holds: [],
  },
  {
    title: 'an extract later than that word contradicts it at once',
    facts: [...OPEN, declared({ asAt: '2023-01-01' }), ...OFF('2023-01-10')],
    on: '2023-01-10',
    holds: ['contradiction'],
  },
  {
    title: 'two whole extracts without it',
    facts: [...OPEN, plan()],
    on: '2023-02-01',
    holds: ['missing-from-extracts'],
    extracts: TWO_EXTRACTS,
  },
  {
    title: 'an extract that lists it ends the row',
    facts: [...OPEN, plan(), ...OFF('2023-01-01')],
    on: '2023-02-01',
    holds: [],
    extracts: TWO_EXTRACTS,
  },
  {
    title: 'a closed practice has no alerts',
    facts: [...OPEN, letter(), listing({ status: 'closed', asAt: '2023-01-01' })],
    on: '2023-06-01',
    holds: [],
    extracts: TWO_EXTRACTS,
  },
];

describe('the alerts of a practice', () => {
  it.each(STORIES)('$title', ({ facts, on, holds, extracts }) => {
    const alerts = alertsOf(subjectOn(facts, on, extracts));
    const holding = alerts.filter((alert) => holdsOn(alert, day(on)));
    expect(holding.map(({ rule }) => rule)).toEqual(holds);
  });

  it('tell since when, and never a count of patients coded 104', () => {
    const facts = [...OPEN, ...extract({ asAt: '2023-01-01', on: true, patients104: 4001 })];
    const [alert] = alertsOf(subjectOn(facts, '2023-03-01'));
    expect(alert).toMatchObject({ since: '2023-01-01', from: '2023-01-01' });
    expect(alert!.because).toContain('More than 50% of its patients');
    expect(JSON.stringify(alert)).not.toMatch(/4,?001/);
  });
});

describe('what is found of a practice', () => {
  it('names where it merged into, once that day has come', () => {
    const closed = listing({ status: 'closed', asAt: '2023-01-01' });
    const found = foundOf(
      subjectOn([...OPEN, closed, succession({ effectiveOn: '2023-01-01' })], '2023-02-01'),
    );
    expect(found).toMatchObject({ status: 'out-of-scope', successor: 'A81002', alerts: [] });
  });

  it('gives no patients of one that is in no list file', () => {
    expect(foundOf(subjectOn([listing(), membership()], '2023-02-01')).about.patients).toBeNull();
  });
});

describe('a whole extract', () => {
  const codes = ['A81001', 'A81002', 'A81003', 'A81004'];
  const open = codes.flatMap((code) => [listing({ code }), membership({ code })]);
  const wholeWith = (listed: readonly string[], over: object = {}) => {
    const at = clocks('2023-02-01');
    const policy = policyInForce(at);
    const rows = listed.flatMap((code) => extract({ code, asAt: '2023-01-01', ...over }));
    const groups = groupByPractice([...open, ...rows]);
    const practices = practicesOnDay(groups, at, policy);
    const counts = extractCounts(at.validAt);
    for (const facts of groups.values()) counts.add(knownFacts(facts, at.knownAt));
    return counts.whole(practices).get('EMIS') ?? [];
  };

  it('lists at least half of the practices of its supplier', () => {
    expect(wholeWith(['A81001', 'A81002'])).toEqual(['2023-01-01']);
    expect(wholeWith(['A81001'])).toEqual([]);
  });

  it('is none that an ICB passed on', () => {
    expect(wholeWith(codes, { sender: { role: 'icb', org: 'QHM' }, relayed: true })).toEqual([]);
  });
});
