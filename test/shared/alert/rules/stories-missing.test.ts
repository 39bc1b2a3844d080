import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../../shared/evidence/fact.ts';
import {
  booked,
  exemption,
  extract,
  ICB,
  listing,
  membership,
  retractionOf,
} from '../../builders.ts';
import { alertOn, OPEN, tellAlerts } from './alert-story.ts';

/** Three more practices of the same supplier. */
const OTHERS = ['A81002', 'A81003', 'A81004'];
const register = [...OPEN, ...OTHERS.flatMap((code) => [listing({ code }), membership({ code })])];
type Row = Parameters<typeof extract>[0];
/** An extract that lists the others and not the practice asked about. */
const without = (asAt: string, over: Row = {}): Fact[] =>
  OTHERS.flatMap((code) => extract({ code, asAt, ...over }));
const withIt = (asAt: string, over: Row = {}): Fact[] => [
  ...without(asAt, over),
  ...extract({ asAt, ...over }),
];
const relayed = { sender: { role: 'icb', org: ICB }, relayed: true } as const;

describe('missing from supplier extracts', () => {
  const [seen] = extract({ asAt: '2022-11-10' });
  tellAlerts('missing-from-extracts', [
    {
      story: 'from the second in a row on',
      facts: [
        ...register,
        ...withIt('2022-11-10'),
        ...without('2022-12-10'),
        ...without('2023-01-10'),
      ],
      from: '2023-01-10',
      is: {
        since: '2022-12-10',
        because: 'EMIS extracts have left it out since that of 10 December 2022.',
        closedBy: 'An extract that lists it again, or a file that names another supplier for it.',
        facts: [membership(), seen!],
        entries: ['threshold-extracts-missing'],
      },
      still: ['2023-01-11', '2023-06-30'],
    },
    {
      story: 'one that no extract ever listed counts from its first word of its supplier',
      facts: [
        ...register,
        ...without('2022-05-10'),
        ...without('2022-12-10'),
        ...without('2023-01-10'),
      ],
      from: '2023-01-10',
      is: { since: '2022-12-10', facts: [membership()] },
    },
    {
      story: 'an extract that lists it begins the row anew',
      facts: [
        ...register,
        ...without('2022-11-10'),
        ...withIt('2022-12-10'),
        ...without('2023-01-10'),
        ...without('2023-02-10'),
      ],
      from: '2023-02-10',
      is: { since: '2023-01-10' },
    },
    {
      story: 'so does a booking alone',
      facts: [
        ...register,
        ...without('2022-11-10'),
        booked({ asAt: '2022-12-10', on: '2023-05-01' }),
        ...without('2022-12-10'),
        ...without('2023-01-10'),
      ],
      never: ['2022-12-10', '2023-01-10'],
    },
    {
      story: 'so does an extract that its ICB passed on in between',
      facts: [
        ...register,
        ...without('2022-11-10'),
        ...without('2022-12-10'),
        ...extract({ asAt: '2022-12-12', ...relayed }),
        ...without('2023-01-10'),
      ],
      never: ['2022-12-12', '2023-01-10'],
    },
    {
      story: 'extracts that an ICB passed on are not counted, for they list its own practices',
      facts: [...register, ...without('2022-12-10', relayed), ...without('2023-01-10', relayed)],
      never: ['2023-01-10', '2023-06-30'],
    },
    {
      story: 'one that lists fewer than half is not whole',
      facts: [
        ...register,
        ...without('2022-12-10'),
        ...extract({ code: 'A81002', asAt: '2023-01-10' }),
        ...without('2023-02-10'),
      ],
      from: '2023-02-10',
      is: { since: '2022-12-10' },
    },
    {
      story: 'one that lists half is',
      facts: [
        ...register,
        ...without('2022-12-10'),
        ...['A81002', 'A81003'].flatMap((code) => extract({ code, asAt: '2023-01-10' })),
      ],
      from: '2023-01-10',
    },
    {
      story: 'half of those that are open is enough',
      facts: [
        ...register,
        ...['A81003', 'A81004'].map((code) =>
          listing({ code, status: 'closed', closedOn: '2022-08-01', asAt: '2022-08-01' }),
        ),
        ...extract({ code: 'A81002', asAt: '2022-12-10' }),
        ...extract({ code: 'A81002', asAt: '2023-01-10' }),
      ],
      from: '2023-01-10',
    },
    {
      story: 'one that comes late counts from its receipt',
      facts: [
        ...register,
        ...without('2022-12-10'),
        ...without('2023-01-10', { receivedAt: '2023-02-01T09:00:00Z' }),
      ],
      from: '2023-02-01',
      is: { since: '2022-12-10' },
    },
    {
      story: 'one that comes early counts from its own day',
      facts: [
        ...register,
        ...without('2022-12-10'),
        ...without('2023-01-10', { receivedAt: '2022-12-20T09:00:00Z' }),
      ],
      from: '2023-01-10',
    },
    {
      story: 'extracts that were withdrawn list nobody, and nobody is missing from them',
      facts: [
        ...register,
        ...withIt('2022-12-10'),
        ...withIt('2023-01-10'),
        ...withIt('2022-12-10').map((of) => retractionOf(of, { asAt: '2023-01-15' })),
        ...withIt('2023-01-10').map((of) => retractionOf(of, { asAt: '2023-01-15' })),
      ],
      never: ['2023-01-14', '2023-01-15', '2023-06-30'],
    },
    {
      story: 'a practice new to the supplier is not missing from what came before',
      facts: [
        ...register.filter((fact) => fact.kind !== 'membership' || fact.practice !== 'A81001'),
        membership({ supplier: 'TPP' }),
        ...without('2022-11-10'),
        ...without('2022-12-10'),
        membership({ supplier: 'EMIS', asAt: '2022-12-20' }),
        ...without('2023-01-10'),
        ...without('2023-02-10'),
      ],
      from: '2023-02-10',
      is: { since: '2023-01-10' },
    },
    {
      story: 'nor is one that opened since',
      facts: [
        ...register,
        listing({ openedOn: '2022-12-15', asAt: '2022-12-15' }),
        ...without('2022-11-10'),
        ...without('2022-12-10'),
        ...without('2023-01-10'),
        ...without('2023-02-10'),
      ],
      never: ['2023-01-10', '2023-02-09'],
    },
    {
      story: 'a live practice',
      facts: [
        ...register,
        ...withIt('2022-11-10', { on: true }),
        ...without('2022-12-10'),
        ...without('2023-01-10'),
      ],
      from: '2023-01-10',
    },
    {
      story: 'one that is exempt',
      facts: [
        ...register,
        exemption({ effectiveOn: '2022-12-01' }),
        ...without('2022-12-10'),
        ...without('2023-01-10'),
      ],
      from: '2023-01-10',
    },
    {
      story: 'not one that has closed',
      facts: [
        ...register,
        listing({ status: 'closed', closedOn: '2023-01-01', asAt: '2023-01-02' }),
        ...without('2022-12-10'),
        ...without('2023-01-10'),
      ],
      never: ['2023-01-10'],
    },
    {
      story: 'not one whose supplier is one of the others, for each sends an extract of its own',
      facts: [
        ...register.map((fact) =>
          fact.kind === 'membership'
            ? membership({ code: fact.practice, supplier: 'other' })
            : fact,
        ),
        ...without('2022-12-10', { supplier: 'other' }),
        ...without('2023-01-10', { supplier: 'other' }),
      ],
      never: ['2023-01-10'],
    },
    {
      story: 'not one whose supplier nobody has named',
      facts: [listing(), ...register.slice(3), ...without('2022-12-10'), ...without('2023-01-10')],
      never: ['2023-01-10'],
    },
  ]);

  test('listed again it is missing no more', () => {
    const facts = [
      ...register,
      ...without('2022-12-10'),
      ...without('2023-01-10'),
      ...withIt('2023-02-10'),
    ];
    expect(alertOn(facts, 'missing-from-extracts', '2023-02-09')).toBeDefined();
    expect(alertOn(facts, 'missing-from-extracts', '2023-02-10')).toBeUndefined();
  });
});
